/** Announces results to screen readers through one polite live region, after typing pauses. */

const ONCE_TYPING_PAUSES = 700;

export class LiveRegion {
  #later = 0;

  /** @param {HTMLElement} region */
  constructor(region) {
    this.region = region;
  }

  /** @param {string} words */
  say(words) {
    clearTimeout(this.#later);
    this.region.textContent = words;
  }

  /** Announces words after a pause, unless they were the last announced. @param {string} words */
  sayLater(words) {
    clearTimeout(this.#later);
    this.#later = window.setTimeout(() => this.region.textContent !== words && this.say(words), ONCE_TYPING_PAUSES);
  }
}
