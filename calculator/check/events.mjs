/**
 * What `<cor-check>` tells the page around it. Each bubbles, crosses shadow roots and carries a `detail`.
 */

/** @typedef {import("../shared/outcome.mjs").Outcome} Outcome */
/** @typedef {import("../shared/outcome.mjs").Problem} Problem */
/** @typedef {{ code: string, message: string }} Failure */

const FAR = { bubbles: true, composed: true };

/** After every evaluation. */
export class CorOutcomeEvent extends Event {
  /** @param {Outcome} detail */
  constructor(detail) {
    super("cor-outcome", FAR);
    this.detail = detail;
  }
}

/** Answers cannot be read. */
export class CorProblemsEvent extends Event {
  /** @param {{ problems: Problem[] }} detail */
  constructor(detail) {
    super("cor-problems", FAR);
    this.detail = detail;
  }
}

/** The rules did not start, or did not answer. */
export class CorErrorEvent extends Event {
  /** @param {Failure} detail */
  constructor(detail) {
    super("cor-error", FAR);
    this.detail = detail;
  }
}
