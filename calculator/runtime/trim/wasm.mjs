/** As much of WebAssembly's binary format as the steps here need: sections, function bodies, data segments. */

const HEADER = 8;
const [MEMORY, EXPORTS, FUNCTION_BODIES, DATA, DATA_COUNT] = [5, 7, 10, 11, 12];
const PAGE = 2 ** 16;
const [I32_CONST, I32_STORE8, UNREACHABLE, END, CALL] = [0x41, 0x3a, 0x00, 0x0b, 0x10];

/** @param {Uint8Array} bytes @param {number} at @returns {[value: number, next: number]} an unsigned LEB128 number */
function unsigned(bytes, at) {
  let value = 0;
  for (let shift = 1; ; shift *= 128) {
    const byte = bytes[at++];
    value += (byte & 127) * shift;
    if (byte < 128) return [value, at];
  }
}

/** @param {number} value */
function encodedUnsigned(value) {
  const bytes = [];
  do {
    bytes.push((value & 127) | (value > 127 ? 128 : 0));
    value >>>= 7;
  } while (value);
  return Buffer.from(bytes);
}

/** @param {number} value below 2**31 */
function encodedSigned(value) {
  const bytes = [];
  while (value > 63) {
    bytes.push((value & 127) | 128);
    value >>>= 7;
  }
  return Buffer.from([...bytes, value]);
}

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

/** @param {Buffer} code content of the section of function bodies @returns {Buffer[]} */
function bodies(code) {
  let [count, at] = unsigned(code, 0);
  return Array.from({ length: count }, () => {
    const [length, start] = unsigned(code, at);
    at = start + length;
    return code.subarray(start, at);
  });
}

/** @param {Buffer} module @returns {number} the bytes of memory that it starts with */
export function memorySize(module) {
  const { content } = sections(module).find(({ id }) => id === MEMORY);
  return unsigned(content, 2)[0] * PAGE;
}

/** @param {Buffer} module @returns {number} how many functions it defines */
export const functionCount = (module) =>
  bodies(sections(module).find(({ id }) => id === FUNCTION_BODIES).content).length;

/** @param {Buffer} content @returns {Buffer[]} */
const counted = (content) => [encodedUnsigned(content.length), content];

/** @param {Buffer} module @param {number} pages @returns {Buffer} the module with this many more pages of initial memory */
export function withMoreMemory(module, pages) {
  return withSection(module, MEMORY, (content) => {
    const [initial, rest] = unsigned(content, 2);
    return Buffer.concat([content.subarray(0, 2), encodedUnsigned(initial + pages), content.subarray(rest)]);
  });
}

/** @param {Buffer} module @param {number} changed the id of a section @param {(content: Buffer) => Buffer} change @returns {Buffer} */
function withSection(module, changed, change) {
  const all = sections(module).flatMap(({ id, content }) => [
    Buffer.from([id]),
    ...counted(id === changed ? change(content) : content),
  ]);
  return Buffer.concat([module.subarray(0, HEADER), ...all]);
}

/** @param {Buffer} module @param {(body: Buffer, index: number) => Buffer} change @returns {Buffer} */
export function withBodies(module, change) {
  return withSection(module, FUNCTION_BODIES, (content) => {
    const all = bodies(content);
    return Buffer.concat([encodedUnsigned(all.length), ...all.flatMap((body, index) => counted(change(body, index)))]);
  });
}

/** @param {Buffer} module @param {(name: string) => boolean} wanted @returns {Buffer} a module that hands out only what is wanted */
export function withExports(module, wanted) {
  return withSection(module, EXPORTS, (content) => {
    let [count, at] = unsigned(content, 0);
    const kept = [];
    while (count--) {
      const begin = at;
      const [length, start] = unsigned(content, at);
      const name = content.toString("utf8", start, start + length);
      [, at] = unsigned(content, start + length + 1);
      if (wanted(name)) kept.push(content.subarray(begin, at));
    }
    return Buffer.concat([encodedUnsigned(kept.length), ...kept]);
  });
}

/**
 * @param {Buffer} module whose functions were trimmed
 * @returns {{ named: Set<string>, called: Set<string> }} the functions that it imports or wants the address of; a superset
 *   of those that its functions call: every byte is taken for the beginning of an instruction
 */
export function importedFunctions(module) {
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(module));
  const functions = imports.filter(({ kind }) => kind === "function").map(({ name }) => name);
  const addresses = imports.filter(({ module: from }) => from === "GOT.func").map(({ name }) => name);
  const called = new Set();
  for (const body of bodies(sections(module).find(({ id }) => id === FUNCTION_BODIES).content))
    for (let at = 0; !body.equals(TRAP) && at < body.length - 1; at++)
      if (body[at] === CALL) called.add(functions[unsigned(body, at + 1)[0]]);
  return { named: new Set([...functions, ...addresses]), called };
}

/** A body that does nothing but trap. */
export const TRAP = Buffer.from([0, UNREACHABLE, END]);

/** @param {Buffer} body @param {number} address @returns {Buffer} the same body, which first sets the byte at that address to 1 */
export function marked(body, address) {
  let [groups, at] = unsigned(body, 0);
  while (groups--) {
    [, at] = unsigned(body, at);
    const type = body[at++];
    if (type === 0x63 || type === 0x64) [, at] = unsigned(body, at);
  }
  const mark = [Buffer.from([I32_CONST]), encodedSigned(address), Buffer.from([I32_CONST, 1, I32_STORE8, 0, 0])];
  return Buffer.concat([body.subarray(0, at), ...mark, body.subarray(at)]);
}

/** @typedef {{ at: number, content: Buffer }} Segment */

/** @param {Buffer} module @param {Segment[]} segments @returns {Buffer} the module with other data */
export function withData(module, segments) {
  const all = segments.flatMap(({ at, content }) => [
    Buffer.from([0, I32_CONST]),
    encodedSigned(at),
    Buffer.from([END]),
    ...counted(content),
  ]);
  const count = encodedUnsigned(segments.length);
  return withSection(
    withSection(module, DATA_COUNT, () => count),
    DATA,
    () => Buffer.concat([count, ...all]),
  );
}

/** @param {Buffer} module @returns {Segment[]} the data that instantiation copies into memory */
export function dataSegments(module) {
  const { content } = sections(module).find(({ id }) => id === DATA);
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
