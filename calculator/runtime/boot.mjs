/** Pyodide under Node, as the scripts of this folder need it. */
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

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
 * @param {string} [library] folder with `pyodide.mjs`, `pyodide.asm.mjs` and `pyodide.asm.wasm`
 */
export async function boot(options = {}, library = PYODIDE) {
  const { loadPyodide } = await import(pathToFileURL(path.join(library, "pyodide.mjs")).href);
  return loadPyodide({
    indexURL: library,
    lockFileContents: EMPTY_LOCK,
    packageBaseUrl: "./",
    env: { ...FIXED_ENVIRONMENT },
    ...options,
  });
}

/** An uncaught error would print a line of the glue, which is a megabyte long: its message and our own frames say more. */
process.on("uncaughtException", (error) => {
  const frames = String(error?.stack ?? "")
    .split("\n")
    .filter((line) => line.includes("/runtime/"));
  const said = [`${error?.name ?? "Error"}: ${error?.message ?? error}`, ...frames].join("\n");
  process.stderr.write(`${said.slice(0, 4000)}\n`);
  process.exit(1);
});
