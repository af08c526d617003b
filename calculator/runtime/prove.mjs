/**
 * Proves one way: every question gets the very text that CPython gives.
 *
 *     node prove.mjs FOLDER QUESTIONS ANSWERS
 *
 * FOLDER holds what the way consists of, under Pyodide's names, and `memory.bin` where it restores one.
 * Prints `{asked, startMs, perSecond}`; fails with the first questions that were answered otherwise.
 */
import path from "node:path";
import { boot } from "./boot.mjs";
import { remembered } from "./remembered.mjs";
import { readWorkload } from "./workload.mjs";

const [folder, questions, answers] = process.argv.slice(2).map((given) => path.resolve(given));
const [asked, expected] = [readWorkload(questions), readWorkload(answers)];

const begun = performance.now();
const python = await boot(await remembered(folder), folder);
const check = python.pyimport("cor_calc").check_json;
const started = performance.now();
const wrong = [];
console.error = () => {}; // Pyodide prints pages when it dies; one sentence of ours says which question it was
asked.every((question, at) => {
  let said;
  try {
    said = check(...question);
  } catch (error) {
    said = `${error.name}: ${error.message}`;
  }
  if (said !== expected[at])
    wrong.push([said, expected[at], JSON.stringify(question)].map((each) => each.slice(0, 300)).join("\n  "));
  return wrong.length < 5;
});
const took = (performance.now() - started) / 1000;
console.log(
  JSON.stringify({
    asked: asked.length,
    startMs: Math.round(started - begun),
    perSecond: Math.round(asked.length / took),
  }),
);
if (wrong.length) throw new Error(`Answers differ (given, expected, question):\n${wrong.join("\n")}`);
process.exit(0);
