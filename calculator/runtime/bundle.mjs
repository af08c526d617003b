/**
 * One archive in place of Pyodide's standard library: only the modules that our program imports, compiled, with
 * the program itself inside.
 *
 *     node bundle.mjs WHEEL WORKLOAD OUT
 *
 * Pyodide's own archive holds source, and compiling it anew is most of a plain start. The list of modules
 * is not written down anywhere: it is what a run of WORKLOAD imported. The archive is stored, not deflated,
 * since the server's (or our own) compression does better on one file than on many.
 */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { boot } from "./boot.mjs";
import { exercise, readWorkload } from "./workload.mjs";

const [wheel, workload, out] = process.argv.slice(2);
const here = path.dirname(fileURLToPath(import.meta.url));

/** @returns {Record<string, string>} our stand-ins for modules of Pyodide that a worker of this kind does not need */
function standIns() {
  const root = path.join(here, "library");
  const files = fs
    .readdirSync(root, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(".py"));
  return Object.fromEntries(
    files.map((name) => [name.split(path.sep).join("/"), fs.readFileSync(path.join(root, name), "utf8")]),
  );
}

/** Boots with an archive and @returns the modules of it that were imported, as names in the archive. */
async function imported(archive) {
  const python = await boot({ stdLibURL: archive });
  exercise(python, readWorkload(workload, 7));
  return python.runPython(`${fs.readFileSync(path.join(here, "archive.py"), "utf8")}\nimported()`).toJs();
}

const maker = await boot();
maker.runPython(fs.readFileSync(path.join(here, "archive.py"), "utf8"));
maker.FS.writeFile("/program.whl", fs.readFileSync(wheel));
const make = maker.globals.get("make");

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "library-"));
const whole = path.join(scratch, "whole.zip");
fs.writeFileSync(whole, make(maker.toPy(standIns()), undefined).toJs());
fs.writeFileSync(out, make(maker.toPy(standIns()), maker.toPy(await imported(whole))).toJs());
fs.rmSync(scratch, { recursive: true });
process.exit(0);
