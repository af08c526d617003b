/**
 * Answers in the address bar: `#v=1&employees=9&element_scores=80,90&links=auditor,employed,2025-03-01`.
 *
 * Browsers never send this part of an address to a server. Values stay as they were typed: whether they make sense is
 * for the rules to say.
 */

/** @typedef {import("./shape.mjs").Question} Question */
/** @typedef {import("./shape.mjs").Answers} Answers */

/** The form of the link. A later one brings a function that reads this one. */
export const VERSION = "1";
const NONE = "none";
const UNSURE = "unsure";
/** The word where it stands in a list's only field: it answers that field, and not the whole question. */
const UNSURE_IN_FIELD = "%75nsure";

/**
 * The fragment for these answers, keys in the questions' order, with its `#`; empty where nothing is answered.
 *
 * @param {Question[]} questions
 * @param {Answers} answers
 */
export function write(questions, answers) {
  const pairs = questions.flatMap((question) =>
    values(question, answers[question.key]).map((value) => `${question.key}=${value}`),
  );
  return pairs.length ? `#v=${VERSION}&${pairs.join("&")}` : "";
}

/**
 * @param {Question} question
 * @param {Answers[string] | undefined} answer
 * @returns {string[]}
 */
function values(question, answer) {
  if (answer === undefined) return [];
  if (typeof answer === "string") return [encode(answer)];
  if (question.kind === "list") {
    const items = /** @type {string[]} */ (answer).map(encode).join(",");
    return [items === UNSURE ? UNSURE_IN_FIELD : items];
  }
  const rows = /** @type {Record<string, string>[]} */ (answer);
  return rows.length ? rows.map((row) => question.fields.map((field) => encode(row[field] ?? "")).join(",")) : [NONE];
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
 * @typedef {object} Link
 * @property {Answers} answers
 * @property {string[]} left  keys that this form does not ask, as given
 * @property {string[]} cut  what lists ask for that are longer than can be shown; one item more than is allowed is kept
 * @property {string | null} refused  the link's version, where it is not ours
 */

/**
 * What a fragment holds; null where it is no link with answers (empty, or the name of a heading).
 *
 * @param {Question[]} questions
 * @param {string} hash with or without its `#`
 * @returns {Link | null}
 */
export function read(questions, hash) {
  const text = hash.replace(/^#/, "");
  if (!text.includes("=")) return null;
  const given = pairs(text);
  const version = given.get("v")?.join(",") ?? "";
  given.delete("v");
  if (version !== VERSION) return { answers: {}, left: [], cut: [], refused: decode(version) };
  /** @type {Link} */
  const link = { answers: {}, left: [], cut: [], refused: null };
  for (const question of questions) {
    const answer = parse(question, given.get(question.key) ?? []);
    const most = question.most + 1;
    if (Array.isArray(answer) && answer.length > most) link.cut.push(question.noun);
    if (answer !== undefined)
      link.answers[question.key] = Array.isArray(answer) ? /** @type {string[]} */ (answer.slice(0, most)) : answer;
    given.delete(question.key);
  }
  return { ...link, left: [...given.keys()] };
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
 * @param {string[]} given the values under the question's key, still encoded
 * @returns {Answers[string] | undefined}
 */
function parse(question, given) {
  if (!given.length || given.every((value) => value === ""))
    return question.kind === "rows" && given.length ? [{}] : undefined;
  const whole = given.join(",");
  if (question.kind === "one" || whole === UNSURE) return decode(whole);
  if (question.kind === "list") return whole.split(",").map(decode);
  return whole === NONE && question.mayBeEmpty ? [] : given.map((value) => row(question.fields, value));
}

/** What a row holds beyond its fields stays with the last one, for the rules to refuse. @param {string[]} fields @param {string} value */
function row(fields, value) {
  const parts = value.split(",");
  const kept = [...parts.slice(0, fields.length - 1), parts.slice(fields.length - 1).join(",")].map(decode);
  return Object.fromEntries(fields.map((field, at) => [field, kept[at] ?? ""]).filter(([, part]) => part !== ""));
}
