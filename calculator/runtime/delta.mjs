/** Reduces a memory to the blocks in which it differs from what instantiation writes. restore.mjs describes the layout. */
import { dataSegments } from "./trim/wasm.mjs";

const BLOCK = 64;
const GAP = 4096;
const SNAPSHOT_STATE = 48;

/** @param {Uint8Array} snapshot as Pyodide makes it @returns {{ state: Buffer, memory: Uint8Array }} */
export function split(snapshot) {
  const [, memoryAt, stateLength] = new Uint32Array(snapshot.buffer, snapshot.byteOffset, 3);
  return {
    state: Buffer.from(snapshot.subarray(SNAPSHOT_STATE, SNAPSHOT_STATE + stateLength)),
    memory: snapshot.subarray(memoryAt),
  };
}

/**
 * Memory as instantiation leaves it, and the gaps between its data segments. Start-up code writes into those gaps what
 * differs between browsers, so they are cleared before the blocks are copied in.
 * @param {Buffer} module @param {number} size
 */
function instantiated(module, size) {
  const memory = new Uint8Array(size);
  const gaps = [];
  let end = 0;
  for (const { at, content } of dataSegments(module).sort((one, other) => one.at - other.at)) {
    if (at - end >= GAP) gaps.push([end, at]);
    memory.set(content, at);
    end = at + content.length;
  }
  return { memory, gaps: [...gaps, [end, size]] };
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
 */
export function delta(state, memory, fresh, module) {
  const { memory: base, gaps } = instantiated(module, memory.length);
  const top = Math.ceil(Math.max(used(memory), used(fresh)) / 2 ** 16) * 2 ** 16;
  gaps.at(-1)[1] = top;
  const blocks = [];
  for (let at = 0; at < top; at += BLOCK) {
    const differs = (other) => Buffer.compare(memory.subarray(at, at + BLOCK), other.subarray(at, at + BLOCK)) !== 0;
    const dirtied = Buffer.compare(fresh.subarray(at, at + BLOCK), base.subarray(at, at + BLOCK)) !== 0;
    if (!differs(base) && !dirtied) continue;
    const last = blocks.at(-1);
    if (last && last.at + last.length === at) last.length += BLOCK;
    else blocks.push({ at, length: BLOCK });
  }
  return encoded(state, blocks, gaps, memory);
}

/** @returns {Buffer} the file, as restore.mjs reads it */
function encoded(state, blocks, gaps, memory) {
  let end = 0;
  const jumps = blocks.map(({ at, length }) => {
    const jump = at - end;
    end = at + length;
    return jump;
  });
  const padded = Buffer.concat([state, Buffer.alloc(-state.length & 3, " ")]);
  const numbers = [
    gaps.length,
    blocks.length,
    padded.length,
    ...gaps.flat(),
    ...jumps,
    ...blocks.map(({ length }) => length),
  ];
  const content = blocks.map(({ at, length }) => memory.subarray(at, at + length));
  return Buffer.concat([Buffer.from(Uint32Array.from(numbers).buffer), padded, ...content]);
}
