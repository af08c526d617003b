/**
 * WebAssembly with the functions that our program needs, and no others.
 *
 *     node hot.mjs FOLDER QUESTIONS
 *
 * FOLDER is way A's with `memory.bin`. Runs the questions with every function marked when it is entered, then
 * replaces `pyodide.asm.wasm`: functions that never ran become a trap. A trap is no wrong answer: the page
 * ends that worker, starts the whole WebAssembly and asks again. No data is touched, since reading blanked
 * data would not trap.
 */
import fs from "node:fs";
import path from "node:path";
import { boot } from "./boot.mjs";
import { remembered } from "./remembered.mjs";
import { functionCount, marked, memorySize, TRAP, withBodies } from "./wasm.mjs";
import { exerciseSeldom, readWorkload } from "./workload.mjs";

const [folder, questions] = process.argv.slice(2).map((given) => path.resolve(given));
const wasm = path.join(folder, "pyodide.asm.wasm");
const whole = fs.readFileSync(wasm);

/**
 * The marks stand at the far end of memory, which must be unused.
 * @returns {Promise<Uint8Array>} a byte for each function: whether it ran, from instantiation to the last answer
 */
async function ran() {
  const count = functionCount(whole);
  const marks = memorySize(whole) - 2 * count;
  fs.writeFileSync(
    wasm,
    withBodies(whole, (body, index) => marked(body, marks + index)),
  );
  const python = await boot(await remembered(folder), folder);
  exerciseSeldom(python, readWorkload(questions));
  const bytes = python._module.HEAPU8.slice(marks, marks + 2 * count);
  if (bytes.some((byte, at) => byte > (at < count ? 1 : 0))) throw new Error("Memory is in use where the marks stand.");
  return bytes.subarray(0, count);
}

const used = await ran();
fs.writeFileSync(
  wasm,
  withBodies(whole, (body, index) => (used[index] ? body : TRAP)),
);
console.log(`${used.filter(Boolean).length} of ${used.length} functions`);
process.exit(0);
