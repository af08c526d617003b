/** Reads the instructions of a WebAssembly function: as much of each as the steps here need. */

import { past, signed, unsigned } from "./leb128.mjs";

const [I32_CONST, MEMORY_COPY] = [0x41, 0xfc_0000 + 10];
const [FIRST_LOAD, LAST_LOAD, LAST_ACCESS] = [0x28, 0x35, 0x3e];
const [LOCAL_GET, LOCAL_SET, LOCAL_TEE, GLOBAL_GET] = [0x20, 0x21, 0x22, 0x23];
const [BLOCK, LOOP, IF, ELSE, TRY, CATCH, END, DELEGATE, CATCH_ALL] = [0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x0b, 0x18, 0x19];

/**
 * @typedef {object} Instruction
 * @property {number} code  its opcode; one with a prefix byte has that in its upper half
 * @property {number} start  where it begins in the body
 * @property {number} end  where the next one begins
 * @property {number} [value]  what `i32.const` pushes, or the index of a local or of a global that is read
 * @property {number} [offset]  what a load or store adds to its address
 */

/** @param {Instruction} instruction */
export const isConstant = ({ code }) => code === I32_CONST;
/** @param {Instruction} instruction */
export const isLoad = ({ code }) => code >= FIRST_LOAD && code <= LAST_LOAD;
/** @param {Instruction} instruction */
export const isAccess = ({ code }) => code >= FIRST_LOAD && code <= LAST_ACCESS;
/** @param {Instruction} instruction */
export const isCopy = ({ code }) => code === MEMORY_COPY;
/** @param {Instruction} instruction whether it leaves the value of a local on the stack */
export const pushesLocal = ({ code }) => code === LOCAL_GET || code === LOCAL_TEE;
/** @param {Instruction} instruction */
export const setsLocal = ({ code }) => code === LOCAL_SET || code === LOCAL_TEE;
/** @param {Instruction} instruction */
export const isLoop = ({ code }) => code === LOOP;
/** @param {Instruction} instruction whether it begins a part of the code that ends before the function does */
export const opens = ({ code }) => [BLOCK, LOOP, IF, TRY].includes(code);
/** @param {Instruction} instruction whether it begins another branch of such a part */
export const turns = ({ code }) => [ELSE, CATCH, CATCH_ALL].includes(code);
/** @param {Instruction} instruction */
export const closes = ({ code }) => code === END || code === DELEGATE;

/** @param {Uint8Array} body of a function @returns {{ groups: number, first: number, count: number, end: number }} its own locals: how many groups of them, where the first group begins, how many they are, and where its code begins */
export function locals(body) {
  const [groups, first] = unsigned(body, 0);
  let [count, end] = [0, first];
  for (let group = 0; group < groups; group++) {
    const [more, type] = unsigned(body, end);
    count += more;
    end = body[type] === 0x63 || body[type] === 0x64 ? past(body, type + 1) : type + 1;
  }
  return { groups, first, count, end };
}

/** @param {Uint8Array} body @returns {Generator<Instruction>} the instructions of a function, in their order */
export function* instructions(body) {
  for (let at = locals(body).end; at < body.length; ) {
    const instruction = read(body, at);
    yield instruction;
    at = instruction.end;
  }
}

/** @param {Uint8Array} body @param {number} start @returns {Instruction} */
function read(body, start) {
  const code = body[start];
  let at = start + 1;
  if (code >= FIRST_LOAD && code <= LAST_ACCESS) {
    const [offset, end] = unsigned(body, past(body, at));
    return { code, start, end, offset };
  }
  if (code === I32_CONST) {
    const [value, end] = signed(body, at);
    return { code, start, end, value };
  }
  if (code >= LOCAL_GET && code <= GLOBAL_GET) {
    const [value, end] = unsigned(body, at);
    return { code, start, end, value };
  }
  if (code === 0xfc) {
    const [kind, next] = unsigned(body, at);
    return { code: 0xfc_0000 + kind, start, end: pastOperands(body, next, BULK[kind]) };
  }
  if (code === 0x0e) return { code, start, end: pastList(body, at) };
  if (code === 0x1c) {
    const [count, first] = unsigned(body, at);
    return { code, start, end: first + count };
  }
  if (code === 0x1f) return { code, start, end: pastTry(body, at) };
  if (code >= 0xfb) throw new Error(`WebAssembly has an instruction that is not expected: ${code.toString(16)}.`);
  at = pastOperands(body, at, OPERANDS[code]);
  return { code, start, end: at };
}

/** How many LEB128 numbers follow an opcode, or (as text) how many bytes. @type {Record<number, number | string>} */
const OPERANDS = {
  ...{ 0x02: 1, 0x03: 1, 0x04: 1, 0x06: 1, 0x07: 1, 0x08: 1, 0x09: 1, 0x0c: 1, 0x0d: 1, 0x10: 1, 0x11: 2, 0x12: 1 },
  ...{ 0x13: 2, 0x14: 1, 0x15: 1, 0x18: 1, 0x24: 1, 0x25: 1, 0x26: 1, 0x3f: 1, 0x40: 1 },
  ...{ 0x42: 1, 0x43: "4", 0x44: "8", 0xd0: 1, 0xd2: 1 },
};

/** The same of the instructions with the prefix 0xfc. @type {Record<number, number>} */
const BULK = { 8: 2, 9: 1, 10: 2, 11: 1, 12: 2, 13: 1, 14: 2, 15: 1, 16: 1, 17: 1 };

/** @param {Uint8Array} body @param {number} at @param {number | string} [operands] */
function pastOperands(body, at, operands = 0) {
  if (typeof operands === "string") return at + Number(operands);
  for (let count = operands; count; count--) at = past(body, at);
  return at;
}

/** @param {Uint8Array} body @param {number} at a list of labels, and one more */
function pastList(body, at) {
  const [count, first] = unsigned(body, at);
  return pastOperands(body, first, count + 1);
}

/** @param {Uint8Array} body @param {number} at a block type and a list of what is caught */
function pastTry(body, at) {
  let [count, next] = unsigned(body, past(body, at));
  for (; count; count--) next = pastOperands(body, next + 1, body[next] < 2 ? 2 : 1);
  return next;
}
