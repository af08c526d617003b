/** The page's own words for what an outcome says in codes. No rule stands here: limits and reasons come with the outcome. */

/** @typedef {"yes" | "no" | "unknown" | "not_covered"} Verdict */

/** @type {Record<string, string>} */
const SUBJECTS = {
  cor: "COR",
  secor: "SECOR",
  auditor: "This auditor",
  internal_auditor: "Internal auditor",
  maintenance: "Maintenance audit",
  certification: "Certification audit",
  plan: "Dates",
  refund: "Refund",
};

const LATER = "Not yet";

/** @param {string} subject */
export function subjectWords(subject) {
  return SUBJECTS[subject] ?? subject;
}

/** For a "no" the headline says whether it can still turn. @param {import("./result.mjs").Result} result */
export function verdictWords({ verdict, headline }) {
  if (verdict === "no") return headline.startsWith(LATER) ? LATER : "No";
  return verdict ? { yes: "Yes", unknown: "Still open", not_covered: "Not published" }[verdict] : "";
}

/** @param {Verdict} met */
export function metWords(met) {
  return { yes: "Met", no: "Not met", unknown: "Open", not_covered: "Not covered" }[met];
}

/** @type {Record<string, string>} */
const BASES = {
  stated: "Stated by AASP",
  elsewhere: "Stated on another page",
  derived: "Follows from the sources",
  reading: "Our reading, as the sources do not settle it",
};

/** @param {string} basis */
export function basisWords(basis) {
  return BASES[basis] ?? basis;
}

/** @type {Record<string, string>} */
const CERTIFICATES = { standard: "Standard certificate", one_year: "One-year certificate" };

/** @param {string | null} certificate */
export function certificateWords(certificate) {
  return certificate ? (CERTIFICATES[certificate] ?? certificate) : "";
}

/** @type {Record<string, string>} */
const STAGES = {
  module_1: "Next: Module 1",
  module_12: "Next: Module 12",
  audit: "Next: the audit",
  quality_assurance: "Next: quality assurance",
  missed: "Deadline missed",
};

/** @param {string | null} stage */
export function stageWords(stage) {
  return stage ? (STAGES[stage] ?? stage) : "";
}

/** @type {Record<string, [string, (figure: string) => string]>} */
const FIGURES = {
  overall: ["Overall score", (figure) => `${figure}%`],
  percent: ["Share of the premium", (figure) => `${plain(figure)}%`],
  refund: ["Refund, estimated", (figure) => `$${Number(figure).toLocaleString("en-CA", { minimumFractionDigits: 2 })}`],
  points_to_pass: ["Points missing to the overall line", (figure) => plain(figure)],
};

/** @param {string} name @param {string | number} figure @returns {[string, string]} */
export function figureWords(name, figure) {
  const [words, shown] = FIGURES[name] ?? [name, String];
  return [words, shown(String(figure))];
}

/** "80.00" as people write it: 80. @param {string} number */
export function plain(number) {
  return /^\d+\.\d+$/u.test(number) ? number.replace(/\.?0+$/u, "") : number;
}

const DAY = new Intl.DateTimeFormat("en-CA", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** A date in words: 1 March 2026. @param {string} iso YYYY-MM-DD */
export function dayWords(iso) {
  const parts = Object.fromEntries(
    DAY.formatToParts(new Date(`${iso}T00:00:00Z`)).map(({ type, value }) => [type, value]),
  );
  return `${parts.day} ${parts.month} ${parts.year}`;
}

/** The visitor's own date, not the one in Greenwich. */
export function today() {
  const now = new Date();
  const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
  return `${String(now.getFullYear()).padStart(4, "0")}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
