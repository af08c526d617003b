/**
 * Starts Pyodide from a memory made beforehand: Python is there, its modules imported, the rules read.
 *
 * The memory is kept as the blocks in which it differs from memory right after instantiation:
 *
 *     u32 blocks | u32 length of the state | u32 fill from | u32 fill to
 *     u32 × blocks: gap before each | u32 × blocks: its length | state (JSON), padded to four | the blocks
 *
 * Between `fill from` and `fill to` nothing of the fresh memory is to stay: it is cleared first.
 */

/**
 * @param {(settings: object) => Promise<any>} create default export of `pyodide.asm.mjs`
 * @param {ArrayBuffer | Promise<ArrayBuffer>} memory
 * @returns options for `loadPyodide`
 */
export function restoring(create, memory) {
  return {
    _loadSnapshot: new Uint8Array(16),
    createPyodideModule: async (settings) => {
      const [module, content] = await Promise.all([create(settings), memory]);
      module.API.restoreSnapshot = () => recall(module.HEAPU8, content);
      return module;
    },
  };
}

/**
 * @param {Uint8Array} heap
 * @param {ArrayBuffer} content
 * @returns the state that Pyodide keeps outside of memory
 */
export function recall(heap, content) {
  const [blocks, stateLength, from, to] = new Uint32Array(content, 0, 4);
  const gaps = new Uint32Array(content, 16, blocks);
  const lengths = new Uint32Array(content, 16 + 4 * blocks, blocks);
  const stateAt = 16 + 8 * blocks;
  const state = new TextDecoder().decode(new Uint8Array(content, stateAt, stateLength));
  heap.fill(0, from, to);
  let taken = stateAt + Math.ceil(stateLength / 4) * 4;
  let at = 0;
  for (let block = 0; block < blocks; block++) {
    at += gaps[block];
    heap.set(new Uint8Array(content, taken, lengths[block]), at);
    at += lengths[block];
    taken += lengths[block];
  }
  return JSON.parse(state);
}
