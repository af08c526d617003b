/**
 * Leaves out the data of WebAssembly that none of its functions reads any more.
 *
 *     node trim/data.mjs FOLDER
 *
 * FOLDER is the snapshot's, whose functions were trimmed. Where data was left out there are zeros, and nothing would notice
 * that they are read. So only that is left out of which Python itself tells where it lies and what reads it: the modules that
 * are compiled into it, which a restored Python never imports again, and the tables of the codecs for Chinese, Japanese and
 * Korean. What would read them are functions that never ran, and therefore traps.
 */
import fs from "node:fs";
import path from "node:path";
import { boot } from "../boot.mjs";
import { dataSegments, withData } from "./wasm.mjs";

/** @typedef {[from: number, to: number]} Range  addresses */
/** @typedef {import("./wasm.mjs").Segment} Segment */

/** @param {any} python @returns {Range[]} the modules that are compiled into Python */
function frozenModules(python) {
  const all = python.runPython(`
import _imp
[found[0] for name in _imp._frozen_module_names() if (found := _imp.find_frozen(name, withdata=True))]`);
  return Array.from({ length: all.length }, (_, at) => {
    const { data } = all.get(at).getBuffer();
    return [data.byteOffset, data.byteOffset + data.length];
  });
}

/**
 * The tables of the multibyte codecs, by what CPython's `cjkcodecs.h` says of them: a capsule holds the address of
 * `{charset, encode, decode}`; the two are lists, by a character's first byte, of `{table, bottom, top}`.
 * Lists of pairs of characters have another form; they are small and stay.
 * @param {any} python @returns {Range[]}
 */
function codecTables(python) {
  const capsules = python.runPython(`
from importlib import import_module
from pyodide.ffi import to_js
modules = [import_module("_codecs_" + each) for each in ("cn", "hk", "jp", "kr", "tw")]
to_js([id(each) for module in modules for name, each in vars(module).items() if name.startswith("__map_") and not name.endswith("_pair")])`);
  const { HEAPU32: words, HEAPU8: bytes } = python._module;
  const lists = capsules.flatMap((/** @type {number} */ capsule) => {
    const map = words[(capsule >> 2) + 2] >> 2;
    return [words[map + 1], words[map + 2]].filter(Boolean);
  });
  return lists.flatMap((/** @type {number} */ list) =>
    Array.from({ length: 256 }, (_, first) => list + 8 * first)
      .filter((entry) => words[entry >> 2])
      .map((entry) => {
        const [table, bottom, top] = [words[entry >> 2], bytes[entry + 4], bytes[entry + 5]];
        return [table, table + 2 * (top - bottom + 1)];
      }),
  );
}

/** @param {Segment} segment @param {Range} range @returns {Segment[]} what is left of it */
function without({ at, content }, [from, to]) {
  const [before, after] = [Math.max(0, from - at), Math.max(0, to - at)];
  return [
    { at, content: content.subarray(0, before) },
    { at: at + after, content: content.subarray(after) },
  ].filter(({ content: left }) => left.length);
}

const file = path.join(path.resolve(process.argv[2]), "pyodide.asm.wasm");
const whole = fs.readFileSync(file);
const segments = dataSegments(whole);
const python = await boot();
const ranges = [...frozenModules(python), ...codecTables(python)];
const end = Math.max(...segments.map(({ at, content }) => at + content.length));
const strange = ranges.find(([from, to]) => !(0 < from && from < to && to <= end));
if (strange) throw new Error(`What lies between ${strange.join(" and ")} is no data, as was expected.`);
const left = ranges.reduce((all, range) => all.flatMap((segment) => without(segment, range)), segments);
const size = (/** @type {Segment[]} */ all) => all.reduce((sum, { content }) => sum + content.length, 0);
fs.writeFileSync(file, withData(whole, left));
console.log(`${size(left)} of ${size(segments)} bytes of data`);
process.exit(0);
