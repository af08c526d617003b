"""Measures what a reader feels once Python is there: how soon a change is answered, and what holds up the page."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.support.visiting.host import Host, serving
from tools.bench.links import Link
from tools.bench.tables import markdown
from tools.browsers import browser

INTRODUCTION = "Once Python is there, from a change of the first number or day to the page that answers it:\n\n"

WATCH = """
window.longest = 0;
new PerformanceObserver((list) => {
  for (const frame of list.getEntries())
    for (const script of frame.scripts)
      if (script.sourceURL.includes("/calculator-")) window.longest = Math.max(window.longest, script.duration);
}).observe({ type: "long-animation-frame", buffered: true });
"""

CHANGE = """async ([changes, pause]) => {
  const form = document.querySelector("cor-check form");
  const field = form.querySelector('input[inputmode="numeric"], input[inputmode="decimal"], input[type="date"]');
  const first = field.value;
  const took = [];
  for (let change = 0; change < changes; change++) {
    const answered = new Promise((done) => addEventListener("cor-outcome", done, { once: true }));
    field.value = change % 2 ? first : field.type === "date" ? "2027-02-20" : "7";
    const begun = performance.now();
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await answered;
    document.body.getBoundingClientRect();
    took.push(performance.now() - begun);
    await new Promise((rested) => setTimeout(rested, pause));
  }
  return took;
}"""

CHANGES = 120
PAUSE = 50
"""Milliseconds between an answer and the next change. Nobody types faster, and what was answered is painted by then."""

SETTLING = 20
"""Changes that are not counted: browsers make code faster while it runs."""


@dataclass(frozen=True, slots=True)
class Felt:
    """Milliseconds from a change to the page that answers it; the longest task of ours in a frame of 50 or more."""

    check: str
    median: float
    worst: float
    longest: float


def measure(site: Path, pages: Sequence[Link]) -> str:
    """Return what was felt on the checks' pages of a built site, as Markdown."""
    with serving(Host(site)) as host, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=str(browser.chromium()), args=browser.FLAGS)
        felt = [_felt(chromium, host, link) for link in pages]
        chromium.close()
    rows = [["Check", "Change answered", "Slowest of a hundred", "Longest task of ours"]]
    rows += [[f.check, f"{f.median:.1f} ms", f"{f.worst:.0f} ms", f"{f.longest:.0f} ms"] for f in felt]
    return INTRODUCTION + markdown(rows)


def _felt(chromium: Browser, host: Host, link: Link) -> Felt:
    page = chromium.new_page(service_workers="block")
    page.add_init_script(WATCH)
    page.goto(host.address + link.address)
    page.locator('cor-check[data-state="answered"]').wait_for(timeout=60_000)
    took = sorted(page.evaluate(CHANGE, [CHANGES, PAUSE])[SETTLING:])
    longest = page.evaluate("longest")
    page.close()
    return Felt(link.check, statistics.median(took), took[-1], longest)
