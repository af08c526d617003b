/** Asks the rules: one question at a time and, of those that pile up, only the latest. */

/** @typedef {import("./events.mjs").Failure} Failure */
/** @typedef {import("../shared/outcome.mjs").Outcome} Outcome */
/** @typedef {import("../shared/outcome.mjs").Problem} Problem */
/** @typedef {import("../shared/outcome.mjs").Drawings} Drawings */
/**
 * What is needed of Python: started once for the whole page, however many forms are on it.
 *
 * @typedef {object} Python
 * @property {() => Promise<unknown>} start  starts it, or waits for the start that is under way; after a failure tries again
 * @property {(name: string, ...texts: string[]) => Promise<string>} call
 */
/**
 * @typedef {object} Reply
 * @property {Outcome} [outcome]
 * @property {string} [text]  the outcome as Python wrote it, for further calls and for keeping
 * @property {Drawings} [drawings]
 * @property {Problem[]} [problems]  instead of an outcome
 */
/**
 * @typedef {object} Listener
 * @property {() => void} working  an answer takes longer than people notice
 * @property {(failure: Failure) => void} failed
 */

const TELL_WORKING_AFTER = 150;

export class Rules {
  #ready = false;
  #asking = false;
  /** @type {(() => Promise<void>) | null} */
  #next = null;

  /** @param {Python} python @param {string} check @param {Listener} listener */
  constructor(python, check, listener) {
    this.python = python;
    this.check = check;
    this.listener = listener;
  }

  /** @returns {Promise<boolean>} whether the rules can be asked */
  async start() {
    try {
      await this.python.start();
    } catch (error) {
      this.#failed(error);
      return false;
    }
    this.#ready = true;
    return true;
  }

  /**
   * @template T
   * @param {() => { answers: string, asOf: string, about: T }} pose  called in its turn, so that it reads what stands in the form then
   * @param {(reply: Reply, about: T) => void} receive  called unless a later question has been asked meanwhile
   */
  async ask(pose, receive) {
    this.#next = async () => {
      if (!(await this.start())) return;
      const { answers, asOf, about } = pose();
      const reply = await this.#evaluated(answers, asOf).catch((error) => this.#failed(error));
      if (reply && !this.#next) receive(reply, about);
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
    } finally {
      this.#asking = false;
      clearTimeout(slow);
    }
  }

  /** Drops what is being asked: its answer is not wanted any more. */
  forget() {
    if (this.#asking) this.#next = async () => {};
  }

  /** @param {string} answers @param {string} asOf @returns {Promise<Reply>} */
  async #evaluated(answers, asOf) {
    const text = await this.python.call("check_json", this.check, answers, asOf);
    const said = JSON.parse(text);
    if (said.problems) return { problems: said.problems };
    return { outcome: said, text, drawings: JSON.parse(await this.python.call("drawings_json", text)) };
  }

  /** @param {unknown} error */
  #failed(error) {
    this.#next = null;
    this.#ready = false;
    const { code = "evaluation_failed", message = String(error) } = /** @type {Partial<Failure>} */ (error ?? {});
    this.listener.failed({ code, message });
  }
}
