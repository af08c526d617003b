/**
 * Runs pytest on the rules' own tests inside Pyodide.
 *
 *     node pytest.mjs ROOT PACKAGES ARGUMENT…     (PACKAGES: a folder in which pytest is installed)
 */
import { boot } from "../../calculator/runtime/boot.mjs";
import { runTests } from "./run-tests.mjs";

const [root, packages, ...words] = process.argv.slice(2);
const python = await boot();
for (const [place, folder] of [
  ["/project", root],
  ["/packages", packages],
]) {
  python.FS.mkdir(place);
  python.FS.mount(python.FS.filesystems.NODEFS, { root: folder }, place);
}
process.exit(runTests(python, words));
