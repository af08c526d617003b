"""The folder that the measurement serves: one page for each way of starting the rules."""

import json
import shutil
from pathlib import Path

from cor_site.runtime.node import PYODIDE

from cor_site.runtime import prepare
from cor_site.setup.paths import CALCULATOR

QUESTION = (
    "certification",
    json.dumps({"employees": 9, "documentation_months": 12, "overall_score": "85.5"}),
    "2026-11-22",
)

PAGE = """<!doctype html><meta charset="utf-8"><title>Measurement</title><p id="out"></p>
<script>window.longest = 0; new PerformanceObserver((list) => {{
  for (const task of list.getEntries()) window.longest = Math.max(window.longest, task.duration);
}}).observe({{ type: "longtask", buffered: true }});</script>
<script type="module">
const question = {question};
{start}
const said = await check(...question);
document.getElementById("out").textContent = said.length;
window.took = performance.now();
window.check = check;
</script>"""

OURS = """import {{ start }} from "./python.mjs";
const python = await start({{ way: "{way}" }});
if (python.way() !== "{way}") throw new Error("This way does not start here.");
const check = python.check;"""

TEXTBOOK = """import {{ loadPyodide }} from "./stock/pyodide.mjs";
const lockFileContents = {lock};
const pyodide = await loadPyodide({{ lockFileContents, packageBaseUrl: new URL("python/{packages}", location) + "" }});
await pyodide.loadPackage("cor-calc", {{ messageCallback() {{}} }});
const check = pyodide.pyimport("cor_calc").check_json;"""

JAVASCRIPT = """const check = (name, text) => {
  const { employees, documentation_months, overall_score } = JSON.parse(text);
  const score = Math.round(overall_score * 100);
  const verdict = employees > 0 && documentation_months > 0 && score > 0 ? "unknown" : "no";
  return JSON.stringify({ check: name, verdict });
};"""


def lay_out(root: Path) -> list[str]:
    """Fill a folder with the pages and what they load; return the pages' names, ours first."""
    shutil.copyfile(CALCULATOR / "python.mjs", root / "python.mjs")
    prepare.prepare(root / "python")
    (root / "stock").mkdir()
    for name in ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip"):
        shutil.copyfile(PYODIDE / name, root / "stock" / name)
    runtime = prepare.told(root / "python")
    starts: dict[str, str] = {way: OURS.format(way=way) for way in ("b", "a", "plain") if way in runtime["ways"]}
    starts["textbook"] = TEXTBOOK.format(
        lock=json.dumps(runtime["lock"]), packages=runtime["ways"]["plain"]["packages"]
    )
    starts["javascript"] = JAVASCRIPT
    for name, start in starts.items():
        page = PAGE.format(question=json.dumps(QUESTION), start=start)
        (root / f"{name}.html").write_text(page, encoding="utf-8")
    return list(starts)
