"""Texts as nobody wishes for them: pieces of what is looked for, broken, repeated, and among any signs at all."""

from hypothesis import strategies as some

PIECES = (
    "8190000000000001", "8190 0000 0000 0001", "LP00123456780419", "BlueHarbor Store", "Caio Brandão", "İstanbul",
    "2 October 2026", "02/10/26", "2026-02-30", "31.02.", "29 февраля", "le 3 mai", "5. Oktober", "yesterday",
    "last Friday", "in 3 weeks", "three days ago", "99999 days ago", "0/0", "12/2026", "Sept.", "on 5/6", "2-3 May",
    "€23.40", "23,40 €", "$1.234.567,89", "US$", "1 111 111", "0.0.0", "100 руб", "5 000 р.", "¥" * 3, "1e9999", "½",
    "٣٤", "²³", "①", "１２", "e\u0301", "ß", "ſ", "ǆ", "\u200b", "\u202e", "\ufeff", "\x00", "\x1b[2J", "\x1c",
    "\u2028", "\x85", "\r", "\n", "\n\n", "\t", " ", "  ", "\u00a0", "👩‍👩‍👧", "中文", "ไทย", "שלום", "𝟙𝟚", "ﬁ",
    "\U0010ffff",
    "[", "]", "[[", "]]", "[[ORDER_NUMBER]]", "[[STORE_2", "［［", "⟦", "{{", "}}", "<b>", "</think>", "<think>",
    "(E1)",
    "[F1, E2].", "[F9]", "[E99999999999]", "(E1, E٣)", "[A;B]", "[" * 40, '"', "“", "”", "«", "'", "’", "`", "```", "|",
    "received = yes", 'defects = colour | "green"', "order.paid = 23.40 EUR | 23,40", "nothing", "order number:", "#",
    "I agree to the offer", "a full refund", "I will call my lawyer", "the seller", "they said", "you", "not", "never",
    "a@b.co", "https://x.y/z?", "www.", "+44 1632 960147", "ES91 2100 0418 4502 0005 1332", "@name", "x dot com",
    "my name is Ana", "Ana:", "10:05 Ana:", "Regards,\nAna", "14 Alder Walk, Testford", "GREEN", "!!!", "?!", "…", "。",
    "{}", '{"id": ', ":", ",", ";", "-", "--", "%", "\\", "\\u0041", "\\x", "=", "_", "/", "..", "\u0301" * 30,
    "a" * 300,
    "1" * 60, "9" * 400, "aA1 " * 40, ". " * 60, "don't know", "y", "1, 2", "1 and 2", "0", "-1", "99999999999999",
)  # fmt: skip

TEXTS = some.lists(some.sampled_from(PIECES) | some.text(max_size=8), max_size=25).map("".join) | some.lists(
    some.sampled_from(PIECES), max_size=40
).map(" ".join)
LONG = some.builds(
    lambda some_pieces, count, end: ("".join(some_pieces) * count)[:20_000] + end,
    some.lists(some.sampled_from(PIECES), min_size=1, max_size=3),
    some.integers(200, 4000),
    some.sampled_from(PIECES),
)
"""The same few pieces again and again, up to 20,000 signs."""

JSON = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.sampled_from(PIECES) | some.text(max_size=5),
    lambda inner: some.lists(inner, max_size=4) | some.dictionaries(some.text(max_size=5), inner, max_size=4),
    max_leaves=8,
)


def shaped(*names: str) -> some.SearchStrategy[object]:
    """JSON in which objects have these names, so that readers look further."""
    return some.recursive(
        JSON,
        lambda inner: (
            some.dictionaries(some.sampled_from(names), inner, max_size=len(names)) | some.lists(inner, max_size=2)
        ),
        max_leaves=12,
    )
