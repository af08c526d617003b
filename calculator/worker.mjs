/**
 * The worker in which Python runs: loads it in the way that its name says, then answers questions one by one.
 *
 * Says `{way, files}` when ready, `{progress}` while a slow load lasts, `{id, text}` for an answer,
 * `{failed}` when it can do no more: python.mjs then ends it and starts the next way.
 */

/** What was built, by way: `cor_site.pack` writes it here. @type {any} */
const RUNTIME = {};

const SLOW_MS = 500;
const TELL_MS = 100;
const BETTER_THAN_GZIP = ["br", "zstd", "dcb", "dcz"];
const EMPTY_ARCHIVE = Uint8Array.from([80, 75, 5, 6, ...Array(18).fill(0)]);

/** @typedef {{ name: string, size: number, sum: string, packed: { name: string, size: number } }} Large  `sum`: its SHA-256 */
/**
 * @typedef {object} Parts  what a way consists of: names of files beside this one
 * @property {string} glue @property {string} asm @property {Large} wasm
 * @property {Large} [library] @property {Large} [memory] @property {string} [restore] @property {string} [packages]
 */

/** The files of the runtime: each fetched once, counted as it comes, and compared with what was built. */
class Files {
  /** @type {string[]} */ loaded = [];
  missing = false;
  #progress = { loaded: 0, total: 0 };
  #told = SLOW_MS - TELL_MS;
  /** @type {Promise<boolean>[]} */ #compared = [];

  /** @param {string} base @param {boolean} direct whether the host compresses better than gzip can */
  constructor(base, direct) {
    this.base = base;
    this.direct = direct;
  }

  /** @param {string} name @returns {string} its address, which is noted as loaded */
  address(name) {
    this.loaded.push(this.base + name);
    return this.base + name;
  }

  /** @param {Large} file @returns {Promise<ArrayBuffer>} all of it */
  async whole(file) {
    return this.#watched(await this.#open(file), file);
  }

  /**
   * Compiles WebAssembly while it comes. Browsers keep what they compiled only of a response that came from the network
   * as it is, so that one is handed over, and a copy is read.
   * @param {Large} file @returns {Promise<WebAssembly.Module>}
   */
  async compiled(file) {
    const response = await this.#open(file, "application/wasm");
    this.#watched(response.clone(), file).catch(() => {});
    return WebAssembly.compileStreaming(response);
  }

  /**
   * A large file lies there twice: as it is, for a host that compresses well, and gzipped by us, for one that does not.
   * @param {Large} file @param {string} type @returns {Promise<Response>} with the file as it is
   */
  async #open(file, type = "") {
    this.#progress.total += file.packed.size;
    let response = this.direct ? await this.#fetch(file.name) : undefined;
    let packed;
    if (!BETTER_THAN_GZIP.includes(response?.headers.get("content-encoding") ?? "")) {
      response?.body?.cancel();
      packed = typeof DecompressionStream === "undefined" ? undefined : await this.#fetch(file.packed.name);
      response = packed ?? (await this.#fetch(file.name));
    }
    if (!response?.body) {
      this.missing = true;
      throw new Error(`${file.name} could not be loaded`);
    }
    this.loaded.push(response.url);
    const headers = { "content-type": type };
    if (packed) return new Response(response.body.pipeThrough(new DecompressionStream("gzip")), { headers });
    return type && response.headers.get("content-type") !== type ? new Response(response.body, { headers }) : response;
  }

  /** @param {string} name @returns {Promise<Response | undefined>} */
  async #fetch(name) {
    const response = await fetch(this.base + name).catch(() => undefined);
    return response?.ok ? response : undefined;
  }

  /**
   * Compression has checks of its own in some hosts' formats, and none in others: the sum is worked out beside the use.
   * @param {Response} response @param {Large} file @returns {Promise<ArrayBuffer>}
   */
  #watched(response, file) {
    const content = this.#read(response, file);
    this.#compared.push(content.then((bytes) => isWhole(bytes, file)).catch(() => false));
    return content;
  }

  /**
   * What breaks off, cannot be inflated or is too long is the fault of the way here, and not of this browser.
   * @param {Response} response @param {Large} file @returns {Promise<ArrayBuffer>}
   */
  async #read(response, file) {
    const content = new Uint8Array(file.size);
    const reader = /** @type {ReadableStream<Uint8Array>} */ (response.body).getReader();
    try {
      for (let at = 0; ; ) {
        const { done, value } = await reader.read();
        if (done) return content.buffer;
        content.set(value, at);
        at += value.length;
        this.#count((value.length * file.packed.size) / file.size);
      }
    } catch (error) {
      this.missing = true;
      throw error;
    }
  }

  /** Rejects if a file was not what was built: one wrong byte may be a wrong rule. */
  async allWhole() {
    if ((await Promise.all(this.#compared)).every(Boolean)) return;
    this.missing = true;
    throw new Error("a file arrived damaged");
  }

  /** @param {number} bytes */
  #count(bytes) {
    this.#progress.loaded += bytes;
    const now = performance.now();
    if (now - this.#told < TELL_MS) return;
    this.#told = now;
    postMessage({ way, progress: { loaded: Math.round(this.#progress.loaded), total: this.#progress.total } });
  }
}

/** @param {ArrayBuffer} bytes @param {Large} file @returns {Promise<boolean>} whether they are what was built */
async function isWhole(bytes, { sum }) {
  if (!globalThis.crypto?.subtle) return true; // not over HTTPS
  const found = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(found, (byte) => byte.toString(16).padStart(2, "0")).join("") === sum;
}

/**
 * Pyodide fetches its large files by fixed names, and late: hand it ours, which have been on their way since the start.
 * It waits for ever for WebAssembly that cannot be had.
 * @param {Promise<WebAssembly.Module>} wasm @param {Promise<ArrayBuffer>} [library] none is read where a memory is restored
 * @returns {Promise<never>} rejects where the WebAssembly cannot be had
 */
function serve(wasm, library) {
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

/** @param {Parts} parts @returns {Promise<any>} Pyodide, with `cor_calc` in it */
async function load({ glue, asm, wasm, library, memory, restore, packages }) {
  const compiled = files.compiled(wasm); // asked for first, since it is needed first
  const [archive, remembered] = [library, memory].map((file) => file && files.whole(file));
  const failed = serve(compiled, archive);
  const [{ loadPyodide }, { default: create }, recall] = await Promise.all(
    [glue, asm, restore].map((name) => name && import(files.address(name))),
  );
  const python = loadPyodide({
    indexURL: files.base,
    lockFileContents: RUNTIME.lock,
    packageBaseUrl: files.base + packages,
    createPyodideModule: create,
    ...(memory && recall.restoring(create, remembered)),
  });
  await Promise.race([Promise.all([python, archive, remembered]), failed]);
  if (packages) await install(await python, packages);
  await files.allWhole();
  return python;
}

/**
 * In the plain way the package comes as the wheel that the lock file names, and its hash is checked.
 * @param {any} python @param {string} packages
 */
async function install(python, packages) {
  /** @type {string[]} */ const errors = [];
  const [[name, { file_name }]] = Object.entries(RUNTIME.lock.packages);
  const errorCallback = (/** @type {string} */ error) => errors.push(error);
  await python.loadPackage(name, { messageCallback: () => {}, errorCallback });
  if (errors.length) throw new Error(errors.join(" "));
  files.address(packages + file_name);
}

/** @param {unknown} error @param {string} what @param {string} failed a code of python.mjs */
function giveUp(error, what, failed) {
  console.info(`${what} in way ${way}: ${error instanceof Error ? error.message : error}`);
  postMessage({ way, failed });
}

const [asked, host] = self.name.split(" ");
const way = ["b", "a", "plain"].slice(["b", "a", "plain"].indexOf(asked)).find((name) => name in RUNTIME.ways) ?? "";
const files = new Files(new URL(".", import.meta.url).href, BETTER_THAN_GZIP.includes(host));

/** Questions that come before Python does wait. @type {import("./python.mjs").Question[]} */
const waiting = [];
let put = (/** @type {import("./python.mjs").Question} */ question) => void waiting.push(question);
addEventListener("message", ({ data }) => put(data));

try {
  const python = await load(RUNTIME.ways[way]);
  const check = python.pyimport("cor_calc").check_json;
  put = ({ id, check: name, answers, asOf }) => {
    try {
      postMessage({ id, text: check(name, answers, asOf) });
    } catch (error) {
      put = () => {}; // Python may be left in any state, and answers nothing more
      giveUp(error, "Python stopped", "evaluation_failed");
    }
  };
  postMessage({ way, files: files.loaded });
  waiting.forEach(put);
} catch (error) {
  if (!files.missing) await files.allWhole().catch(() => {}); // what arrived damaged fails before its sum is known
  giveUp(error, "Python did not start", files.missing ? "network" : "start_failed");
}
