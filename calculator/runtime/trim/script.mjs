/**
 * Leaves out of `pyodide.asm.mjs` what the trimmed WebAssembly cannot reach: windows, sound, network and more.
 *
 *     node trim/script.mjs FOLDER
 *
 * FOLDER is the snapshot's, whose functions were trimmed. An import that none of them calls becomes a function that throws
 * what a trap throws. Each import whose address the WebAssembly wants keeps its place in the function table, but the place
 * is empty: WebAssembly traps where such a one is called. Then esbuild leaves out what nothing mentions any more; it does so
 * with what stands at the top of a module, so the function around the whole script is taken off meanwhile.
 */
import fs from "node:fs";
import path from "node:path";
import { transformSync } from "esbuild";
import { importedFunctions } from "./wasm.mjs";

const folder = path.resolve(process.argv[2]);
const [loader, asm, wasm] = ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm"].map((name) =>
  path.join(folder, name),
);

const BEGIN = "async function _createPyodideModule(moduleArg={}){";
const END = /;return moduleRtn}export default _createPyodideModule;\s*$/;
const IMPORTS = /(?<=var wasmImports=\{)[\w$:,]+(?=\})/;
const PLACED = "var ret=getEmptyTableSlot();";
const LEFT_OUT = 'function leftOut(){throw new WebAssembly.RuntimeError("a function was left out")}';
const SIGNATURE = /([\w$]+)\.sig="\w*";/g;
const HANDED_OUT = /Module\["([\w$]+)"\]=[\w$]+;/g;
const READ = /\.([\w$]+)|(?<!Module)\["([\w$]+)"\]|Module\["([\w$]+)"\](?!=[^=])/g;

/** @param {string} source @param {string | RegExp} text @param {string} by @returns {string} */
function replaced(source, text, by) {
  if (source.split(text).length !== 2) throw new Error(`pyodide.asm.mjs does not have ${text} once, as was expected.`);
  return source.replace(text, () => by);
}

/** @param {string} source @param {RegExp} text @param {(...found: string[]) => string} by @returns {string} */
function replacedAll(source, text, by) {
  if (source.search(text) < 0) throw new Error(`pyodide.asm.mjs does not have ${text}, as was expected.`);
  return source.replace(text, by);
}

/** @param {string} source @returns {string} with those of its imports alone that the WebAssembly names, and calls of the others */
function withoutImports(source) {
  const { named, called } = importedFunctions(fs.readFileSync(wasm));
  const list = source.match(IMPORTS)?.[0] ?? "";
  const imports = list.split(",").map((each) => each.split(":"));
  const wanted = imports.filter(([name]) => named.has(name));
  const kept = new Set(wanted.filter(([name]) => called.has(name)).map((each) => each.at(-1)));
  const entries = wanted.map((each) => `${each[0]}:${kept.has(each.at(-1)) ? each.at(-1) : "leftOut"}`);
  const placed = replaced(replaced(source, IMPORTS, entries.join()), PLACED, `${PLACED}if(func===leftOut)return ret;`);
  return replacedAll(placed, SIGNATURE, (whole, name) => (kept.has(name) ? whole : ""));
}

/** @param {string} source @returns {string} which puts into `Module` only what this script or Pyodide's other one reads there */
function withoutHandedOut(source) {
  const read = new Set();
  for (const [, ...names] of (source + fs.readFileSync(loader, "utf8")).matchAll(READ)) read.add(names.find(Boolean));
  return replacedAll(source, HANDED_OUT, (whole, name) => (read.has(name) ? whole : ""));
}

/** Evaluating texts is refused by the site's policy. Written like this it does not hinder esbuild, which otherwise has to keep every name. */
const withoutEval = (/** @type {string} */ source) => replacedAll(source, /\beval\(/g, () => "(0,eval)(");

/** @param {string} source @returns {string} */
function shaken(source) {
  const inside = replaced(replaced(source, BEGIN, LEFT_OUT), END, ";export{moduleRtn as made}");
  const { code } = transformSync(inside, {
    format: "esm",
    target: "es2022",
    minify: true,
    treeShaking: true,
    logLevel: "error",
  });
  const made = code.match(/export\{([\w$]+) as made\};\s*$/);
  if (!made) throw new Error("esbuild does not end a module as was expected.");
  return `export default async function(moduleArg={}){${code.slice(0, made.index)}return ${made[1]}}\n`;
}

const source = fs.readFileSync(asm, "utf8");
const trimmed = shaken(withoutEval(withoutHandedOut(withoutImports(source))));
fs.writeFileSync(asm, trimmed);
console.log(`${trimmed.length} of ${source.length} characters of Pyodide's script`);
