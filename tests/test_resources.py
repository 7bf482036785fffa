"""Which file is read: the buyer's first, then ours; and what a template of the buyer's cannot do."""

from pathlib import Path
from typing import Any

import pytest

from claimwright.errors import CannotReadWrite
from claimwright.resources import Resources, Sentences

NAME = "templates/page/own.j2"


def written(folder: Path, text: str, name: str = NAME) -> Resources:
    """Resources in which the file of this name holds this text."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return Resources(folder)


def test_the_buyers_file_comes_first_and_ours_stands_in_for_what_is_not_there(tmp_path: Path) -> None:
    resources = written(tmp_path, 'open = "mine"', "templates/verdicts.toml")
    assert resources.path("templates/verdicts.toml") == tmp_path / "templates/verdicts.toml"
    assert resources.toml("templates/verdicts.toml") == {"open": "mine"}
    assert resources.text("templates/facts.toml") == Resources().text("templates/facts.toml")
    assert tmp_path not in resources.path("templates/facts.toml").parents


@pytest.mark.parametrize("name", ["templates/none.toml", "prompts/none.j2", "templates"])
def test_a_file_that_is_nowhere_is_told_with_where_it_was_looked_for(tmp_path: Path, name: str) -> None:
    for read in (Resources(tmp_path).path, Resources(tmp_path).text, Resources(tmp_path).template):
        with pytest.raises(CannotReadWrite) as error:
            read(name)
        assert str(error.value).startswith(f"{name} is missing from {tmp_path} and ")


@pytest.mark.parametrize(("text", "line"), [("a =\n", "line 1"), ("a = 1\na = 2\n", "line 2")])
def test_broken_toml_is_told_with_its_file_and_line(tmp_path: Path, text: str, line: str) -> None:
    with pytest.raises(CannotReadWrite) as error:
        written(tmp_path, text, "templates/own.toml").toml("templates/own.toml")
    assert str(error.value).startswith(f"{tmp_path / 'templates/own.toml'}: ")
    assert line in str(error.value)
    assert "delete it to use ours" in str(error.value)


def test_bytes_that_are_no_text_are_told_with_their_file(tmp_path: Path) -> None:
    resources = written(tmp_path, "")
    (tmp_path / NAME).write_bytes(b"\xff\xfe")
    for read in (resources.text, resources.toml, resources.template):
        with pytest.raises(CannotReadWrite) as error:
            read(NAME)
        assert str(error.value).startswith(f"{tmp_path / NAME}: cannot be read as UTF-8 text")


class _Given:
    """What a template may be handed: a method, with everything behind it."""

    def ids(self) -> str:
        return "F1"


@pytest.mark.parametrize(
    "expression",
    [
        "''.__class__.__mro__",
        "''['__class__']['__mro__']",
        "''|attr('__class__')|attr('__mro__')",
        "ids.__self__.__init__.__globals__",
        "ids.__func__.__code__.co_consts",
        "'{0.__class__.__mro__}'.format('')",
        "'{0.__class__.__mro__}'|format('')|attr('format')('')",
        "self.__init__.__globals__",
        "cycler.__init__.__globals__.os",
        "some.append(1)",
        "some.clear()",
        "mapping.update(a=1)",
        "mapping.pop('a')",
        "range(10 ** 9)",
        "undefined_name",
        "undefined_name.attribute",
        "mapping.absent",
        "open('/etc/passwd').read()",
        "1 // 0",
        "'a' + 1",
        "ids(1, 2, 3)",
    ],
)
@pytest.mark.parametrize("part", ["page", "block"])
def test_what_a_template_may_not_do_is_an_error_with_its_file_and_line(
    tmp_path: Path, expression: str, part: str
) -> None:
    some, mapping = [0], {"a": 0}
    names: dict[str, Any] = {"ids": _Given().ids, "some": some, "mapping": mapping}
    resources = written(tmp_path, f"{{% block one %}}\n\n{{{{ ({expression}) ~ '' }}}}\n{{% endblock %}}")
    with pytest.raises(CannotReadWrite) as error:
        resources.render(NAME, names) if part == "page" else resources.block(NAME, "one", names)
    assert str(error.value).startswith(f"{tmp_path / NAME}, line 3: ")
    assert (some, mapping) == ([0], {"a": 0})


@pytest.mark.parametrize("name", ["../secret", "/etc/hostname", "templates/../../secret", "secret"])
@pytest.mark.parametrize("statement", ["{{% include '{}' %}}", "{{% extends '{}' %}}", "{{% import '{}' as x %}}"])
def test_a_template_reads_nothing_outside_its_folders(tmp_path: Path, name: str, statement: str) -> None:
    (tmp_path / "secret").write_text("secret")
    resources = written(tmp_path / "home", statement.format(name))
    with pytest.raises(CannotReadWrite) as error:
        resources.render(NAME, {})
    assert "own.j2, line 1: " in str(error.value)


def test_a_fault_in_an_included_file_is_told_with_that_file(tmp_path: Path) -> None:
    written(tmp_path, "\n{{ nothing }}", "templates/part.j2")
    with pytest.raises(CannotReadWrite) as error:
        written(tmp_path, "{% include 'templates/part.j2' %}").render(NAME, {})
    assert str(error.value) == f"{tmp_path / 'templates/part.j2'}, line 2: 'nothing' is undefined."


def test_a_fault_of_syntax_in_an_included_file_is_told_with_that_file(tmp_path: Path) -> None:
    written(tmp_path, "\n{% nothing %}", "templates/part.j2")
    with pytest.raises(CannotReadWrite) as error:
        written(tmp_path, "{% include 'templates/part.j2' %}").render(NAME, {})
    assert str(error.value).startswith(f"{tmp_path / 'templates/part.j2'}, line 2: ")


def test_a_missing_block_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotReadWrite, match='has no block "two"'):
        written(tmp_path, "{% block one %}{% endblock %}").block(NAME, "two", {})


def test_nothing_is_escaped_and_the_last_line_end_goes(tmp_path: Path) -> None:
    assert written(tmp_path, "{{ text }}\n").render(NAME, {"text": "<b> & “x”"}) == "<b> & “x”"


SAID = Sentences(
    "own.toml",
    {
        "a": {
            "b": "Hello, {name}.",
            "way in": "{name.__class__}",
            "without end": "{name:>99999999}",
            "half": "{",
            "by number": "{0}",
            "blank": " ",
            "list": [],
            "c": {"d": "Deep."},
        },
        "e": "Flat.",
    },
)


def test_a_sentence_is_found_however_deep_it_stands_and_its_names_are_filled_in() -> None:
    assert SAID.say("a", "b", name="{you}") == "Hello, {you}."
    assert SAID.text("a", "b") == "Hello, {name}."
    assert (SAID.say("a", "c", "d"), SAID.say("e", name="x")) == ("Deep.", "Flat.")
    assert SAID.has("a", "c", "d")
    assert not SAID.has("a", "c", "e")


@pytest.mark.parametrize(
    "keys", [("a", "x"), ("x", "y"), ("a", "blank"), ("a", "list"), ("a", "c"), ("e", "f"), ("a", "b", "c")]
)
def test_a_sentence_that_is_not_there_is_named(keys: tuple[str, ...]) -> None:
    with pytest.raises(CannotReadWrite) as error:
        SAID.say(*keys)
    assert str(error.value) == f"own.toml: {'.'.join(keys)} is missing. Add it, or delete the file to use ours."


@pytest.mark.parametrize("key", ["b", "way in", "without end", "half", "by number"])
def test_a_gap_that_no_name_fills_is_told_and_reaches_nothing(key: str) -> None:
    names = {} if key == "b" else {"name": "x"}
    with pytest.raises(CannotReadWrite, match=rf"^own\.toml: a\.{key} has a gap that is not known \(.+\)\. Mend it,"):
        SAID.say("a", key, **names)
