"""How a sentence ends: with one stop, whatever the words from outside end with.

Decided here: the stops of Chinese, Japanese, Arabic and Hindi are stops; a row of exclamation marks is a full stop, and
so is one before which proof is cited.
"""

from claimwright.reading.later import later

STOPS = ".!?…。！？｡؟।"
_ROW = later(r"[!！](?:\s*[!！])+")
QUOTES = "”\"'’»」』"
"""The marks that can close a quotation."""


def opened(text: str) -> tuple[str, str]:
    """The words and the one stop after them; it is empty where there is none."""
    words = text.rstrip(f"{STOPS} ")
    run = "".join(text[len(words) :].split())
    return (words, _one(run)) if words and run else (text.strip(), "")


def ended(text: str) -> str:
    """The text with one stop at its end; a quotation that closes after its own stop needs no other."""
    words, stop = opened(text)
    if stop or (words[-1:] in QUOTES and words[-2:-1] in STOPS):
        return words + stop
    return f"{words.rstrip(',;:')}."


def before_proof(text: str) -> tuple[str, str]:
    """The sentence before its citation of proof, and the stop that follows the citation."""
    words, stop = opened(text)
    if not stop:
        return words, "." if words[-1:] in QUOTES else ""
    words += "." if words.endswith(" г") else ""  # the Russian year is cut short, and keeps its stop
    return words, {"!": ".", "…": ".", "...": ".", "！": "。"}.get(stop, stop)


def calm(text: str) -> str:
    """The text with each row of exclamation marks as one full stop."""
    return _ROW.sub(lambda found: "。" if found[0][0] == "！" else ".", text)


def _one(run: str) -> str:
    if len(run) == 1 or run == "...":
        return run
    for mark in "?？؟。।｡":
        if mark in run:
            return mark
    if "！" in run:
        return "。"
    return "…" if "…" in run or "..." in run else "."
