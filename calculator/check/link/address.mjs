/** Keeps the answers in the page's address, and notices when someone opens another link in the same tab. */

import { readForm } from "./answers.mjs";
import { read, write } from "./fragment.mjs";
import { ROOT } from "./names.mjs";

/** @typedef {import("./shape.mjs").Question} Question */

export class Address {
  #written = "";

  /** @param {Question[]} questions @param {() => void} opened  called when the address comes to hold other answers */
  constructor(questions, opened) {
    this.questions = questions;
    window.addEventListener("hashchange", () => location.hash !== this.#written && opened());
  }

  /** What the address holds, or null where that is no answers. */
  open() {
    this.#written = location.hash;
    return read(this.questions, location.hash);
  }

  /** Writes what stands in the form; the page's other addresses stay in the history as they are. */
  remember() {
    const hash = write(this.questions, readForm(this.questions).answers);
    if (hash === this.#written) return;
    this.#written = hash;
    history.replaceState(history.state, "", hash || location.pathname + location.search);
  }

  /** Begins without answers, as a new entry of the history: Back returns to them. Returns what to tell of it. */
  clear() {
    this.#written = "";
    history.pushState(null, "", location.pathname + location.search);
    return "Cleared. Your browser's Back button brings the answers back.";
  }

  /** The whole address with these answers. @param {import("./shape.mjs").Answers} answers */
  linkTo(answers) {
    return new URL(write(this.questions, answers) || "#", location.href).href;
  }
}

/** In someone else's page the address is theirs, and stays as it is: a link with answers leads to the check in the guide. */
export class AddressInGuide {
  /** @param {Question[]} questions @param {string} check */
  constructor(questions, check) {
    this.questions = questions;
    this.check = check;
  }

  open() {
    return null;
  }

  remember() {}

  clear() {
    return "Cleared.";
  }

  /** @param {import("./shape.mjs").Answers} answers */
  linkTo(answers) {
    return new URL(`check/${this.check}/${write(this.questions, answers)}`, ROOT).href;
  }
}
