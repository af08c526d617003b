"""Runs inside Pyodide what happens so rarely that no list of calls reliably reaches it.

Texts of every character width, full caches, large numbers, long lists, garbage collection while objects of every kind
are alive, and every function as if it ran for the first time. What has not run is left out of the trimmed WebAssembly.
"""

import codecs
import functools
import gc
import importlib
import itertools
import json
import re
from datetime import date, timedelta
from types import CodeType, FunctionType

from cor_calc import check_json
from cor_calc.edges.files.batch import Decoder

FUNCTIONS: dict[str, str] = globals()["FUNCTIONS"]
CALLS: list[tuple[str, ...]] = globals()["CALLS"]
FILES = [call for call in CALLS if call[0].startswith("many_")]
"""Calls that only mean something one after the other: each file is begun, fed, and its calendar written."""
SOME_CALLS = [*CALLS[:: max(1, len(CALLS) // 150)], *FILES]

WIDTHS = ("a", "é", "Ω", "\ud800", "🦺", "🦺\ud800", "\u0000", "\u2028")


def make(call: tuple[str, ...]) -> None:
    """Make a call as the page does."""
    name, *texts = call
    getattr(importlib.import_module(FUNCTIONS[name]), name)(*texts)


def texts() -> None:
    """Texts of every width, alone and with every other, short and long, read and written."""
    for one in WIDTHS:
        for other in WIDTHS:
            for times in (1, 40, 3000):
                text = (one + other) * times
                text.encode("utf-8", "surrogatepass").decode("utf-8", "surrogatepass")
                for ascii_only in (True, False):
                    written = json.dumps({text: [text, one]}, ensure_ascii=ascii_only)
                    for cut in (len(written), len(written) // 2, 3):
                        check_json("score", written[:cut], "2026-11-22")
                    check_json(
                        "score", '{"elements": [{"name": ' + json.dumps(text, ensure_ascii=ascii_only) + "}]}", one
                    )
                check_json(text, f'{{"{text}": 1}}', text)
                check_json("certification", f'{{"employees": "{text}"}}', "2026-11-22")
                re.sub(r"\s|[{}]|\\.", "", text).replace(one, other).strip(other).split(one)
                f"{text!r:>9}{text!a}{text[1:]:.3}".join((one, text)).casefold()


def wide_bytes() -> None:
    """UTF-16 of either order, whole, cut anywhere, out of step, and with halves of characters."""
    for encode in (codecs.utf_16_le_encode, codecs.utf_16_be_encode):
        mark, _ = encode("\ufeff")
        for text in ("a,é\n", "Ω;🦺\n" * 40, "a\ud800b\udc00\n", "\udc00\ud800" * 3):
            data = mark + encode(text, "surrogatepass")[0]
            for some in (data, data[:-1], data[:-2], data[:-3], mark + data[1:], mark + b"x" + data, mark):
                Decoder().feed(some, last=True)
                for size in (1, 3, 7):
                    decoder = Decoder()
                    for at in range(0, len(some), size):
                        decoder.feed(some[at : at + size])
                    decoder.feed(b"", last=True)
    for data in (b"a\xff\xfe", b"\xc3", b"\xf0\x9f\xa6", b"\xef\xbb\xbf\x80a", b"\xed\xa0\x80"):
        Decoder().feed(data, last=True).encode("utf-8", "surrogateescape").decode("latin-1").encode("latin-1")


def numbers() -> None:
    """Numbers of every size, as the rules use them."""
    for digits in (1, 9, 10, 19, 20, 39, 40):
        large = int("9" * digits)
        whole, rest = divmod(large * large, 7**20)
        {whole: f"{large:,}", -rest: str(abs(-large) // 3), large < 0: whole * 7**20 + rest}


def days() -> None:
    """The ends of the calendar."""
    {date.max - date.min: date.fromisoformat("2024-02-29") + timedelta(days=366) < date.max}


@functools.lru_cache(maxsize=2)
def remembered(*values: int, **named: int) -> int:
    """Return a sum, from a cache that is always full."""
    return sum(values) + sum(named.values())


def caches() -> None:
    """Caches that are full, tables that grow and shrink, lists that are sorted."""
    for value in range(5):
        remembered(value)
        remembered(value, value)
        remembered(value, other=value)
    remembered.cache_clear()
    table = {str(number): number for number in range(5000)}
    for number in range(0, 5000, 2):
        del table[str(number)]
    lists = [list(range(number)) for number in range(300)]
    lists.sort(key=len, reverse=True)
    set(table) - {"1"}


def collections() -> None:
    """Collect garbage while objects of every kind are alive, some of them in cycles, and in the middle of calls."""
    match = re.match(r"(?P<name>.)(.)?", "ab")
    alive = [
        *(match, match.re, match.groupdict(), re.finditer("a", "aaa"), re.compile("a").scanner("a")),
        *(
            iter([]),
            iter(()),
            iter({}),
            iter(set()),
            iter(""),
            iter(b""),
            iter(range(9)),
            iter({}.items()),
            iter({}.values()),
        ),
        *(
            reversed([1]),
            enumerate([]),
            zip([], [], strict=True),
            map(str, []),
            filter(None, []),
            (each for each in "ab"),
        ),
        *(
            itertools.chain([], []),
            itertools.count(),
            itertools.product([1]),
            itertools.groupby([]),
            itertools.pairwise([]),
        ),
        *(
            functools.partial(len, []),
            remembered,
            len,
            [].append,
            date.today,
            str.upper,
            collections,
            date,
            type(match),
        ),
        *(
            json.JSONDecoder().scan_once,
            json.JSONEncoder().iterencode([]),
            {}.keys(),
            slice(1),
            memoryview(b"a"),
            frozenset(),
        ),
    ]
    try:
        raise ValueError(alive)  # noqa: TRY301 - raised and caught at once, so that both are profiled
    except ValueError as error:
        alive.append(error)
    alive.append(alive)
    gc.collect()
    del alive, match
    gc.collect()
    usual = gc.get_threshold()
    for step, call in enumerate(SOME_CALLS):
        gc.set_threshold(3 + step % 20, 1, 1)
        make(call)
    gc.set_threshold(*usual)


def unspecialized(code: CodeType) -> CodeType:
    """Return the same code, nested code included, without the specialized instructions that running it has left."""
    inside = (unspecialized(each) if isinstance(each, CodeType) else each for each in code.co_consts)
    return code.replace(co_consts=tuple(inside))


def first_times() -> None:
    """Make the calls again with functions that never ran: a first run takes other paths through the interpreter."""
    for function in [each for each in gc.get_objects() if isinstance(each, FunctionType)]:
        function.__code__ = unspecialized(function.__code__)
    for call in CALLS:
        make(call)


texts()
wide_bytes()
numbers()
days()
caches()
collections()
first_times()
gc.collect()
