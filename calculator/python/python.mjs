/**
 * Python for the page: starts it and calls its functions. The only module of the page that knows how.
 *
 *     import * as python from "…/python/python.mjs";
 *
 *     python.events.addEventListener("ready", () => { … });
 *     const text = await python.call("check_json", "certification", JSON.stringify(answers), "2026-11-22");
 *
 * `call` takes and returns texts; functions.json lists what can be called. All elements of a page share one Python, which
 * runs in a worker, so nothing here holds up the page. There are three ways of starting it, from the fastest to the one
 * with Pyodide's public options alone. Where one fails, the next is started and the open calls are made again. A worker
 * that the browser has ended (it tells nobody) is noticed and replaced in the same way.
 */

import { isSlow, NEEDED } from "./browser.mjs";

/** @typedef {"snapshot" | "bundle" | "stock"} Way  see calculator/runtime for how each is made */
/** @typedef {import("./answer.mjs").Call} Call */
/** @typedef {{ call: Call, resolve: (text: string) => void, reject: (error: PythonError) => void, waited: number }} Open */
/** @typedef {{ worker: Worker, heard: Event[] }} Early  what start.js leaves */

const SENTENCES = {
  no_worker: "This browser cannot run programs in the background, which the calculator needs.",
  no_webassembly: "This browser cannot run WebAssembly, which the calculator needs.",
  too_old: "This browser is too old for the calculator.",
  network: "The calculator could not be loaded; check the connection and try again.",
  start_failed: "The calculator could not be started in this browser.",
  evaluation_failed: "The calculator could not work out an answer to these entries.",
};

/** @typedef {keyof typeof SENTENCES} Code */

/** What `start` and `call` reject with. */
export class PythonError extends Error {
  /** @param {Code} code */
  constructor(code) {
    super(SENTENCES[code]);
    this.name = "PythonError";
    this.code = code;
  }
}

/** Python is being loaded, and someone waits for it. `share`: how much is there, from 0 to 1, or null while that is not known. */
export class StartingEvent extends Event {
  /** @param {number | null} share */
  constructor(share) {
    super("starting");
    this.share = share;
  }
}

/** Python answers, from now on. `way`: how it was started. A worker that is replaced later is not told of again. */
export class ReadyEvent extends Event {
  /** @param {Way} way */
  constructor(way) {
    super("ready");
    this.way = way;
  }
}

/** Python could not be started, in any way. `code` and `message`: a word for programs and a sentence for the page. */
export class FailedEvent extends Event {
  /** @param {PythonError} error */
  constructor({ code, message }) {
    super("failed");
    this.code = code;
    this.message = message;
  }
}

/** Dispatches `StartingEvent`, `ReadyEvent` and `FailedEvent`, for every element of the page. */
export const events = new EventTarget();

/** @type {Way[]} from the fastest to the most reliable */
const WAYS = ["snapshot", "bundle", "stock"];

/** An answer takes milliseconds, and a long text longer; a worker that takes more than this is given up. */
const PATIENCE_MS = 15_000;
const PATIENCE_MS_A_CHARACTER = 0.1;
/** A worker with nothing to do replies at once, unless the browser has ended it. */
const PING_PATIENCE_MS = 3_000;
/** After so long without a message it is asked whether it is still there. */
const QUIET_MS = 30_000;
/** How often waiting is counted, and the most that counts at once: a sleeping computer's hours are no waiting. */
const TICK_MS = 1_000;
const MOST_A_TICK_MS = 1_500;

let folder = new URL(".", import.meta.url);
let first = WAYS[0];
/** @type {Session | undefined} */
let session;

/**
 * Says where the prepared Python is, if not beside this module (bundlers move it), and which way is tried first.
 * @param {URL | string} base ends in `/` @param {Way} [way]
 */
export function from(base, way = WAYS[0]) {
  folder = new URL(base, location.href);
  first = way;
}

/** @returns {Promise<void>} once Python is ready. Rejects with a `PythonError` where every way failed; a later call tries again. */
export async function start() {
  session ??= new Session();
  await session.ready;
}

/** Starts Python, unless data is to be saved or the line is slow: then `start` or `call` does it, once it is needed. */
export function prepare() {
  const { connection } = /** @type {any} */ (navigator);
  if (connection?.saveData || isSlow(connection)) return;
  start().catch(() => {}); // told by the event
}

/**
 * Calls a function of Python with texts, and starts Python first if need be. Calls are made in the order asked.
 * @param {string} name a key of functions.json @param {...string} texts
 * @returns {Promise<string>} what it returned. Rejects with a `PythonError`.
 */
export async function call(name, ...texts) {
  session ??= new Session();
  return session.call(name, texts);
}

/** @returns {"waiting" | "starting" | "ready"} `waiting`: nobody has asked for Python yet, or it could not be started */
export const state = () => (session ? session.state : "waiting");

/** @returns {Way | undefined} the way in which Python was started, once it is ready */
export const way = () => (session?.state === "ready" ? session.way : undefined);

/** One worker after another until one serves, and the calls that are not answered yet. */
class Session {
  /** @type {"starting" | "ready"} */ state = "starting";
  /** @type {Way} */ way = wayInAddress();
  /** @type {Map<number, Open>} */ #open = new Map();
  /** @type {Worker | undefined} */ #worker;
  /** @type {ReturnType<typeof setInterval> | undefined} */ #watch;
  #asked = 0;
  #wasReady = false;
  #answeredSinceStart = false;
  #heardAt = 0;
  /** How long a ping has waited for its reply; null where none is on its way. @type {number | null} */
  #pinged = null;
  /** @type {() => void} */ #resolve = () => {};
  /** @type {(error: PythonError) => void} */ #reject = () => {};

  constructor() {
    /** @type {Promise<void>} */
    this.ready = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.ready.catch(() => {}); // told by the event, and to whoever waits for it
    document.addEventListener("visibilitychange", this.#lookAfter);
    if (typeof WebAssembly === "undefined") this.#end(new PythonError("no_webassembly"));
    else if (typeof Worker === "undefined") this.#end(new PythonError("no_worker"));
    else if (!WebAssembly.validate(NEEDED)) this.#end(new PythonError("too_old"));
    else this.#launch(this.way, takeEarly());
  }

  /** @param {string} name @param {string[]} texts @returns {Promise<string>} */
  call(name, texts) {
    return new Promise((resolve, reject) => {
      const call = { id: ++this.#asked, name, texts };
      this.#askWhetherThere();
      this.#open.set(call.id, { call, resolve, reject, waited: 0 });
      if (this.state === "ready") this.#put(call);
      else this.ready.catch(reject);
    });
  }

  /** @param {Way} way the worker may take the next one, if this one was not built @param {Early} [early] a worker started before */
  #launch(way, early) {
    this.state = "starting";
    this.way = way;
    this.#pinged = null;
    this.#answeredSinceStart = false;
    this.#tellStarting(null);
    this.#worker = early?.worker ?? newWorker(way);
    this.#worker.onmessage = ({ data }) => this.#hear(data);
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.#fallBack(event.message ? "start_failed" : "network"); // without a message it was not even loaded
    };
    for (const event of early?.heard ?? []) this.#worker.dispatchEvent(again(event));
  }

  /** @param {any} said a message of answer.mjs */
  #hear(said) {
    this.#heardAt = performance.now();
    if (said.way) this.way = said.way;
    if (said.progress) this.#tellStarting(Math.min(1, said.progress.loaded / said.progress.total));
    else if (said.ready) this.#begin();
    else if (said.failed) this.#fallBack(said.failed);
    else if ("pong" in said) this.#pinged = null;
    else this.#take(said.id)?.resolve(said.text);
  }

  #begin() {
    this.state = "ready";
    for (const { call } of this.#open.values()) this.#put(call);
    this.#resolve();
    if (!this.#wasReady) events.dispatchEvent(new ReadyEvent(this.way));
    this.#wasReady = true;
  }

  /** @param {number | null} share */
  #tellStarting(share) {
    if (!this.#wasReady || this.#open.size) events.dispatchEvent(new StartingEvent(share));
  }

  /** @param {Call} call */
  #put(call) {
    this.#worker?.postMessage(call);
    this.#keepWatch();
  }

  /** @param {number} id @returns {Open | undefined} the call, which is no longer open */
  #take(id) {
    const open = this.#open.get(id);
    this.#open.delete(id);
    if (open) this.#answeredSinceStart = true;
    return open;
  }

  /**
   * A way failed, at its start or at a call: the next one is started, and the open calls are made again.
   * A call that fails in the last way has an error of its own; the others go on.
   * @param {Code} code
   */
  #fallBack(code) {
    this.#worker?.terminate();
    const next = WAYS[WAYS.indexOf(this.way) + 1];
    if (next) return this.#launch(next);
    if (this.state !== "ready" || this.#open.size === 0) return this.#end(new PythonError(code));
    const [oldest] = this.#open.keys();
    this.#take(oldest)?.reject(new PythonError("evaluation_failed"));
    this.#launch("stock");
  }

  /** @param {PythonError} error */
  #end(error) {
    this.#worker?.terminate();
    clearInterval(this.#watch);
    document.removeEventListener("visibilitychange", this.#lookAfter);
    session = undefined;
    this.#reject(error);
    for (const { reject } of this.#open.values()) reject(error);
    this.#open.clear();
    events.dispatchEvent(new FailedEvent(error));
  }

  // ─── Workers that say nothing more ───

  /** Someone comes back to the page, which may have slept for hours. */
  #lookAfter = () => document.hidden || this.#askWhetherThere();

  #askWhetherThere() {
    if (this.state !== "ready" || this.#open.size || this.#pinged !== null) return;
    if (performance.now() - this.#heardAt < QUIET_MS) return;
    this.#pinged = 0;
    this.#worker?.postMessage({ ping: true });
    this.#keepWatch();
  }

  #keepWatch() {
    if (this.#watch !== undefined) return;
    let last = performance.now();
    this.#watch = setInterval(() => {
      const now = performance.now();
      this.#count(Math.min(now - last, MOST_A_TICK_MS));
      last = now;
    }, TICK_MS);
  }

  /** @param {number} ms time that has passed with the page awake */
  #count(ms) {
    if (this.state !== "ready" || (this.#open.size === 0 && this.#pinged === null)) {
      clearInterval(this.#watch);
      this.#watch = undefined;
      return;
    }
    if (this.#pinged !== null) this.#pinged += ms;
    if (Number(this.#pinged) > PING_PATIENCE_MS) return this.#replace();
    const [oldest] = this.#open.values(); // the worker does one after another
    if (!oldest) return;
    oldest.waited += ms;
    const length = oldest.call.texts.reduce((sum, text) => sum + text.length, 0);
    if (oldest.waited > PATIENCE_MS + length * PATIENCE_MS_A_CHARACTER) this.#replace();
  }

  /** The browser may have ended the worker, to save memory: the same way again. One that never answered is not tried twice. */
  #replace() {
    console.info(`Python says nothing more (${this.way})`);
    for (const open of this.#open.values()) open.waited = 0;
    if (!this.#answeredSinceStart) return this.#fallBack("evaluation_failed");
    this.#worker?.terminate();
    this.#launch(this.way);
  }
}

/** @returns {Way} the one that `?way=` of the page's address asks for, else the one that the page tries first */
function wayInAddress() {
  const asked = new URLSearchParams(location.search).get("way");
  return WAYS.find((way) => way === asked) ?? first;
}

/** @returns {Early | undefined} the worker that start.js has started, for the first who asks */
function takeEarly() {
  const { corPython } = /** @type {{ corPython?: Early }} */ (/** @type {unknown} */ (self));
  Object.assign(self, { corPython: undefined });
  return corPython;
}

/** @param {Event} event @returns {Event} a copy, which can be dispatched */
function again(event) {
  if (event instanceof MessageEvent) return new MessageEvent("message", { data: event.data });
  return new ErrorEvent("error", { message: /** @type {any} */ (event).message, cancelable: true });
}

/** @param {Way} way */
function newWorker(way) {
  const module = new URL(way === "stock" ? "stock.mjs" : "worker.mjs", folder);
  return new Worker(startable(module), { type: "module", name: `${way} ${hostCompression()}` });
}

/** @returns {string} how the host compressed this module (`br`, `gzip`, …), or nothing: then large files come gzipped by us */
function hostCompression() {
  const [entry] = performance.getEntriesByName(import.meta.url);
  return /** @type {any} */ (entry)?.contentEncoding ?? "";
}

/**
 * Browsers start a worker from its page's own origin only. Where the guide is on another one, a script that does nothing
 * but import ours stands in. It imports dynamically: a policy then has to allow a script, and not a further worker.
 * @param {URL} module @returns {URL | string}
 */
function startable(module) {
  if (module.origin === location.origin) return module;
  const imports = `import(${JSON.stringify(module.href)}).catch(() => postMessage({ failed: "network" }));`;
  return URL.createObjectURL(new Blob([imports], { type: "text/javascript" }));
}
