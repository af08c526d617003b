/** Finds out which functions of a WebAssembly run. */
import fs from "node:fs";
import { functionCount, marked, memorySize, withBodies, withMoreMemory } from "./wasm.mjs";

/** 64 MB, so that Python never reaches the end of memory while it works. */
const MORE_PAGES = 1024;

/**
 * Has every function set a mark when it is entered. The marks are at the end of memory, which must be unused.
 * @param {string} wasm the file; an instrumented one is left in its place
 * @param {() => Promise<any>} work starts Python with that file, uses it and returns it
 * @returns {Promise<Uint8Array>} a byte for each function: whether it ran, from instantiation on
 */
export async function ran(wasm, work) {
  const whole = fs.readFileSync(wasm);
  const count = functionCount(whole);
  const roomy = withMoreMemory(whole, MORE_PAGES);
  const marks = memorySize(roomy) - 2 * count;
  fs.writeFileSync(
    wasm,
    withBodies(roomy, (body, index) => marked(body, marks + index)),
  );
  const python = await work();
  const bytes = python._module.HEAPU8.slice(marks, marks + 2 * count);
  if (bytes.some((byte, at) => byte > (at < count ? 1 : 0)))
    throw new Error("The end of memory is in use, where the marks are.");
  return bytes.subarray(0, count);
}
