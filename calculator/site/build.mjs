/**
 * What the site consists of, for the service worker. This is the empty form; the build gives sw.mjs its own (offline.py).
 *
 * @typedef {object} Build
 * @property {string} id  names the build: a hash of all below
 * @property {Record<string, string>} pages  what is kept for use offline: addresses from the site's root, with their SHA-256 in Base64
 * @property {Record<string, string>} others  the same of files that are kept when they are used
 * @property {Record<"direct" | "packed", string[]>} python  of `others`, what the fastest start of Python loads from a host that compresses well, and gzipped by us
 */

/** @type {Build} */
export const BUILD = { id: "", pages: {}, others: {}, python: { direct: [], packed: [] } };
