/** Reduces a memory to the blocks in which it differs from what instantiation writes. restore.mjs describes the layout. */
import { dataSegments } from "./wasm.mjs";

/** Memory is compared in blocks of so many bytes. */
export const BLOCK = 64;
const GAP = 4096;
const SNAPSHOT_STATE = 48;

/**
 * @typedef {object} Delta
 * @property {Uint8Array} state  what Pyodide keeps outside of memory, as JSON
 * @property {number[]} gaps  from and to of each
 * @property {{ at: number, content: Uint8Array }[]} blocks  ascending
 */

/** @param {Uint8Array} snapshot as Pyodide makes it @returns {{ state: Buffer, memory: Uint8Array }} */
export function split(snapshot) {
  const [, memoryAt, stateLength] = new Uint32Array(snapshot.buffer, snapshot.byteOffset, 3);
  return {
    state: Buffer.from(snapshot.subarray(SNAPSHOT_STATE, SNAPSHOT_STATE + stateLength)),
    memory: snapshot.subarray(memoryAt),
  };
}

/** @param {Buffer} module @param {number} [size] @returns {Uint8Array} memory as instantiation leaves it, in whole blocks, up to the end of its data or longer */
export function instantiated(module, size = 0) {
  const segments = dataSegments(module);
  const end = Math.max(...segments.map(({ at, content }) => at + content.length));
  const memory = new Uint8Array(Math.max(size, Math.ceil(end / BLOCK) * BLOCK));
  for (const { at, content } of segments) memory.set(content, at);
  return memory;
}

/**
 * The gaps between data segments. Start-up code writes into them what differs between browsers, so they are cleared before
 * the blocks are copied in.
 * @param {Buffer} module @param {number} top
 */
function gapsOf(module, top) {
  const gaps = [];
  let end = 0;
  for (const { at, content } of dataSegments(module).sort((one, other) => one.at - other.at)) {
    if (at - end >= GAP) gaps.push(end, at);
    end = at + content.length;
  }
  return [...gaps, end, top];
}

/** @param {Uint8Array} memory @returns {number} its length without the zeros at its end */
function used(memory) {
  let end = memory.length;
  while (end && !memory[end - 1]) end--;
  return end;
}

/**
 * @param {Buffer} state
 * @param {Uint8Array} memory what is to be restored
 * @param {Uint8Array} fresh memory as it is just before Pyodide restores a snapshot
 * @param {Buffer} module the WebAssembly that it will be restored into
 * @returns {Delta}
 */
export function delta(state, memory, fresh, module) {
  const base = instantiated(module, memory.length);
  const top = Math.ceil(Math.max(used(memory), used(fresh)) / 2 ** 16) * 2 ** 16;
  const differ = (one, other, at) =>
    Buffer.compare(one.subarray(at, at + BLOCK), other.subarray(at, at + BLOCK)) !== 0;
  const blocks = joined(memory, top, (at) => differ(memory, base, at) || differ(fresh, base, at));
  return { state, gaps: gapsOf(module, top), blocks };
}

/** @param {Uint8Array} memory @param {number} top @param {(at: number) => boolean} isWanted @returns {Delta["blocks"]} neighbours as one */
function joined(memory, top, isWanted) {
  const runs = [];
  for (let at = 0; at < top; at += BLOCK) {
    if (!isWanted(at)) continue;
    const last = runs.at(-1);
    if (last?.to === at) last.to += BLOCK;
    else runs.push({ at, to: at + BLOCK });
  }
  return runs.map(({ at, to }) => ({ at, content: memory.subarray(at, to) }));
}

/** @param {Delta} delta @param {number} at @param {Uint8Array} bytes @returns {Delta} with these bytes in it, which are in no gap's way */
export function withBytes({ state, gaps, blocks }, at, bytes) {
  const memory = new Uint8Array(gaps.at(-1));
  const has = new Uint8Array(memory.length / BLOCK);
  for (const block of [...blocks, { at, content: bytes }]) {
    memory.set(block.content, block.at);
    has.fill(1, Math.floor(block.at / BLOCK), Math.ceil((block.at + block.content.length) / BLOCK));
  }
  return { state, gaps, blocks: joined(memory, memory.length, (place) => has[place / BLOCK] === 1) };
}

/** @param {Delta} delta @returns {Buffer} the file, as restore.mjs reads it */
export function encoded({ state, gaps, blocks }) {
  let end = 0;
  const jumps = blocks.map(({ at, content }) => {
    const jump = at - end;
    end = at + content.length;
    return jump;
  });
  const padded = Buffer.concat([state, Buffer.alloc(-state.length & 3, " ")]);
  const lengths = blocks.map(({ content }) => content.length);
  const numbers = [gaps.length / 2, blocks.length, padded.length, ...gaps, ...jumps, ...lengths];
  return Buffer.concat([
    Buffer.from(Uint32Array.from(numbers).buffer),
    padded,
    ...blocks.map(({ content }) => content),
  ]);
}

/** @param {Buffer} file @returns {Delta} what `encoded` has written */
export function decoded(file) {
  let at = 0;
  const numbers = (count) => Array.from({ length: count }, () => file.readUInt32LE((at += 4) - 4));
  const [gapCount, blockCount, stateLength] = numbers(3);
  const [gaps, jumps, lengths] = [numbers(2 * gapCount), numbers(blockCount), numbers(blockCount)];
  const state = file.subarray(at, (at += stateLength));
  let place = 0;
  const blocks = lengths.map((length, index) => {
    const begin = place + jumps[index];
    place = begin + length;
    return { at: begin, content: file.subarray(at, (at += length)) };
  });
  return { state, gaps, blocks };
}
