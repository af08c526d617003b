/**
 * The worker in which Python runs: loads it in the way that its name says, then answers questions one by one.
 *
 * Says `{way, files}` when ready, `{progress}` while a slow load lasts, `{id, text}` for an answer,
 * `{failed}` when it can do no more: python.mjs then ends it and starts the next way.
 */

/** What was built, by way: `cor_site.pack` writes it here. */
const RUNTIME = {};

const SLOW_MS = 500;
const TELL_MS = 100;
const BETTER_THAN_GZIP = ["br", "zstd", "dcb", "dcz"];
const EMPTY_ARCHIVE = Uint8Array.from([80, 75, 5, 6, ...Array(18).fill(0)]);

/** @typedef {{ name: string, size: number, packed: { name: string, size: number } }} Large */

/** The files of the runtime: each fetched once, counted as it comes. */
class Files {
  /** @type {string[]} */ loaded = [];
  missing = false;
  #progress = { loaded: 0, total: 0 };
  #told = SLOW_MS - TELL_MS;

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
  async open(file, type) {
    this.#progress.total += file.packed.size;
    const direct = this.direct ? await this.#fetch(file.name) : undefined;
    if (direct && BETTER_THAN_GZIP.includes(direct.headers.get("content-encoding") ?? "")) return this.#watched(direct, file, type);
    direct?.body?.cancel();
    const packed = typeof DecompressionStream === "undefined" ? undefined : await this.#fetch(file.packed.name);
    if (packed) return this.#watched(packed, file, type, new DecompressionStream("gzip"));
    const plain = await this.#fetch(file.name);
    if (plain) return this.#watched(plain, file, type);
    this.missing = true;
    throw new Error(`${file.name} could not be loaded`);
  }

  /** @param {string} name @returns {Promise<Response | undefined>} */
  async #fetch(name) {
    const response = await fetch(this.base + name).catch(() => undefined);
    return response?.ok ? response : undefined;
  }

  /** @param {Response} response @param {Large} file @param {string} type @param {DecompressionStream} [inflate] */
  #watched(response, file, type, inflate) {
    this.loaded.push(response.url);
    const share = inflate ? 1 : file.packed.size / file.size;
    const counted = response.body.pipeThrough(new TransformStream({
      transform: (bytes, out) => {
        this.#count(bytes.length * share);
        out.enqueue(bytes);
      },
    }));
    return new Response(inflate ? counted.pipeThrough(inflate) : counted, { headers: { "content-type": type } });
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

/** Pyodide fetches its large files by fixed names: hand it ours, which are on their way already. */
function serve(responses) {
  const fetched = self.fetch;
  self.fetch = (address, init) => responses[String(address).split("/").at(-1)] ?? fetched(address, init);
  return () => { self.fetch = fetched; };
}

/** @returns {Promise<any>} Pyodide, with `cor_calc` in it */
async function load({ glue, asm, wasm, library, memory, restore, packages }) {
  const stop = serve({
    "pyodide.asm.wasm": files.open(wasm, "application/wasm"),
    "python_stdlib.zip": library ? files.open(library, "application/zip") : new Response(EMPTY_ARCHIVE),
  });
  const remembered = memory && files.open(memory, "application/octet-stream").then((response) => response.arrayBuffer());
  const [{ loadPyodide }, { default: create }, recall] = await Promise.all(
    [glue, asm, restore].map((name) => name && import(files.address(name))),
  );
  const python = await loadPyodide({
    indexURL: files.base,
    lockFileContents: RUNTIME.lock,
    packageBaseUrl: files.base + packages,
    createPyodideModule: create,
    ...(memory && recall.restoring(create, remembered)),
  });
  stop();
  if (packages) await install(python, packages);
  return python;
}

/** In the plain way the package comes as the wheel that the lock file names, and its hash is checked. */
async function install(python, packages) {
  const errors = [];
  const [[name, { file_name }]] = Object.entries(RUNTIME.lock.packages);
  await python.loadPackage(name, { messageCallback: () => {}, errorCallback: (error) => errors.push(error) });
  if (errors.length) throw new Error(errors.join(" "));
  files.address(packages + file_name);
}

/** Answers the questions that came before Python did, then the others as they come. */
function answer(check, waiting) {
  onmessage = ({ data: { id, check: name, answers, asOf } }) => {
    try {
      postMessage({ id, text: check(name, answers, asOf) });
    } catch (error) {
      console.warn(`Python stopped (way ${way}): ${error.message}`);
      postMessage({ way, failed: "evaluation_failed" });
    }
  };
  for (const event of waiting) onmessage(event);
}

const [asked, host] = self.name.split(" ");
const way = ["b", "a", "plain"].slice(["b", "a", "plain"].indexOf(asked)).find((name) => name in RUNTIME.ways);
const files = new Files(new URL(".", import.meta.url).href, BETTER_THAN_GZIP.includes(host));
const waiting = [];
onmessage = (event) => waiting.push(event);
try {
  const python = await load(RUNTIME.ways[way]);
  postMessage({ way, files: files.loaded });
  answer(python.pyimport("cor_calc").check_json, waiting);
} catch (error) {
  console.warn(`Python did not start (way ${way}): ${error.message}`);
  postMessage({ way, failed: files.missing ? "network" : "start_failed" });
}
