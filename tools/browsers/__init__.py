"""Every browser that the tests use: installed before they begin; what is missing is said once, at their end."""

from tools.browsers import browser, old_chromium, webkit


def under_test() -> tuple[dict[str, str], list[str]]:
    """Return the variables that name browsers to the tests, and a sentence for each that cannot be installed.

    `BuildError` if there is no Chromium; in CI, if any is missing.
    """
    firefox = browser.firefox()
    found = {
        browser.NO_FIREFOX: bool(firefox),
        webkit.NO_WEBKIT: webkit.is_there(),
        old_chromium.NO_OLD_CHROMIUM: all(map(old_chromium.chromium, (old_chromium.OLDEST, old_chromium.TOO_OLD))),
    }
    named = {"CHROMIUM": str(browser.chromium()), "FIREFOX": str(firefox or "")}
    return named, [sentence for sentence, there in found.items() if not there]
