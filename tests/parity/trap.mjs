/**
 * A WebAssembly that starts and then traps at the first question: it has only the functions that a start needs.
 *
 *     node trap.mjs FOLDER OUT     (FOLDER: the snapshot's, with Pyodide's names, with the whole WebAssembly)
 */
import fs from "node:fs";
import path from "node:path";
import { bootWay } from "../../calculator/runtime/boot.mjs";
import { functionCount, marked, memorySize, TRAP, withBodies } from "../../calculator/runtime/wasm.mjs";

const [folder, out] = process.argv.slice(2).map((given) => path.resolve(given));
const wasm = path.join(folder, "pyodide.asm.wasm");
const whole = fs.readFileSync(wasm);
const count = functionCount(whole);
const marks = memorySize(whole) - 2 * count;
fs.writeFileSync(wasm, withBodies(whole, (body, index) => marked(body, marks + index)));
const python = await bootWay(folder);
python.pyimport("cor_calc").check_json;
const used = python._module.HEAPU8.slice(marks, marks + count);
fs.writeFileSync(out, withBodies(whole, (body, index) => (used[index] ? body : TRAP)));
process.exit(0);
