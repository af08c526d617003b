/** What a memory holds beyond the data that WebAssembly itself brings. The layout is described in restore.mjs. */
import { dataSegments } from "./wasm.mjs";

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
 * What instantiation puts into memory, and where it puts nothing. There, and only there, start-up writes
 * what differs between browsers: those gaps are cleared before the blocks are put in.
 * @param {Buffer} module @param {number} size
 */
function brought(module, size) {
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

/** @param {Uint8Array} memory */
function used(memory) {
  let end = memory.length;
  while (end && !memory[end - 1]) end--;
  return end;
}

/**
 * @param {Buffer} state
 * @param {Uint8Array} memory what is to be restored
 * @param {Uint8Array} fresh memory as start-up leaves it
 * @param {Buffer} module the WebAssembly that it will be restored into
 */
export function delta(state, memory, fresh, module) {
  const { memory: base, gaps } = brought(module, memory.length);
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
  return written(state, blocks, gaps, memory);
}

function written(state, blocks, gaps, memory) {
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
