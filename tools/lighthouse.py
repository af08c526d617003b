"""Has Lighthouse judge the built site, as a phone on a slow line sees it: `python -m cor_site.lighthouse`.

It is a report and no gate: its figures for speed depend on the machine and on what else that does.
"""

import json
import statistics
import sys
from pathlib import Path

from tests.support.host import Host, serving

from cor_site.setup import browser, node_env, paths
from cor_site.setup.run import Problem, in_a_sentence, run, step

PINS = paths.ROOT / "tests" / "lighthouse"
PROGRAM = paths.CACHE / "lighthouse"
FOLDER = paths.ROOT / "dist" / "lighthouse"
PAGES = {"home": "", "certification": "check/certification/", "independence": "check/independence/"}
GOALS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
VISITS = 3
"""Of each page; the middle score counts, since a busy machine makes one visit slow."""

CHROMIUM_FLAGS = "--headless=new --no-sandbox --disable-gpu"


def judge(address: str, name: str) -> dict[str, int]:
    """Write Lighthouse's report on a page into `FOLDER`; return its scores, in percent. `Problem` if it fails."""
    program = PROGRAM / "node_modules" / "lighthouse" / "cli" / "index.js"
    written = FOLDER / name
    run(
        [
            paths.node() or "node",
            program,
            address,
            "--quiet",
            "--output=json",
            "--output=html",
            f"--output-path={written}",
            f"--only-categories={','.join(GOALS)}",
            f"--chrome-flags={CHROMIUM_FLAGS}",
        ],
        problem=f"Lighthouse could not judge {address}",
        env=paths.environment(CHROME_PATH=str(browser.chromium())),
    )
    categories = json.loads(Path(f"{written}.report.json").read_text(encoding="utf-8"))["categories"]
    return {goal: round(100 * (categories[goal]["score"] or 0)) for goal in GOALS}


def line(name: str, scores: dict[str, int]) -> str:
    """Return a page's scores in one line; those under their goal say so."""
    cells = [f"{goal} {score}{f' (goal {GOALS[goal]})' * (score < GOALS[goal])}" for goal, score in scores.items()]
    return f"{name}: {', '.join(cells)}"


def main() -> int:
    """Judge every page and say the scores; they decide nothing."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    lines = []
    try:
        node_env.folder_of_packages(PROGRAM, PINS, "Lighthouse")
        host = Host(paths.SITE)
        for file in paths.SITE.rglob("*"):
            if file.is_file():
                host.body(file, accepted=True)  # compressed beforehand, as hosts do
        with serving(host):
            for name, address in PAGES.items():
                with step(name):
                    visits = [judge(host.address + address, f"{name}-{visit + 1}") for visit in range(VISITS)]
                lines.append(
                    line(name, {goal: int(statistics.median(each[goal] for each in visits)) for goal in GOALS})
                )
    except Problem as problem:
        print(in_a_sentence(problem), file=sys.stderr)
        return 1
    print("\n".join(lines))
    print(f"The reports are in {FOLDER.relative_to(paths.ROOT)}/")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
