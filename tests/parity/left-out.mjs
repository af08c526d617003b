/**
 * Calls a function of Python's whose code is there, and one whose code was left out.
 *
 *     node left-out.mjs FOLDER     (FOLDER: the snapshot's, with Pyodide's names)
 *
 * Prints what came of each: an exception of Python's, which Python could catch, would be a PythonError.
 */
import path from "node:path";
import { bootWay } from "../../calculator/runtime/boot.mjs";

const folder = path.resolve(process.argv[2]);
const python = await bootWay(folder);
console.error = () => {}; // Pyodide tells at length how it ended

/** @param {string} module @param {string} name */
function call(module, name) {
  try {
    return python.pyimport(module)[name]("{}");
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
}

console.log(JSON.stringify({ there: call("json", "dumps"), leftOut: call("json", "load") }));
process.exit(0);
