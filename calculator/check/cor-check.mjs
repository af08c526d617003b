/**
 * `<cor-check check="…">`: makes a form answer as it is filled in. The form is in the page; the rules run in Python.
 * Where the page has no form in it, as on other people's sites, the form is brought there first.
 *
 * Dispatches `cor-outcome` (detail: the outcome), `cor-problems` (detail: what cannot be read) and `cor-error` (detail: code, message).
 */

import { Address, AddressInGuide } from "./address.mjs";
import { fillForm, forget, readForm } from "./answers.mjs";
import { goTo, h } from "./dom.mjs";
import { workHeadcount } from "./headcount.mjs";
import { loadNames } from "./names.mjs";
import { linkProblems, showProblems } from "./problems.mjs";
import { resultParts } from "./result.mjs";
import { workRows } from "./rows.mjs";
import { Rules } from "./rules.mjs";
import { jsonOf, questionsOf } from "./shape.mjs";
import { shareParts, sheetPart } from "./share.mjs";
import { workStarter } from "./starter.mjs";
import { heardWords, showState } from "./strip.mjs";
import { Voice } from "./voice.mjs";
import { today } from "./words.mjs";

/** @typedef {import("./result.mjs").Outcome} Outcome */
/** @typedef {import("./problems.mjs").Problem} Problem */
/** @typedef {import("./answers.mjs").Reading} Reading */
/** @typedef {"edited" | "submitted" | "linked"} Occasion  what brought an evaluation about */

/** A click that leaves a field must not find its target moved by a message. */
const CLICK_TAKES = 250;
const UNREADABLE = "Not worked out, because an answer cannot be read. Once it is mended, the result is here again.";

export class CorCheck extends HTMLElement {
  /** @type {import("./shape.mjs").Question[]} */
  #questions = [];
  /** @type {Problem[]} */
  #linkProblems = [];
  /** @type {Occasion} */
  #occasion = "edited";
  /** @type {EventTarget | null} the field in which someone is typing and which they have not left yet */
  #typed = null;
  /** The day of the answer that is shown. */
  #asOf = "";
  /** @type {Promise<import("./names.mjs").Names> | undefined} fetched beside Python, since only an answer needs them */
  #names;

  connectedCallback() {
    if (this.#questions.length) return;
    if (!this.querySelector("form")) return void import("./embedded.mjs").then(({ bring }) => bring(this));
    this.#questions = questionsOf(this.#form);
    this.voice = new Voice(this.#find("[data-heard]"));
    const check = this.getAttribute("check") ?? "";
    this.address = this.#embedded
      ? new AddressInGuide(this.#questions, check)
      : new Address(this.#questions, () => this.#openLink() || location.hash || this.#empty());
    this.rules = new Rules(check, {
      starting: (share) => {
        this.#names ??= loadNames();
        this.#show("starting", share === null ? {} : { words: `Getting the rules ready: ${Math.floor(share * 100)}%` });
      },
      ready: () => this.#show("ready"),
      working: () => this.#show("working"),
      failed: (failure) => this.#failed(failure),
    });
    this.#listen();
    if (!this.#openLink()) this.rules.startWhenIdle();
  }

  #listen() {
    const page = {
      announce: (/** @type {string} */ words) => this.voice?.say(words),
      changed: () => this.#edited(),
    };
    for (const question of this.#questions) if (question.kind !== "one") workRows(question, page);
    workHeadcount(this.#form, page);
    workStarter(this.#questions, page);
    this.#form.addEventListener("input", (event) => this.#edited(event.target, true));
    this.#form.addEventListener("change", (event) => this.#edited(event.target));
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#evaluate("submitted");
    });
    this.#form.addEventListener(
      "focusin",
      () => this.dataset.state === "waiting" && this.rules?.start().catch(() => {}),
    );
    this.#find("[data-start-again]").addEventListener("click", () => this.#startAgain());
    this.#find("[data-retry]").addEventListener("click", () => this.#evaluate("edited"));
    document.addEventListener("visibilitychange", () => this.#isOfAnotherDay() && this.#evaluate("edited"));
  }

  /** Whether an answer stands here that was worked out before a tab slept through midnight. */
  #isOfAnotherDay() {
    return this.dataset.state === "answered" && !document.hidden && this.#asOf !== today();
  }

  /** @param {EventTarget | null} [control] @param {boolean} [typing] */
  #edited(control = null, typing = false) {
    if (control instanceof HTMLElement) forget(control);
    this.#typed = typing ? control : null;
    this.#linkProblems = [];
    this.address?.remember();
    this.#evaluate("edited");
  }

  /** Fills the form in from the address; false where it holds no answers that can be used. */
  #openLink() {
    const link = this.address?.open();
    if (!link) return false;
    this.#linkProblems = linkProblems(link);
    showProblems(this.#form, this.#linkProblems, new Map());
    if (link.refused !== null) return false;
    fillForm(this.#questions, link.answers);
    this.#evaluate("linked");
    return true;
  }

  #startAgain() {
    const told = this.address?.clear() ?? "";
    this.#empty();
    this.#form.querySelector("input")?.focus();
    this.voice?.say(told);
  }

  #empty() {
    this.#linkProblems = [];
    fillForm(this.#questions, {});
    showProblems(this.#form, [], new Map());
    this.#fill(h("p", { class: "cor-empty" }, "Nothing is answered yet."));
    if (this.dataset.state !== "starting" && this.dataset.state !== "failed") this.#show("ready");
  }

  // ─── Asking, and what comes back ───

  /** @param {Occasion} occasion */
  #evaluate(occasion) {
    if (occasion !== "edited") this.#occasion = occasion;
    void this.rules?.ask(
      () => {
        const reading = readForm(this.#questions);
        return { answers: jsonOf(reading.answers), asOf: today(), about: reading };
      },
      (reply, reading) => void this.#receive(reply, reading),
    );
  }

  /** @param {string} reply @param {Reading} reading */
  async #receive(reply, reading) {
    const said = JSON.parse(reply);
    const names = await (this.#names ?? loadNames());
    const occasion = this.#occasion;
    this.#occasion = "edited";
    if (said.problems) this.#problems(said.problems, reading, occasion);
    else this.#answered(said, reply, reading, names);
    if (occasion === "submitted") goTo(this.#find(said.problems ? "[data-summary]" : "#cor-result-title"));
  }

  /** @param {Outcome} outcome @param {string} text @param {Reading} reading @param {import("./names.mjs").Names} names */
  #answered(outcome, text, reading, names) {
    showProblems(this.#form, this.#linkProblems, reading.fields);
    const link = this.address?.linkTo(reading.answers) ?? "";
    const page = { questions: this.#questions, names, goTo: (/** @type {string} */ key) => this.#goToQuestion(key) };
    const kept = { text, link, announce: (/** @type {string} */ words) => this.voice?.say(words) };
    this.#fill(...resultParts(outcome, page), shareParts(outcome, kept), sheetPart(outcome, this.#questions, link));
    this.#asOf = outcome.as_of;
    this.#show("answered", { outcome, why: () => goTo(this.#find("#cor-result-title")) });
    this.voice?.sayLater(heardWords(outcome));
    this.#dispatch("cor-outcome", outcome);
  }

  /** @param {Problem[]} problems @param {Reading} reading @param {Occasion} occasion */
  #problems(problems, reading, occasion) {
    const typed = /** @type {Node | null} */ (this.#typed);
    const typing = typed !== null && problems.every(({ path }) => reading.fields.get(path)?.contains(typed));
    if (occasion === "edited" && typing) return this.#show("typing");
    this.#show("problem");
    this.#fill(h("p", { class: "cor-empty" }, UNREADABLE));
    const summary = this.#find("[data-summary]");
    const whole = occasion !== "edited" || !summary.hidden;
    const tell = () => {
      showProblems(this.#form, [...this.#linkProblems, ...problems], reading.fields);
      summary.hidden = !whole;
    };
    if (whole) tell();
    else this.#whenReleased(() => this.dataset.state === "problem" && tell());
    this.#dispatch("cor-problems", { problems });
  }

  /** Waits while something in the form is held down, for however long. @param {() => void} tell */
  #whenReleased(tell) {
    setTimeout(() => (this.#form.matches(":active") ? this.#whenReleased(tell) : tell()), CLICK_TAKES);
  }

  /** @param {import("./rules.mjs").Failure} failure */
  #failed(failure) {
    const instead = this.#embedded ? "" : " The decision table below holds the same rules.";
    this.#show("failed", { words: failure.message + instead });
    this.voice?.say(failure.message);
    this.#dispatch("cor-error", failure);
  }

  // ─── The element's own parts ───

  /** Whether the form stands in someone else's page. */
  get #embedded() {
    return this.getRootNode() instanceof ShadowRoot;
  }

  get #form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  /** @param {string} selector */
  #find(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }

  /** @param {string} key */
  #goToQuestion(key) {
    const control = this.#questions.find((question) => question.key === key)?.element.querySelector("input, select");
    if (control instanceof HTMLElement) goTo(control);
  }

  /** @param {...HTMLElement} parts */
  #fill(...parts) {
    this.#find("[data-outcome]").replaceChildren(...parts);
  }

  /** @param {import("./strip.mjs").State} state @param {Parameters<typeof showState>[2]} [more] */
  #show(state, more) {
    this.dataset.state = state;
    showState(this.#find("[data-strip]"), state, more);
  }

  /** @param {string} name @param {unknown} detail */
  #dispatch(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

customElements.define("cor-check", CorCheck);
