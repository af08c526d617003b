/**
 * Keeps one whole build of the site, so that every page and every check works without a connection.
 *
 * There is one cache for each build. A file is put into it only if its SHA-256 is the one that was built, so a page and the
 * rules that it runs are always of the same build, whatever the host sends meanwhile. The page asks for the copy piece by
 * piece, when it has nothing else to do (offline.mjs). A newer build's copy is made beside the one in use, and the older one
 * serves until the newer is complete. The newer build takes over when the visitor asks for it, or once all pages are closed.
 */

import { BUILD } from "#build";
import { BETTER_THAN_GZIP } from "../python/browser.mjs";

const FILES = { ...BUILD.pages, ...BUILD.others };
const HOME = "./";
const LOST = "404.html";
/** Its presence says that a cache has all of its build's pages. No file of the site has this name. */
const COMPLETE = "complete";
/** Ignore `Vary: Accept-Encoding` when matching: the body is the same whatever the compression. */
const ANY = { ignoreVary: true };
/** Such a name holds a hash of the file's content, so what the browser has under it already needs no question to the host. */
const NAMED_BY_CONTENT = /^calculator-[0-9a-f]+\/|[.-][0-9a-f]{8,12}\./;

const worker = /** @type {any} the types at hand are a page's */ (self);
const root = new URL(HOME, location.href);

/** Several guides can share an origin, each in a folder of its own, and so share the list of caches. */
const OURS = `cor-guide ${root.pathname} `;
const CACHE = OURS + BUILD.id;

worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(activate()));
worker.addEventListener("message", (/** @type {any} */ event) => {
  if (event.data === "take over") worker.skipWaiting();
  else event.waitUntil(inTurn(() => keepPiece(event.data)).then((left) => event.ports[0].postMessage(left)));
});
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const path = inSite(event.request.url);
  if (event.request.method === "GET" && path !== null) event.respondWith(answer(path, event));
});

async function activate() {
  await dropOlder();
  await worker.clients.claim();
}

/**
 * Drops builds that nobody needs. While this one is not complete, the newest complete one stays; and while other pages are
 * open, the newest, since they may be of it.
 */
async function dropOlder() {
  const names = await older();
  const pages = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const needed = pages.length > 1 ? 1 : 0;
  const whole = await Promise.all(names.map((name) => caches.match(COMPLETE, { cacheName: name })));
  const serving = (await isComplete()) ? 0 : whole.findIndex(Boolean) + 1 || names.length;
  await Promise.all(names.slice(Math.max(needed, serving)).map((name) => caches.delete(name)));
}

// ─── The copy ───

/** @type {Promise<unknown>} */
let last = Promise.resolve();

/** Does one piece of work after another: two tabs may ask for the copy at once. @template T @param {() => Promise<T>} work @returns {Promise<T>} */
function inTurn(work) {
  const done = last.then(work, work);
  last = done.catch(() => {});
  return done;
}

/**
 * Keeps some more files of this build: pages first, then what Python starts from.
 * @param {{ count: number, python: boolean }} wanted  how many at most, and whether Python belongs to it
 * @returns {Promise<number>} how many are still missing; -1 where the browser has no room, and nothing is kept
 */
async function keepPiece({ count, python }) {
  try {
    const missing = await missingFiles(python);
    await Promise.all(missing.slice(0, count).map(keep));
    const left = Math.max(0, missing.length - count);
    if (!left) await complete();
    return left;
  } catch (error) {
    if (error instanceof TypeError) throw error; // the host could not be reached: the next visit goes on from here
    await caches.delete(CACHE);
    return -1;
  }
}

/** @param {boolean} python @returns {Promise<string[]>} */
async function missingFiles(python) {
  const cache = await caches.open(CACHE);
  const wanted = [
    LOST,
    ...Object.keys(BUILD.pages),
    ...(python || (await hadPython()) ? await pythonFiles(cache) : []),
  ];
  const kept = new Set((await cache.keys()).map(({ url }) => inSite(url)));
  return [...new Set(wanted)].filter((path) => !kept.has(path));
}

/** Who had Python offline with an older build gets it with this one too. */
async function hadPython() {
  const [newest] = await older();
  const files = newest ? await (await caches.open(newest)).keys() : [];
  return files.some(({ url }) => /\.wasm/.test(url));
}

/** @param {Cache} cache @returns {Promise<string[]>} what Python starts from, in the form in which this host sends it */
async function pythonFiles(cache) {
  const sent = await cache.match(LOST, ANY);
  const encoding = sent?.headers.get("content-encoding") ?? "";
  const direct = typeof DecompressionStream === "undefined" || BETTER_THAN_GZIP.includes(encoding);
  return BUILD.python[direct ? "direct" : "packed"];
}

async function complete() {
  if (await isComplete()) return;
  await (await caches.open(CACHE)).put(COMPLETE, new Response());
  // A worker that waits is not in use yet: the pages that are open live on the older build.
  if (!worker.registration.waiting) await dropOlder();
}

const isComplete = async () => Boolean(await caches.match(COMPLETE, { cacheName: CACHE }));

/** @param {string} path puts a file of this build into its cache, unless it is there */
async function keep(path) {
  const cache = await caches.open(CACHE);
  if (!(await cache.match(path, ANY))) await cache.put(path, (await inherited(path)) ?? (await fetched(path)));
}

/** @param {string} path @returns {Promise<Response | undefined>} the same file from an older build */
async function inherited(path) {
  for (const name of await older()) {
    const response = await (await caches.open(name)).match(path, ANY);
    if (response && (await sha256(response.clone())) === FILES[path]) return response;
  }
}

/** @param {string} path @returns {Promise<Response>} the file from the host, or from what the browser has of it; rejects if it is not of this build */
async function fetched(path) {
  const integrity = `sha256-${FILES[path]}`;
  let response = await fetch(path, { cache: NAMED_BY_CONTENT.test(path) ? "force-cache" : "no-cache", integrity });
  if (!response.ok) response = await fetch(path, { cache: "reload", integrity });
  if (!response.ok) throw new TypeError(`${path}: ${response.status}`);
  // A page that came by a redirect may not be handed to a navigation.
  return response.redirected ? new Response(response.body, response) : response;
}

/** @returns {Promise<string[]>} the caches of builds before this one, the newest first */
async function older() {
  const ours = (await caches.keys()).filter((name) => name.startsWith(OURS));
  const own = ours.indexOf(CACHE);
  return ours.slice(0, own < 0 ? ours.length : own).reverse();
}

/** @param {Response} response @returns {Promise<string>} in Base64 */
async function sha256(response) {
  const digest = await crypto.subtle.digest("SHA-256", await response.arrayBuffer());
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

// ─── Requests ───

/** @param {string} url @returns {string | null} its path from the site's root; null outside the site */
function inSite(url) {
  const { origin, pathname } = new URL(url);
  if (origin !== root.origin || !pathname.startsWith(root.pathname)) return null;
  return pathname.slice(root.pathname.length).replace(/(^|\/)index\.html$/, "$1") || HOME;
}

/** @param {string} path @param {any} event a request for it @returns {Promise<Response>} */
async function answer(path, event) {
  const { request } = event;
  try {
    const found = path in FILES ? await own(path, event) : await formerly(path);
    if (found) return found;
  } catch {
    // Storage may be switched off or emptied at any time: then the host answers, as if nothing were kept.
  }
  if (`${path}/` in FILES) return Response.redirect(`${new URL(`${path}/`, root)}${new URL(request.url).search}`);
  return fetch(request).catch(async (error) => (await formerly(path).catch(() => {})) ?? lost(request, error));
}

/** @param {string} path @param {any} event @returns {Promise<Response>} a file of this build, which is kept from then on */
async function own(path, event) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(path, ANY);
  if (kept) return kept;
  const response = await fetched(path);
  event.waitUntil(cache.put(path, response.clone()).catch(() => {}));
  return response;
}

/** @param {string} path @returns {Promise<Response | undefined>} a file of an older build: for a page of it, or while this one is not complete */
async function formerly(path) {
  for (const name of await older()) {
    const response = await (await caches.open(name)).match(path, ANY);
    if (response) return response;
  }
}

/** @param {Request} request @param {unknown} error @returns {Promise<Response>} the page for lost visitors, without a connection */
async function lost(request, error) {
  const page = request.mode === "navigate" && (await caches.match(LOST, { ...ANY, cacheName: CACHE }));
  if (!page) throw error;
  return new Response(page.body, { status: 404, headers: page.headers });
}
