/**
 * Replaces the body of every WebAssembly function that never ran by a trap.
 *
 *     node trim/functions.mjs FOLDER CALLS
 *
 * FOLDER is the snapshot's. Makes the calls, notes which functions ran, then rewrites `pyodide.asm.wasm`. A trap cannot give
 * a wrong answer: the page ends that worker, starts the bundle, whose WebAssembly is whole, and makes the call again.
 */
import fs from "node:fs";
import path from "node:path";
import { bootWay } from "../boot.mjs";
import { exerciseRarePaths, readWorkload } from "../workload.mjs";
import { ran } from "./ran.mjs";
import { TRAP, withBodies } from "./wasm.mjs";

const [folder, calls] = process.argv.slice(2).map((given) => path.resolve(given));
const wasm = path.join(folder, "pyodide.asm.wasm");
const whole = fs.readFileSync(wasm);
const used = await ran(wasm, async () => {
  const python = await bootWay(folder);
  await exerciseRarePaths(python, readWorkload(calls));
  return python;
});
fs.writeFileSync(
  wasm,
  withBodies(whole, (body, index) => (used[index] ? body : TRAP)),
);
console.log(`${used.filter(Boolean).length} of ${used.length} functions`);
process.exit(0);
