"""Files of many employers as a page hands them over: in every dialect, in pieces, with rows that cannot be read."""

import csv
import io
import json
from collections.abc import Iterator
from itertools import count, product

from cor_calc.checks import CHECKS
from cor_site.runtime.workload import texts
from cor_site.runtime.workload.described import TODAY, CheckAsked, Question
from cor_site.runtime.workload.values import Chance

Call = tuple[str, ...]

ON = TODAY.isoformat()
ROWS = 24
NAME, NOTE = "Employer", "Note"
DIALECTS = ((",", "\n"), (";", "\r\n"), ("\t", "\r"))
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "latin-1")

BROKEN = (
    *(
        '"not closed{0}and so on',
        'a "quote" within',
        "=1+1{0}+1 403{0}-2{0}-2.5{0}@x",
        "x{0}" * 60,
        '"two\nlines"',
        '""',
    ),
    *('"a{0}""b"""{0}', '"closed" but not{0}', "", " {0} ", "\u00e9{0}\U0001f9ba", "{0}{0}80%;$1,234.50;2025/03/01"),
)
"""Lines with what spreadsheets and people leave in a file; {0} stands for the delimiter."""

WIDTHS = ("a", "\u00e9", "\u03a9", "\U0001f9ba")
MARKED = (("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff"))
"""Encodings with what a file in them begins with. A decoder takes another path for the widest character of a text."""

HEADERS = (
    "",
    "\n",
    "nothing, that, is, asked\n1,2,3,4\n",
    "partner,Partner\nesc,esc\n",
    "sep=;\npartner;Note\nesc;x\n",
    "sep=,",
)
"""Files whose header cannot be used, or stands behind a line that names the delimiter."""


def files(known: list[CheckAsked], chance: Chance) -> Iterator[Call]:
    """Yield the calls that answer a file for each check, and files with a fault in the header; none stays open."""
    first = known[0]
    for number, check in enumerate(each for each in known if each.name in CHECKS):
        yield from answering(check, file(check, chance, number), number)
    yield from widths(first)
    for text in HEADERS:
        yield from (("many_begin", first.name, ON, "{}"), ("many_feed", text, "1"))
    yield ("many_begin", first.name, ON, json.dumps({NAME: next(iter(first.questions)), NOTE: ""}))
    yield ("many_feed", f"{NAME},{NOTE}\nesc,{'x' * 70_000}\nesc,1\n", "1")
    for name, day in ((first.name, "today"), (first.name, "2022-12-31"), ("no such check", ON)):
        yield ("many_begin", name, day, "")
    yield from (("many_feed", "a", ""), ("many_calendar", "0"))


def widths(check: CheckAsked) -> Iterator[Call]:
    """Yield the calls that answer files in every encoding with texts of every width: whole, in two pieces, broken."""
    for (encoding, mark), width in product(MARKED, WIDTHS):
        text = f"{NAME},{next(iter(check.questions))}\n{width * 40},esc\n{width},acsa\n"
        sound = mark + text.encode(encoding)
        for content, cut in ((sound, 0), (sound, len(sound) - 9), (sound[:-3] + b"\xd8\xff\n" + sound[-40:], 0)):
            told = content.decode("latin-1")
            yield ("many_begin", check.name, ON, "{}")
            yield from (("many_feed", told[:cut], ""), ("many_feed", told[cut:], "1"), ("many_calendar", "0"))


def answering(check: CheckAsked, content: bytes, number: int) -> Iterator[Call]:
    """Yield the calls that answer a file and write its calendar, in pieces."""
    size = (64, 1000, 65536)[number % 3]
    yield ("many_begin", check.name, ON, "{}")
    text = content.decode("latin-1")
    yield from (("many_feed", text[at : at + size], "") for at in range(0, len(text), size))
    yield from (("many_feed", "", "1"), ("many_calendar", "0"))


def file(check: CheckAsked, chance: Chance, number: int) -> bytes:
    """Return a file for a check, in a dialect and an encoding of its own."""
    delimiter, end = DIALECTS[number % len(DIALECTS)]
    encoding = ENCODINGS[number % len(ENCODINGS)]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end)
    writer.writerow([NAME, *(key.upper().replace("_", " ") for key in check.questions), NOTE])
    for row, name in zip(range(ROWS), cycled(texts.NAMES), strict=False):
        answers = chance.answers(check.questions)
        cells = [cell(question, answers.get(key)) for key, question in check.questions.items()]
        writer.writerow([printable(name), *map(printable, cells), "=1+1" if row % 5 == 0 else ""])
        if row % 2 == 0:
            out.write(BROKEN[row // 2 % len(BROKEN)].format(delimiter) + end)
    return out.getvalue().encode(encoding, "replace") + b"last \xff line"


def cycled(names: tuple[str, ...]) -> Iterator[str]:
    """Yield names without end."""
    return (names[at % len(names)] for at in count())


def printable(text: str) -> str:
    """Return a text that every encoding has in some way."""
    return text.encode("utf-8", "replace").decode("utf-8")


def cell(question: Question, value: object) -> str:
    """Return an answer as a cell; values of a wrong type as they come."""
    if value is None:
        return ""
    if isinstance(value, list):
        return ";".join(cell(question.get("item", question), each) for each in value) or "none"
    if isinstance(value, dict):
        return "|".join(escaped(str(value.get(field["key"]) or "")) for field in question.get("fields", ()))
    return escaped(str(value))


def escaped(text: str) -> str:
    """Return a text with a backslash before what separates items and values."""
    for mark in "\\;|":
        text = text.replace(mark, f"\\{mark}")
    return text
