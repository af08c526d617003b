"""The list of what the ways of starting Python lean on is true, and leaves nothing out that can be searched for."""

import ast
import re

import pytest

from cor_site.setup.paths import CALCULATOR, ROOT
from tools.leans_on import PROOF, Lean, load

LEANS = load()

UNDOCUMENTED = re.compile(
    r"\b(?:API\.\w+|_(?:make|load)Snapshot|\w+Snapshot\b|instantiateStreaming|createPyodideModule)"
)


@pytest.mark.parametrize("lean", LEANS, ids=[each.what for each in LEANS])
def test_each_place_still_leans_on_it(lean: Lean) -> None:
    """The text is there, and the test that notices a change is too."""
    assert lean.text in (ROOT / lean.place).read_text(encoding="utf-8")
    if lean.noticed_by != PROOF:
        file, _, name = lean.noticed_by.partition("::")
        tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
        assert name in {each.name for each in tree.body if isinstance(each, ast.FunctionDef)}


def test_what_the_page_loads_leans_on_nothing_else() -> None:
    """Every undocumented name in calculator/python is in a file that the list names."""
    named = {lean.place for lean in LEANS}
    leaning = {
        str(file.relative_to(ROOT))
        for file in (CALCULATOR / "python").glob("*.mjs")
        if UNDOCUMENTED.search(file.read_text(encoding="utf-8"))
    }
    assert leaning <= named
