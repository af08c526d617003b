/** A check's form as a whole: reads it, fills it in, works its lists and aids, and calls back on every change. */

import { goTo } from "../../shared/dom.mjs";
import { askedBefore, openAfter, reveal, workAfter } from "./after.mjs";
import { controlOf, fillForm, forget, readForm, tell, writeControl } from "./answers.mjs";
import { workHeadcount } from "./headcount/headcount.mjs";
import { showNames } from "./lists/names.mjs";
import { readComma, workPaste } from "./lists/pasted.mjs";
import { workRows } from "./lists/rows.mjs";
import { controlAt } from "./problems.mjs";
import { fieldsOf } from "./questions.mjs";
import { withPoint } from "./typed.mjs";

/** @typedef {import("./questions.mjs").Answers} Answers */
/** @typedef {import("./questions.mjs").Field} Field */

const PARTNER = "partner";

export class CheckForm {
  /**
   * @param {HTMLFormElement} element
   * @param {readonly string[]} keys  in the check's order
   * @param {{ announce: (text: string) => void, edited: (control: EventTarget | null, typing: boolean) => void }} page
   */
  constructor(element, keys, page) {
    this.element = element;
    this.fields = fieldsOf(element, keys);
    const changed = () => page.edited(null, false);
    const told = { announce: page.announce, changed };
    for (const field of this.fields) {
      if (field.question.kind !== "list" && field.question.kind !== "rows") continue;
      workRows(field, told);
      workPaste(field, told);
    }
    workHeadcount(element, told);
    workAfter(element, changed);
    element.addEventListener("input", (event) => this.#touched(event.target, true, page));
    element.addEventListener("change", (event) => this.#touched(event.target, false, page));
    // A date without its year is no change that a browser tells of.
    element.addEventListener("focusout", ({ target }) => {
      if (target instanceof HTMLInputElement && target.validity.badInput) page.edited(target, false);
    });
    this.#named();
  }

  /** @param {EventTarget | null} target @param {boolean} typing @param {{ edited: (control: EventTarget | null, typing: boolean) => void }} page */
  #touched(target, typing, page) {
    if (!(target instanceof HTMLElement) || target.matches("[data-open-file]")) return;
    forget(target);
    const field = this.fields.find(({ element }) => element.contains(target));
    if (!typing && field && target instanceof HTMLInputElement)
      readComma(field, target, { withPoint, tell, changed: () => page.edited(null, false) });
    if (!typing && field?.key === PARTNER) this.#named(true);
    page.edited(target, typing);
  }

  /** Shows the names of the chosen partner's elements. @param {boolean} [isChosen]  by hand, just now */
  #named(isChosen = false) {
    const partner = this.read().answers[PARTNER];
    for (const field of this.fields) showNames(field, typeof partner === "string" ? partner : "", isChosen);
  }

  read() {
    const reading = readForm(this.fields);
    this.#count(reading.answers);
    return reading;
  }

  /** Says in the head of each part how much of it is answered. @param {Answers} answers */
  #count(answers) {
    for (const part of this.element.querySelectorAll("[data-part]")) {
      const count = this.fields.filter(
        ({ key, element }) => answers[key] !== undefined && part.contains(element),
      ).length;
      const place = part.querySelector("[data-count]");
      const words = count ? `${count} answered` : "";
      if (place && place.textContent !== words) place.textContent = words;
    }
  }

  /** Puts answers in, in place of what is there. @param {Answers} answers */
  fill(answers) {
    fillForm(this.fields, answers);
    openAfter(this.element, this.fields, answers);
    this.#unfold(answers);
    this.#named();
  }

  /** Opens what is folded where it holds an answer. @param {Answers} answers */
  #unfold(answers) {
    for (const { key, element } of this.fields) {
      const fold = element.closest("details");
      if (fold && answers[key] !== undefined) fold.open = true;
    }
  }

  /** Answers one question, as if by hand. @param {string} key @param {string} value */
  choose(key, value) {
    const field = this.#fieldOf(key);
    if (!field) return;
    writeControl(field.element, value);
    controlOf(field.element)?.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** Leads to a question. @param {string} key */
  goTo(key) {
    const field = this.#fieldOf(key);
    const control = controlAt(field?.element ?? null);
    if (!field || !control) return;
    reveal(field.element);
    goTo(control);
  }

  /**
   * How the form asks for these answers: in its own order, each once. What it asks first stands for what it still hides;
   * where that was denied ("the audit has not been done"), nothing is to be answered.
   *
   * @param {readonly string[]} keys
   * @returns {{ key: string, words: string, go: () => void }[]}
   */
  questions(keys) {
    /** @type {Map<string, { key: string, words: string, go: () => void }>} */
    const found = new Map();
    for (const key of keys) {
      const field = this.#fieldOf(key);
      const before = field && askedBefore(field.element);
      if (!field || before?.said) continue;
      const words = before?.words ?? field.question.label;
      found.set(words, { key, words, go: before ? () => goTo(before.control) : () => this.goTo(key) });
    }
    return [...found.values()];
  }

  /** @param {string} key @returns {Field | undefined} */
  #fieldOf(key) {
    return this.fields.find((field) => field.key === key);
  }
}
