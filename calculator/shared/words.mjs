/** Days and lists as people read them. */

const MONTHS = "January February March April May June July August September October November December".split(" ");
const DAY = 86_400_000;

/** A date in words: 1 March 2026. @param {string} iso YYYY-MM-DD */
export function dayWords(iso) {
  const [year = "", month = "", day = ""] = iso.split("-");
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** A date where there is little room: 1 Mar 2026. @param {string} iso */
export function shortDay(iso) {
  const [day, month = "", year] = dayWords(iso).split(" ");
  return `${day}\u00a0${month.slice(0, 3)}\u00a0${year}`;
}

/** How far a day is from another, in days: "in 5 days", "16 days ago", "today". @param {string} from @param {string} to */
export function distance(from, to) {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY);
  if (days === 0) return "today";
  const count = `${Math.abs(days).toLocaleString("en-CA")} ${Math.abs(days) === 1 ? "day" : "days"}`;
  return days > 0 ? `in ${count}` : `${count} ago`;
}

/** The visitor's local date, which may differ from the date in UTC. */
export function today() {
  const now = new Date();
  const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
  return `${String(now.getFullYear()).padStart(4, "0")}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** "80.00" as people write it: 80. @param {string | number} number */
export function plain(number) {
  const text = String(number);
  return /^\d+\.\d+$/u.test(text) ? text.replace(/\.?0+$/u, "") : text;
}

/** @param {string} text */
export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "a", "a and b", "a, b and c". @param {string[]} items */
export function listed(items) {
  return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
