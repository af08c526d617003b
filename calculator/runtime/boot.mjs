/** Pyodide under Node, as the scripts of this folder need it. */
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { restoring } from "../python/restore.mjs";

/** The npm package as installed: what everything here is made from. */
export const PYODIDE = path.dirname(fileURLToPath(import.meta.resolve("pyodide/package.json")));

/** A lock file without packages, for the very build of Pyodide that is installed. */
export const EMPTY_LOCK = {
  info: JSON.parse(fs.readFileSync(path.join(PYODIDE, "pyodide-lock.json"), "utf8")).info,
  packages: {},
};

/** The same hash seed and home on every run and every machine. */
export const FIXED_ENVIRONMENT = { PYTHONHASHSEED: "0", HOME: "/home/pyodide" };

/**
 * @param {Record<string, unknown>} [options] more options of `loadPyodide`
 * @param {string} [folder] with `pyodide.mjs`, `pyodide.asm.mjs` and `pyodide.asm.wasm`
 */
export async function boot(options = {}, folder = PYODIDE) {
  const { loadPyodide } = await import(pathToFileURL(path.join(folder, "pyodide.mjs")).href);
  return loadPyodide({
    indexURL: folder,
    lockFileContents: EMPTY_LOCK,
    packageBaseUrl: "./",
    env: { ...FIXED_ENVIRONMENT },
    ...options,
  });
}

/**
 * Starts one way of starting Python from the folder of its files, which have Pyodide's own names.
 * A folder with `memory.bin` is the snapshot's, one with a lock file stock's: that one is started with public options alone,
 * as stock.mjs does in the browser.
 * @param {string} folder
 */
export async function bootWay(folder) {
  const has = (/** @type {string} */ name) => fs.existsSync(path.join(folder, name));
  if (has("pyodide-lock.json")) {
    const { loadPyodide } = await import(pathToFileURL(path.join(folder, "pyodide.mjs")).href);
    return loadPyodide({ indexURL: folder, packages: ["cor-calc"] });
  }
  if (!has("memory.bin")) return boot({}, folder);
  const { default: create } = await import(pathToFileURL(path.join(folder, "pyodide.asm.mjs")).href);
  const memory = fs.readFileSync(path.join(folder, "memory.bin"));
  return boot(restoring(create, memory.buffer.slice(memory.byteOffset, memory.byteOffset + memory.length)), folder);
}

/** Node would print the source line of an uncaught error, which is a megabyte long in `pyodide.asm.mjs`: print our own frames, and the message last. */
process.on("uncaughtException", (error) => {
  const frames = String(error?.stack ?? "")
    .split("\n")
    .filter((line) => line.includes("/runtime/"));
  const said = [...frames, `${error?.name ?? "Error"}: ${error?.message ?? error}`].join("\n");
  process.stderr.write(`${said.slice(0, 4000)}\n`);
  process.exit(1);
});
