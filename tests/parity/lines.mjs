/**
 * Which lines of the rules do the calls not reach, in the browser's Python?
 *
 *     node lines.mjs WHEEL CALLS
 *
 * Prints a list of [module, function, first line missed] of the functions that ran, but not to the end.
 */
import fs from "node:fs";
import { boot } from "../../calculator/runtime/boot.mjs";
import { exercise, readWorkload } from "../../calculator/runtime/workload.mjs";

const [wheel, calls] = process.argv.slice(2);
const python = await boot();
python.FS.writeFile("/rules.whl", fs.readFileSync(wheel));
python.runPython(`
import sys

sys.path.insert(0, "/rules.whl")
ran = {}

def line_ran(code, number):
    ran.setdefault(code, set()).add(number)
    return sys.monitoring.DISABLE

sys.monitoring.use_tool_id(sys.monitoring.COVERAGE_ID, "lines")
sys.monitoring.register_callback(sys.monitoring.COVERAGE_ID, sys.monitoring.events.LINE, line_ran)
sys.monitoring.set_events(sys.monitoring.COVERAGE_ID, sys.monitoring.events.LINE)
`);
exercise(python, readWorkload(calls));
const missed = python.runPython(`
import json

sys.monitoring.set_events(sys.monitoring.COVERAGE_ID, 0)
missed = [
    [code.co_filename, code.co_qualname, min(lines)]
    for code, seen in ran.items()
    if code.co_filename.startswith("cor_calc/")
    if (lines := {line for _, _, line in code.co_lines() if line} - seen - {code.co_firstlineno})
]
json.dumps(sorted(missed))
`);
console.log(missed);
process.exit(0);
