/** Tells what cannot be read of a form: at a good moment, beside the fields, and in a summary where it was asked for. */

import { goTo } from "../../shared/dom.mjs";
import { reveal } from "./after.mjs";
import { controlAt, placeOf, showProblems } from "./problems.mjs";

/** @typedef {import("../../shared/outcome.mjs").Problem} Problem */
/** @typedef {import("./answers.mjs").Reading} Reading */

/** Milliseconds to wait before showing an error, so that the form does not move under a click in progress. */
const CLICK_TAKES = 250;
const UNFINISHED = "?";
const UNFINISHED_WORDS = "This date is not finished: enter the day, the month and the year.";

/** The problems in the page's words, where it knows more than the rules do. @param {Problem[]} found @param {Reading} reading */
export function inWords(found, reading) {
  return found.map((problem) =>
    isUnfinished(reading, problem.path) ? { ...problem, message: UNFINISHED_WORDS } : problem,
  );
}

/** Whether a date was begun there and not finished. @param {Reading} reading @param {string} path */
function isUnfinished({ answers }, path) {
  const found = path.split(".").reduce((/** @type {any} */ at, part) => at?.[part], answers);
  return found === UNFINISHED;
}

/** Whether all problems are in the control in which someone is typing. @param {Problem[]} problems @param {Reading} reading @param {EventTarget | null} typed */
export function isBeingTyped(problems, { places }, typed) {
  return typed instanceof Node && problems.every(({ path }) => places.get(path)?.contains(typed));
}

/**
 * Shows problems: at once with their summary, or beside the fields once nothing in the form is held down.
 *
 * @param {HTMLFormElement} form
 * @param {Problem[]} problems
 * @param {Reading} reading
 * @param {{ whole: boolean, isStill: () => boolean }} how  `whole`: with the summary; `isStill`: whether they are still to be shown then
 */
export function tellProblems(form, problems, { places }, { whole, isStill }) {
  const summary = /** @type {HTMLElement} */ (form.querySelector("[data-summary]"));
  const withSummary = whole || !summary.hidden;
  const tell = () => {
    showProblems(form, problems, places);
    summary.hidden = !withSummary;
  };
  if (withSummary) tell();
  else whenReleased(form, () => isStill() && tell());
}

/** Waits while something in the form is held down, for however long. @param {HTMLFormElement} form @param {() => void} act */
function whenReleased(form, act) {
  setTimeout(() => (form.matches(":active") ? whenReleased(form, act) : act()), CLICK_TAKES);
}

/** Leads to the first answer that cannot be read. @param {HTMLFormElement} form @param {Problem[]} problems @param {Reading} reading */
export function goToFirst(form, [first], { places }) {
  const place = placeOf(first?.path ?? "", places);
  const control = controlAt(place);
  if (!place || !control) return goTo(/** @type {HTMLElement} */ (form.querySelector("[data-summary]")));
  reveal(place);
  goTo(control);
}
