/**
 * The worker that starts Pyodide as its manual says, with public options alone: the slowest way, and the one that works
 * as long as Pyodide keeps its documented interface. Every file is compared with the build's before Pyodide loads it.
 */

import { BUILT } from "#built";
import { NetworkError, serve } from "./answer.mjs";

/** Milliseconds that Pyodide has to go another way after a refusal. */
const OTHER_WAY_WITHIN = 5_000;

const { folder, files } = BUILT.stock ?? { folder: "", files: {} };
const base = new URL(folder, import.meta.url).href;

serve("stock", async (tell) => {
  await fetchAll(tell);
  const refused = refusal();
  const { loadPyodide } = await import(`${base}pyodide.mjs`);
  return Promise.race([loadPyodide({ indexURL: base, packages: ["cor-calc"] }), refused]);
});

/**
 * Pyodide logs that its WebAssembly was refused, and never settles; so we watch the browser's own functions.
 * @returns {Promise<never>} rejects some seconds after a refusal
 */
function refusal() {
  const functions = /** @type {Record<string, any>} */ (/** @type {unknown} */ (WebAssembly));
  return new Promise((_, reject) => {
    for (const name of ["instantiate", "instantiateStreaming"]) {
      const make = functions[name];
      functions[name] = (/** @type {any[]} */ ...given) => {
        const made = make(...given);
        made.catch((/** @type {Error} */ error) => setTimeout(reject, OTHER_WAY_WITHIN, error));
        return made;
      };
    }
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
