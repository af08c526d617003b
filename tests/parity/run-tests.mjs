/** Runs pytest inside Pyodide: the project is in /project, pytest and what it needs in /packages. */

/** @param {any} python @param {string[]} words pytest's arguments @returns {number} its exit status */
export function runTests(python, words) {
  python.globals.set("words", python.toPy(words));
  return python.runPython(`
import os, sys

sys.dont_write_bytecode = True
sys.path.append("/packages")
os.chdir("/project")
os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
import pytest

int(pytest.main(["-q", "-p", "no:cacheprovider", "-p", "no:faulthandler", *words]))
`);
}
