/**
 * Starts Python and hands over `check_json`: the one module of the page that knows how.
 *
 * Python runs in a module worker, one to a tab, so that nothing here ever holds up the page.
 * There is more than one way to start it, from the fastest to the plainest; where one fails,
 * the next is tried and the questions still open are asked again. A slower start, never a dead page.
 *
 *     const python = await start({ onProgress: ({ loaded, total }) => { … } });
 *     const outcome = JSON.parse(await python.check("certification", JSON.stringify(answers), "2026-11-22"));
 */

/** @typedef {"b" | "a" | "plain"} Way  `b`: memory snapshot and trimmed WebAssembly; `a`: trimmed library; `plain`: Pyodide as it comes. */
/** @typedef {{ loaded: number, total: number }} Progress  Bytes so far and in all, as they travel. */
/**
 * @typedef {object} Python
 * @property {(check: string, answersText: string, asOf: string) => Promise<string>} check
 *   Asks `cor_calc.check_json`: a JSON text of answers and a date in, a JSON text (an outcome, or `{"problems": …}`) out.
 *   Questions are answered in the order they were asked. Rejects with a `PythonError`.
 * @property {() => void} close  Ends the worker. Questions still open reject with the code `closed`.
 * @property {() => Way} way  The way in use now.
 * @property {() => string[]} files  The addresses that it was started from, for keeping them offline.
 */
/** @typedef {{ id: number, check: string, answers: string, asOf: string }} Question */
/** @typedef {{ question: Question, resolve: (text: string) => void, reject: (error: PythonError) => void }} Open */

/** Codes: `no_worker` `no_webassembly` `network` `start_failed` `evaluation_failed` `closed`. */
export class PythonError extends Error {
  /** @param {string} code @param {string} message one clear sentence, fit for the page */
  constructor(code, message) {
    super(message);
    this.name = "PythonError";
    this.code = code;
  }
}

/** Where the prepared runtime is: the folder `python/` beside this module. */
export const BASE = new URL("python/", import.meta.url);

/** @type {Way[]} from the fastest to the plainest */
const WAYS = ["b", "a", "plain"];

/** An answer takes milliseconds. After this time without one its worker is taken for dead; browsers end workers without a word. */
const PATIENCE_MS = 15_000;

const SENTENCES = {
  no_worker: "This browser cannot run programs in the background, which the calculator needs.",
  no_webassembly: "This browser cannot run WebAssembly, which the calculator needs.",
  network: "The calculator could not be loaded; check the connection and try again.",
  start_failed: "The calculator could not be started in this browser.",
  evaluation_failed: "The calculator could not work out an answer to these entries.",
  closed: "The calculator was closed.",
};

/** @param {keyof typeof SENTENCES} code */
const failure = (code) => new PythonError(code, SENTENCES[code]);

/** @type {Promise<Python> | undefined} the one Python of this tab */
let shared;

/**
 * Python for this tab: started on the first call, shared by the later ones.
 *
 * @param {object} [options]
 * @param {URL | string} [options.base] folder of the prepared runtime (ends in `/`)
 * @param {Way} [options.way] begin with this way; default `?way=` of the page's address, else the fastest one built
 * @param {(progress: Progress) => void} [options.onProgress] called only when loading takes longer than half a second
 * @returns {Promise<Python>} rejects with a `PythonError` when every way has failed; a later call tries again
 */
export function start({ base = BASE, way = wayInAddress(), onProgress } = {}) {
  if (shared) return shared;
  const started = new Promise((resolve, reject) => {
    if (typeof Worker === "undefined") throw failure("no_worker");
    if (typeof WebAssembly === "undefined") throw failure("no_webassembly");
    new Session(new URL(base, location.href), onProgress, resolve, reject).launch(way);
  });
  shared = started;
  started.catch(() => {
    shared = undefined;
  });
  return started;
}

/** @returns {Way} */
function wayInAddress() {
  const asked = new URLSearchParams(location.search).get("way");
  return WAYS.find((way) => way === asked) ?? WAYS[0];
}

/** @returns {string} how the host compressed this module (`br`, `gzip`, …), or nothing: then large files come gzipped by us */
function hostCompression() {
  const [entry] = performance.getEntriesByName(import.meta.url);
  return /** @type {any} */ (entry)?.contentEncoding ?? "";
}

/**
 * Browsers start a worker from its page's own host only. Where that is another one, a module that just loads ours stands
 * in. It does so while it runs: a policy then asks for leave to load a script, and not for another worker.
 *
 * @param {URL} module @returns {URL | string}
 */
function startable(module) {
  if (module.origin === location.origin) return module;
  const loads = `import(${JSON.stringify(module.href)}).catch(() => postMessage({ failed: "network" }));`;
  return URL.createObjectURL(new Blob([loads], { type: "text/javascript" }));
}

/** One worker after another until one serves, and the questions put to it. */
class Session {
  /** @type {Map<number, Open>} */ #open = new Map();
  /** @type {Worker | undefined} */ #worker;
  /** @type {Way} */ #way = "plain";
  /** @type {string[]} */ #files = [];
  #asked = 0;
  #ready = false;
  /** @type {PythonError | undefined} why nothing more can be asked */ #over;

  /**
   * @param {URL} base
   * @param {((progress: Progress) => void) | undefined} onProgress
   * @param {(python: Python) => void} resolve
   * @param {(error: PythonError) => void} reject
   */
  constructor(base, onProgress, resolve, reject) {
    this.base = base;
    this.onProgress = onProgress;
    this.resolve = resolve;
    this.reject = reject;
  }

  /** @param {Way} way the worker takes this way, or the next one that was built */
  launch(way) {
    this.#ready = false;
    this.#way = way;
    const worker = new Worker(startable(new URL("worker.mjs", this.base)), {
      type: "module",
      name: `${way} ${hostCompression()}`,
    });
    this.#worker = worker;
    worker.onmessage = ({ data }) => this.#hear(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#fallBack(event.message ? "start_failed" : "network"); // without words it was not even loaded
    };
  }

  /** @param {any} said a message of worker.mjs */
  #hear(said) {
    if (said.way) this.#way = said.way;
    if (said.progress) this.onProgress?.(said.progress);
    else if (said.files) this.#begin(said.files);
    else if (said.failed) this.#fallBack(said.failed);
    else this.#take(said.id)?.resolve(said.text);
  }

  /** @param {string[]} files */
  #begin(files) {
    this.#ready = true;
    this.#files = files;
    for (const { question } of this.#open.values()) this.#put(question);
    this.resolve({
      check: (check, answersText, asOf) => this.#ask(check, answersText, asOf),
      close: () => this.#end(failure("closed")),
      way: () => this.#way,
      files: () => [...this.#files],
    });
  }

  /** @param {string} check @param {string} answers @param {string} asOf @returns {Promise<string>} */
  #ask(check, answers, asOf) {
    if (this.#over) return Promise.reject(this.#over);
    return new Promise((resolve, reject) => {
      const question = { id: ++this.#asked, check, answers, asOf };
      this.#open.set(question.id, { question, resolve, reject });
      if (this.#ready) this.#put(question);
    });
  }

  /** @param {Question} question */
  #put(question) {
    const worker = this.#worker;
    worker?.postMessage(question);
    const isDead = () => worker === this.#worker && this.#open.has(question.id);
    setTimeout(() => isDead() && this.#fallBack("evaluation_failed"), PATIENCE_MS);
  }

  /** @param {number} id */
  #take(id) {
    const open = this.#open.get(id);
    this.#open.delete(id);
    return open;
  }

  /**
   * A way failed, at its start or at a question: end it, take the next one and ask again.
   * A question that fails in the plainest way has an error of its own; the others go on.
   * @param {keyof typeof SENTENCES} code
   */
  #fallBack(code) {
    this.#worker?.terminate();
    const next = WAYS[WAYS.indexOf(this.#way) + 1];
    if (next) return this.launch(next);
    if (!this.#ready || this.#open.size === 0) return this.#end(failure(code));
    const [oldest] = this.#open.keys();
    this.#take(oldest)?.reject(failure("evaluation_failed"));
    this.launch("plain");
  }

  /** @param {PythonError} error */
  #end(error) {
    this.#worker?.terminate();
    this.#over = error;
    shared = undefined;
    this.reject(error);
    for (const { reject } of this.#open.values()) reject(error);
    this.#open.clear();
  }
}
