/** Saves all answers as a file of the visitor's own, and opens one by button or drop. */

import { description } from "../../shared/description.mjs";
import { dayWords, today } from "../../shared/words.mjs";
import { FileError, read, TOO_LARGE, write } from "../link/file.mjs";
import { download } from "./keep.mjs";

/** @typedef {import("../link/fragment.mjs").Answers} Answers */
/**
 * @typedef {object} Page
 * @property {() => Answers} answers  those of the form
 * @property {(answers: Answers, told: string) => void} fill  puts answers in and says where they came from
 * @property {(told: string) => void} tell
 */

const KNOWN = new Set(Object.keys(description.questions));

export class OwnFile {
  /** Answers of an opened file that this check does not ask: kept for the next saving. @type {Answers} */
  #others = {};

  /** @param {HTMLElement} root @param {string} check @param {readonly string[]} keys @param {Page} page */
  constructor(root, check, keys, page) {
    this.check = check;
    this.keys = new Set(keys);
    this.page = page;
    const input = /** @type {HTMLInputElement} */ (root.querySelector("[data-open-file]"));
    root.querySelector("[data-save]")?.addEventListener("click", () => this.#save());
    input.addEventListener("change", () => {
      const [file] = input.files ?? [];
      if (file) void this.#open(file).finally(() => (input.value = ""));
    });
    root.addEventListener("dragover", (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      root.dataset.drop = "";
    });
    root.addEventListener("dragleave", () => delete root.dataset.drop);
    root.addEventListener("drop", (event) => {
      const [file] = event.dataTransfer?.files ?? [];
      delete root.dataset.drop;
      if (!file) return;
      event.preventDefault();
      void this.#open(file);
    });
  }

  #save() {
    const answers = { ...this.#others, ...this.page.answers() };
    if (!Object.keys(answers).length) return this.page.tell("There is nothing to save yet: no question is answered.");
    download(`cor-answers-${today()}.json`, write(this.check, answers, today()), "application/json");
    this.page.tell("Saved. Open the file again on any check or on the overview.");
  }

  /** @param {File} file */
  async #open(file) {
    try {
      if (file.size > TOO_LARGE)
        throw new FileError("This file is too large to be a file of answers. Nothing was changed.");
      const { answers, left, saved } = read(await file.text(), KNOWN, description.renamed);
      const own = Object.entries(answers).filter(([key]) => this.keys.has(key));
      const others = Object.entries(answers).filter(([key]) => !this.keys.has(key));
      if (!own.length)
        throw new FileError("This file holds answers, but none that this check asks for. Nothing was changed.");
      this.#others = Object.fromEntries(others);
      this.page.fill(Object.fromEntries(own), openedWords(file.name, saved, others.length, left));
    } catch (error) {
      const isOurs = error instanceof FileError;
      this.page.tell(isOurs ? error.message : "This file could not be read. Nothing was changed.");
    }
  }
}

/** @param {string} name @param {string} saved @param {number} others @param {string[]} left */
function openedWords(name, saved, others, left) {
  const when = saved ? `, saved on ${dayWords(saved)}` : "";
  const more = others
    ? ` It also holds ${others === 1 ? "an answer" : `${others} answers`} to other checks, kept for when you save again.`
    : "";
  const unknown = left.length ? ` Left out, because no check asks for it: ${left.join(", ")}.` : "";
  return `Filled in from “${name}”${when}.${more}${unknown}`;
}
