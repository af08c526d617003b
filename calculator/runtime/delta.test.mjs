/** A memory that was reduced to its differences comes back whole, whatever start-up has written meanwhile. */

import assert from "node:assert/strict";
import test from "node:test";
import { restoring } from "../python/restore.mjs";
import { delta, split } from "./delta.mjs";

const SIZE = 4 * 2 ** 16;
const HEAP_END = 3 * 2 ** 16;
const STATE = Buffer.from('{"hiwire":[1]}');

/** Data at two places, with a gap between them. */
const DATA = [
  { at: 1024, content: Buffer.alloc(100, 1) },
  { at: 40_000, content: Buffer.alloc(50, 2) },
];
const MODULE = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 11, ...size(data()), ...data()]);

function data() {
  const all = DATA.flatMap(({ at, content }) => [0, 0x41, ...signed(at), 0x0b, ...size(content), ...content]);
  return [DATA.length, ...all];
}

/** @param {ArrayLike<number>} content */
function size({ length }) {
  return length < 128 ? [length] : [(length & 127) | 128, length >> 7];
}

/** @param {number} value */
function signed(value) {
  return [(value & 127) | 128, ((value >> 7) & 127) | 128, value >> 14];
}

/** Memory as instantiation leaves it. */
function instantiated() {
  const memory = new Uint8Array(SIZE);
  for (const { at, content } of DATA) memory.set(content, at);
  return memory;
}

/** Restores a file into a heap. @param {Buffer} file @param {Uint8Array} heap @returns {Promise<unknown>} the state */
async function restored(file, heap) {
  const heap32 = new Uint32Array(heap.buffer);
  const module = {
    API: /** @type {any} */ ({}),
    HEAPU8: heap,
    HEAPU32: heap32,
    _emscripten_get_sbrk_ptr: () => SIZE - 4,
    _emscripten_stack_get_end: () => 2 ** 16,
    _emscripten_stack_get_current: () => 2 ** 16,
  };
  heap32[(SIZE - 4) >> 2] = HEAP_END;
  const content = new Uint8Array(file).buffer;
  await restoring(async () => module, content).createPyodideModule({});
  const state = module.API.restoreSnapshot();
  heap32[(SIZE - 4) >> 2] = 0;
  return state;
}

const MEMORIES = {
  "nothing was changed": () => {},
  "data was written over": (/** @type {Uint8Array} */ memory) => memory.fill(9, 1020, 1060),
  "data was cleared": (/** @type {Uint8Array} */ memory) => memory.fill(0, 40_000, 40_050),
  "a gap was written to": (/** @type {Uint8Array} */ memory) => memory.fill(7, 20_000, 20_001),
  "the heap was written to": (/** @type {Uint8Array} */ memory) => memory.fill(5, 100_000, 150_000),
};

for (const [name, change] of Object.entries(MEMORIES))
  test(`comes back whole where ${name}`, async () => {
    const memory = instantiated();
    change(memory);
    const fresh = instantiated();
    fresh.fill(3, 30_000, 30_100); // start-up wrote this
    const elsewhere = instantiated();
    elsewhere.fill(4, 30_050, 30_200); // and in another browser that
    assert.deepEqual(await restored(delta(STATE, memory, fresh, MODULE), elsewhere), JSON.parse(String(STATE)));
    assert.equal(Buffer.compare(elsewhere, memory), 0);
  });

test("what is the same everywhere is not kept", () => {
  assert.ok(delta(STATE, instantiated(), instantiated(), MODULE).length < 100);
});

test("a snapshot is taken apart into its state and its memory", () => {
  const snapshot = new Uint8Array(48 + 16 + 8);
  new Uint32Array(snapshot.buffer).set([0, 64, STATE.length]);
  snapshot.set(STATE, 48);
  snapshot.fill(6, 64);
  const { state, memory } = split(snapshot);
  assert.deepEqual(state, STATE);
  assert.deepEqual([...memory], Array(8).fill(6));
});
