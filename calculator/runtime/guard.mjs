/**
 * Watches what WebAssembly reads of its memory: `traced` records it, `guarded` forbids some of it.
 *
 * Memory is watched in blocks. Before a read the code looks up the block of the address, without what the read adds to it
 * beyond whole blocks: fields of one object so need one look. A read may therefore end as far as two blocks after the one
 * that was looked up.
 */
import { BLOCK } from "./delta.mjs";
import {
  closes,
  instructions,
  isConstant,
  isCopy,
  isLoad,
  isLoop,
  locals,
  opens,
  pushesLocal,
  setsLocal,
  turns,
} from "./instructions.mjs";
import { encodedSigned, encodedUnsigned } from "./leb128.mjs";
import { bodies, parameterCounts, TRAP, withBodies, withFunctions } from "./wasm.mjs";

const SHIFT = Math.log2(BLOCK);

const [VOID, I32, UNREACHABLE, A_BLOCK, LOOP, IF, END, BRANCH, BRANCH_IF, RETURN, CALL] = [
  0x40, 0x7f, 0x00, 0x02, 0x03, 0x04, 0x0b, 0x0c, 0x0d, 0x0f, 0x10,
];
const [GET, SET, TEE, LOAD_8, STORE_8, CONST] = [0x20, 0x21, 0x22, 0x2d, 0x3a, 0x41];
const [EQUALS_ZERO, AT_MOST, ADD, SUBTRACT, SHIFT_RIGHT] = [0x45, 0x4d, 0x6a, 0x6b, 0x76];

/** @param {number} value */
const constant = (value) => [CONST, ...encodedSigned(value)];
/** @param {number} local */
const get = (local) => [GET, ...encodedUnsigned(local)];

/**
 * Every read sets a mark.
 * @param {Buffer} module
 * @param {number} marks address of a byte for each block of memory
 * @returns {Buffer}
 */
export const traced = (module, marks) =>
  watched(module, (block) => [...block, ...constant(1), STORE_8, 0, ...encodedUnsigned(marks)], false);

/**
 * A read of a block that the map forbids traps. Reads from an address that is written in the code are not looked up: the
 * caller has to leave in memory what `constantReads` returns, and the two blocks after each that may be read.
 * @param {Buffer} module
 * @param {number} map address of a byte for each block of memory, which is not 0 where the block must not be read
 * @returns {Buffer}
 */
export const guarded = (module, map) =>
  watched(module, (block) => [...block, LOAD_8, 0, ...encodedUnsigned(map), IF, VOID, UNREACHABLE, END], true);

/**
 * @param {Buffer} module
 * @param {(block: number[]) => number[]} act is given the instructions that put a block's number on the stack
 * @param {boolean} once whether a block that was looked up need not be looked up again
 */
function watched(module, act, once) {
  const parameters = parameterCounts(module);
  const { module: longer, first: helper } = withFunctions(module, [eachBlock(act)]);
  return withBodies(longer, (body, index) =>
    index < parameters.length && !body.equals(TRAP) ? rewritten(body, parameters[index], helper, act, once) : body,
  );
}

/** @param {Buffer} body @param {number} parameters @param {number} helper for copies @param {(block: number[]) => number[]} act @param {boolean} once */
function rewritten(body, parameters, helper, act, once) {
  const { groups, first, count, end } = locals(body);
  const [one, other] = [parameters + count, parameters + count + 1]; // two locals of ours
  const looks = new Looks();
  const parts = [];
  let done = end;
  let before = null;
  for (const instruction of instructions(body)) {
    const put = [];
    if (isLoad(instruction) && !(before && isConstant(before))) {
      const jump = instruction.offset - (instruction.offset % BLOCK);
      const known = before && pushesLocal(before) ? before.value : null;
      if (!(once && known !== null && looks.has(known, jump))) {
        if (known === null) put.push(TEE, ...encodedUnsigned(one));
        put.push(...act(blockOf(known ?? one, jump)));
        if (known !== null) looks.add(known, jump);
      }
    } else if (isCopy(instruction)) {
      // on the stack: to, from, length
      put.push(SET, ...encodedUnsigned(one), TEE, ...encodedUnsigned(other), ...get(one), CALL, ...encodedUnsigned(helper));
      put.push(...get(other), ...get(one));
    }
    if (put.length) {
      parts.push(body.subarray(done, instruction.start), Buffer.from(put));
      done = instruction.start;
    }
    looks.follow(instruction);
    before = instruction;
  }
  const grown = [encodedUnsigned(groups + 1), body.subarray(first, end), Buffer.from([2, I32])];
  return Buffer.concat([...grown, ...parts, body.subarray(done)]);
}

/** @param {number} local holds an address @param {number} jump is added to it @returns {number[]} instructions that put the block's number on the stack */
const blockOf = (local, jump) => [...get(local), ...(jump ? [...constant(jump), ADD] : []), ...constant(SHIFT), SHIFT_RIGHT];

/** Which blocks the code has looked up for certain, wherever it comes from: of the address in a local, and how much was added to it. */
class Looks {
  /** @type {Map<number, Set<number>>} by local */
  #known = new Map();
  /** @type {{ entry: Map<number, Set<number>>, set: Set<number> }[]} for each part of the code that is open: what was known where it begins, and the locals that are set in it */
  #open = [];

  /** @param {number} local @param {number} jump */
  has(local, jump) {
    return this.#known.get(local)?.has(jump) ?? false;
  }

  /** @param {number} local @param {number} jump */
  add(local, jump) {
    this.#known.set(local, new Set(this.#known.get(local)).add(jump));
  }

  /** @param {import("./instructions.mjs").Instruction} instruction */
  follow(instruction) {
    if (setsLocal(instruction)) {
      this.#known.delete(instruction.value);
      this.#open.at(-1)?.set.add(instruction.value);
    } else if (opens(instruction)) {
      this.#open.push({ entry: new Map(this.#known), set: new Set() });
      if (isLoop(instruction)) this.#known.clear(); // it can be entered again, with other values
    } else if (turns(instruction)) {
      this.#known = remaining(this.#open.at(-1));
    } else if (closes(instruction) && this.#open.length) {
      const part = this.#open.pop();
      this.#known = remaining(part);
      for (const local of part.set) this.#open.at(-1)?.set.add(local);
    }
  }
}

/** @param {{ entry: Map<number, Set<number>>, set: Set<number> }} part @returns {Map<number, Set<number>>} what was known before it and still is, whatever of it has run */
const remaining = ({ entry, set }) => new Map([...entry].filter(([local]) => !set.has(local)));

/** @param {(block: number[]) => number[]} act @returns a function for copies, which takes an address and a length, and acts on each block */
function eachBlock(act) {
  const [from, length, block, last] = [0, 1, 2, 3];
  const code = [
    ...[...get(length), EQUALS_ZERO, IF, VOID, RETURN, END],
    ...[...get(from), ...constant(SHIFT), SHIFT_RIGHT, SET, block],
    ...[...get(from), ...get(length), ADD, ...constant(1), SUBTRACT, ...constant(SHIFT), SHIFT_RIGHT, SET, last],
    ...[A_BLOCK, VOID, LOOP, VOID],
    ...act(get(block)),
    ...[...get(block), ...constant(1), ADD, TEE, block, ...get(last), AT_MOST, BRANCH_IF, 0, BRANCH, 1],
    ...[END, END],
  ];
  return { parameters: 2, locals: 2, code };
}

/** @param {Buffer} module @returns {number[]} the addresses that loads read which have their address written in the code */
export function constantReads(module) {
  const found = new Set();
  for (const body of bodies(module)) {
    let before = null;
    for (const instruction of instructions(body)) {
      if (isLoad(instruction) && before && isConstant(before)) found.add((before.value >>> 0) + instruction.offset);
      before = instruction;
    }
  }
  return [...found];
}

/** @param {Buffer} module @returns {{ tables: number[], named: number[] }} what loads add an index to, and all numbers in the code that can be addresses */
export function addresses(module) {
  const [tables, named] = [new Set(), new Set()];
  for (const body of bodies(module))
    for (const instruction of instructions(body)) {
      if (isLoad(instruction)) tables.add(instruction.offset);
      if (isConstant(instruction)) named.add(instruction.value >>> 0);
      if (instruction.offset) named.add(instruction.offset);
    }
  return { tables: [...tables], named: [...named] };
}
