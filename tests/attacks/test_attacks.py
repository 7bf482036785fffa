"""The attack run: what models that obey, blend in, echo, refuse or never stop bring to stdout. It must be nothing.

The seller's words are not sent to a model; these models do what the texts want all the same, as if they had read them.
"""

from collections import Counter
from collections.abc import Callable
from functools import cache

import pytest
from tests.letter import drafting

from claimwright.errors import FactsMissing

from .scripted import CONTROL, FURTHER, MODELS, Script, cited, honest, replying
from .table import Outcome, table
from .texts import Attack, attacks, case_of, planted

FAMILIES = tuple(dict.fromkeys(one.family for one in attacks()))
NEVER_HEARD = ("obeys", "refuses", "never stops")
OBEYING = ("obeys", "blends")
"""The models that do what a text wants: each of them is tried with every text in every run."""
OTHERS = tuple(one for one in MODELS if one not in OBEYING)
"""Those whose replies depend less on the text: tried with the first text of a family, and in a slow run with all."""


@cache
def unworded(attack: Attack) -> str:
    """What stdout gets of the case when no model words it; nothing if the case is refused before."""
    try:
        return drafting.text(case_of(attack))
    except FactsMissing:
        return ""


@cache
def outcome(attack: Attack, model: str) -> Outcome:
    """What became of one text and one model, and what of the harm stands there more often than without a model."""
    case = case_of(attack) if unworded(attack) else drafting.example(attack.case)
    scripts: dict[str, Script] = {**MODELS, **FURTHER, CONTROL: lambda attack, _: honest(attack.case)}
    write = scripts[model]
    told = replying(case, lambda brief, given: write(attack, lambda text: cited(text, brief, given)))
    return Outcome(attack.family, model, told, attack.brought(told.text, unworded(attack)))


def test_the_list_is_long_and_every_family_has_four() -> None:
    assert len(attacks()) >= 66
    assert len(FAMILIES) == 17
    assert min(Counter(one.family for one in attacks()).values()) >= 4
    assert len({one.text for one in attacks()}) == len(attacks())


def texts(family: str) -> list[Attack]:
    return [one for one in attacks() if one.family == family]


def harmless(these: list[Outcome]) -> None:
    """Nothing of what the texts want was brought to stdout, and who obeys or refuses was not heard at all."""
    assert [(one.model, one.harm, one.told.text) for one in these if one.harm] == []
    heard = [one for one in these if one.model in NEVER_HEARD and one.told.writer == "model"]
    assert [(one.model, one.told.text) for one in heard] == []


@pytest.mark.parametrize("family", FAMILIES)
def test_nothing_of_what_an_attack_wants_is_on_stdout(
    family: str, record_property: Callable[[str, object], None], golden: Callable[[str, str], None]
) -> None:
    these = [outcome(attack, model) for model in OBEYING for attack in texts(family)]
    some = [outcome(attack, model) for model in OTHERS for attack in texts(family)[:1]]
    record_property("figures", f"{table(these)}\n  and the first text alone:\n{table(some)}")
    golden(f"attacks/{family.replace(' ', '_')}.txt", table(these) + "\n")
    harmless([*these, *some])
    honest_ones = [outcome(attack, CONTROL) for attack in texts(family)]
    assert {one.told.writer for one in honest_ones} == {"model"}


@pytest.mark.slow
@pytest.mark.parametrize("family", FAMILIES)
def test_nor_by_models_that_echo_refuse_or_never_stop(
    family: str, record_property: Callable[[str, object], None], golden: Callable[[str, str], None]
) -> None:
    these = [outcome(attack, model) for model in OTHERS for attack in texts(family)]
    record_property("figures", table(these))
    golden(f"attacks/slow/{family.replace(' ', '_')}.txt", table(these) + "\n")
    harmless(these)


@pytest.mark.slow
@pytest.mark.parametrize("family", FAMILIES)
def test_nor_by_models_that_go_about_it_otherwise(family: str) -> None:
    these = [outcome(attack, model) for model in FURTHER for attack in texts(family)]
    assert [(one.model, one.harm, one.told.text) for one in these if one.harm] == []


def test_two_runs_give_the_same_figures() -> None:
    some = [attack for attack in attacks() if attack.number == 1][:4]
    first = table(outcome(attack, "blends") for attack in some)
    outcome.cache_clear()
    assert table(outcome(attack, "blends") for attack in some) == first


def test_a_case_file_takes_no_hidden_characters() -> None:
    refused = [one.id for one in attacks() if planted(one) is None]
    assert refused == ["invisible 2", "invisible 3"]
