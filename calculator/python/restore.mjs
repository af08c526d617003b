/**
 * Starts Pyodide from a memory made beforehand: Python is there, its modules imported, the rules read.
 *
 * What is kept of that memory is the blocks in which it differs from the data that WebAssembly itself brings:
 *
 *     numbers (u32): count of gaps, count of blocks, length of the state,
 *                    from and to of each gap, jump to each block, length of each block
 *     state (JSON), the blocks' bytes
 *
 * A gap is where WebAssembly brings nothing; it is cleared first of what start-up has written there.
 */

/**
 * @param {(settings: object) => Promise<any>} create default export of `pyodide.asm.mjs`
 * @param {ArrayBuffer | Promise<ArrayBuffer>} memory
 * @returns options for `loadPyodide`
 */
export function restoring(create, memory) {
  return {
    _loadSnapshot: new Uint8Array(16),
    createPyodideModule: async (/** @type {object} */ settings) => {
      const [module, content] = await Promise.all([create(settings), memory]);
      module.API.restoreSnapshot = () => recall(module, content);
      module.API.rawRun = () => [0, ""]; // an import, and the memory has that module
      return module;
    },
  };
}

/**
 * @param {any} module
 * @param {ArrayBuffer} content
 * @returns the state that Pyodide keeps outside of memory
 */
function recall(module, content) {
  const heap = module.HEAPU8;
  let at = 0;
  const numbers = (/** @type {number} */ count) => {
    at += 4 * count;
    return new Uint32Array(content, at - 4 * count, count);
  };
  const [gapCount, blockCount, stateLength] = numbers(3);
  const [gaps, jumps, lengths] = [numbers(2 * gapCount), numbers(blockCount), numbers(blockCount)];
  const state = new TextDecoder().decode(new Uint8Array(content, at, stateLength));
  at += stateLength;
  for (let gap = 0; gap < gapCount; gap++) clear(module, gaps[2 * gap], gaps[2 * gap + 1]);
  let place = 0;
  for (let block = 0; block < blockCount; block++) {
    place += jumps[block];
    heap.set(new Uint8Array(content, at, lengths[block]), place);
    place += lengths[block];
    at += lengths[block];
  }
  return JSON.parse(state);
}

/**
 * Clears what start-up may have written. The stack is not in use now, and nothing was written beyond the heap's end: those are
 * most of the memory, and a browser would have to provide all of it.
 * @param {any} module @param {number} from @param {number} to
 */
function clear(module, from, to) {
  const heapEnd = module.HEAPU32[module._emscripten_get_sbrk_ptr() >> 2];
  module.HEAPU8.fill(0, from, Math.min(to, module._emscripten_stack_get_end()));
  module.HEAPU8.fill(0, Math.max(from, module._emscripten_stack_get_current()), Math.min(to, heapEnd));
}
