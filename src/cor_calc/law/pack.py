"""Writes the checked data as one file that loads fast: `python -m cor_calc.law.pack OUT.json`."""

import sys
from pathlib import Path

from cor_calc.law.reading import FILES, packed, text_of


def main(out: str) -> None:
    """Write the packed law into the file `out`. LawError where a data file is at fault."""
    texts = {name: text_of(f"{name}.toml") for name in FILES}
    Path(out).parent.mkdir(parents=True, exist_ok=True)
    Path(out).write_text(packed(texts), encoding="ascii")


if __name__ == "__main__":
    main(sys.argv[1])
