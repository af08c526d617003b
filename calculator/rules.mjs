/** Asks the rules: starts Python at a good moment, asks one question at a time and, of those that pile up, only the latest. */

import * as python from "./python/python.mjs";

const TELL_WORKING_AFTER = 150;
const IDLE_AT_LATEST = 2000;

/** @typedef {{ code: string, message: string }} Failure */
/**
 * @typedef {object} Listener
 * @property {(share: number | null) => void} starting  how much is loaded, from 0 to 1, or null while that is not known
 * @property {() => void} ready
 * @property {() => void} working  an answer takes longer than people notice
 * @property {(failure: Failure) => void} failed
 */

export class Rules {
  #asking = false;
  /** @type {(() => Promise<void>) | null} */
  #next = null;

  /** @param {string} check @param {Listener} listener */
  constructor(check, listener) {
    this.check = check;
    this.listener = listener;
    python.events.addEventListener("starting", (event) =>
      listener.starting(/** @type {python.StartingEvent} */ (event).share),
    );
    python.events.addEventListener("ready", () => listener.ready());
    python.events.addEventListener("failed", (event) => this.#failed(event));
    if (python.state() !== "waiting") listener.starting(null);
    if (python.state() === "ready") listener.ready();
  }

  /** Starts once the page has nothing better to do; where data is to be saved, not before it is needed. */
  startWhenIdle() {
    if ("requestIdleCallback" in window) requestIdleCallback(() => python.prepare(), { timeout: IDLE_AT_LATEST });
    else setTimeout(() => python.prepare());
  }

  /** Starts Python, or returns the start that is under way. A start that failed is tried again. */
  start() {
    return python.start();
  }

  /**
   * @template T
   * @param {() => { answers: string, asOf: string, about: T }} pose  called in its turn, so that it reads what stands in the form then
   * @param {(reply: string, about: T) => void} receive  called unless a later question has been asked meanwhile
   */
  async ask(pose, receive) {
    this.#next = async () => {
      await python.start();
      const { answers, asOf, about } = pose();
      const reply = await python.call("check_json", this.check, answers, asOf);
      if (!this.#next) receive(reply, about);
    };
    if (this.#asking) return;
    this.#asking = true;
    const slow = setTimeout(() => python.state() === "ready" && this.listener.working(), TELL_WORKING_AFTER);
    try {
      while (this.#next) {
        const next = this.#next;
        this.#next = null;
        await next();
      }
    } catch (error) {
      if (/** @type {Partial<Failure>} */ (error)?.code === "evaluation_failed") this.#failed(error);
    } finally {
      this.#asking = false;
      clearTimeout(slow);
    }
  }

  /** @param {unknown} error */
  #failed(error) {
    this.#next = null;
    const { code = "evaluation_failed", message = String(error) } = /** @type {Partial<Failure>} */ (error ?? {});
    this.listener.failed({ code, message });
  }
}
