/** Asks the rules: starts Python at a good moment, asks one question at a time and, of those that pile up, only the latest. */

import { start } from "./python.mjs";

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
  /** @type {ReturnType<typeof start> | null} */
  #python = null;
  #ready = false;
  #asking = false;
  /** @type {(() => Promise<void>) | null} */
  #next = null;

  /** @param {string} check @param {Listener} listener */
  constructor(check, listener) {
    this.check = check;
    this.listener = listener;
  }

  /** Starts once the page has nothing better to do; where data is to be saved, not before it is needed. */
  startWhenIdle() {
    const { connection } = /** @type {{ connection?: { saveData?: boolean } }} */ (navigator);
    if (connection?.saveData) return;
    const begin = () => void this.start().catch(() => {});
    if ("requestIdleCallback" in window) requestIdleCallback(begin, { timeout: IDLE_AT_LATEST });
    else setTimeout(begin);
  }

  /** Starts Python, or returns the start that is under way. A start that failed is tried again. */
  start() {
    if (this.#python) return this.#python;
    this.listener.starting(null);
    this.#python = start({ onProgress: ({ loaded, total }) => this.#ready || this.listener.starting(loaded / total) });
    this.#python.then(
      () => {
        this.#ready = true;
        this.listener.ready();
      },
      (error) => this.#failed(error),
    );
    return this.#python;
  }

  /**
   * @template T
   * @param {() => { answers: string, asOf: string, about: T }} pose  called in its turn, so that it reads what stands in the form then
   * @param {(reply: string, about: T) => void} receive  called unless a later question has been asked meanwhile
   */
  async ask(pose, receive) {
    this.#next = async () => {
      const python = await this.start();
      const { answers, asOf, about } = pose();
      const reply = await python.check(this.check, answers, asOf);
      if (!this.#next) receive(reply, about);
    };
    if (this.#asking) return;
    this.#asking = true;
    const slow = setTimeout(() => this.#ready && this.listener.working(), TELL_WORKING_AFTER);
    try {
      while (this.#next) {
        const next = this.#next;
        this.#next = null;
        await next();
      }
    } catch (error) {
      this.#failed(error);
    } finally {
      this.#asking = false;
      clearTimeout(slow);
    }
  }

  /** Told once, though both the start and the question may report it. @param {unknown} error */
  #failed(error) {
    if (!this.#python) return;
    this.#python = null;
    this.#next = null;
    this.#ready = false;
    const { code = "evaluation_failed", message = String(error) } = /** @type {Partial<Failure>} */ (error ?? {});
    this.listener.failed({ code, message });
  }
}
