/**
 * Proves one way of starting Python: every call returns the same text as in CPython.
 *
 *     node prove.mjs FOLDER CALLS ANSWERS
 *
 * FOLDER holds the files of the way, with Pyodide's names. Prints `{asked, startMs, perSecond}`; fails with the first calls
 * whose answers differ.
 */
import path from "node:path";
import { bootWay } from "./boot.mjs";
import { caller, readWorkload } from "./workload.mjs";

const [folder, calls, answers] = process.argv.slice(2).map((given) => path.resolve(given));
const [asked, expected] = [readWorkload(calls), readWorkload(answers)];

const begun = performance.now();
const python = await bootWay(folder);
const make = caller(python);
const started = performance.now();
const wrong = [];
console.error = () => {}; // Pyodide prints pages when it stops; the error below says which call it was
asked.every((call, at) => {
  let said;
  try {
    said = make(call);
  } catch (error) {
    said = `${error.name}: ${error.message}`;
  }
  if (said !== expected[at])
    wrong.push([said, expected[at], JSON.stringify(call)].map((each) => String(each).slice(0, 300)).join("\n  "));
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
if (wrong.length) throw new Error(`Answers differ (given, expected, call):\n${wrong.join("\n")}`);
process.exit(0);
