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
asked.forEach((question, at) => {
  const said = check(...question);
  if (said !== expected[at]) wrong.push(`${JSON.stringify(question)} gives ${said}, not ${expected[at]}`);
});
const took = (performance.now() - started) / 1000;
console.log(JSON.stringify({ asked: asked.length, startMs: Math.round(started - begun), perSecond: Math.round(asked.length / took) }));
if (wrong.length) throw new Error(`${wrong.length} answers differ:\n${wrong.slice(0, 5).map((each) => each.slice(0, 800)).join("\n")}`);
process.exit(0);
