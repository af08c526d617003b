/** What `<cor-many>` tells the page around it, besides the events of a check for problems and failures. */

/** @typedef {import("./run.mjs").Counts} Counts */
/** @typedef {{ check: string, state: "done" | "stopped", counts: Counts }} Told */

/** The rows of a file are answered, all of them or as many as there were when someone stopped it. */
export class CorManyEvent extends Event {
  /** @param {Told} detail */
  constructor(detail) {
    super("cor-many", { bubbles: true, composed: true });
    this.detail = detail;
  }
}
