/** The questions that the runtime is prepared with and proved by, and how they are put. */
import fs from "node:fs";

/** @typedef {[check: string, answers: string, asOf: string]} Question */

/** @param {string} file a JSON list of questions @returns {Question[]} */
export const readWorkload = (file) => JSON.parse(fs.readFileSync(file, "utf8"));

/** Asks every question, and has Python fail as it would on an error of ours, so that this is prepared for too. */
export function exercise(python, questions) {
  const check = python.runPython("from cor_calc import check_json; check_json");
  for (const question of questions) check(...question);
  for (const mistake of ["1 / 0", "import no_such_module", "def"]) {
    try {
      python.runPython(mistake);
    } catch {
      // as intended
    }
  }
}
