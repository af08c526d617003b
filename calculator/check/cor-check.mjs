/**
 * `<cor-check check="…">`: makes a form answer as it is filled in. The form is in the page; the rules run in Python.
 * Where the page has no form in it, as on other people's sites, the form is brought there first.
 *
 * Dispatches `cor-outcome`, `cor-problems` and `cor-error`: see events.mjs. This file only declares the class;
 * cor-check-define.mjs makes it known to the page.
 */

import * as python from "../python/python.mjs";
import { checkNamed, description } from "../shared/description.mjs";
import { button, goTo } from "../shared/dom.mjs";
import { today } from "../shared/words.mjs";
import { CorErrorEvent, CorOutcomeEvent, CorProblemsEvent } from "./events.mjs";
import { CheckForm } from "./form/form.mjs";
import { linkProblems, showProblems } from "./form/problems.mjs";
import { jsonOf } from "./form/questions.mjs";
import { goToFirst, inWords, isBeingTyped, tellProblems } from "./form/unreadable.mjs";
import { OwnFile } from "./keep/own-file.mjs";
import { Address, AddressInGuide } from "./link/address.mjs";
import { arrivalWords, thisVisit } from "./link/arrived.mjs";
import { Rules } from "./rules.mjs";
import { Screen } from "./screen.mjs";

/** @typedef {import("../shared/outcome.mjs").Problem} Problem */
/** @typedef {import("./form/answers.mjs").Reading} Reading */
/** @typedef {import("./form/questions.mjs").Answers} Answers */
/** @typedef {"edited" | "submitted" | "linked"} Occasion  what brought an evaluation about */

const IDLE_AT_LATEST = 2000;

export class CorCheck extends HTMLElement {
  /** @type {CheckForm | undefined} */
  #form;
  /** @type {Problem[]} */
  #linkProblems = [];
  /** The latest problems. Older ones that wait to be shown are dropped. @type {Problem[]} */
  #found = [];
  /** @type {Occasion} */
  #occasion = "edited";
  /** @type {EventTarget | null} the control in which someone is typing and which they have not left yet */
  #typed = null;
  /** The answers that Python was last asked about, as JSON; empty while nothing is answered. */
  #asked = "";
  /** The day of the answer that is shown. */
  #asOf = "";
  /** Where the page is to stand once the answer is there; null where nothing moves it. @type {number | "answer" | null} */
  #landing = null;
  #listening = new AbortController();

  async connectedCallback() {
    this.#listening.abort();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    if (!this.#form && !(await this.#setUp())) return;
    if (signal.aborted) return; // disconnected while waiting
    this.#listen(signal);
    if (this.#asOf || this.#openLink()) return;
    const typedBefore = Object.keys(this.#form?.read().answers ?? {}).length > 0;
    if (typedBefore) this.#edited(null, false);
    else this.#startWhenIdle();
  }

  /** Removes all listeners; connectedCallback adds them again. */
  disconnectedCallback() {
    this.#listening.abort();
  }

  // ─── Setting up ───

  /** @returns {Promise<boolean>} whether there is a form to work */
  async #setUp() {
    const name = this.getAttribute("check") ?? "";
    if (!this.querySelector("form") && document.readyState === "loading") await this.#parsed();
    const root = this.querySelector("[data-cor]") ?? (await this.#bring());
    const check = checkNamed(name);
    if (!(root instanceof HTMLElement) || !check || this.#form) return false;
    const element = /** @type {HTMLFormElement} */ (root.querySelector("form"));
    const announce = (/** @type {string} */ words) => this.screen?.liveRegion.say(words);
    this.#form = new CheckForm(element, check.keys, {
      announce,
      edited: (control, typing) => this.#edited(control, typing),
    });
    const form = this.#form;
    this.screen = new Screen(root, this, name, {
      goTo: (key) => form.goTo(key),
      choose: (key, value) => form.choose(key, value),
      questions: (keys) => form.questions(keys),
      first: firstOf(root.dataset),
    });
    const about = { asked: form.fields, check: name, renamed: description.renamed[name] ?? {} };
    this.address = this.#embedded ? new AddressInGuide(about) : new Address(about);
    this.rules = new Rules(python, name, {
      working: () => this.screen?.show("working"),
      failed: (failure) => this.#failed(failure),
    });
    this.file = new OwnFile(root, name, check.keys, {
      answers: () => form.read().answers,
      fill: (answers, words) => this.#replace(answers, words),
      tell: (words) => this.screen?.note(words),
    });
    this.#work(root, element);
    return true;
  }

  #parsed() {
    return new Promise((go) => document.addEventListener("DOMContentLoaded", go, { once: true }));
  }

  /** Brings the form to a page that has none. */
  async #bring() {
    const { bring } = await import("../embed/embed.mjs");
    return this.shadowRoot?.querySelector("[data-cor]") ?? bring(this);
  }

  /** What the form's own buttons do. @param {HTMLElement} root @param {HTMLFormElement} form */
  #work(root, form) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#evaluate("submitted");
    });
    form.addEventListener("focusin", () => this.dataset.state === "waiting" && this.#start());
    root.querySelector("[data-start-again]")?.addEventListener("click", () => this.#startAgain());
    root.querySelector("[data-retry]")?.addEventListener("click", () => this.#evaluate("edited"));
  }

  /** @param {AbortSignal} signal */
  #listen(signal) {
    this.screen?.listen(signal);
    this.address?.listen(() => this.#openLink() || location.hash || this.#empty(), signal);
    python.events.addEventListener("starting", (event) => this.#starting(event), { signal });
    python.events.addEventListener("ready", () => this.dataset.state === "starting" && this.screen?.show("ready"), {
      signal,
    });
    document.addEventListener("visibilitychange", () => this.#isOfAnotherDay() && this.#evaluate("edited"), { signal });
    window.addEventListener("pagehide", () => this.address?.leave(window.scrollY), { signal });
  }

  /** Whether an answer stands here that was worked out before a tab slept through midnight. */
  #isOfAnotherDay() {
    return this.dataset.state === "answered" && !document.hidden && this.#asOf !== today();
  }

  /** Starts once the page has nothing better to do, if at all before it is needed. */
  #startWhenIdle() {
    if (python.state() === "ready") this.screen?.show("ready");
    else if ("requestIdleCallback" in window) requestIdleCallback(python.prepare, { timeout: IDLE_AT_LATEST });
    else setTimeout(python.prepare);
  }

  #start() {
    void this.rules?.start();
  }

  /** Python is on its way. @param {Event} event */
  #starting(event) {
    const { share } = /** @type {import("../python/python.mjs").StartingEvent} */ (event);
    if (!["waiting", "starting", "ready"].includes(this.dataset.state ?? "")) return;
    this.screen?.show("starting", share === null ? undefined : `Getting the rules ready: ${Math.floor(share * 100)}%`);
  }

  // ─── What changes the answers ───

  /** @param {EventTarget | null} control @param {boolean} typing */
  #edited(control, typing) {
    this.#typed = typing ? control : null;
    const answers = this.#form?.read().answers ?? {};
    if (control && !typing && this.#isAsked(answers)) return;
    this.#linkProblems = [];
    this.screen?.arrived("");
    if (Object.keys(answers).length) this.#evaluate("edited");
    else this.#nothing();
    this.address?.remember(answers);
  }

  /**
   * Whether leaving a control brings nothing new: its answer was asked about when it was typed or chosen. An answer
   * that is not painted again keeps what the reader has just opened in it, and the focus.
   *
   * @param {Answers} answers
   */
  #isAsked(answers) {
    return jsonOf(answers) === this.#asked && !["typing", "failed"].includes(this.dataset.state ?? "");
  }

  /** Fills the form in from the address; false where it holds no answers that can be used. */
  #openLink() {
    const link = this.address?.open();
    const form = this.#form;
    if (!link || !form || !this.screen) return false;
    this.#linkProblems = linkProblems(link);
    showProblems(form.element, this.#linkProblems, new Map());
    if (link.refused !== null) return false;
    const visit = thisVisit(this.getAttribute("check") ?? "");
    form.fill(link.answers);
    this.screen.arrived(arrivalWords(visit, today()));
    this.#landing = visit.landing;
    this.#evaluate("linked");
    return true;
  }

  #startAgain() {
    const before = this.#form?.read().answers ?? {};
    this.address?.begin({});
    this.#empty();
    const undo = button("Undo", () => {
      this.#replace(before, "Your answers are back.");
      this.#form?.element.querySelector("input")?.focus();
    });
    this.screen?.note("All answers were cleared. ", undo);
    this.screen?.liveRegion.say("All answers were cleared. You can undo it.");
    undo.focus();
  }

  /** Puts other answers in place of those that are there, which can be undone. @param {Answers} answers @param {string} words */
  #replace(answers, words) {
    const before = this.#form?.read().answers ?? {};
    this.#form?.fill(answers);
    this.address?.begin(answers);
    this.#linkProblems = [];
    this.screen?.arrived("");
    const undo = button("Undo", () => this.#replace(before, "Your answers of before are back."));
    this.screen?.note(`${words} `, ...(Object.keys(before).length ? [undo] : []));
    if (Object.keys(answers).length) this.#evaluate("edited");
    else this.#nothing();
  }

  #empty() {
    this.#linkProblems = [];
    this.#form?.fill({});
    this.#nothing();
  }

  /** Nothing is answered. */
  #nothing() {
    this.rules?.forget();
    this.#asked = "";
    if (this.#form) showProblems(this.#form.element, this.#linkProblems, new Map());
    this.screen?.empty();
    if (this.dataset.state !== "starting" && this.dataset.state !== "failed") this.screen?.show("ready");
  }

  // ─── Asking, and what comes back ───

  /** @param {Occasion} occasion */
  #evaluate(occasion) {
    const form = this.#form;
    if (!form) return;
    if (occasion !== "edited") this.#occasion = occasion;
    if (this.dataset.state === "waiting" || this.dataset.state === "failed") this.screen?.show("starting");
    void this.rules?.ask(
      () => {
        const reading = form.read();
        this.#asked = jsonOf(reading.answers);
        return { answers: this.#asked, asOf: today(), about: reading };
      },
      (reply, reading) => this.#receive(reply, reading),
    );
  }

  /** @param {import("./rules.mjs").Reply} reply @param {Reading} reading */
  #receive(reply, reading) {
    const occasion = this.#occasion;
    this.#occasion = "edited";
    if (reply.problems) this.#problems(reply.problems, reading, occasion);
    else this.#answered(reply, reading);
    if (occasion === "submitted" && reply.problems)
      goTo(/** @type {HTMLElement} */ (this.screen?.find("[data-summary]")));
    else if (occasion === "submitted") this.screen?.goToAnswer();
    this.#land();
  }

  /** @param {import("./rules.mjs").Reply} reply @param {Reading} reading */
  #answered(reply, reading) {
    const { outcome, drawings, text = "" } = reply;
    const form = this.#form;
    if (!outcome || !drawings || !form) return;
    showProblems(form.element, this.#linkProblems, reading.places);
    const link = this.address?.linkTo(reading.answers) ?? "";
    const calendar = () => python.call("calendar_text", text);
    this.screen?.answered(outcome, drawings, { text, link, calendar });
    this.#asOf = outcome.as_of;
    this.dispatchEvent(new CorOutcomeEvent(outcome));
  }

  /**
   * Once an answer is painted, the page stands where a link or the visitor's way back wants it. In the frame before,
   * what moved down for the answer would be seen to move.
   */
  #land() {
    const landing = this.#landing;
    this.#landing = null;
    if (landing === null) return;
    const land = () => {
      if (this.#form?.element.matches(":focus-within")) return; // whoever has begun to answer stays there
      if (landing === "answer") this.screen?.goToAnswer(true);
      else window.scrollTo({ top: landing, behavior: "instant" });
    };
    if (document.hidden) land();
    else requestAnimationFrame(() => requestAnimationFrame(land));
  }

  /** @param {Problem[]} found @param {Reading} reading @param {Occasion} occasion */
  #problems(found, reading, occasion) {
    const { screen } = this;
    const form = this.#form?.element;
    if (!screen || !form) return;
    this.#found = found;
    this.dispatchEvent(new CorProblemsEvent({ problems: found }));
    const problems = inWords(found, reading);
    if (occasion === "edited" && isBeingTyped(problems, reading, this.#typed)) return screen.show("typing");
    screen.unreadable(() => goToFirst(form, problems, reading));
    tellProblems(form, [...this.#linkProblems, ...problems], reading, {
      whole: occasion !== "edited",
      isStill: () => this.dataset.state === "problem" && this.#found === found,
    });
  }

  /** @param {import("./events.mjs").Failure} failure */
  #failed(failure) {
    this.screen?.show("failed", failure.message);
    this.screen?.liveRegion.say(failure.message);
    this.dispatchEvent(new CorErrorEvent(failure));
  }

  /** Whether the form stands in someone else's page. */
  get #embedded() {
    return this.shadowRoot !== null;
  }
}

/** Which subject comes first, and the rule that must be met for it. @param {DOMStringMap} given */
function firstOf({ firstSubject: subject, firstRule: rule }) {
  return subject && rule ? { subject, rule } : null;
}
