/**
 * Takes a snapshot of Python's memory after the rules were loaded and used, for the browser to start from.
 *
 *     node snapshot.mjs FOLDER CALLS
 *
 * FOLDER is a copy of the bundle's. Adds `memory.bin`, whose layout restore.mjs describes. Once it is restored nothing can
 * be imported, so every kind of call is made before, those that end in an error too.
 */
import nodeCrypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { boot, bootWay } from "./boot.mjs";
import { delta, split } from "./delta.mjs";
import { exercise, exerciseRarePaths, readWorkload } from "./workload.mjs";

const [folder, calls] = process.argv.slice(2).map((given) => path.resolve(given));
const wasm = fs.readFileSync(path.join(folder, "pyodide.asm.wasm"));
const out = path.join(folder, "memory.bin");
const here = (name) => new URL(name, import.meta.url);

/** Takes away the clock, random numbers and the paths of this machine: every build makes the same memory. */
function makeRepeatable() {
  Date.now = () => 0;
  performance.now = () => 0;
  nodeCrypto.randomFillSync = crypto.getRandomValues = (view) => view.fill(0);
  process.argv.splice(1, Infinity, "python");
}

/** @param {any} python @param {string} script beside this one @param {string} call */
const run = (python, script, call) => python.runPython(`${fs.readFileSync(here(script), "utf8")}\n${call}`);

/**
 * Starts Python, uses it, frees and clears what it no longer needs, and writes its memory to `memory.bin`.
 * @param {(python: any) => void} last is done just before the snapshot is taken
 */
async function take(last) {
  const python = await boot({ _makeSnapshot: true }, folder);
  exercise(python, readWorkload(calls, 7));
  run(python, "prepared.py", "prepare()");
  run(python, "free_caches.py", "free_caches()");
  last(python);
  clearFreeMemory(python._module);
  clearStack(python._module);
  const { state, memory } = split(python.makeMemorySnapshot());
  fs.writeFileSync(out, delta(state, memory, await fresh(), wasm));
}

/** @returns {Promise<string>} the names of all Python functions that the calls ran, as a JSON list */
async function called() {
  await take((python) => run(python, "trim/python_functions.py", "watch()"));
  const python = await bootWay(folder);
  await exerciseRarePaths(python, readWorkload(calls));
  return python.globals.get("noted")();
}

/** Fills the free chunks of the C allocator with zeros, below the end of the heap and from the largest size down. */
function clearFreeMemory(module) {
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

/** Fills the unused part of the stack with zeros. */
function clearStack(module) {
  module.HEAPU8.fill(0, module._emscripten_stack_get_end(), module._emscripten_stack_get_current());
}

/** @returns {Promise<Uint8Array>} memory just before Pyodide would restore a snapshot into it */
async function fresh() {
  const { default: create } = await import(pathToFileURL(path.join(folder, "pyodide.asm.mjs")).href);
  let heap;
  const stop = new Error("no more of the start is needed");
  const createPyodideModule = async (settings) => {
    heap = (await create(settings)).HEAPU8.slice();
    throw stop;
  };
  await boot({ _loadSnapshot: new Uint8Array(16), createPyodideModule }, folder).catch((error) => {
    if (error !== stop) throw error;
  });
  return heap;
}

makeRepeatable();
const names = await called();
await take((python) => {
  python.globals.set("NEEDED", names);
  console.log(
    run(python, "trim/python_functions.py", "import json; drop(set(json.loads(globals().pop('NEEDED'))))"),
    "Python functions left out",
  );
});
process.exit(0);
