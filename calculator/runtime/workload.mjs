/** The questions that the runtime is prepared with and proved by, and how they are put. */
import fs from "node:fs";

/** @typedef {[check: string, answers: string, asOf: string]} Question */

/** @param {string} file a JSON list @param {number} every only each so-manieth @returns {any[]} */
export const readWorkload = (file, every = 1) =>
  JSON.parse(fs.readFileSync(file, "utf8")).filter((_, at) => at % every === 0);

/** Asks every question. */
export function exercise(python, questions) {
  const check = python.pyimport("cor_calc").check_json;
  for (const question of questions) check(...question);
}

/** Asks every question, and has happen what no question can be relied on to bring about. */
export function exerciseSeldom(python, questions) {
  exercise(python, questions);
  python.globals.set("QUESTIONS", python.toPy(questions));
  python.runPython(fs.readFileSync(new URL("seldom.py", import.meta.url), "utf8"));
}
