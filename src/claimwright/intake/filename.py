"""The name of a file as people type it or drop it on a terminal, which adds quotes or escapes of the shell.

Decided here: the name of another system (C:\\photos\\leak.jpg) keeps its backslashes; a name is kept letter by letter.
"""

from claimwright.reading.later import later

_ESCAPED = later(r"\\([ !\"#$&'()*,;<=>?@\[\]^`{|}~\\])")
_OTHER_SYSTEM = later(r"(?:[A-Za-z]:|\\)\\.*")
_QUOTES = "'\""


def file_name(typed: str) -> str:
    """The name without what a shell needs around it."""
    text = typed.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in _QUOTES:
        inner = text[1:-1]
        return inner.replace("'\\''", "'") if text[0] == "'" else inner.replace('\\"', '"')
    return text if _OTHER_SYSTEM.fullmatch(text) else _ESCAPED.sub(r"\1", text)
