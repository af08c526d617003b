/**
 * Pyodide without the doors that only extension modules go through.
 *
 *     node lean.mjs FOLDER
 *
 * FOLDER is way A's, under Pyodide's names. WebAssembly hands out thousands of functions and addresses by name, and the
 * glue keeps each in a variable, for libraries that are loaded later. We load none. What the glue does nothing with but
 * keep goes, from the glue and from the WebAssembly: reading and making all of it is a good part of a start.
 */
import fs from "node:fs";
import path from "node:path";
import { withExports } from "./wasm.mjs";

const folder = path.resolve(process.argv[2]);
const [glue, asm, wasm] = ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm"].map((name) => path.join(folder, name));

const KEPT = /([\w$]+)=Module\["([\w$]+)"\]=wasmExports\["([\w$]+)"\](\.value>>>0)?;/g;
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
 * Functions of JavaScript that WebAssembly may call are wrapped, by a module each: one for each kind of function will do.
 * @param {string} source
 */
function wrappedOnce(source) {
  if (source.split(MADE).length !== 2) throw new Error("The glue wraps functions otherwise than was expected.");
  return source.replace(MADE, () => MADE_ONCE);
}

/** @param {string} source @param {Map<string, number>} elsewhere words of all that uses it */
function withoutKept(source, elsewhere) {
  const used = words(source);
  const isOnlyKept = (variable, key) => variable === key && used.get(variable) === 3 && !elsewhere.has(variable);
  const gone = new Set();
  const assigned = source.replace(KEPT, (whole, variable, key) => {
    if (!isOnlyKept(variable, key)) return whole;
    gone.add(variable);
    return "";
  });
  if (!gone.size || !DECLARED.test(assigned))
    throw new Error("The glue keeps what it exports otherwise than was expected.");
  return assigned.replace(DECLARED, (_, names) => `var ${names.split(",").filter((name) => !gone.has(name))};`);
}

const elsewhere = words(
  [glue, new URL("snapshot.mjs", import.meta.url)].map((file) => fs.readFileSync(file, "utf8")).join(),
);
const lean = wrappedOnce(withoutKept(fs.readFileSync(asm, "utf8"), elsewhere));
const named = words(lean);
fs.writeFileSync(asm, lean);
fs.writeFileSync(
  wasm,
  withExports(fs.readFileSync(wasm), (name) => named.has(name)),
);
