/** As much of WebAssembly's binary format as the steps here need: sections, function bodies, data segments. */
import { locals } from "./instructions.mjs";
import { encodedSigned, encodedUnsigned, past, unsigned } from "./leb128.mjs";

const HEADER = 8;
const [TYPES, IMPORTS, FUNCTIONS, MEMORY, EXPORTS, BODIES, DATA, DATA_COUNT] = [1, 2, 3, 5, 7, 10, 11, 12];
const [FUNCTION, TABLE, A_MEMORY, GLOBAL] = [0, 1, 2, 3];
const PAGE = 2 ** 16;
const [I32_CONST, I32_STORE8, UNREACHABLE, END, I32, FUNCTION_TYPE] = [0x41, 0x3a, 0x00, 0x0b, 0x7f, 0x60];

/** @param {Buffer} module @returns {{ id: number, content: Buffer }[]} */
function sections(module) {
  const found = [];
  for (let at = HEADER; at < module.length; ) {
    const [length, start] = unsigned(module, at + 1);
    found.push({ id: module[at], content: module.subarray(start, start + length) });
    at = start + length;
  }
  return found;
}

/** @param {Buffer} module @param {number} wanted the id of a section @returns {Buffer} */
function section(module, wanted) {
  const found = sections(module).find(({ id }) => id === wanted);
  if (!found) throw new Error(`The WebAssembly has no section ${wanted}.`);
  return found.content;
}

/** @param {Buffer} content @returns {Buffer[]} */
const counted = (content) => [encodedUnsigned(content.length), content];

/** @param {Buffer} module @param {Record<number, (content: Buffer) => Buffer>} changes what becomes of sections, by their ids @returns {Buffer} */
function withSections(module, changes) {
  const all = sections(module).flatMap(({ id, content }) => [
    Buffer.from([id]),
    ...counted(changes[id] ? changes[id](content) : content),
  ]);
  return Buffer.concat([module.subarray(0, HEADER), ...all]);
}

/** @param {Buffer} list content of a section that is a list @param {Buffer[]} more its further items */
function longer(list, more) {
  const [count, first] = unsigned(list, 0);
  return Buffer.concat([encodedUnsigned(count + more.length), list.subarray(first), ...more]);
}

// ─── Functions ───

/** A body that does nothing but trap. */
export const TRAP = Buffer.from([0, UNREACHABLE, END]);

/** @param {Buffer} module @returns {Buffer[]} the bodies of the functions that it defines */
export function bodies(module) {
  const code = section(module, BODIES);
  let [count, at] = unsigned(code, 0);
  return Array.from({ length: count }, () => {
    const [length, start] = unsigned(code, at);
    at = start + length;
    return code.subarray(start, at);
  });
}

/** @param {Buffer} module @param {(body: Buffer, index: number) => Buffer} change @returns {Buffer} */
export function withBodies(module, change) {
  const all = bodies(module).flatMap((body, index) => counted(change(body, index)));
  return withSections(module, { [BODIES]: () => Buffer.concat([encodedUnsigned(functionCount(module)), ...all]) });
}

/** @param {Buffer} module @returns {number} how many functions it defines */
export const functionCount = (module) => unsigned(section(module, BODIES), 0)[0];

/** @param {Buffer} module @returns {number[]} how many parameters each function that it defines has */
export function parameterCounts(module) {
  const types = section(module, TYPES);
  let [count, at] = unsigned(types, 0);
  const parameters = Array.from({ length: count }, () => {
    if (types[at] !== FUNCTION_TYPE) throw new Error("The WebAssembly has a type that is no function's.");
    const [given, first] = unsigned(types, at + 1);
    const [returned, next] = unsigned(types, first + given);
    at = next + returned;
    return given;
  });
  const functions = section(module, FUNCTIONS);
  [count, at] = unsigned(functions, 0);
  return Array.from({ length: count }, () => {
    const [type, next] = unsigned(functions, at);
    at = next;
    return parameters[type];
  });
}

/** @param {Buffer} module @returns {number} how many functions it imports: they come before its own */
function importedFunctions(module) {
  const imports = section(module, IMPORTS);
  let [count, at] = unsigned(imports, 0);
  let found = 0;
  for (; count; count--) {
    for (let name = 0; name < 2; name++) {
      const [length, first] = unsigned(imports, at);
      at = first + length;
    }
    const kind = imports[at++];
    if (kind === FUNCTION) found++;
    if (kind === TABLE) at++;
    if (kind === TABLE || kind === A_MEMORY) at = imports[at] & 1 ? past(imports, past(imports, at + 1)) : past(imports, at + 1);
    else if (kind === GLOBAL) at += 2;
    else at = past(imports, kind === FUNCTION ? at : at + 1);
  }
  return found;
}

/**
 * Adds functions that take numbers and return nothing.
 * @param {Buffer} module
 * @param {{ parameters: number, locals: number, code: number[] }[]} added  parameters and locals are 32-bit integers
 * @returns {{ module: Buffer, first: number }} and the index of the first of them
 */
export function withFunctions(module, added) {
  const types = added.map(({ parameters }) => Buffer.from([FUNCTION_TYPE, parameters, ...Array(parameters).fill(I32), 0]));
  const [typeCount] = unsigned(section(module, TYPES), 0);
  const made = added.map(({ locals, code }) => Buffer.from([...(locals ? [1, locals, I32] : [0]), ...code, END]));
  const changed = withSections(module, {
    [TYPES]: (content) => longer(content, types),
    [FUNCTIONS]: (content) => longer(content, added.map((_, at) => encodedUnsigned(typeCount + at))),
    [BODIES]: (content) => longer(content, made.map((body) => Buffer.concat(counted(body)))),
  });
  return { module: changed, first: importedFunctions(module) + functionCount(module) };
}

/** @param {Buffer} body @param {number} address @returns {Buffer} the same body, which first sets the byte at that address to 1 */
export function marked(body, address) {
  const { end } = locals(body);
  const mark = [Buffer.from([I32_CONST]), encodedSigned(address), Buffer.from([I32_CONST, 1, I32_STORE8, 0, 0])];
  return Buffer.concat([body.subarray(0, end), ...mark, body.subarray(end)]);
}

// ─── Exports, memory, data ───

/** @param {Buffer} module @param {(name: string) => boolean} wanted @returns {Buffer} a module that exports only what is wanted */
export function withExports(module, wanted) {
  return withSections(module, {
    [EXPORTS]: (content) => {
      let [count, at] = unsigned(content, 0);
      const kept = [];
      for (; count; count--) {
        const begin = at;
        const [length, start] = unsigned(content, at);
        const name = content.toString("utf8", start, start + length);
        at = past(content, start + length + 1);
        if (wanted(name)) kept.push(content.subarray(begin, at));
      }
      return Buffer.concat([encodedUnsigned(kept.length), ...kept]);
    },
  });
}

/** @param {Buffer} module @returns {number} the bytes of memory that it starts with */
export const memorySize = (module) => unsigned(section(module, MEMORY), 2)[0] * PAGE;

const ROOM = 2 ** 26;

/**
 * Makes place for marks at the end of memory, so far away that the program does not come there.
 * @param {Buffer} module
 * @param {number} count how many bytes are needed
 * @returns {{ module: Buffer, marks: number, taken: (heap: Uint8Array) => Uint8Array }} the address of the first; `taken` returns them
 */
export function withMarks(module, count) {
  const size = memorySize(module) + ROOM;
  const marks = size - count;
  const larger = withSections(module, {
    [MEMORY]: (content) => {
      const [, rest] = unsigned(content, 2);
      return Buffer.concat([content.subarray(0, 2), encodedUnsigned(size / PAGE), content.subarray(rest)]);
    },
  });
  const taken = (/** @type {Uint8Array} */ heap) => {
    if (heap.length !== size || heap.subarray(marks - PAGE, marks).some(Boolean))
      throw new Error("Memory is in use where the marks are.");
    return heap.slice(marks, size);
  };
  return { module: larger, marks, taken };
}

/** @typedef {{ at: number, content: Buffer }} Piece  bytes of memory, and the address of the first */

/** @param {Buffer} module @returns {Piece[]} the data that instantiation copies into memory */
export function dataSegments(module) {
  const content = section(module, DATA);
  let [count, next] = unsigned(content, 0);
  return Array.from({ length: count }, () => {
    const [kind, code] = [content[next], content[next + 1]];
    if (kind !== 0 || code !== I32_CONST) throw new Error("A data segment is not at a fixed address, as was expected.");
    let at = 0;
    let length = 0;
    [at, next] = unsigned(content, next + 2);
    if (content[next] !== END) throw new Error("A data segment's address is not a plain number, as was expected.");
    [length, next] = unsigned(content, next + 1);
    next += length;
    return { at, content: content.subarray(next - length, next) };
  });
}

/** @param {Buffer} module @param {Piece[]} pieces @returns {Buffer} a module that has these data segments and no others */
export function withData(module, pieces) {
  const written = pieces.flatMap(({ at, content }) => [
    Buffer.from([0, I32_CONST]),
    encodedSigned(at),
    Buffer.from([END]),
    ...counted(content),
  ]);
  return withSections(module, {
    [DATA_COUNT]: () => encodedUnsigned(pieces.length),
    [DATA]: () => Buffer.concat([encodedUnsigned(pieces.length), ...written]),
  });
}
