"""Texts that are no sound answers: broken JSON, what a strict reader refuses, wrong types, days that are none."""

NAMES = (
    "Training",
    "Hazard assessment",
    "Émilie’s “tour”",
    "安全",
    "🦺",
    "",
    "unsure",
    "x" * 300,
    "\u0000\u2028",
    "\ud800",
    '"\\/\b',
)
"""Texts of every width."""

RUBBISH: tuple[object, ...] = (
    *(None, True, False, -1, 1.5, 1e300, "", " ", "x", [], {}, [[]], [None], 10**39, int("9" * 41)),
    *("80%", "80 ", "+80", "-0", "8e1", "80.", ".5", "80,5", "0x50", "８０", "NaN", "1" * 41, "80.001", "080"),
    *("2026-02-30", "2026-1-05", "2026-01-05 ", "20260105", "\u0662026-01-01", "1899-12-31", "2200-01-01"),
)
"""Values that no question, or not every question, takes."""

BROKEN = (
    *("", " ", "{", "}", "{]", "nonsense", "{} {}", "{},", "{'a': 9}", "{a: 9}", '{"a": 9,}', '{"a": 09}', '{"a": +9}'),
    *('{"a": 0x9}', '{"a": ９}', '{"a": 9} // ten', '{"a": .5}', '{"a": 5.}', '{"a": NaN}', '{"a": Infinity}'),
    *('{"a": -Infinity}', '{"a": True}', '{"a": undefined}', "/* */ {}", "\u00a0{}", "\x0b{}", '{"a\nb": 1}'),
    *('{"a": "\x00"}', '{"a": "\\x41"}', '{"a": "\\ud8"}', '{"a": "', '{"a": 9, ]', '{"a": [80, ]}'),
    *(
        '{"a": 1, "a": 1}',
        '{"a": 1, "\\u0061": 2}',
        '{"x": {"y": 1, "y": 2}}',
        "[" * 9 + "]" * 9,
        '{"a":' * 9 + "1" + "}" * 9,
    ),
    *("[" * 60000, '{"a":' * 10000, " " * 65535 + "{}", '{"a": "' + "x" * 65536 + '"}', "[" * 65537),
    *("[]", "5", '"x"', "null", "true", "\ufeff{}", "{}\n", "[" * 8 + "]" * 8, '{"a.b": 1}', '{"\\u0000": 1}'),
    *('{"\ud800": 1}', '{"a": "\\udfff"}', '{"x": "' + "é" * 33000 + '"}', '{"a": -1e400}', '{"a": ' + "1" * 41 + "}"),
)
"""Texts that are not JSON, or that a strict reader refuses, or that are no object."""

DAYS = (
    *("", "garbage", "2026-02-30", "2026-13-01", "2026-1-05", "26-01-05", "20260105", "2026-W01-1", "2026/01/05"),
    *(
        "02026-01-05",
        "today",
        "2026-01-05T00:00",
        " 2026-01-05",
        "２０２６-01-05",
        "2022-12-31",
        "2023-01-01",
        "1900-01-01",
    ),
    *("2199-12-31", "2024-02-29"),
)
"""Texts for `as_of`: some are no days, some lie before the first rules."""

CHECKS = ("", "Certification", "no such check", "\ud800")
"""Names that no check has."""
