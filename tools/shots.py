"""Takes pictures of every check in its states, and of the main pages, to be looked at: `python -m tools.shots`.

Every state is opened once and then shown in each width, light and dark; its printed page is one picture more.
"""

import argparse
import html
import shutil
import threading
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from cor_calc.checks import overview
from cor_site import serve
from cor_site.setup.paths import ROOT, SITE
from tools.browsers import browser

TABLE = Path(__file__).with_name("shots.toml")
FOLDER = ROOT / "dist" / "shots"
WIDTHS = (360, 768, 1280)
SCHEMES = {"light": "default", "dark": "slate"}
PAPER: ViewportSize = {"width": 748, "height": 988}
"""A sheet of Letter at 96 dots an inch, without its margins."""

SILENT_WORKER = "globalThis.Worker = class extends EventTarget { postMessage() {} terminate() {} }"
SETTLED = ":is([data-state=answered], [data-state=problem], [data-state=ready])"
UNSTARTED = {"loading": "[data-state=starting]", "failed": "[data-state=failed]"}
"""States in which Python has not started, and how the check shows them."""

LAY_DOWN = "strips => strips.forEach(strip => { strip.style.position = 'static' })"
"""What stays at the foot of the window while a form is filled in would lie across a picture of the whole page."""

PATIENCE = 60_000
TRANSITIONS = 400
"""Milliseconds for the theme's colours to change."""


class State(NamedTuple):
    """A page in a state: its place in the site and what a check in it must have come to."""

    subject: str
    name: str
    address: str
    shown_as: str = SETTLED

    def file(self, *more: object) -> str:
        """Return the name of one of its pictures."""
        return "-".join(map(str, (self.subject, self.name, *more))) + ".png"


def states(table: dict[str, Any], wanted: str) -> Iterator[State]:
    """Yield every state whose name or subject holds a word, pages first."""
    for name, address in table["pages"].items():
        yield from only(wanted, State("page", name, address))
    for check, answers in table["checks"].items():
        page = "check/" if check == overview.NAME else f"check/{check}/"
        yield from only(wanted, State(check, "empty", page))
        for name, link in answers.items():
            yield from only(wanted, State(check, name, f"{page}#v=2&{link}"))
        for name, shown_as in UNSTARTED.items():
            yield from only(wanted, State(check, name, f"{page}#v=2&{next(iter(answers.values()))}", shown_as))


def only(wanted: str, state: State) -> Iterator[State]:
    """Yield a state if it is wanted."""
    if wanted in f"{state.subject} {state.name}":
        yield state


def take(browser: Browser, address: str, on: Any, state: State) -> Iterator[str]:
    """Take all pictures of one state; yield their names."""
    context = browser.new_context(base_url=address, locale="en-CA", timezone_id="America/Edmonton")
    context.add_init_script("Object.defineProperty(navigator, 'serviceWorker', {value: undefined})")
    page = context.new_page()
    page.clock.set_fixed_time(on)
    if state.name == "loading":
        page.add_init_script(SILENT_WORKER)
    if state.name == "failed":
        page.route("**/python/*", lambda route: route.abort())
    page.goto(state.address)
    if page.locator("cor-check").count():
        page.locator(f"cor-check{state.shown_as}").wait_for(timeout=PATIENCE)
    if state.name == "problems":
        page.get_by_role("button", name="Show the answer").click()
    page.locator(".cor-strip").evaluate_all(LAY_DOWN)
    page.evaluate("scrollTo(0, 0)")
    for width in WIDTHS:
        for name, scheme in SCHEMES.items():
            yield picture(page, width, scheme, state.file(width, name))
    if page.locator(".cor-sheet").count():
        yield printed(page, state.file("printed"))
    context.close()


def picture(page: Page, width: int, scheme: str, file: str) -> str:
    """Take one picture of the whole page, and say so if it can be scrolled sideways."""
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
    page.wait_for_timeout(TRANSITIONS)
    page.screenshot(path=FOLDER / file, full_page=True, animations="disabled")
    wide = page.evaluate("document.documentElement.scrollWidth")
    if wide > width:
        print(f"{file}: {wide} pixels wide, so it scrolls sideways")
    return file


def printed(page: Page, file: str) -> str:
    """Take a picture of what goes on paper, and say on how many sheets."""
    page.evaluate("document.body.setAttribute('data-md-color-scheme', 'default')")
    page.set_viewport_size(PAPER)
    page.emulate_media(media="print")
    page.screenshot(path=FOLDER / file, full_page=True)
    sheets = page.pdf(format="Letter").count(b"/Type /Page\n")
    print(f"{file}: {sheets} sheet{'s' if sheets > 1 else ''} of Letter paper")
    page.emulate_media(media="screen")
    return file


def contact_sheet(pictures: dict[str, list[str]]) -> str:
    """Return one page with all pictures, a heading for each state."""
    parts = []
    for state, files in pictures.items():
        images = "".join(
            f'<a href="{file}"><img src="{file}" alt="{file}" title="{file}" loading="lazy"></a>' for file in files
        )
        parts.append(f"<h2>{html.escape(state)}</h2><div>{images}</div>")
    style = "body{font:14px sans-serif}div{display:flex;gap:8px;align-items:start}img{width:230px;outline:1px solid}"
    head = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Pictures</title><style>{style}</style>'
    return f"{head}<h1>Pictures of every state</h1>{''.join(parts)}</html>\n"


def main() -> int:
    """Take the pictures and write the page that shows them all."""
    parser = argparse.ArgumentParser(description=__doc__, prog="build.py shots")
    parser.add_argument("--only", default="", help="a word in the name of the check or state")
    wanted = parser.parse_args().only
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    if not wanted:
        shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True, exist_ok=True)
    taken: dict[str, list[str]] = {}
    with serve.server(SITE) as web, sync_playwright() as playwright:
        threading.Thread(target=web.serve_forever, daemon=True).start()
        chromium = playwright.chromium.launch(executable_path=str(browser.chromium()), args=browser.FLAGS)
        for state in states(table, wanted):
            taken[f"{state.subject}: {state.name}"] = list(take(chromium, serve.address(web), table["on"], state))
        chromium.close()
        web.shutdown()
    sheet = FOLDER / "index.html"
    sheet.write_text(contact_sheet(taken), encoding="utf-8")
    count = sum(map(len, taken.values()))
    print(f"{count} pictures; {sheet.relative_to(ROOT)} shows them all")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
