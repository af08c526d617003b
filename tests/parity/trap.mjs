/**
 * A WebAssembly that starts and then traps at the first question: it has only the functions that a start needs.
 *
 *     node trap.mjs FOLDER OUT     (FOLDER: the snapshot's, with Pyodide's names, with the whole WebAssembly)
 */
import fs from "node:fs";
import path from "node:path";
import { bootWay } from "../../calculator/runtime/boot.mjs";
import { ran } from "../../calculator/runtime/trim/ran.mjs";
import { TRAP, withBodies } from "../../calculator/runtime/trim/wasm.mjs";

const [folder, out] = process.argv.slice(2).map((given) => path.resolve(given));
const wasm = path.join(folder, "pyodide.asm.wasm");
const whole = fs.readFileSync(wasm);
const used = await ran(wasm, async () => {
  const python = await bootWay(folder);
  python.pyimport("cor_calc").check_json;
  return python;
});
fs.writeFileSync(out, withBodies(whole, (body, index) => (used[index] ? body : TRAP)));
process.exit(0);
