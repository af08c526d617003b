/**
 * Runs pytest on the rules' own tests inside Pyodide.
 *
 *     node pytest.mjs ROOT PACKAGES ARGUMENT…     (PACKAGES: a folder in which pytest is installed)
 */
import { boot } from "../../calculator/runtime/boot.mjs";

const [root, packages, ...rest] = process.argv.slice(2);
const python = await boot();
for (const [place, folder] of [
  ["/project", root],
  ["/packages", packages],
]) {
  python.FS.mkdir(place);
  python.FS.mount(python.FS.filesystems.NODEFS, { root: folder }, place);
}
python.globals.set("words", python.toPy(rest));
const status = python.runPython(`
import os, sys

sys.dont_write_bytecode = True
sys.path.append("/packages")
os.chdir("/project")
os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
import pytest

int(pytest.main(["-q", "-p", "no:cacheprovider", "-p", "no:faulthandler", *words]))
`);
process.exit(status);
