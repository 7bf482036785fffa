"""Where templates of the user's own run: strict, sandboxed, and with a bound on what they may take.

Decided here: a template that somebody passes on may be meant badly. What jinja2's sandbox leaves open is time and
memory, so every turn of a loop, every call and the size of what is made are counted, for one text together.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from types import GeneratorType
from typing import Any

from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

MOST_TURNS = 100_000
MOST_SIZE = 2_000_000
"""A message has 1,000 characters, a page some 20,000."""

_WIDEST = 10_000
_HOLDERS = (str, bytes, list, tuple, dict, set, frozenset, range)
_FORMATS = {"format", "format_map"}
_MULTIPLY = {
    "center",
    "ljust",
    "rjust",
    "zfill",
    "expandtabs",
    "replace",
    "join",
    "translate",
    "indent",
    "wordwrap",
} | {*("truncate", "batch", "slice", "round", "tojson", "xmlattr")}
"""Methods and filters that can make a large text of small ones."""

_FREE_WIDTH = re.compile(r"\d{4}|%[^A-Za-z%]*\*|\{[^{}]*\{")
"""A width in a format that is too large, or that comes from what is formatted."""


class Bounded(ImmutableSandboxedEnvironment):
    """jinja2's immutable sandbox, which also ends a template that takes too long or makes something too large."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, **options: Any) -> None:
        """Takes the same options."""
        super().__init__(**options, finalize=self.kept)
        self._turns = self._size = 0
        del self.globals["lipsum"]
        self.filters = {name: self._bounded(name, one) for name, one in self.filters.items()}

    def bound(self, pieces: Iterable[str]) -> Iterator[str]:
        """The pieces of one text, for which counting begins from nought."""
        self._turns = self._size = 0
        return map(self.kept, pieces)

    def turn(self) -> str:
        """Counts one turn. Raises SecurityError if there were too many."""
        self._turns += 1
        if self._turns > MOST_TURNS:
            raise SecurityError("this takes too long: a loop or a macro goes on and on")
        return ""

    def joined(self, *parts: object) -> str:
        """The parts as one text. Raises SecurityError if it would be too long."""
        self._take(sum(map(_length, parts)))
        return "".join(map(str, parts))

    def call(self, context: Context, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Counted, and for what Python's own values can do measured too."""
        self.turn()
        method = getattr(called, "__wrapped__", called)  # the sandbox wraps a text's own format
        holder = getattr(method, "__self__", None)
        if isinstance(holder, _HOLDERS):
            self._measure(getattr(method, "__name__", ""), (holder, *args, *kwargs.values()))
        made = super().call(context, called, *args, **kwargs)
        return self.kept(made) if isinstance(made, str) else made

    def kept(self, value: Any) -> Any:
        """The value, counted. Raises SecurityError if it is too much."""
        self._take(_length(value))
        return value

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Measured before it is done."""
        if operator == "**":
            self._take(_bits(left) * abs(right) if isinstance(right, int) else 1)
        elif operator == "%" and isinstance(left, str):
            self._measure("format", (left, right))
        elif operator == "*":
            self._take(_times(left) * _times(right) if _holds(left) or _holds(right) else _bits(left) + _bits(right))
        else:
            self._take(_length(left) + _length(right))
        return super().call_binop(context, operator, left, right)

    def _take(self, size: int) -> None:
        self._size += size
        if self._size > MOST_SIZE:
            raise SecurityError("this makes something far larger than any message")

    def _measure(self, name: str, given: Iterable[Any]) -> None:
        """Counts what a method or a filter may make of these, the first of which is what it is applied to."""
        first, *others = given
        if name in _FORMATS and _FREE_WIDTH.search(str(first) if isinstance(first, str) else ""):
            raise SecurityError("a width in a format is too large")
        if name in _MULTIPLY:
            if any(isinstance(one, int) and abs(one) > _WIDEST for one in others):
                raise SecurityError("a width or a number of times is too large")
            size = _length(first) + 1
            for one in others[name == "replace" :]:  # what is replaced may stand anywhere, and makes nothing larger
                size *= max(1, _times(one))
            self._take(size)
        else:
            self._take(sum(map(_length, (first, *others))))

    def _bounded(self, name: str, made: Callable[..., Any]) -> Callable[..., Any]:
        passed = int(hasattr(made, "jinja_pass_arg"))

        @wraps(made)
        def bounded(*args: Any, **kwargs: Any) -> Any:
            self.turn()
            # What is made while it is read has no length before.
            read = [list(self._counted(one)) if isinstance(one, GeneratorType) else one for one in args]
            self._measure(name, (*read[passed:], *kwargs.values()))
            return made(*read, **kwargs)

        return bounded

    def _counted(self, values: Iterable[Any]) -> Iterable[Any]:
        for value in values:
            self.turn()
            yield value

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template = super()._parse(source, name, filename)
        loops: list[Any] = [*template.find_all((nodes.For, nodes.Macro, nodes.CallBlock))]
        for loop in loops:
            loop.body.insert(0, nodes.ExprStmt(_asked("turn", [], loop.lineno), lineno=loop.lineno))
        _measure_joints(template)
        template.set_environment(self)
        return template


def _asked(name: str, args: list[nodes.Expr], line: int) -> nodes.Call:
    return nodes.Call(nodes.EnvironmentAttribute(name, lineno=line), args, [], None, None, lineno=line)


def _measure_joints(node: nodes.Node) -> None:
    """Every `~` becomes a call that measures before it joins."""
    for field, value in node.iter_fields():
        if isinstance(value, list):
            setattr(node, field, [_measured(one) for one in value])
        else:
            setattr(node, field, _measured(value))


def _measured(value: Any) -> Any:
    if isinstance(value, nodes.Node):
        _measure_joints(value)
    elif isinstance(value, list | tuple):
        return type(value)(map(_measured, value))
    return _asked("joined", value.nodes, value.lineno) if isinstance(value, nodes.Concat) else value


def _length(value: Any) -> int:
    """The characters or values in it, those within counted too, as far as it matters."""
    counted, waiting = 0, [value]
    while waiting and counted <= MOST_SIZE:
        one = waiting.pop()
        counted += 1
        if isinstance(one, str | bytes | range):
            counted += len(one)
        elif isinstance(one, dict):
            waiting += [*one, *one.values()]
        elif isinstance(one, list | tuple | set | frozenset):
            waiting += one
    return counted


def _times(value: Any) -> int:
    return abs(value) if isinstance(value, int) else _length(value)


def _holds(value: Any) -> bool:
    return isinstance(value, _HOLDERS)


def _bits(value: Any) -> int:
    return value.bit_length() if isinstance(value, int) else 1
