"""Every browser that can be had, on the built site; what each of them was seen to do is written down for the docs."""

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from cor_site import serve

from ..support.visiting import seen
from ..support.visiting.browsers import NAMES, Browsers
from ..support.visiting.faulty_host import FaultyHost, serving
from ..support.visiting.visitor import Visitor

SITE = Path(os.environ.get("BUILT_SITE") or Path(__file__).resolve().parents[2] / "site")
"""What is tested: the environment variable BUILT_SITE can name a copy of it."""

SHOWN = pytest.StashKey[dict[str, dict[str, bool]]]()
VERSIONS = pytest.StashKey[dict[str, str]]()


def pytest_configure(config: pytest.Config) -> None:
    """Make the mark known that says what a test shows of a browser."""
    config.addinivalue_line("markers", "shows(column): what a browser can do if the test passes, for the table")
    config.stash[SHOWN] = {}
    config.stash[VERSIONS] = {}


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Note what a test showed of its browser: all tests of a column must pass."""
    report = yield
    params = getattr(item, "callspec", None)
    for mark in item.iter_markers("shows"):
        if params and not report.skipped and (report.when == "call" or report.failed):
            columns = item.config.stash[SHOWN].setdefault(params.params["name"], {})
            columns[mark.args[0]] = columns.get(mark.args[0], True) and report.passed
    return report


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write down what was seen, with the browsers' versions."""
    shown, versions = session.config.stash[SHOWN], session.config.stash[VERSIONS]
    if shown:
        seen.write({name: seen.Seen(versions.get(name, ""), columns) for name, columns in shown.items()})


@pytest.fixture(scope="session")
def browsers(playwright: Playwright, pytestconfig: pytest.Config) -> Iterator[Browsers]:
    """The browsers of this run."""
    started = Browsers(playwright)
    pytestconfig.stash[VERSIONS] = started.versions
    yield started
    started.close()


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of the built site on this machine."""
    assert (SITE / "index.html").is_file(), "Build the site first: python3 build.py build"
    with serve.server(SITE) as web:
        threading.Thread(target=web.serve_forever, daemon=True).start()
        yield serve.address(web)
        web.shutdown()


@pytest.fixture(params=NAMES, scope="module")
def name(request: pytest.FixtureRequest) -> str:
    """The name of each browser in turn."""
    return request.param


@pytest.fixture
def visit(browsers: Browsers, name: str) -> Iterator[Callable[[str], Visitor]]:
    """A function that brings a visitor of this browser to a site; nothing may go wrong in the last page that each sees."""
    came: list[Visitor] = []

    def come(address: str) -> Visitor:
        came.append(browsers.visitor(name, address))
        return came[-1]

    yield come
    try:
        assert [complaint for visitor in came for complaint in visitor.complaints()] == []
    finally:
        for visitor in came:
            visitor.close()


@pytest.fixture(scope="module")
def regular(browsers: Browsers, name: str, site: str) -> Iterator[Visitor]:
    """A visitor who comes to the built site again and again: their browser has most of it after the first visit.

    Firefox gives keys to its newest window alone: a file whose tests type uses this visitor after `offline`.
    """
    visitor = browsers.visitor(name, site)
    yield visitor
    visitor.close()


@pytest.fixture(scope="module")
def kept(browsers: Browsers, name: str) -> Iterator[Visitor]:
    """A visitor whose browser keeps the site after one visit to the home page, and whose host is gone since."""
    with serving(FaultyHost(SITE, under="/guide/")) as host:
        visitor = browsers.visitor(name, host.address)
        try:
            visitor.open()
            visitor.expect_kept()
            host.gone = True
            yield visitor
        finally:
            visitor.close()


@pytest.fixture
def offline(kept: Visitor) -> Iterator[Visitor]:
    """The visitor without a host; nothing may go wrong in the last page that they see."""
    yield kept
    assert kept.complaints() == []


@pytest.fixture
def visitor(regular: Visitor) -> Iterator[Visitor]:
    """The regular visitor of the built site; nothing may go wrong in the last page that they see."""
    yield regular
    assert regular.complaints() == []
