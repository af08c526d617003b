/**
 * What the build made of Python: the files of each way of starting it, beside this module.
 * This is the empty form, for types and tests; the build gives the workers its own (`cor_site.runtime.scripts`).
 *
 * @typedef {{ name: string, size: number, checksum: string, packed: { name: string, size: number } }} Large
 *   A large file as it is, its SHA-256 in hexadecimal, and the same file gzipped by the build.
 * @typedef {{ asm: string, wasm: Large, memory: Large }} Snapshot
 * @typedef {{ asm: string, wasm: Large, library: Large }} Bundle
 * @typedef {{ folder: string, files: Record<string, { size: number, integrity: string }> }} Stock
 *   Pyodide's own files under their own names, with the rules' wheel and its lock file.
 * @typedef {{ snapshot?: Snapshot, bundle?: Bundle, stock?: Stock, lock: any }} Built  `lock`: a lock file without packages
 */

/** @type {Built} */
export const BUILT = { lock: {} };
