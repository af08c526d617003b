"""A browser in which the checks cannot work: the page says so in a sentence, and where the same rules can be read."""

from tools.browsers import old_chromium

from ..support.visiting.browsers import Browsers
from ..support.visiting.faulty_host import FaultyHost, serving
from .conftest import SITE

NAME = f"chromium-{old_chromium.TOO_OLD}"


def test_it_is_said_and_where_the_rules_can_be_read(browsers: Browsers, site: str) -> None:
    """Whoever types gets the sentence, and loses nothing."""
    visitor = browsers.visitor(NAME, site)
    try:
        visitor.check("certification")
        visitor.run("() => corTest.set(corTest.named('employees', ''), '11')")
        error = visitor.until("() => corTest.told['cor-error'].length && JSON.parse(corTest.told['cor-error'].at(-1))")
        assert (error["code"], error["message"]) == ("too_old", "This browser is too old for the calculator.")
        assert error["message"] in visitor.text()
        assert visitor.value("employees") == "11"
        assert visitor.run("() => [...document.links].some(({ innerText }) => innerText.includes('decision table'))")
    finally:
        visitor.close()


def test_it_is_said_before_anything_large_is_fetched(browsers: Browsers) -> None:
    """Who is told that it cannot work has not paid for it."""
    with serving(FaultyHost(SITE)) as host:
        visitor = browsers.visitor(NAME, host.address)
        try:
            visitor.check("certification", "#v=1&employees=11")
            visitor.until("() => corTest.told['cor-error'].length")
            assert [path for path in host.sent if path.endswith((".wasm", ".data", ".zip"))] == []
        finally:
            visitor.close()
