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

/** The files of the runtime: each fetched once, counted as it comes. */
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

  /**
   * A large file lies there twice: as it is, for a host that compresses well, and gzipped by us, for one that does not.
   * @param {Large} file @param {string} type
   */
  async open(file, type = "application/octet-stream") {
    this.#progress.total += file.packed.size;
    const direct = this.direct ? await this.#fetch(file.name) : undefined;
    if (BETTER_THAN_GZIP.includes(direct?.headers.get("content-encoding") ?? "")) {
      return this.#watched(direct, file, type);
    }
    direct?.body?.cancel();
    const packed = typeof DecompressionStream === "undefined" ? undefined : await this.#fetch(file.packed.name);
    if (packed) return this.#watched(packed, file, type, new DecompressionStream("gzip"));
    return this.#watched(await this.#fetch(file.name), file, type);
  }

  /** @param {Large} file @returns {Promise<ArrayBuffer>} all of it */
  async whole(file) {
    return (await this.open(file)).arrayBuffer();
  }

  /** @param {string} name @returns {Promise<Response | undefined>} */
  async #fetch(name) {
    const response = await fetch(this.base + name).catch(() => undefined);
    return response?.ok ? response : undefined;
  }

  /**
   * @param {Response | undefined} response
   * @param {Large} file
   * @param {string} type
   * @param {DecompressionStream} [inflate]
   */
  #watched(response, file, type, inflate) {
    if (!response?.body) {
      this.missing = true;
      throw new Error(`${file.name} could not be loaded`);
    }
    this.loaded.push(response.url);
    const share = inflate ? 1 : file.packed.size / file.size;
    const counted = new TransformStream({
      transform: (bytes, out) => {
        this.#count(bytes.length * share);
        out.enqueue(bytes);
      },
    });
    const body = this.#through(response.body, counted);
    const whole = this.#comparing(inflate ? this.#through(body, inflate) : body, file);
    return new Response(whole, { headers: { "content-type": type } });
  }

  /**
   * What breaks off or cannot be inflated is the fault of the way here, and not of this browser.
   * @param {ReadableStream} stream @param {ReadableWritablePair} transform @returns {ReadableStream}
   */
  #through(stream, transform) {
    stream.pipeTo(transform.writable).catch((error) => {
      this.missing ||= error instanceof TypeError;
    });
    return transform.readable;
  }

  /**
   * Sums the file up while it is used: compression has checks of its own in some hosts' formats, and none in others.
   * @param {ReadableStream} stream @param {Large} file @returns {ReadableStream}
   */
  #comparing(stream, file) {
    if (!globalThis.crypto?.subtle) return stream; // not over HTTPS
    const [used, compared] = stream.tee();
    const sum = new Response(compared).arrayBuffer().then((content) => crypto.subtle.digest("SHA-256", content));
    this.#compared.push(sum.then((found) => hexadecimal(found) === file.sum).catch(() => false));
    return used;
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

/** @param {ArrayBuffer} bytes */
const hexadecimal = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");

/**
 * Pyodide fetches its large files by fixed names: hand it ours, which are on their way already.
 * @param {Record<string, Response | Promise<Response>>} responses @returns {() => void} ends it
 */
function serve(responses) {
  const { fetch } = self;
  self.fetch = async (address, init) => responses[String(address).split("/").at(-1) ?? ""] ?? fetch(address, init);
  return () => {
    self.fetch = fetch;
  };
}

/** Pyodide waits for ever for WebAssembly that cannot be had: the error itself. @returns {Promise<never>} */
function noWebAssembly() {
  const { instantiateStreaming } = WebAssembly;
  return new Promise((_, reject) => {
    addEventListener("unhandledrejection", ({ reason }) => reject(reason), { once: true });
    WebAssembly.instantiateStreaming = (source, imports) => {
      const made = instantiateStreaming(source, imports);
      made.catch(reject);
      return made;
    };
  });
}

/** @param {Parts} parts @returns {Promise<any>} Pyodide, with `cor_calc` in it */
async function load({ glue, asm, wasm, library, memory, restore, packages }) {
  const [archive, remembered] = [library, memory].map((file) => file && files.whole(file));
  const stop = serve({
    "pyodide.asm.wasm": files.open(wasm, "application/wasm"),
    "python_stdlib.zip": new Response(EMPTY_ARCHIVE),
    ...(archive && { "python_stdlib.zip": archive.then((bytes) => new Response(bytes)) }),
  });
  const [{ loadPyodide }, { default: create }, recall] = await Promise.all(
    [glue, asm, restore].map((name) => name && import(files.address(name))),
  );
  const failed = noWebAssembly();
  const python = loadPyodide({
    indexURL: files.base,
    lockFileContents: RUNTIME.lock,
    packageBaseUrl: files.base + packages,
    createPyodideModule: create,
    ...(memory && recall.restoring(create, remembered)),
  });
  await Promise.race([Promise.all([python, archive, remembered]), failed]);
  stop();
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
      giveUp(error, "Python stopped", "evaluation_failed");
    }
  };
  postMessage({ way, files: files.loaded });
  waiting.forEach(put);
} catch (error) {
  if (!files.missing) await files.allWhole().catch(() => {}); // what arrived damaged fails before its sum is known
  giveUp(error, "Python did not start", files.missing ? "network" : "start_failed");
}
