/** What is changed in a module is seen by running it. */

import assert from "node:assert/strict";
import test from "node:test";
import {
  dataSegments,
  functionCount,
  importedFunctions,
  marked,
  memorySize,
  TRAP,
  withBodies,
  withData,
  withExports,
  withMoreMemory,
} from "./wasm.mjs";

const PAGE = 2 ** 16;
const HEADER = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
const text = (/** @type {string} */ name) => [name.length, ...Buffer.from(name)];
const section = (/** @type {number} */ id, /** @type {number[]} */ ...content) => [id, content.length, ...content];

/** A page of memory with "ab" at 8; `one` and `two` return their numbers. */
const SMALL = Buffer.from([
  ...HEADER,
  ...section(1, 1, 0x60, 0, 1, 0x7f),
  ...section(3, 2, 0, 0),
  ...section(5, 1, 0, 1),
  ...section(7, 3, ...text("one"), 0, 0, ...text("two"), 0, 1, ...text("memory"), 2, 0),
  ...section(12, 1),
  ...section(10, 2, 4, 0, 0x41, 1, 0x0b, 4, 0, 0x41, 2, 0x0b),
  ...section(11, 1, 0, 0x41, 8, 0x0b, ...text("ab")),
]);

/** Imports `called` and `idle`, and the address of `pointed`; its one function calls the first. */
const IMPORTING = Buffer.from([
  ...HEADER,
  ...section(1, 1, 0x60, 0, 0),
  ...section(
    2,
    ...[3, ...text("env"), ...text("called"), 0, 0, ...text("env"), ...text("idle"), 0, 0],
    ...[...text("GOT.func"), ...text("pointed"), 3, 0x7f, 1],
  ),
  ...section(3, 1, 0),
  ...section(10, 1, 4, 0, 0x10, 0, 0x0b),
]);

/** @param {Buffer} module @returns {any} */
const run = (module) => new WebAssembly.Instance(new WebAssembly.Module(module)).exports;

test("a module that is put together again is the same", () => {
  assert.deepEqual(
    withBodies(SMALL, (body) => body),
    SMALL,
  );
  assert.deepEqual(withData(SMALL, dataSegments(SMALL)), SMALL);
});

test("more memory is there from the start", () => {
  assert.equal(memorySize(SMALL), PAGE);
  assert.equal(memorySize(withMoreMemory(SMALL, 200)), 201 * PAGE);
  assert.equal(run(withMoreMemory(SMALL, 200)).memory.buffer.byteLength, 201 * PAGE);
});

test("a function without its body traps, and the others go on", () => {
  assert.equal(functionCount(SMALL), 2);
  const { one, two } = run(withBodies(SMALL, (body, index) => (index ? TRAP : body)));
  assert.equal(one(), 1);
  assert.throws(two, WebAssembly.RuntimeError);
});

test("only what is wanted is handed out", () => {
  assert.deepEqual(Object.keys(run(withExports(SMALL, (name) => name === "two"))), ["two"]);
});

test("a marked function notes that it ran", () => {
  const { one, two, memory } = run(withBodies(SMALL, (body, index) => marked(body, 1000 + index)));
  const noted = new Uint8Array(memory.buffer, 1000, 2);
  assert.equal(two(), 2);
  assert.deepEqual([...noted], [0, 1]);
  assert.equal(one(), 1);
  assert.deepEqual([...noted], [1, 1]);
});

test("other data stands where it is wanted", () => {
  const segments = [
    { at: 3, content: Buffer.from("xyz") },
    { at: 5000, content: Buffer.alloc(300, "q") },
  ];
  const module = withData(SMALL, segments);
  assert.deepEqual(dataSegments(module), segments);
  const bytes = Buffer.from(run(module).memory.buffer);
  assert.equal(bytes.toString("latin1", 3, 8), "xyz\0\0");
  assert.equal(bytes.toString("latin1", 5000, 5300), "q".repeat(300));
});

test("data without a fixed address is refused", () => {
  const passive = Buffer.from([...HEADER, ...section(11, 1, 1, ...text("ab"))]);
  assert.throws(() => dataSegments(passive), /fixed address/);
});

test("what is imported by name, and what is called", () => {
  const { named, called } = importedFunctions(IMPORTING);
  assert.deepEqual([...named].sort(), ["called", "idle", "pointed"]);
  assert.ok(called.has("called"));
  assert.ok(!called.has("idle"));
});
