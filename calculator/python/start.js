/**
 * Asks for Python before anything else of the page is read. It stands inside the page, as the first script of its head:
 *
 *     <script data-src="…/python/worker.mjs">…</script>
 *
 * python.mjs takes over what it leaves in `corPython`: the worker, and what that has said meanwhile.
 * Where data is to be saved or the line is slow, Python waits until it is needed; a link with answers needs it.
 * A browser that is too old for it, as python.mjs tells, is asked for nothing.
 */

import { isSlow, NEEDED } from "./browser.mjs";

(() => {
  const { connection } = /** @type {any} */ (navigator);
  const spare = connection?.saveData || isSlow(connection);
  if ((spare && !location.hash.includes("=")) || location.search.includes("way=") || !self.Worker) return;
  if (!self.WebAssembly?.validate(NEEDED)) return;
  const [page] = /** @type {any[]} */ (performance.getEntriesByType("navigation"));
  const address = document.currentScript?.dataset.src ?? "";
  const worker = new Worker(address, { type: "module", name: `snapshot ${page?.contentEncoding ?? ""}` });
  /** @type {Event[]} */ const heard = [];
  worker.onmessage = worker.onerror = (/** @type {Event} */ event) => void heard.push(event);
  Object.assign(self, { corPython: { worker, heard } });
})();
