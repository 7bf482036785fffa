"""Every regular expression of ours, found in the source, and texts that are hard for it, made from its own parts."""

import ast
import importlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import claimwright

_parser: Any = importlib.import_module("re._parser")

SOURCE = Path(claimwright.__file__).parent
_MAKES = ("compile", "search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer")


@dataclass(frozen=True, slots=True)
class Known:
    """One regular expression and where it is written."""

    place: str
    pattern: "re.Pattern[Any]"


@dataclass(frozen=True, slots=True)
class _Site:
    module: str
    function: str  # the outermost one in which it stands, or nothing
    line: int
    given: ast.expr
    flags: ast.expr | None


def known(made: Mapping[str, Callable[[], Iterable[object]]]) -> tuple[list[Known], list[str]]:
    """Every pattern once, and the places whose pattern could not be had.

    `made` says for a function (module:name), whose patterns depend on what it is given, how to have some or all.
    """
    found: dict[tuple[str | bytes, int], Known] = {}
    missing: list[str] = []
    for site in _sites():
        module = importlib.import_module(site.module)
        name = f"{site.module.removeprefix('claimwright.')}:{site.function}"
        place = f"{name}:{site.line}"
        if name in made:
            patterns = list(_patterns_in(list(made[name]())))
        elif (one := _evaluated(site, module)) is not None:
            patterns = [one]
        else:
            make: Any = getattr(module, site.function, None)
            patterns = list(_patterns_in(make())) if hasattr(make, "cache_info") and _takes_nothing(make) else []
        if not patterns:
            missing.append(place)
        for one in patterns:
            found.setdefault((one.pattern, one.flags), Known(place, one))
    return list(found.values()), missing


def _takes_nothing(make: Any) -> bool:
    return not make.__wrapped__.__code__.co_argcount


def _sites() -> Iterator[_Site]:
    for path in sorted(SOURCE.rglob("*.py")):
        parts = path.relative_to(SOURCE.parent).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        text = path.read_text(encoding="utf-8")
        if parts[-1] != "__main__" and ("import re\n" in text or "import later\n" in text):
            for part in ast.parse(text).body:
                yield from _sites_in(part, name, "")


def _sites_in(node: ast.AST, module: str, function: str) -> Iterator[_Site]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        function = function or node.name
    if isinstance(node, ast.Call) and node.args and _makes_one(node.func) and function != "later":
        flags = next((word.value for word in node.keywords if word.arg == "flags"), None)
        place = {"compile": 1, "later": 1, "sub": 4}.get(_last(node.func), 2)
        flags = flags or (node.args[place] if len(node.args) > place else None)
        if not isinstance(node.args[0], ast.Starred):
            yield _Site(module, function, node.lineno, node.args[0], flags)
    for child in ast.iter_child_nodes(node):
        yield from _sites_in(child, module, function)


def _last(func: ast.expr) -> str:
    return func.attr if isinstance(func, ast.Attribute) else func.id if isinstance(func, ast.Name) else ""


def _makes_one(func: ast.expr) -> bool:
    if isinstance(func, ast.Attribute):
        return isinstance(func.value, ast.Name) and func.value.id == "re" and func.attr in _MAKES
    return _last(func) == "later"


def _evaluated(site: _Site, module: ModuleType) -> "re.Pattern[Any] | None":
    """The pattern, if it is made of constants and of names of its module."""
    try:
        given = eval(compile(ast.Expression(site.given), "site", "eval"), vars(module))
        flags = eval(compile(ast.Expression(site.flags), "site", "eval"), vars(module)) if site.flags else 0
    except NameError:
        return None
    return given if isinstance(given, re.Pattern) else re.compile(given, flags)


def _patterns_in(found: object) -> Iterator["re.Pattern[Any]"]:
    if isinstance(found, re.Pattern):
        yield found
    elif isinstance(found, str):
        return
    elif isinstance(found, Mapping):
        yield from _patterns_in(list(found.values()))
    elif isinstance(found, Iterable):
        for one in found:
            yield from _patterns_in(one)


def hard_texts(pattern: str | bytes, flags: int, size: int, most: int) -> Iterator[str]:
    """Texts of this size that make a search begin often and fail late; at most so many of them."""
    text = pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern
    tree = _parser.parse(text, flags & ~re.UNICODE & ~re.LOCALE if isinstance(pattern, str) else flags & ~re.LOCALE)
    whole = _sample(tree)
    pumps = dict.fromkeys(pump for pump in (*_pumps(tree, ""), ("", whole), ("", whole[:-1])) if pump[1])
    chosen = list(pumps)
    step = max(1, len(chosen) // most)
    for lead, pump in [*chosen[::step][: most - 2], ("", whole), ("", whole[:-1])]:
        if pump:
            yield (lead + pump * (size // len(pump) + 1))[: size - 1] + "\x00"


def _pumps(tree: Sequence[Any], lead: str) -> Iterator[tuple[str, str]]:
    """What stands before a part that may be repeated, and one repetition of it."""
    for op, given in tree:
        name = str(op)
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            most, inner = given[1], given[2]
            if int(most) > 1:
                yield lead, _sample(inner)
                yield "", lead[-12:] + _sample(inner)
            yield from _pumps(inner, lead)
        elif name == "SUBPATTERN":
            yield from _pumps(given[3], lead)
        elif name == "ATOMIC_GROUP":
            yield from _pumps(given, lead)
        elif name == "BRANCH":
            for one in given[1]:
                yield from _pumps(one, lead)
        lead += _sample([(op, given)])


def _sample(tree: Iterable[Any]) -> str:
    """A text that fits, but for what is asserted around it."""
    found: list[str] = []
    for op, given in tree:
        name = str(op)
        if name == "LITERAL":
            found.append(chr(given))
        elif name == "NOT_LITERAL":
            found.append("a" if given != ord("a") else "b")
        elif name == "ANY":
            found.append("a")
        elif name == "IN":
            found.append(_of_class(given))
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            least, most, inner = int(given[0]), int(given[1]), given[2]
            found.append(_sample(inner) * min(most, max(1, least)))
        elif name == "SUBPATTERN":
            found.append(_sample(given[3]))
        elif name == "ATOMIC_GROUP":
            found.append(_sample(given))
        elif name == "BRANCH":
            found.append(_sample(given[1][0]))
    return "".join(found)


def _of_class(given: Sequence[Any]) -> str:
    tried = re.compile("[" + _class(given) + "]")
    return next((one for one in "aA1 -.\n_,'я\u00a0|!€" if tried.match(one)), chr(_first(given)))


def _first(given: Sequence[Any]) -> int:
    for op, one in given:
        if str(op) == "LITERAL":
            return int(one)
        if str(op) == "RANGE":
            return int(one[0])
    return ord("~")


def _class(given: Sequence[Any]) -> str:
    parts = []
    for op, one in given:
        name = str(op)
        if name == "NEGATE":
            parts.append("^")
        elif name == "LITERAL":
            parts.append(re.escape(chr(one)))
        elif name == "RANGE":
            parts.append(f"{re.escape(chr(one[0]))}-{re.escape(chr(one[1]))}")
        elif name == "CATEGORY":
            kind = str(one).removeprefix("CATEGORY_")
            letter = {"DIGIT": "d", "SPACE": "s", "WORD": "w"}[kind.removeprefix("NOT_")]
            parts.append("\\" + (letter.upper() if kind.startswith("NOT_") else letter))
    return "".join(parts)
