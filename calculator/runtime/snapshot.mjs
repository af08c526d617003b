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
import { remembered } from "./remembered.mjs";
import { exercise, exerciseSeldom, readWorkload } from "./workload.mjs";

const [folder, questions] = process.argv.slice(2).map((given) => path.resolve(given));
const wasm = fs.readFileSync(path.join(folder, "pyodide.asm.wasm"));
const out = path.join(folder, "memory.bin");
const here = (name) => new URL(name, import.meta.url);

/** No clock, no chance, no path of this machine: the same memory on every build. */
function standStill() {
  Date.now = () => 0;
  performance.now = () => 0;
  crypto.getRandomValues = (view) => view.fill(0);
  process.argv.splice(1, Infinity, "python");
}

/** @param {any} python @param {string} script beside this one @param {string} call */
const run = (python, script, call) => python.runPython(`${fs.readFileSync(here(script), "utf8")}\n${call}`);

/**
 * Python after its work, with what it no longer needs given back and blanked.
 * @param {(python: any) => void} last what is done with it before its memory is taken
 */
async function taken(last) {
  const python = await boot({ _makeSnapshot: true }, folder);
  exercise(python, readWorkload(questions, 7));
  run(python, "tidy.py", "tidy()");
  last(python);
  blankFreeMemory(python._module);
  blankStack(python._module);
  const { state, memory } = split(python.makeMemorySnapshot());
  fs.writeFileSync(out, delta(state, memory, await fresh(), wasm));
}

/** @returns {Promise<string>} the names of all functions that Python calls from then on, as a JSON list */
async function called() {
  await taken((python) => run(python, "unused.py", "watch()"));
  const python = await boot(await remembered(folder), folder);
  exerciseSeldom(python, readWorkload(questions));
  return python.runPython("import json; json.dumps(noted())");
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
const names = await called();
await taken((python) => {
  python.globals.set("NEEDED", names);
  console.log(
    run(python, "unused.py", "import json; drop(set(json.loads(globals().pop('NEEDED'))))"),
    "functions dropped",
  );
});
process.exit(0);
