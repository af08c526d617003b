/** The answered rows as the page keeps them: counted, filtered, sorted, and cut into pages. */

/** @typedef {import("../../shared/outcome.mjs").Problem} Problem */
/** @typedef {import("../../shared/outcome.mjs").Tone} Tone */
/** @typedef {import("../../shared/outcome.mjs").DateName} DateName */
/** @typedef {import("../../shared/outcome.mjs").DateState} DateState */
/**
 * @typedef {object} Shown  one result of a row
 * @property {Tone} tone
 * @property {string} [certificate]
 * @property {string} [stage]
 * @property {Record<string, string>} [figures]  in words
 * @property {string[]} [open]  keys of the questions that decide it and are not answered
 */
/**
 * @typedef {object} Row
 * @property {number} line  that of the file on which it begins
 * @property {string} name
 * @property {Record<string, Shown>} results  by subject
 * @property {{ name: DateName, date: string, state: DateState } | null} next
 * @property {Problem[]} problems
 * @property {string | null} href  its check with its answers, from the site's root
 */
/** @typedef {{ message: string, code: string, path: string, count: number, lines: number[] }} Kind  problems that are mended in the same way */
/** @typedef {{ subject: string, tone: string } | "problems" | null} Filter  null: all rows */
/** @typedef {"problems" | "file" | "name" | "date"} Order */

export const PAGE = 25;
/** Rows beyond these are counted and go out, but the table does not show them: memory must not grow with the file. */
export const MOST_KEPT = 100_000;
const MOST_KINDS = 100;
const MOST_LINES = 8;
const NO_DATE = "9999";

export class Rows {
  /** @type {Row[]} */
  kept = [];
  /** By subject and tone. @type {Map<string, Map<string, number>>} */
  tones = new Map();
  /** @type {Map<string, Kind>} */
  problems = new Map();
  all = 0;
  bad = 0;

  /** @param {Row[]} rows */
  add(rows) {
    for (const row of rows) this.#add(row);
  }

  /** @param {Row} row */
  #add(row) {
    this.all += 1;
    if (this.kept.length < MOST_KEPT) this.kept.push(row);
    for (const [subject, { tone }] of Object.entries(row.results)) {
      const counts = this.tones.get(subject) ?? new Map();
      this.tones.set(subject, counts.set(tone, (counts.get(tone) ?? 0) + 1));
    }
    if (row.problems.length) this.bad += 1;
    for (const problem of row.problems) this.#note(problem, row.line);
  }

  /** @param {Problem} problem @param {number} line */
  #note({ message, code, path }, line) {
    const known = this.problems.get(message);
    if (known) {
      known.count += 1;
      if (known.lines.length < MOST_LINES) known.lines.push(line);
    } else if (this.problems.size < MOST_KINDS) {
      this.problems.set(message, { message, code, path, count: 1, lines: [line] });
    }
  }

  /** The kinds of problems, those of most rows first. */
  kinds() {
    return [...this.problems.values()].sort((one, other) => other.count - one.count);
  }

  /** The rows to show, in their order. @param {{ filter: Filter, text: string, order: Order }} view */
  shown({ filter, text, order }) {
    const wanted = text.trim().toLocaleLowerCase();
    const found = this.kept.filter((row) => fits(row, filter) && row.name.toLocaleLowerCase().includes(wanted));
    if (order === "problems") return [...found.filter(isBad), ...found.filter((row) => !isBad(row))];
    if (order === "name") return found.sort((one, other) => NAMES.compare(one.name, other.name));
    if (order === "date") return found.sort((one, other) => compare(dateOf(one), dateOf(other)));
    return found;
  }
}

const NAMES = new Intl.Collator("en-CA", { numeric: true });

/** @param {Row} row */
function isBad(row) {
  return row.problems.length > 0;
}

/** @param {Row} row */
function dateOf(row) {
  return row.next?.date ?? NO_DATE;
}

/** @param {string} one @param {string} other */
function compare(one, other) {
  return one < other ? -1 : Number(one > other);
}

/** @param {Row} row @param {Filter} filter */
function fits(row, filter) {
  if (filter === null) return true;
  return filter === "problems" ? isBad(row) : row.results[filter.subject]?.tone === filter.tone;
}

/** One page of what is shown; a page that is not there is the last one. @param {Row[]} rows @param {number} page  from 0 */
export function pageOf(rows, page) {
  const last = Math.max(0, Math.ceil(rows.length / PAGE) - 1);
  const at = Math.min(page, last) * PAGE;
  return {
    page: Math.min(page, last),
    last,
    from: at + 1,
    to: Math.min(at + PAGE, rows.length),
    rows: rows.slice(at, at + PAGE),
  };
}
