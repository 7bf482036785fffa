"""Splits a JSON array of any length into its elements, with the memory of one.

Decided here: only brackets and quotes are read, so an element that is broken inside is handed on as it is and the next
one is found all the same; where brackets or quotes do not match, what follows cannot be told apart and is one fault.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_TOKEN = re.compile(rb'"(?:[^"\\]++|\\.)*+"|["\[\]{},]', re.DOTALL)
_QUOTE, _COMMA, _OPENING, _CLOSING = b'"', b",", (b"[", b"{"), (b"]", b"}")
_NOT_CLOSED = "the file ends inside the array: its closing ] is missing."
_MORE = "more follows after the end of the array. Remove it."


@dataclass(frozen=True, slots=True)
class Element:
    """The bytes of one element and the line on which it begins; or why the rest cannot be told apart."""

    line: int
    data: bytes
    fault: str = ""


def elements(chunks: Iterable[bytes], largest: int) -> Iterator[Element]:
    """The elements of the array that the chunks hold; of one that is larger, its beginning and a byte too many."""
    splitter = _Splitter(largest)
    for chunk in chunks:
        yield from splitter.take(chunk)
    yield from splitter.end()


class _Splitter:
    """Holds the bytes of the element that has begun, `read` of them looked at already."""

    def __init__(self, largest: int) -> None:
        self._largest = largest
        self._held, self._read = b"", 0
        self._depth = 0
        self._line = 1  # on which what is held begins
        self._cut: Element | None = None  # an element that is too large to be held

    def take(self, chunk: bytes) -> Iterator[Element]:
        """The elements that end in this chunk."""
        data, begin, read = self._held + chunk, 0, len(self._held) + len(chunk)
        for token in _TOKEN.finditer(data, self._read):
            sign, at = token[0], token.end()
            if sign == _QUOTE:  # a text that goes on in the next chunk
                read = token.start()
                break
            between = self._depth == 1
            if sign in _OPENING:
                self._depth += 1
                if self._depth == 1:
                    self._line += data.count(b"\n", begin, at)
                    begin = at
            elif sign in _CLOSING and self._depth:
                self._depth -= 1
            if between and (sign == _COMMA or not self._depth):
                yield from self._element(data[begin : at - 1])
                self._line += data.count(b"\n", begin, at)
                begin = at
        self._held, self._read = data[begin:], read - begin
        if len(self._held) > self._largest:
            self._shorten()

    def end(self) -> Iterator[Element]:
        """What is left when nothing more comes."""
        if self._depth or self._held.strip():
            yield Element(self._first_line(self._held), b"", _NOT_CLOSED if self._depth else _MORE)

    def _element(self, data: bytes) -> Iterator[Element]:
        if self._cut:
            yield self._cut
            self._cut = None
        elif data.strip():
            yield Element(self._first_line(data), data.strip())

    def _first_line(self, data: bytes) -> int:
        """The line of the first byte that is not blank."""
        return self._line + data.count(b"\n", 0, len(data) - len(data.lstrip()))

    def _shorten(self) -> None:
        """Lets go of an element that is too large, but for its beginning; of a text that goes on nothing is kept."""
        rest = self._held[self._read :]
        self._cut = self._cut or Element(self._first_line(self._held), self._held.lstrip()[: self._largest + 1])
        self._line += self._held.count(b"\n", 0, self._read)
        if len(rest) > self._largest:
            self._line += rest.count(b"\n")
            escaping = (len(rest) - len(rest.rstrip(b"\\"))) % 2
            rest = _QUOTE + b"\\" * escaping
        self._held, self._read = rest, 0
