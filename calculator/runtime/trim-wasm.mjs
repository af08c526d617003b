/**
 * Replaces the body of every WebAssembly function that never ran by a trap.
 *
 *     node trim-wasm.mjs FOLDER CALLS
 *
 * FOLDER is the snapshot's. Makes the calls with an instrumented WebAssembly, in which every function sets a mark when it
 * is entered, then rewrites `pyodide.asm.wasm`. A trap cannot give a wrong answer: the page ends that worker, starts the
 * bundle, whose WebAssembly is whole, and makes the call again.
 */
import fs from "node:fs";
import path from "node:path";
import { bootWay } from "./boot.mjs";
import { functionCount, marked, TRAP, withBodies, withMarks } from "./wasm.mjs";
import { exerciseSeldom, readWorkload } from "./workload.mjs";

const [folder, calls] = process.argv.slice(2).map((given) => path.resolve(given));
const wasm = path.join(folder, "pyodide.asm.wasm");
const whole = fs.readFileSync(wasm);

/** @returns {Promise<Uint8Array>} a byte for each function: whether it ran, from instantiation to the last answer */
async function ran() {
  const { module, marks, taken } = withMarks(whole, functionCount(whole));
  fs.writeFileSync(
    wasm,
    withBodies(module, (body, index) => marked(body, marks + index)),
  );
  const python = await bootWay(folder);
  exerciseSeldom(python, readWorkload(calls));
  return taken(python._module.HEAPU8);
}

const used = await ran();
fs.writeFileSync(
  wasm,
  withBodies(whole, (body, index) => (used[index] ? body : TRAP)),
);
console.log(`${used.filter(Boolean).length} of ${used.length} functions`);
process.exit(0);
