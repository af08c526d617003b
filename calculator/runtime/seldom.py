"""What happens seldom, so that no list of questions can be relied on to meet it: texts of every width, full caches,
large numbers, long lists, a collection."""

import functools
import gc
import json
import re
from datetime import date, timedelta

from cor_calc import check_json

WIDTHS = ("a", "é", "Ω", "\ud800", "🦺", "🦺\ud800", "\u0000", "\u2028")


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
                    check_json("score", '{"elements": [{"name": ' + json.dumps(text, ensure_ascii=ascii_only) + "}]}", one)
                check_json(text, f'{{"{text}": 1}}', text)
                check_json("certification", f'{{"employees": "{text}"}}', "2026-11-22")
                re.sub(r"\s|[{}]|\\.", "", text).replace(one, other).strip(other).split(one)
                f"{text!r:>9}{text!a}{text[1:]:.3}".join((one, text)).casefold()


def numbers() -> None:
    """Numbers of every size, as the rules use them."""
    for digits in (1, 9, 10, 19, 20, 39, 40):
        large = int("9" * digits)
        whole, rest = divmod(large * large, 7**20)
        assert int(str(whole)) * 7**20 + rest == large * large
        assert -large < 0 < large and f"{large:,}" and hash(large) and large.__index__() and abs(-large) // 3 >= 0


def days() -> None:
    """The ends of the calendar."""
    assert (date.max - date.min).days and date.fromisoformat("2024-02-29") + timedelta(days=366) < date.max


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
    assert sorted(lists, key=len, reverse=True)[0] == lists[-1] and set(table) - {"1"}


texts()
numbers()
days()
caches()
gc.collect()
