"""What of a case identifies: names, the seller's account, numbers, contact data, the address.

Decided here: parts of a name and the proper name of a store are secrets of their own; an address is hidden whole, by
line, by piece between commas, and by its street and town without the figures; a country alone is none.
"""

import re
from collections.abc import Collection, Iterator

from claimwright.case.casefile import Case
from claimwright.marketplace import marketplace_of
from claimwright.privacy.everyday import COMMON, SHOP_WORDS
from claimwright.privacy.secret import Secret, number, words
from claimwright.reading.characters import visible
from claimwright.reading.sentences import words as words_in

ORDER_NUMBER, TRACKING_NUMBER, STORE, BUYER_NAME = "ORDER_NUMBER", "TRACKING_NUMBER", "STORE", "BUYER_NAME"
EMAIL, PHONE, ADDRESS, NAME = "EMAIL", "PHONE", "ADDRESS", "NAME"

SINGLE = frozenset({ORDER_NUMBER, TRACKING_NUMBER, STORE, BUYER_NAME})
"""The labels whose first slot has no number: a case holds one of each."""

_PIECES = re.compile(r"[\n\r,;]+")


def secrets_of(case: Case) -> tuple[Secret, ...]:
    """The secrets of a case, the value as the case has it before its variants; common words are left out."""
    order, buyer = case.order, case.buyer
    ordinary = frozenset(word for word in words_in(order.item or "") if word in (order.item or ""))
    found: list[Secret | None] = []
    if order.number:
        found.append(number(ORDER_NUMBER, visible(order.number)))
    if order.tracking_number:
        found.append(number(TRACKING_NUMBER, visible(order.tracking_number)))
    if order.store:
        found += _store(visible(order.store), ordinary, marketplace_of(case.guide).words)
    if buyer.name:
        found += _name(visible(buyer.name), ordinary)
    if buyer.email:
        found.append(words(EMAIL, visible(buyer.email)))
    if buyer.phone:
        found.append(number(PHONE, visible(buyer.phone)))
    if buyer.address:
        found += _address(buyer.address, ordinary)
    return tuple(dict.fromkeys(one for one in found if one))


def _name(name: str, ordinary: frozenset[str]) -> Iterator[Secret | None]:
    yield words(BUYER_NAME, name, ordinary)
    parts = name.replace(",", " ").split()
    if len(parts) > 1:
        yield words(BUYER_NAME, " ".join((parts[-1], *parts[:-1])), ordinary)
        for part in parts:
            yield words(BUYER_NAME, part.strip(".()\"'"), ordinary)
            yield from (
                words(BUYER_NAME, one, ordinary) for one in re.split(r"[-‐–]", part) if one != part and len(one) > 2
            )


def _store(store: str, ordinary: frozenset[str], nobody: frozenset[str]) -> Iterator[Secret | None]:
    if re.fullmatch(r"\d+", store):
        yield number(STORE, store)
        return
    usual = SHOP_WORDS | nobody
    yield words(STORE, store, ordinary, nobody)
    proper = store.split()
    while proper and proper[-1].lower().strip(".,") in usual:
        proper.pop()
    while proper and proper[0].lower() in usual:
        proper.pop(0)
    if proper and proper != store.split():
        yield words(STORE, " ".join(proper), ordinary, nobody)
    for account in re.findall(r"\d{5,}", store):
        yield number(STORE, account)


def _address(address: str, ordinary: frozenset[str]) -> Iterator[Secret | None]:
    pieces = [visible(piece) for piece in _PIECES.split(address)]
    for text in (visible(address), *map(visible, address.splitlines()), *pieces):
        if not all(word in COMMON for word in words_in(text)):
            yield number(ADDRESS, text) if text.replace(" ", "").isdigit() else words(ADDRESS, text, ordinary)
    for piece in pieces:
        figures = [any(one.isdigit() for one in word) for word in piece.split()]
        if not any(figures) or all(figures):
            continue
        named = " ".join(word for word, figure in zip(piece.split(), figures, strict=True) if not figure)
        coded = " ".join(word for word, figure in zip(piece.split(), figures, strict=True) if figure)
        yield words(ADDRESS, named, ordinary)
        yield number(ADDRESS, coded)


def is_front_page(text: str, hosts: Collection[str]) -> bool:
    """Whether a web address is a front page of the marketplace, which identifies nobody."""
    host = re.sub(r"^(?:https?://)?(?:www\.|[a-z]{2}\.)?", "", text.lower()).rstrip("/.,;:!?)")
    return host in hosts
