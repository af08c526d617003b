"""What the report says at its end: which CPythons were compared."""

import pytest

COMPARED = pytest.StashKey[str]()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name the interpreters that were found, where they were compared."""
    said = terminalreporter.config.stash.get(COMPARED, "")
    if said:
        terminalreporter.write_line(said)
