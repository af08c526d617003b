/** Options with which Pyodide starts from the memory that a folder holds, under Node. */
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { restoring } from "./restore.mjs";

/** @param {string} folder @returns {Promise<Record<string, unknown>>} nothing special where there is no `memory.bin` */
export async function remembered(folder) {
  const file = path.join(folder, "memory.bin");
  if (!fs.existsSync(file)) return {};
  const { default: create } = await import(pathToFileURL(path.join(folder, "pyodide.asm.mjs")).href);
  const memory = fs.readFileSync(file);
  return restoring(create, memory.buffer.slice(memory.byteOffset, memory.byteOffset + memory.length));
}
