"""The message of a template holds what its case gives and nothing made up: no number, no day, no name."""

import json
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import Any

import pytest

from claimwright.letter.frame import COURTESIES
from claimwright.reading.dates import written

from .drafting import PLAIN, ROOT, TODAY, case, drafted_examples, example, text, variants

EXAMPLES = drafted_examples()
VARIANTS = variants()
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
ISO = re.compile(r"\d{4}-\d\d-\d\d")
ITEM = re.compile(r"\bE\d+(?:, E\d+)*(?=\)|: )")
CAPITALISED = re.compile(r"(?<![\w'’])[A-Z][\w'’-]*")
OURS = {"I", "VAT", "AliExpress"}
MONTH = re.compile(r"\d{1,2} ([A-Z][a-z]+)(?: \d{4})?")


def leaves(value: object) -> Iterator[str]:
    """Every text and number of a case file, a day as a message writes it; no key."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner)
    elif value is not None:
        yield written(date.fromisoformat(value)) if isinstance(value, str) and ISO.fullmatch(value) else str(value)


def numbers(text: str) -> set[Decimal | str]:
    """The numbers of a text: by value, or as written where a comma might be a decimal point."""
    found = [one.replace(",", "") if GROUPED.fullmatch(one) else one for one in NUMBER.findall(text)]
    return {one if "," in one or one.count(".") > 1 else Decimal(one) for one in found}


def file_of(stem: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((ROOT / "examples" / f"{stem}.json").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("stem", EXAMPLES)
def test_every_number_stands_in_the_case_file_or_counts_the_days_between_two_of_its_dates(stem: str) -> None:
    whole = file_of(stem)
    days = {TODAY, *(date.fromisoformat(day) for day in ISO.findall(json.dumps(whole)))}
    between = {Decimal(abs((one - other).days)) for one, other in combinations(days, 2)}
    message = ITEM.sub("", text(example(stem)))
    assert numbers(message) - numbers("\n".join(leaves(whole))) - between == set()


@pytest.mark.parametrize("stem", EXAMPLES)
def test_no_name_follows_the_closing_where_the_buyer_gives_none(stem: str) -> None:
    whole = file_of(stem)
    whole.pop("buyer", None)
    message = text(case(whole.pop("facts"), **whole))
    assert not re.search(r"regards|sincerely|yours", message, re.IGNORECASE)
    last = message.splitlines()[-1]
    assert last in COURTESIES or last.startswith((f"E{len(whole.get('evidence', []))}: ", "I ask ")), last


@pytest.mark.parametrize(("situation", "facts", "wish"), VARIANTS)
def test_no_name_is_made_up_where_everything_optional_is_absent(
    situation: str, facts: dict[str, Any], wish: dict[str, Any]
) -> None:
    message = text(case(facts, request=wish))
    given = set(re.findall(r"[\w'’-]+", "\n".join(leaves({**PLAIN, **wish}))))
    unnamed = MONTH.sub("", message)
    within = re.sub(r"(?m)(?:^|(?<=[.!?:] ))[A-Z]", "x", unnamed)  # how a sentence begins is no name
    assert set(CAPITALISED.findall(within)) - given - OURS == set(), message


def test_who_writes_is_the_buyer_of_the_case_alone() -> None:
    facts = {"received": "yes", "defects": ["damaged"]}
    unsigned = text(case(facts, request={"refund": "full"}))
    signed = text(case(facts, request={"refund": "full"}, buyer={"name": "Ana Ruiz"}))
    thanks = "Thank you for looking into this."
    assert unsigned.endswith(f"\n\n{thanks}")
    assert signed == unsigned.removesuffix(thanks) + "Kind regards,\nAna Ruiz"
