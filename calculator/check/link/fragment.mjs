/**
 * Answers in the address: `#v=2&partner=esc&element_scores=80,90&links=auditor,employed,2025-03-01`.
 *
 * Browsers never send this part of an address to a server. Values stay as they were typed: whether they make sense is
 * for the rules to say.
 */

/** @typedef {import("../../shared/description.mjs").Question} Question */
/** @typedef {{ key: string, question: Question }} Asked  a question and its key, in the check's order */
/** A value as typed, a list of them, or a list of rows. @typedef {string | string[] | Record<string, string>[]} Typed */
/** @typedef {Record<string, Typed>} Answers */
/**
 * @typedef {object} Link
 * @property {Answers} answers
 * @property {string[]} left  keys that this check does not ask, as given
 * @property {string[]} cut  what lists ask for that are longer than can be shown; one item more than is allowed is kept
 * @property {string | null} refused  the link's version, where it is none that we know
 */

export const VERSION = "2";
/** Version 1 differs from 2 in nothing but some keys. */
const READABLE = new Set(["1", VERSION]);
const NONE = "none";
const UNSURE = "unsure";
const WHOLE_ANSWERS = new Set([NONE, UNSURE]);

/**
 * The fragment for these answers, keys in the questions' order, with its `#`; empty where nothing is answered.
 *
 * @param {Asked[]} asked
 * @param {Answers} answers
 */
export function write(asked, answers) {
  const pairs = asked.flatMap(({ key, question }) => values(question, answers[key]).map((value) => `${key}=${value}`));
  return pairs.length ? `#v=${VERSION}&${pairs.join("&")}` : "";
}

/** @param {Question} question @param {Typed | undefined} answer @returns {string[]} */
function values(question, answer) {
  if (answer === undefined) return [];
  if (typeof answer === "string") return [encode(answer)];
  if (!answer.length) return [NONE];
  if (question.kind === "list") {
    const items = /** @type {string[]} */ (answer).map(encode).join(",");
    return [WHOLE_ANSWERS.has(items) ? escaped(items) : items];
  }
  const rows = /** @type {Record<string, string>[]} */ (answer);
  return rows.map((row) => (question.fields ?? []).map(({ key }) => encode(row[key] ?? "")).join(","));
}

/** The same word with its first letter in code: read back, it is a list's only item and not the whole answer. @param {string} word */
function escaped(word) {
  return `%${word.charCodeAt(0).toString(16)}${word.slice(1)}`;
}

/** Half of a character cannot be encoded; it becomes the mark for an unreadable one. @param {string} text */
function encode(text) {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"));
}

/** @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * What a fragment holds; null where it is no link with answers (empty, or the name of a heading).
 *
 * @param {Asked[]} asked
 * @param {string} hash  with or without its `#`
 * @param {Record<string, string>} [renamed]  keys of this check in version 1, and what they are called now
 * @returns {Link | null}
 */
export function read(asked, hash, renamed = {}) {
  const text = hash.replace(/^#/, "");
  if (!text.includes("=")) return null;
  const given = pairs(text);
  const version = decode(given.get("v")?.join(",") ?? "");
  given.delete("v");
  if (!READABLE.has(version)) return { answers: {}, left: [], cut: [], refused: version };
  if (version === "1") rename(given, renamed);
  /** @type {Link} */
  const link = { answers: {}, left: [], cut: [], refused: null };
  for (const { key, question } of asked) {
    const answer = parse(question, given.get(key) ?? []);
    const most = (question.most ?? 1) + 1;
    if (Array.isArray(answer) && answer.length > most) link.cut.push(question.noun);
    if (answer !== undefined)
      link.answers[key] = Array.isArray(answer) ? /** @type {string[]} */ (answer.slice(0, most)) : answer;
    given.delete(key);
  }
  return { ...link, left: [...given.keys()] };
}

/** @param {Map<string, string[]>} given @param {Record<string, string>} renamed */
function rename(given, renamed) {
  for (const [old, now] of Object.entries(renamed)) {
    const value = given.get(old);
    if (value === undefined) continue;
    given.delete(old);
    given.set(now, value);
  }
}

/** @param {string} text @returns {Map<string, string[]>} */
function pairs(text) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const pair of text.split("&").filter(Boolean)) {
    const at = pair.indexOf("=");
    const key = decode(at < 0 ? pair : pair.slice(0, at));
    found.set(key, [...(found.get(key) ?? []), at < 0 ? "" : pair.slice(at + 1)]);
  }
  return found;
}

/**
 * @param {Question} question
 * @param {string[]} given  the values under the question's key, still encoded
 * @returns {Typed | undefined}
 */
function parse(question, given) {
  const isList = question.kind === "list" || question.kind === "rows";
  if (!given.length || given.every((value) => value === ""))
    return question.kind === "rows" && given.length ? [{}] : undefined;
  const whole = given.join(",");
  if (!isList || whole === UNSURE) return decode(whole);
  if (whole === NONE && question.may_be_empty) return [];
  if (question.kind === "list") return whole.split(",").map(decode);
  const keys = (question.fields ?? []).map(({ key }) => key);
  return given.map((value) => row(keys, value));
}

/** What a row holds beyond its fields stays with the last one, for the rules to refuse. @param {string[]} keys @param {string} value */
function row(keys, value) {
  const parts = value.split(",");
  const kept = [...parts.slice(0, keys.length - 1), parts.slice(keys.length - 1).join(",")].map(decode);
  return Object.fromEntries(keys.map((key, at) => [key, kept[at] ?? ""]).filter(([, part]) => part !== ""));
}
