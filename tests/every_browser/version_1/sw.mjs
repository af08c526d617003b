/**
 * Keeps one whole build of the site, so that every page and every check works without a connection after one visit.
 *
 * One cache for each build. A file gets into it only if its SHA-256 is the one that was built, so a page and
 * the rules that it runs are always of the same build, whatever the host sends meanwhile. A newer build is
 * prepared beside the one in use and takes over when the visitor asks for it, or once all pages are closed.
 */

/**
 * What was built: `cor_site.offline` writes it here.
 * @type {{ id: string, first: Record<string, string>, later: Record<string, string>, python: Record<"direct" | "packed", string[]> }}
 *   `first`, kept at once, and `later`, kept when used: addresses from the site's root with their SHA-256 in Base64;
 *   `python`: of those, what the fastest start needs, as a host that compresses well sends it, and gzipped by us.
 */
const BUILD = { id: "", first: {}, later: {}, python: { direct: [], packed: [] } };

const FILES = { ...BUILD.first, ...BUILD.later };
const HOME = "./";
const LOST = "404.html";
/** A file is a file, however it was compressed for the journey. */
const ANY = { ignoreVary: true };
const BETTER_THAN_GZIP = ["br", "zstd", "dcb", "dcz"];

const worker = /** @type {any} the types at hand are a page's */ (self);
const root = new URL(HOME, location.href);

/** Several guides can share an origin, each in a folder of its own, and so share the list of caches. */
const OURS = `cor-guide ${root.pathname} `;
const CACHE = OURS + BUILD.id;

worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(install()));
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(activate()));
worker.addEventListener("message", (/** @type {any} */ event) => {
  if (event.data === "take over") worker.skipWaiting();
  if (event.data === "keep Python") event.waitUntil(keepPython().catch(() => {}));
});
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const path = inSite(event.request.url);
  if (event.request.method === "GET" && path !== null) event.respondWith(answer(path, event));
});

/** Keeps all pages, or nothing. Who had an older build offline gets Python with the new one too. */
async function install() {
  try {
    await keep(Object.keys(BUILD.first));
    if ((await older()).length) await keepPython().catch(() => {});
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

/** Drops older builds, but for the last one while other pages are open: they may still need a file of it. */
async function activate() {
  const pages = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const dropped = (await older()).slice(pages.length > 1 ? 1 : 0);
  await Promise.all(dropped.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** Keeps what Python starts from, in the form in which this browser gets it from this host. */
async function keepPython() {
  const sent = await (await caches.open(CACHE)).match(LOST, ANY);
  const direct =
    typeof DecompressionStream === "undefined" ||
    BETTER_THAN_GZIP.includes(sent?.headers.get("content-encoding") ?? "");
  await keep(BUILD.python[direct ? "direct" : "packed"]);
}

/** @param {string[]} paths puts files of this build into its cache, unless they are there */
async function keep(paths) {
  const cache = await caches.open(CACHE);
  await Promise.all(
    paths.map(async (path) => {
      if (!(await cache.match(path, ANY))) await cache.put(path, (await inherited(path)) ?? (await fetched(path)));
    }),
  );
}

/** @param {string} path @returns {Promise<Response | undefined>} the same file from an older build */
async function inherited(path) {
  for (const name of await older()) {
    const response = await (await caches.open(name)).match(path, ANY);
    if (response && (await sha256(response.clone())) === FILES[path]) return response;
  }
}

/** @param {string} path @returns {Promise<Response>} the file from the host; rejects if it is not of this build */
async function fetched(path) {
  const response = await fetch(path, { cache: "no-cache", integrity: `sha256-${FILES[path]}` });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
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
  return fetch(request).catch((error) => lost(request, error));
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

/** @param {string} path @returns {Promise<Response | undefined>} a file that only an older build has, for a page of it */
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
