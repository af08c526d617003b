/**
 * A memory of Python as it is after the rules were loaded and used, for the browser to start from.
 *
 *     node snapshot.mjs FOLDER QUESTIONS
 *
 * FOLDER is way A's: Pyodide's files and the trimmed library. Adds `memory.bin`, whose layout restore.mjs describes.
 * Nothing can be imported once it is restored, so every question is asked, and every error made, before.
 */
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { boot } from "./boot.mjs";
import { delta, split } from "./delta.mjs";
import { exercise, readWorkload } from "./workload.mjs";

const [folder, questions] = process.argv.slice(2).map((given) => path.resolve(given));
const here = (name) => new URL(name, import.meta.url);

/** No clock, no chance, no path of this machine: the same memory on every build. */
function standStill() {
  Date.now = () => 0;
  performance.now = () => 0;
  crypto.getRandomValues = (view) => view.fill(0);
  process.argv.splice(1, Infinity, "python");
}

/** Python after its work, with what it no longer needs given back and blanked. */
async function taken() {
  const python = await boot({ _makeSnapshot: true }, folder);
  exercise(python, readWorkload(questions, 7));
  python.runPython(fs.readFileSync(here("tidy.py"), "utf8"));
  python.runPython("tidy()");
  blankFreeMemory(python._module);
  blankStack(python._module);
  return python.makeMemorySnapshot();
}

/** Blanks the free chunks of the C library's allocator below the break, from the largest size down. */
function blankFreeMemory(module) {
  const end = module.HEAPU32[module._emscripten_get_sbrk_ptr() >> 2];
  const held = [];
  for (let size = 1 << 20; size >= 8; size -= Math.max(8, (size >> 7) << 3)) {
    for (;;) {
      const chunk = module._malloc(size);
      if (!chunk || chunk + size > end) {
        module._free(chunk);
        break;
      }
      module.HEAPU8.fill(0, chunk, chunk + size);
      held.push(chunk);
    }
  }
  for (const chunk of held) module._free(chunk);
}

/** Blanks what earlier calls left on the stack. */
function blankStack(module) {
  module.HEAPU8.fill(0, module._emscripten_stack_get_end(), module._emscripten_stack_get_current());
}

/** Memory right after instantiation, before Pyodide restores anything into it. */
async function fresh() {
  const { default: create } = await import(pathToFileURL(path.join(folder, "pyodide.asm.mjs")).href);
  let heap;
  const stop = new Error("seen enough");
  const createPyodideModule = async (settings) => {
    heap = (await create(settings)).HEAPU8.slice();
    throw stop;
  };
  await boot({ _loadSnapshot: new Uint8Array(16), createPyodideModule }, folder).catch((error) => {
    if (error !== stop) throw error;
  });
  return heap;
}

standStill();
const { state, memory } = split(await taken());
const wasm = fs.readFileSync(path.join(folder, "pyodide.asm.wasm"));
fs.writeFileSync(path.join(folder, "memory.bin"), delta(state, memory, await fresh(), wasm));
process.exit(0);
