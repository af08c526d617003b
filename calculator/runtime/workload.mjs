/** The calls that prepare the runtime and prove it (`cor_site.runtime.workload` writes them), and how they are made. */
import fs from "node:fs";
import { boot } from "./boot.mjs";

/** @typedef {[name: string, ...texts: string[]]} Call  a function of functions.json, and what it is called with */

/** The functions that a page can call, each with its module. @type {Record<string, string>} */
const FUNCTIONS = JSON.parse(fs.readFileSync(new URL("../python/functions.json", import.meta.url), "utf8"));

/** @param {string} file a JSON list @param {number} every take every nth item @returns {any[]} */
export const readWorkload = (file, every = 1) =>
  JSON.parse(fs.readFileSync(file, "utf8")).filter((_, at) => at % every === 0);

/** @param {any} python @returns {(call: Call) => string} makes a call in this Python, as the worker does */
export function caller(python) {
  const functions = Object.fromEntries(
    Object.entries(FUNCTIONS).map(([name, module]) => [name, python.pyimport(module)[name]]),
  );
  return ([name, ...texts]) => functions[name](...texts);
}

/** Calls that carry a whole outcome were made already; kept in Python all at once, they would fill its memory. */
const SHORT = 4000;

/** @param {Call} call */
const isShort = (call, /** @type {number} */ at) => call.join("").length < SHORT || at % 100 === 0;

/** Makes every call. @param {any} python @param {Call[]} calls */
export function exercise(python, calls) {
  const make = caller(python);
  for (const call of calls) make(call);
}

/**
 * Makes every call, then runs rare_paths.py, which forces what no call reliably reaches (garbage collection, full caches,
 * wide texts). Another Python compiles it: what is exercised shall not need its compiler for that.
 * @param {any} python @param {Call[]} calls
 */
export async function exerciseRarePaths(python, calls) {
  exercise(python, calls);
  const compiler = await boot();
  compiler.globals.set("SOURCE", fs.readFileSync(new URL("rare_paths.py", import.meta.url), "utf8"));
  const code = compiler.runPython("import marshal; marshal.dumps(compile(SOURCE, 'rare_paths.py', 'exec'))").toJs();
  const given = python.toPy({ FUNCTIONS, CALLS: calls.filter(isShort) });
  python.pyimport("builtins").exec(python.pyimport("marshal").loads(python.toPy(code)), given);
}
