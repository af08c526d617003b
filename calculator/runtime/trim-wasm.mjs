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
import { functionCount, marked, memorySize, TRAP, withBodies, withMoreMemory } from "./wasm.mjs";
import { exerciseRarePaths, readWorkload } from "./workload.mjs";

const [folder, calls] = process.argv.slice(2).map((given) => path.resolve(given));
const wasm = path.join(folder, "pyodide.asm.wasm");
const whole = fs.readFileSync(wasm);
/** 64 MB, so that Python never reaches the end of memory while it makes the calls. */
const MORE_PAGES = 1024;

/**
 * The marks are at the end of memory, which must be unused.
 * @returns {Promise<Uint8Array>} a byte for each function: whether it ran, from instantiation to the last answer
 */
async function ran() {
  const count = functionCount(whole);
  const roomy = withMoreMemory(whole, MORE_PAGES);
  const marks = memorySize(roomy) - 2 * count;
  fs.writeFileSync(
    wasm,
    withBodies(roomy, (body, index) => marked(body, marks + index)),
  );
  const python = await bootWay(folder);
  exerciseRarePaths(python, readWorkload(calls));
  const bytes = python._module.HEAPU8.slice(marks, marks + 2 * count);
  if (bytes.some((byte, at) => byte > (at < count ? 1 : 0)))
    throw new Error("The end of memory is in use, where the marks are.");
  return bytes.subarray(0, count);
}

const used = await ran();
fs.writeFileSync(
  wasm,
  withBodies(whole, (body, index) => (used[index] ? body : TRAP)),
);
console.log(`${used.filter(Boolean).length} of ${used.length} functions`);
process.exit(0);
