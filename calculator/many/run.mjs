/**
 * Answers one file in Python, piece by piece: nothing but the piece at hand is read, and what comes out is kept as the
 * browser keeps files, outside of this page's memory.
 */

import { bytesOf, otherKind, PIECE, textOf } from "./bytes.mjs";

/** @typedef {import("../shared/outcome.mjs").Problem} Problem */
/** @typedef {import("../check/events.mjs").Failure} Failure */
/** @typedef {import("./results/rows.mjs").Row} Row */
/** @typedef {{ call: (name: string, ...texts: string[]) => Promise<string> }} Python */
/** @typedef {{ rows: number, bad: number, formulas: number, dated: number, undated: number }} Counts */
/**
 * @typedef {object} Fed  what Python says of a piece
 * @property {string} csv  the rows as they go out, as bytes.mjs has them
 * @property {Row[]} rows
 * @property {string[]} header
 * @property {Record<string, string>} keys  by header: the question that it answers
 * @property {Counts} counts
 */
/** @typedef {{ source: Blob, check: string, asOf: string, chosen: Record<string, string> }} Asked  `chosen`: by header, a key or "" for none */
/** @typedef {"waiting" | "running" | "stopped" | "done" | "problem" | "failed"} State */
/** @typedef {{ problems?: Problem[], header?: string[], failure?: Failure }} Ending  why a run ended early */
/**
 * @typedef {object} Listener
 * @property {() => void} begun  nothing is answered yet, or nothing is left of it
 * @property {(fed: Fed, share: number) => void} fed  `share`: how much of the file is read, from 0 to 1
 * @property {(state: State, ending: Ending) => void} ended
 */

/** How often a file is begun again where the browser has ended the Python that held it. */
const MOST_BEGINNINGS = 3;
const CSV = "text/csv";
const CALENDAR = "text/calendar";

/** A file that cannot be answered; the message is a sentence for the page. */
class SourceError extends Error {
  /** @param {string} message @param {string} code */
  constructor(message, code) {
    super(message);
    this.code = code;
  }
}

export class Run {
  /** @type {State} */
  state = "waiting";
  /** Since when the rules are in force. */
  ruleset = "";
  #at = 0;
  #beginnings = 0;
  #begun = false;
  #wanted = true;
  #stopping = false;
  /** @type {Blob[]} */
  #parts = [];

  /** @param {Python} python @param {Asked} asked @param {Listener} listener */
  constructor(python, asked, listener) {
    this.python = python;
    this.asked = asked;
    this.listener = listener;
  }

  /** Answers from where it is to the end, or until it is stopped. */
  async go() {
    this.state = "running";
    this.#stopping = false;
    try {
      if (!this.#begun) await this.#begin();
      while (this.state === "running") await this.#step();
    } catch (error) {
      this.#begun = false;
      this.#beginnings = 0;
      const { code = "evaluation_failed", message = String(error) } = /** @type {Partial<Failure>} */ (error ?? {});
      this.#end("failed", { failure: { code, message } });
    }
  }

  /** Holds on after the piece at hand; `go` goes on from there. */
  stop() {
    this.#stopping = true;
  }

  /** Ends it for good: its listener hears nothing more. */
  abandon() {
    this.#wanted = false;
    this.#stopping = true;
  }

  /** What has been answered so far, as a file. */
  output() {
    return new Blob(this.#parts, { type: CSV });
  }

  /** The dates of all rows so far, as a file; null where Python has lost them. @returns {Promise<Blob | null>} */
  async calendar() {
    const parts = [];
    for (let start = "0"; start; ) {
      const { text, next, lost } = JSON.parse(await this.python.call("many_calendar", start));
      if (lost) return null;
      parts.push(new Blob([text])); // out of this page's memory at once
      start = next;
    }
    return new Blob(parts, { type: CALENDAR });
  }

  async #begin() {
    this.#beginnings += 1;
    if (this.#beginnings > MOST_BEGINNINGS)
      throw new SourceError(
        "This device has too little memory left for this file. Close other pages and try again.",
        "lost",
      );
    this.#at = 0;
    this.#parts = [];
    if (this.#wanted) this.listener.begun();
    const { check, asOf, chosen } = this.asked;
    const said = JSON.parse(await this.python.call("many_begin", check, asOf, JSON.stringify(chosen)));
    if (said.problems) return this.#end("problem", said);
    this.#begun = true;
    this.ruleset = said.ruleset;
  }

  async #step() {
    const { source } = this.asked;
    const text = await this.#read();
    if (this.#at === 0 && otherKind(text)) throw new SourceError(otherWords(otherKind(text)), "no_table");
    const isLast = this.#at + text.length >= source.size;
    const said = JSON.parse(await this.python.call("many_feed", text, isLast ? "1" : ""));
    if (said.lost) return this.#begin();
    if (said.problems) return this.#end("problem", said);
    this.#at += text.length;
    if (said.csv) this.#parts.push(new Blob([bytesOf(said.csv)]));
    if (this.#wanted) this.listener.fed(said, source.size ? this.#at / source.size : 1);
    if (isLast) return this.#end("done", {});
    if (this.#stopping) this.#end("stopped", {});
  }

  async #read() {
    try {
      return textOf(new Uint8Array(await this.asked.source.slice(this.#at, this.#at + PIECE).arrayBuffer()));
    } catch {
      throw new SourceError("The file could not be read. If it was moved or changed, choose it again.", "unreadable");
    }
  }

  /** @param {State} state @param {Ending} ending */
  #end(state, ending) {
    this.state = state;
    if (this.#wanted) this.listener.ended(state, ending);
  }
}

/** @param {string} kind */
function otherWords(kind) {
  return `This file is ${kind}. Save the sheet as CSV in your spreadsheet program, and choose that file.`;
}
