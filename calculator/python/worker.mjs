/**
 * The worker of the two fast ways of starting Python, made by calculator/runtime. The page names it by the way and by how
 * the host compresses: "snapshot br". A way that was not built is not here; the next one then starts instead.
 *
 * Both ways lean on parts of Pyodide that are not documented (tools/leans_on.toml lists them), so stock.mjs stands
 * apart and shares none of this.
 */

import { loadPyodide } from "pyodide";
import { BUILT } from "#built";
import { NetworkError, serve } from "./answer.mjs";
import { BETTER_THAN_GZIP } from "./browser.mjs";
import { Files } from "./files.mjs";
import { restoring } from "./restore.mjs";

const EMPTY_ARCHIVE = Uint8Array.from([80, 75, 5, 6, ...Array(18).fill(0)]);

const [asked, host] = self.name.split(" ");
const way = asked === "snapshot" && BUILT.snapshot ? "snapshot" : "bundle";
const base = new URL(".", import.meta.url).href;

serve(way, async (tell) => {
  const files = new Files(base, BETTER_THAN_GZIP.includes(host), tell);
  try {
    return await load(files);
  } catch (error) {
    if (!files.missing) await files.allWhole().catch(() => {}); // a damaged file can fail before its checksum is known
    throw files.missing ? new NetworkError(error instanceof Error ? error.message : String(error)) : error;
  }
});

/** @param {Files} files @returns {Promise<any>} Pyodide, with the rules in it */
async function load(files) {
  const parts = way === "snapshot" ? BUILT.snapshot : BUILT.bundle;
  if (!parts) throw new Error("this way was not built");
  const compiled = files.compiled(parts.wasm); // asked for first, since it is needed first
  const memory = "memory" in parts ? files.whole(parts.memory) : undefined;
  const library = "library" in parts ? files.whole(parts.library) : undefined;
  const failed = hand(compiled, library);
  const { default: create } = await import(base + parts.asm);
  const python = loadPyodide({
    indexURL: base,
    lockFileContents: BUILT.lock, // nothing is installed: the rules are in the memory, or in the library's archive
    packageBaseUrl: base,
    createPyodideModule: create,
    ...(memory && restoring(create, memory)),
  });
  await Promise.race([Promise.all([python, memory, library]), failed]);
  await files.allWhole();
  return python;
}

/**
 * Pyodide fetches its large files by fixed names, and late: this hands it ours, which are on their way already.
 * Pyodide never rejects when its WebAssembly fails to load, so we detect that ourselves.
 * @param {Promise<WebAssembly.Module>} wasm @param {Promise<ArrayBuffer>} [library] none is read where a memory is restored
 * @returns {Promise<never>} rejects where the WebAssembly cannot be loaded
 */
function hand(wasm, library) {
  const { fetch } = self;
  self.fetch = async (address, init) => {
    const name = String(address).split("/").at(-1);
    if (name === "pyodide.asm.wasm") return new Response();
    if (name === "python_stdlib.zip") return new Response(library ? await library : EMPTY_ARCHIVE);
    return fetch(address, init);
  };
  return new Promise((_, reject) => {
    addEventListener("unhandledrejection", ({ reason }) => reject(reason), { once: true });
    WebAssembly.instantiateStreaming = async (_response, imports) => {
      const made = wasm.then((module) => WebAssembly.instantiate(module, imports));
      made.catch(reject);
      return { module: await wasm, instance: await made };
    };
    wasm.catch(reject);
  });
}
