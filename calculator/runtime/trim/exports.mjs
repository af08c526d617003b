/**
 * Removes every export that Pyodide's JavaScript only stores and never uses.
 *
 *     node trim/exports.mjs FOLDER
 *
 * FOLDER is the bundle's, with Pyodide's names. The WebAssembly exports thousands of functions and addresses, and
 * `pyodide.asm.mjs` stores each in a variable, for libraries that are loaded later. We load none, and parsing and creating
 * them is a large part of the start-up time.
 */
import fs from "node:fs";
import path from "node:path";
import { withExports } from "./wasm.mjs";

const folder = path.resolve(process.argv[2]);
const [loader, asm, wasm] = ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm"].map((name) =>
  path.join(folder, name),
);

const STORED = /([\w$]+)=Module\["([\w$]+)"\]=wasmExports\["([\w$]+)"\](\.value>>>0)?;/g;
const DECLARED = /var ([\w$,]+);(?=function assignWasmExports\()/;
const MADE = "var module=new WebAssembly.Module(bytes);";
const MADE_ONCE = "var module=(convertJsFunctionToWasm.made??={})[sig]??=new WebAssembly.Module(bytes);";

/** @param {string} text @returns {Map<string, number>} how often each word stands in it */
function words(text) {
  const counted = new Map();
  for (const [word] of text.matchAll(/[\w$]+/g)) counted.set(word, (counted.get(word) ?? 0) + 1);
  return counted;
}

/**
 * Emscripten compiles a small WebAssembly module for each JavaScript function that it puts into the function table. One for
 * each signature is enough, since only its import differs.
 * @param {string} source
 */
function wrappedOnce(source) {
  if (source.split(MADE).length !== 2) throw new Error("pyodide.asm.mjs does not wrap functions as expected.");
  return source.replace(MADE, () => MADE_ONCE);
}

/** @param {string} source @param {Map<string, number>} elsewhere words of the other files that use its exports */
function withoutStored(source, elsewhere) {
  const used = words(source);
  const isOnlyStored = (variable, key) => variable === key && used.get(variable) === 3 && !elsewhere.has(variable);
  const gone = new Set();
  const assigned = source.replace(STORED, (whole, variable, key) => {
    if (!isOnlyStored(variable, key)) return whole;
    gone.add(variable);
    return "";
  });
  if (!gone.size || !DECLARED.test(assigned))
    throw new Error("pyodide.asm.mjs does not store its exports as expected.");
  return assigned.replace(DECLARED, (_, names) => `var ${names.split(",").filter((name) => !gone.has(name))};`);
}

const elsewhere = words(
  [loader, new URL("../snapshot.mjs", import.meta.url)].map((file) => fs.readFileSync(file, "utf8")).join(),
);
const trimmed = wrappedOnce(withoutStored(fs.readFileSync(asm, "utf8"), elsewhere));
const named = words(trimmed);
fs.writeFileSync(asm, trimmed);
fs.writeFileSync(
  wasm,
  withExports(fs.readFileSync(wasm), (name) => named.has(name)),
);
