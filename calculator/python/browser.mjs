/** What is known of the browser and of its line before Python is asked for. */

/** Values of `content-encoding` that make files smaller than our own gzip does. */
export const BETTER_THAN_GZIP = ["br", "zstd", "dcb", "dcz"];

/** The smallest module with what Pyodide's has and old browsers lack: a function that takes any object. */
export const NEEDED = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 1, 111, 0]);

/** Python is megabytes. @param {{ effectiveType?: string } | undefined} connection */
export function isSlow(connection) {
  return /2g|3g/.test(connection?.effectiveType ?? "");
}
