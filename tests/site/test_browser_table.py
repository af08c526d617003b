"""The table of browsers on the hosting page has a row for each browser under test, and no gap."""

import pytest

from tests.support.visiting import seen
from tests.support.visiting.browsers import NAMES
from tools.browsers import old_chromium, table


def test_every_browser_has_its_row() -> None:
    """What the tests visit the site with is what readers are told."""
    assert tuple(seen.TITLES) == NAMES
    page = table.PAGE.read_text(encoding="utf-8")
    made = page.partition(table.BEGIN)[2].partition(table.END)[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in made.splitlines() if line.startswith("|")]
    assert [row[0] for row in rows[2:]] == list(seen.TITLES.values())
    assert [row[2:] for row in rows[2:]] == [["yes"] * len(seen.COLUMNS)] * len(NAMES)
    assert f"Chromium {old_chromium.TOO_OLD}" in page


def test_the_table_is_made_from_what_was_seen() -> None:
    """One test that failed makes a “no”, and the rest of the page stays as it is."""
    found = {name: seen.Seen("1.2", dict.fromkeys(seen.COLUMNS, True)) for name in NAMES}
    found["webkit"].columns["print"] = False
    made = table.made(found, "2026-01-02")
    assert "| 1.2 | yes | yes | yes | no |" in made
    before, after = "Before\n", "\nAfter\n"
    page = f"{before}{table.BEGIN}old\n{table.END}{after}"
    assert table.put(page, made) == f"{before}{table.BEGIN}\n{made}\n{table.END}{after}"
    with pytest.raises(ValueError, match="no place for the table"):
        table.put("nothing", made)
