/**
 * Starts Python and hands over `check_json`: the one module of the page that knows how.
 *
 * Python runs in a module worker, one to a tab, so that nothing here ever holds up the page.
 * There is more than one way to start it, from the fastest to the plainest; where one fails,
 * the next is tried and the questions still open are asked again. A slower start, never a dead page.
 *
 *     const python = await start({ onProgress: ({ loaded, total }) => { … } });
 *     const outcome = JSON.parse(await python.check("certification", JSON.stringify(answers), "2026-11-22"));
 */

/** @typedef {"b" | "a" | "plain"} Way  `b`: memory snapshot and trimmed WebAssembly; `a`: trimmed library; `plain`: Pyodide as it comes. */
/** @typedef {{ loaded: number, total: number }} Progress  Bytes so far and in all, as they travel. */
/**
 * @typedef {object} Python
 * @property {(check: string, answersText: string, asOf: string) => Promise<string>} check
 *   Asks `cor_calc.check_json`: a JSON text of answers and a date in, a JSON text (an outcome, or `{"problems": …}`) out.
 *   Questions are answered in the order they were asked. Rejects with a `PythonError`.
 * @property {() => void} close  Ends the worker. Questions still open reject with the code `closed`.
 * @property {() => Way} way  The way in use now.
 */

/** Codes: `no_worker` `no_webassembly` `network` `start_failed` `evaluation_failed` `closed`. */
export class PythonError extends Error {
  /** @param {string} code @param {string} message one clear sentence, fit for the page */
  constructor(code, message) {
    super(message);
    this.name = "PythonError";
    this.code = code;
  }
}

/** Where `pack.py` puts the prepared runtime: the folder `python/` beside this module. */
export const BASE = new URL("python/", import.meta.url);

/**
 * Python for this tab: started on the first call, shared by the later ones.
 *
 * @param {object} [options]
 * @param {URL | string} [options.base] folder of the prepared runtime (ends in `/`)
 * @param {Way} [options.way] begin with this way; default `?way=` of the page's address, else the fastest one built
 * @param {(progress: Progress) => void} [options.onProgress] called only when loading takes longer than half a second
 * @returns {Promise<Python>} rejects with a `PythonError` when every way has failed; a later call tries again
 */
export function start({ base = BASE, way, onProgress } = {}) {
  return Promise.reject(new PythonError("start_failed", "Python is not built into this page yet."));
}
