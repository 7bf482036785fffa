"""What a template of somebody else's cannot do: reach Python, read other files, take all time or all memory."""

import time
from pathlib import Path
from typing import Any

import pytest

from claimwright.errors import CannotReadWrite
from claimwright.resources import Resources
from claimwright.sandbox import Bounded

NAME = "templates/page/own.j2"
LAUGHS = "{% set n = namespace(x=['ha']) %}{% for a in range(60) %}{% set n.x = [n.x, n.x] %}{% endfor %}"
DOUBLED = "{%% set n = namespace(x='12345678') %%}{%% for a in range(60) %%}{%% set n.x = %s %%}{%% endfor %%}"
LONG = {
    "a loop in a loop in a loop": "{% for a in range(9999) %}" * 3 + "{% endfor %}" * 3,
    "a loop over a text": "{% for a in 'x' * 9999 %}{% for b in 'x' * 9999 %}{% endfor %}{% endfor %}",
    "a loop that begins again": "{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    "a macro that calls itself": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "a macro that calls itself twice": "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}"
    "{% endmacro %}{{ m(60) }}",
    "a block that holds itself": "{% block one %}{{ self.one() }}{% endblock %}",
    "a file that includes itself": f"{{% include '{NAME}' %}}",
    "a file that includes itself twice": f"{{% include '{NAME}' %}}{{% include '{NAME}' %}}",
    "a file that imports itself": f"{{% import '{NAME}' as x %}}",
    "a file that extends itself": f"{{% extends '{NAME}' %}}",
    "the same list again and again": "{% for i in range(9999) %}{{ range(99999)|list|length }}{% endfor %}",
    "a filter for each of many": "{% for i in range(99) %}{{ range(99999)|map('string')|list|length }}{% endfor %}",
}
LARGE = {
    "a range": "{{ range(10 ** 9) }}",
    "a text many times": "{{ 'x' * 10 ** 10 }}",
    "many times a text": "{{ 10 ** 10 * 'x' }}",
    "a list many times": "{{ [0] * 10 ** 10 }}",
    "a power": "{{ 10 ** (10 ** 10) }}",
    "a power of a power": "{{ (2 ** 100000) ** 100000 }}",
    "a text that doubles by ~": DOUBLED % "n.x ~ n.x" + "{{ n.x|length }}",
    "a text that doubles by +": DOUBLED % "n.x + n.x" + "{{ n.x|length }}",
    "a text that doubles by join": DOUBLED % "[n.x, n.x]|join" + "{{ n.x|length }}",
    "a text that doubles by format": DOUBLED % "'%s%s'|format(n.x, n.x)" + "{{ n.x|length }}",
    "a list of lists of lists, shown": LAUGHS + "{{ n.x }}",
    "a list of lists of lists, as a text": LAUGHS + "{{ n.x|string|length }}",
    "a list of lists of lists, by %": LAUGHS + "{{ '%s' % n.x }}",
    "a list of lists of lists, by format": LAUGHS + "{{ '{}'.format(n.x) }}",
    "a list of lists of lists, by format_map": LAUGHS + "{{ '{a}'.format_map({'a': n.x}) }}",
    "a wide text": "{{ 'x'.center(10 ** 10) }}",
    "a wide text by a filter": "{{ 'x'|center(10 ** 10) }}",
    "a wide number": "{{ '1'.zfill(10 ** 10) }}",
    "a deep indent": "{{ ('x\n' * 9999)|indent(10 ** 9) }}",
    "a width in %": "{{ '%1000000000d' % 1 }}",
    "a width from what is formatted": "{{ '%*d' % (1000000000, 1) }}",
    "a width in format": "{{ '{:1000000000}'.format(1) }}",
    "a width in format from what is formatted": "{{ '{:{}}'.format(1, 1000000000) }}",
    "a width in a filter": "{{ '%1000000000d'|format(1) }}",
    "each letter by a long text": "{{ ('x' * 9999).replace('x', 'y' * 9999) }}",
    "each letter by a long text, by a filter": "{{ ('x' * 9999)|replace('x', 'y' * 9999) }}",
    "many by a long text": "{{ ('x' * 9999).join(['a'] * 9999) }}",
    "many by a long text, by a filter": "{{ range(9999)|map('string')|join('x' * 9999) }}",
    "a number with many digits": "{{ 1|round(10 ** 9, 'floor') }}",
    "a text of nonsense": "{{ lipsum(10 ** 9) }}",
    "much that is said": "{% for a in range(99999) %}{{ 'x' * 999 }}{% endfor %}",
    "much that stands there": "{% for a in range(99999) %}" + "x" * 9999 + "{% endfor %}",
    "much of a macro": "{% macro m() %}"
    + "x" * 9999
    + "{% endmacro %}{% for a in range(9999) %}{% set b = m() %}{% endfor %}",
    "a deep expression": "{{ " + "(" * 9999 + "1" + ")" * 9999 + " }}",
    "a long chain": "{{ " + "-" * 99999 + "1 }}",
    "deep conditions": "{% if 1 %}" * 3000 + "{% endif %}" * 3000,
    "deep loops": "{% for a in [1] %}" * 60 + "{% endfor %}" * 60,
}
SECONDS_LONG = [f"a list of lists of lists, by {way}" for way in ("%", "format", "format_map")]
FINE = {
    "{% for a in ['a', 'b'] %}{{ a ~ '-' ~ loop.index }}{{ ', ' if not loop.last }}{% endfor %}": "a-1, b-2",
    "{{ ['x', 'y']|join(', ') ~ 'abc'|replace('b', 'c')|upper }}": "x, yACC",
    "{{ '%.2f' % 12.345 }} {{ '{:>5}'.format(12) }} {{ '%s of %d'|format('one', 2) }}": "12.35    12 one of 2",
    "{{ 3 * 4 + 2 ** 3 }} {{ 7 % 4 }} {{ '=' * 20 }} {{ [1] + [2] }}": "20 3 ==================== [1, 2]",
    "{{ text|wordwrap(88)|length }} {{ text.replace(' ', '\n  ')|length }}": "",
    "{% macro m(a) %}<{{ a }}{{ caller() }}>{% endmacro %}{% call m(1) %}x{% endcall %}": "<1x>",
    "{% set n = namespace(a=0) %}{% for i in range(1000) %}{% set n.a = n.a + i %}{% endfor %}{{ n.a }}": "499500",
    "{{ own(text) }} {{ ['b', 'a']|sort|first }} {{ {'a': 1}|items|list }}": "5999 a [('a', 1)]",
}


def written(folder: Path, text: str) -> Resources:
    """Resources in which the user's file holds this text."""
    path = folder / NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return Resources(folder)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(text, id=name, marks=[pytest.mark.slow] if name in SECONDS_LONG else [])
        for name, text in (LONG | LARGE).items()
    ],
)
def test_a_template_that_takes_too_much_ends_soon_with_its_file_named(tmp_path: Path, text: str) -> None:
    resources = written(tmp_path, text)
    began = time.monotonic()
    with pytest.raises(CannotReadWrite) as error:
        resources.render(NAME, {})
    assert time.monotonic() - began < 10
    assert str(error.value).startswith(str(tmp_path / NAME))
    assert len(str(error.value)) < 500


def _own(text: str) -> int:
    return len(text)


@pytest.mark.parametrize("text", FINE)
def test_what_a_template_needs_is_within_the_bounds(tmp_path: Path, text: str) -> None:
    names: dict[str, Any] = {"text": "words " * 999 + "words", "own": _own}
    for _ in range(3):  # each text is counted for itself
        said = written(tmp_path, text).render(NAME, names)
        assert said == FINE[text] or not FINE[text]


def test_every_text_is_counted_for_itself(tmp_path: Path) -> None:
    resources = written(tmp_path, "{% for i in range(30000) %}{% endfor %}{{ 'x' * 300000 }}")
    assert [len(resources.render(NAME, {})) for _ in range(4)] == [300_000] * 4


def test_ours_are_not_slowed_down_and_the_users_are_bounded(tmp_path: Path) -> None:
    assert not isinstance(Resources().environment, Bounded)
    assert not isinstance(Resources(tmp_path).environment, Bounded)
    assert isinstance(written(tmp_path, "x").environment, Bounded)


@pytest.mark.parametrize(
    "attack",
    [
        "''.__class__",
        "[].__class__.__base__.__subclasses__()",
        "''|attr('__class__')",
        "['']|map(attribute='__class__')|map('string')|first|list",
        "[{'a': ''}]|sum(attribute='a.__class__.__name__', start='')",
        "'{0.__class__}'.format('')",
        "'{a.__class__}'.format_map({'a': ''})",
        "''.format.__self__.__class__",
        "self._TemplateReference__context.environment",
        "namespace.__init__.__globals__",
        "joiner.__init__.__globals__",
        "own.__globals__",
        "own.__code__",
        "own.__wrapped__.__globals__",
        "caller",
        "environment",
        "context.environment",
        "turn()",
        "joined('a')",
    ],
)
def test_python_is_out_of_reach(tmp_path: Path, attack: str) -> None:
    resources = written(tmp_path, f"\n{{{{ ({attack}) ~ '' }}}}")
    with pytest.raises(CannotReadWrite) as error:
        resources.render(NAME, {"own": _own})
    assert str(error.value).startswith(f"{tmp_path / NAME}")


@pytest.mark.parametrize(
    "name", ["../secret", "/etc/hostname", "templates/../../secret", "templates/link/../../secret"]
)
@pytest.mark.parametrize("statement", ["include '{}'", "import '{}' as x", "from '{}' import x", "extends '{}'"])
def test_no_file_outside_is_read(tmp_path: Path, name: str, statement: str) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    resources = written(tmp_path / "home", f"{{% {statement.format(name)} %}}")
    with pytest.raises(CannotReadWrite) as error:
        resources.render(NAME, {})
    assert "own.j2, line 1: " in str(error.value)
