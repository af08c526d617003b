/**
 * The worker that starts Pyodide as its manual says, with public options alone: the slowest way, and the one that works
 * as long as Pyodide keeps its documented interface. Every file is compared with the build's before Pyodide loads it.
 */

import { BUILT } from "#built";
import { NetworkError, serve } from "./answer.mjs";

/** Milliseconds that Pyodide may take once its files are there: many times what a phone takes. */
const STARTS_WITHIN = 30_000;

const { folder, files } = BUILT.stock ?? { folder: "", files: {} };
const base = new URL(folder, import.meta.url).href;

serve("stock", async (tell) => {
  await fetchAll(tell);
  const { loadPyodide } = await import(`${base}pyodide.mjs`);
  const python = loadPyodide({ indexURL: base, packages: ["cor-calc"] });
  return Promise.race([python, tooLong()]);
});

/** @returns {Promise<never>} rejects after a while: where the browser refuses it memory, Pyodide logs that and never settles */
function tooLong() {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error("Pyodide says nothing more")), STARTS_WITHIN);
  });
}

/**
 * Fetches every file with its hash, so that Pyodide finds in the browser's cache what was built and nothing else.
 * @param {(progress: import("./answer.mjs").Progress) => void} tell
 */
async function fetchAll(tell) {
  let loaded = 0;
  const total = Object.values(files).reduce((sum, { size }) => sum + size, 0);
  const fetched = Object.entries(files).map(async ([name, { size, integrity }]) => {
    const response = await fetch(base + name, { integrity });
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    await response.arrayBuffer();
    loaded += size;
    tell({ loaded, total });
  });
  await Promise.all(fetched).catch((error) => {
    throw new NetworkError(`a file could not be loaded: ${error.message}`);
  });
}
