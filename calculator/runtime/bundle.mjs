/**
 * Makes the bundle's library: one archive in place of Pyodide's standard library, with only the modules that our program
 * imports, compiled, and the program itself.
 *
 *     node bundle.mjs WHEEL CALLS OUT
 *
 * Pyodide's own archive holds source, and compiling it takes most of an ordinary start. The modules are those that a run
 * of CALLS imported. The archive is stored, not deflated, since a host compresses one file better than many.
 */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { boot } from "./boot.mjs";
import { exercise, readWorkload } from "./workload.mjs";

const [wheel, calls, out] = process.argv.slice(2);
const here = path.dirname(fileURLToPath(import.meta.url));

/** @returns {Record<string, string>} sources of our small substitutes for modules that Pyodide imports and our worker does not need */
function substitutes() {
  const root = path.join(here, "library");
  const files = fs
    .readdirSync(root, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(".py"));
  return Object.fromEntries(
    files.map((name) => [name.split(path.sep).join("/"), fs.readFileSync(path.join(root, name), "utf8")]),
  );
}

/** Boots with an archive and makes the calls. @returns the modules of it that were imported, as names in the archive */
async function imported(archive) {
  const python = await boot({ stdLibURL: archive });
  exercise(python, readWorkload(calls));
  return python.runPython(`${fs.readFileSync(path.join(here, "archive.py"), "utf8")}\nimported()`).toJs();
}

const python = await boot();
python.runPython(fs.readFileSync(path.join(here, "archive.py"), "utf8"));
python.FS.writeFile("/program.whl", fs.readFileSync(wheel));
const make = python.globals.get("make");

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "library-"));
const whole = path.join(scratch, "whole.zip");
fs.writeFileSync(whole, make(python.toPy(substitutes()), undefined).toJs());
fs.writeFileSync(out, make(python.toPy(substitutes()), python.toPy(await imported(whole))).toJs());
fs.rmSync(scratch, { recursive: true });
process.exit(0);
