/**
 * What every worker of this folder does once it has Python: it calls Python's functions for the page, in the order asked.
 *
 * From the page come `{id, name, texts}`, a call, and `{ping}`. To the page go `{way, ready: true}`, `{way, progress}`
 * while a slow load lasts, `{id, text}`, `{pong}`, and `{way, failed}` when the worker can do no more: the page ends it.
 */

import FUNCTIONS from "./functions.json";

/** Nothing is said of a load that takes no longer, and after that as often as people can read a number. */
const SLOW_MS = 500;
const TELL_MS = 100;

/** @typedef {{ id: number, name: string, texts: string[] }} Call  `name`: a key of functions.json */
/** @typedef {{ loaded: number, total: number }} Progress  bytes as they travel */

/** A start that failed because a file could not be loaded, or was not the file that was built. */
export class NetworkError extends Error {}

/**
 * @param {string} way its name, which every message of this worker carries until it is ready
 * @param {(tell: (progress: Progress) => void) => Promise<any>} load returns Pyodide with the rules in it
 */
export async function serve(way, load) {
  /** Calls that come before Python is there. @type {Call[]} */
  const waiting = [];
  let put = (/** @type {Call} */ call) => void waiting.push(call);
  addEventListener("message", ({ data }) => ("ping" in data ? postMessage({ pong: data.ping }) : put(data)));

  /** @param {unknown} error @param {string} what @param {string} failed a code of python.mjs */
  const giveUp = (error, what, failed) => {
    console.info(`${what} (${way}): ${error instanceof Error ? error.message : error}`);
    postMessage({ way, failed });
  };

  try {
    const python = await load(nowAndThen((progress) => postMessage({ way, progress })));
    const functions = Object.fromEntries(
      Object.entries(FUNCTIONS).map(([name, module]) => [name, python.pyimport(module)[name]]),
    );
    put = ({ id, name, texts }) => {
      try {
        postMessage({ id, text: functions[name](...texts) });
      } catch (error) {
        put = () => {}; // after a trap Python's memory may be in any state, so it is asked nothing more
        giveUp(error, "Python stopped", "evaluation_failed");
      }
    };
    postMessage({ way, ready: true });
    waiting.forEach((call) => {
      put(call);
    });
  } catch (error) {
    giveUp(error, "Python did not start", error instanceof NetworkError ? "network" : "start_failed");
  }
}

/** @param {(progress: Progress) => void} tell @returns {(progress: Progress) => void} the same, called less often */
function nowAndThen(tell) {
  let told = SLOW_MS - TELL_MS;
  return (progress) => {
    const now = performance.now();
    if (now - told < TELL_MS) return;
    told = now;
    tell(progress);
  };
}
