/**
 * Runs pyodide-build on our wheel: writes its lock file, then compiles it.
 *
 *     node wheel.mjs TOOLS FOLDER     (environment: SOURCE_DATE_EPOCH)
 *
 * pyodide-build compiles for the Python that runs it, which must be Pyodide's version, and few machines have that. So it
 * runs in Pyodide's own Python. TOOLS holds pyodide-build, FOLDER holds one wheel; afterwards FOLDER holds the compiled
 * wheel and `pyodide-lock.json` with its hash.
 */
import fs from "node:fs";
import path from "node:path";
import { boot, EMPTY_LOCK, FIXED_ENVIRONMENT } from "./boot.mjs";

const [tools, folder] = process.argv.slice(2).map((given) => path.resolve(given));
const wheels = fs.readdirSync(folder).filter((name) => name.endsWith(".whl"));
if (wheels.length !== 1) throw new Error(`One wheel was expected in ${folder}, not ${wheels.length}.`);
fs.writeFileSync(path.join(folder, "pyodide-lock.json"), JSON.stringify(EMPTY_LOCK));

const python = await boot({ env: { ...FIXED_ENVIRONMENT, SOURCE_DATE_EPOCH: process.env.SOURCE_DATE_EPOCH } });
for (const [place, root] of [
  ["/tools", tools],
  ["/wheels", folder],
]) {
  python.FS.mkdir(place);
  python.FS.mount(python.FS.filesystems.NODEFS, { root }, place);
}
python.globals.set("wheel", wheels[0]);
python.runPython(`
import os, sys
from importlib.metadata import entry_points

sys.path.insert(0, "/tools")
os.chdir("/wheels")

def run(command, *arguments):
    [entry] = entry_points(group="pyodide.cli", name=command)
    entry.load().main(arguments, prog_name=command, standalone_mode=False)

run("lockfile", "add-wheels", "--input", "pyodide-lock.json", "--output", "pyodide-lock.json", "--base-path", ".", wheel)
run("py-compile", "--silent", ".")
`);
process.exit(0);
