/**
 * Has the browser keep the site for use without a connection, and offers a newer version when there is one.
 *
 * Every page loads it. Where data is to be saved, or the browser keeps nothing, the site works as it does without.
 */

import { isSlow } from "../python/browser.mjs";

const SENTENCE = "A new version of this guide is ready.";
const SITE = new URL("../", import.meta.url);
/** Its name holds a hash of its content. If the page on the server does not mention it, a newer build was deployed. */
const OWN_FOLDER = new URL(".", import.meta.url).pathname.slice(SITE.pathname.length);

/** How many files are fetched at a time. */
const PIECE = 6;
/** Milliseconds between two pieces where the browser does not tell when it has time, as Safari does not. */
const BETWEEN_PIECES = 100;
/** Milliseconds without an input, after which someone is taken to read and not to type. */
const AT_REST = 1000;

let inputAt = 0;

void keepOffline();
document.addEventListener("cor-error", () => void lookForNewer());
for (const name of ["input", "keydown", "pointerdown"])
  addEventListener(name, noteInput, { capture: true, passive: true });

function noteInput() {
  inputAt = performance.now();
}

async function keepOffline() {
  const { serviceWorker, connection } = /** @type {any} */ (navigator);
  if (!serviceWorker || connection?.saveData) return;
  await pageIsQuiet();
  try {
    const registration = await serviceWorker.register(new URL("sw.js", SITE));
    watch(registration);
    await bringIn(registration);
  } catch {
    // The browser keeps nothing: storage is switched off or full, or the connection went.
  }
}

/** Brings the copy in, a piece at a time while nobody types, and offers it where it is a newer one. @param {ServiceWorkerRegistration} registration */
async function bringIn(registration) {
  const worker = await installed(registration);
  const python = !isSlow(/** @type {any} */ (navigator).connection) || Boolean(document.querySelector("cor-check"));
  for (let left = 1; left > 0; ) {
    await idle();
    left = await reply(worker, { count: PIECE, python });
    if (left < 0) return; // there is no room for it
  }
  if (registration.waiting === worker && registration.active) offer(() => void takeOver(registration));
}

/** @param {ServiceWorkerRegistration} registration @returns {Promise<ServiceWorker>} the newest worker, once it can be asked */
async function installed(registration) {
  const { installing } = registration;
  if (installing) {
    await new Promise((go) => installing.addEventListener("statechange", go, { once: true }));
  }
  const worker = registration.waiting ?? registration.active;
  if (!worker) throw new Error("it could not be installed");
  return worker;
}

/** @param {ServiceWorker} worker @param {object} message @returns {Promise<number>} */
function reply(worker, message) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage(message, [port2]);
  });
}

async function idle() {
  const pause = () =>
    "requestIdleCallback" in window ? new Promise((go) => requestIdleCallback(go)) : sleep(BETWEEN_PIECES);
  do await pause();
  while (performance.now() - inputAt < AT_REST && (await sleep(AT_REST)));
}

/** @param {number} ms */
const sleep = (ms) => new Promise((go) => setTimeout(() => go(true), ms));

/** A check's own start comes first, and so does the page. */
async function pageIsQuiet() {
  if (document.readyState !== "complete") await new Promise((go) => addEventListener("load", go, { once: true }));
  for (const check of document.querySelectorAll("cor-check")) await started(check);
}

/** @param {Element} check @returns {Promise<void>} once its rules are ready, or cannot be */
function started(check) {
  const STARTING = ["waiting", "starting"];
  const state = () => check.getAttribute("data-state") ?? "";
  return new Promise((go) => {
    if (!STARTING.includes(state())) return go();
    const observer = new MutationObserver(() => {
      if (STARTING.includes(state())) return;
      observer.disconnect();
      go();
    });
    observer.observe(check, { attributeFilter: ["data-state"] });
  });
}

/** @param {ServiceWorkerRegistration} registration */
function watch(registration) {
  // Another tab may have asked for it; this one is then of an older build than what serves it.
  if (navigator.serviceWorker.controller) {
    navigator.serviceWorker.addEventListener("controllerchange", () => offer(() => location.reload()));
  }
  registration.addEventListener("updatefound", () => void bringIn(registration).catch(() => {}));
}

/**
 * In Chromium a waiting service worker can hang for good if the active one is busy when it takes over: the active one
 * gets time to finish first.
 * @param {ServiceWorkerRegistration} registration
 */
async function takeOver(registration) {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  await sleep(AT_REST * 2);
  registration.waiting?.postMessage("take over");
}

/** A check could not start: perhaps the host has a newer build, and no longer the files of this page. */
async function lookForNewer() {
  const registration = await navigator.serviceWorker?.getRegistration(SITE).catch(() => undefined);
  if (registration) return registration.update().catch(() => {});
  const response = await fetch(location.pathname, { cache: "no-store" }).catch(() => undefined);
  if (response?.ok && !(await response.text()).includes(OWN_FOLDER)) offer(() => location.reload());
}

/** Says once that there is a newer version. It is loaded when the visitor asks, never by itself. @param {() => void} load */
function offer(load) {
  if (document.querySelector(".cor-update")) return;
  const notice = document.createElement("div");
  notice.className = "cor-update";
  notice.setAttribute("role", "status");
  document.body.append(notice);
  // Screen readers tell what changes in it, not what it appeared with.
  setTimeout(
    () =>
      notice.append(
        `${SENTENCE} `,
        button("Load it", load),
        button("Later", () => notice.remove()),
      ),
    100,
  );
}

/** @param {string} words @param {() => void} act */
function button(words, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}
