/**
 * Makes calls, each in a Python of its own, since one that was stopped answers no more.
 *
 *     node left-out.mjs FOLDER CALL...     (FOLDER: the snapshot's, with Pyodide's names; a call: "json dumps {}")
 *
 * Prints what came of each: an exception of Python's, which Python could catch, would be a PythonError.
 */
import path from "node:path";
import { bootWay } from "../../calculator/runtime/boot.mjs";

const [folder, ...calls] = process.argv.slice(2);
const said = [];
for (const call of calls) {
  const python = await bootWay(path.resolve(folder));
  console.error = () => {}; // Pyodide tells at length how it ended
  const [module, name, ...texts] = call.split(" ");
  try {
    said.push(String(python.pyimport(module)[name](...texts)));
  } catch (error) {
    said.push(`${error.name}: ${error.message}`);
  }
}
console.log(JSON.stringify(said));
process.exit(0);
