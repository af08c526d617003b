/**
 * Has the browser keep the site for use without a connection, and offers a newer version when there is one.
 *
 * Every page loads it. Where data is to be saved, or the browser keeps nothing, the site works as it does without.
 */

const SENTENCE = "A new version of this guide is ready.";
const SITE = new URL("../", import.meta.url);
/** Named by its content, so a page that does not name it is of another build. */
const OWN_FOLDER = new URL(".", import.meta.url).pathname.slice(SITE.pathname.length);

void keepOffline();
document.addEventListener("cor-error", () => void lookForNewer());

async function keepOffline() {
  const { serviceWorker, connection } = /** @type {any} */ (navigator);
  if (!serviceWorker || connection?.saveData) return;
  await pageIsQuiet();
  try {
    const registration = await serviceWorker.register(new URL("sw.js", SITE));
    watch(registration);
    const { active } = await serviceWorker.ready;
    if (!isSlow(connection) || document.querySelector("cor-check")) active?.postMessage("keep Python");
  } catch {
    // The browser keeps nothing: storage is switched off or full, or the connection went.
  }
}

/** Python is megabytes: on a slow line it comes with the first check. @param {{ effectiveType?: string }} [connection] */
const isSlow = (connection) => /2g|3g/.test(connection?.effectiveType ?? "");

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
  const offerWaiting = () => registration.waiting && registration.active && offer(() => takeOver(registration));
  offerWaiting();
  // Another tab may have asked for it; this one is then of an older build than what serves it.
  if (navigator.serviceWorker.controller) {
    navigator.serviceWorker.addEventListener("controllerchange", () => offer(() => location.reload()));
  }
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", offerWaiting);
  });
}

/** @param {ServiceWorkerRegistration} registration */
function takeOver(registration) {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
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
