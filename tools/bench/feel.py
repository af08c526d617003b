"""Measures what a reader feels on the pages of the checks: how soon a change is answered, and what holds it up."""

import statistics
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, sync_playwright
from tests.support.host import Host, serving

from cor_site.setup import browser
from tests.support.host import Host, serving

FILLED = {
    "certification": "employees=9&documentation_months=12&overall_score=85.5&element_scores=80,90,75,88,91,79,90",
    "independence": "audit_purpose=certification&as_auditor=external&program=cor&audit_date=2027-01-10",
    "refund": "industry_rated_premium=45000&year=first",
}
"""A link's answers for each check that is measured; the first number or day in its form is what changes."""

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


VISITS = 5

KEPT = """async () => {
  const paths = [];
  for (const name of await caches.keys())
    for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname);
  return paths.some((path) => path.includes("/python/memory"));
}"""


def measure(site: Path) -> str:
    """Return what was felt on the checks' pages of a built site, as Markdown."""
    with serving(Host(site)) as host, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=str(browser.chromium()), args=browser.FLAGS)
        felt = [_felt(chromium.new_page(service_workers="block"), host, check) for check in FILLED]
        online, offline = _kept(chromium.new_context(), host)
        chromium.close()
    return f"""{table(felt)}
Once a browser keeps the site, the answers of a link stand on their page {online:.2f} s after it is opened,
and {offline:.2f} s where there is no connection: medians of {VISITS} visits.
"""


def _kept(context: BrowserContext, host: Host) -> tuple[float, float]:
    """Return the seconds to the answer of a link, with a connection and without, for one who was here before."""
    page = context.new_page()
    _seconds(page, host)
    page.wait_for_function(KEPT, timeout=60_000)
    online = [_seconds(page, host) for _ in range(VISITS)]
    context.set_offline(offline=True)
    return statistics.median(online), statistics.median(_seconds(page, host) for _ in range(VISITS))


def _seconds(page: Page, host: Host) -> float:
    page.goto("about:blank")
    page.goto(f"{host.address}check/certification/#v=1&{FILLED['certification']}")
    page.locator('cor-check[data-state="answered"]').wait_for(timeout=60_000)
    milliseconds: float = page.evaluate("performance.now()")
    return milliseconds / 1000


def _felt(page: Page, host: Host, check: str) -> Felt:
    page.add_init_script(WATCH)
    page.goto(f"{host.address}check/{check}/#v=1&{FILLED[check]}")
    page.locator('cor-check[data-state="answered"]').wait_for(timeout=60_000)
    took = sorted(page.evaluate(CHANGE, [CHANGES, PAUSE])[SETTLING:])
    longest = page.evaluate("longest")
    page.close()
    return Felt(check, statistics.median(took), took[-1], longest)


def table(felt: list[Felt]) -> str:
    """Return the table as Markdown."""
    rows = ["| Check | Change answered | Slowest of a hundred | Longest task of ours |", "| --- | ---: | ---: | ---: |"]
    rows += [f"| {f.check} | {f.median:.1f} ms | {f.worst:.0f} ms | {f.longest:.0f} ms |" for f in felt]
    return "\n".join(rows) + "\n"
