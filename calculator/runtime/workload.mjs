/** The questions that the runtime is prepared with and proved by, and how they are put. */
import fs from "node:fs";

/** @typedef {[check: string, answers: string, asOf: string]} Question */

/** @param {string} file a JSON list of questions @returns {Question[]} */
export const readWorkload = (file) => JSON.parse(fs.readFileSync(file, "utf8"));

/** Asks every question. */
export function exercise(python, questions) {
  const check = python.pyimport("cor_calc").check_json;
  for (const question of questions) check(...question);
}
