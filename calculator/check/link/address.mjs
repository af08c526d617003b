/**
 * Keeps the answers in the page's address, and notices when another link is opened in the same tab or the visitor goes
 * back and forth.
 */

import { ROOT } from "../../shared/description.mjs";
import { read, write } from "./fragment.mjs";

/** @typedef {import("./fragment.mjs").Answers} Answers */
/** @typedef {import("./fragment.mjs").Asked} Asked */
/** @typedef {{ asked: Asked[], check: string, renamed: Record<string, string> }} About */

/** Browsers allow only some changes of the address in a time, and one throws beyond that. */
const ONCE_TYPING_RESTS = 400;

export class Address {
  /** What the address holds, as far as we know. */
  #written = "";
  /** @type {{ timer: number, hash: string } | null} */
  #waiting = null;

  /** @param {About} about */
  constructor({ asked, renamed }) {
    this.asked = asked;
    this.renamed = renamed;
  }

  /** @param {() => void} opened  called when the address comes to hold other answers @param {AbortSignal} signal */
  listen(opened, signal) {
    const moved = () => {
      if (location.hash === this.#written) return;
      this.#forget();
      opened();
    };
    window.addEventListener("hashchange", moved, { signal });
    window.addEventListener("popstate", moved, { signal });
    // What is clicked may load the page again, from the address.
    window.addEventListener("pointerdown", () => this.flush(), { signal, capture: true });
    signal.addEventListener("abort", () => this.flush());
  }

  /** What the address holds, or null where that is no answers. */
  open() {
    this.#written = location.hash;
    return read(this.asked, location.hash, this.renamed);
  }

  /** Writes these answers into the address once typing rests. @param {Answers} answers */
  remember(answers) {
    const hash = write(this.asked, answers);
    if (this.#waiting) clearTimeout(this.#waiting.timer);
    this.#waiting = { hash, timer: window.setTimeout(() => this.flush(), ONCE_TYPING_RESTS) };
  }

  /** Writes what still waits. A browser that refuses keeps its old address: the answers on the page are the same. */
  flush() {
    const hash = this.#waiting?.hash;
    this.#forget();
    if (hash === undefined || hash === this.#written) return;
    try {
      history.replaceState({ cor: { y: window.scrollY } }, "", hash || location.pathname + location.search);
      this.#written = hash;
    } catch {
      // too many changes in a short time, or a page that may have no history
    }
  }

  #forget() {
    if (this.#waiting) clearTimeout(this.#waiting.timer);
    this.#waiting = null;
  }

  /** Notes where the page stood when it is left, so that coming back finds the same place. @param {number} y */
  leave(y) {
    this.flush();
    if (!history.state?.cor) return; // answers of a link that nothing was done with stay those of the link
    try {
      history.replaceState({ cor: { y } }, "");
    } catch {
      // as above
    }
  }

  /** Goes on with these answers as a new entry of the history: Back returns to those before. @param {Answers} answers */
  begin(answers) {
    this.flush();
    const hash = write(this.asked, answers);
    try {
      history.pushState({ cor: { y: window.scrollY } }, "", hash || location.pathname + location.search);
      this.#written = hash;
    } catch {
      // as above
    }
  }

  /** The whole address with these answers. @param {Answers} answers */
  linkTo(answers) {
    return new URL(write(this.asked, answers) || "#", location.href).href;
  }
}

/** In someone else's page the address is theirs, and stays as it is: a link with answers leads to the check in the guide. */
export class AddressInGuide {
  /** @param {About} about */
  constructor({ asked, check }) {
    this.asked = asked;
    this.check = check;
  }

  listen() {}

  open() {
    return null;
  }

  remember() {}

  leave() {}

  begin() {}

  /** @param {Answers} answers */
  linkTo(answers) {
    return new URL(`check/${this.check === "overview" ? "" : `${this.check}/`}${write(this.asked, answers)}`, ROOT)
      .href;
  }
}
