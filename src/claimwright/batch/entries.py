"""Gives every case of a batch its id, its file name and the two hashes by which a later run knows it again.

Decided here: a case without an id is called after its line or its file, more precisely where that name is taken; the
second case with an id of its own that has been given before is an error, under a key of its own.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from claimwright.batch.documents import Document
from claimwright.batch.index import Index, key_of
from claimwright.batch.names import name_of
from claimwright.batch.sources import STDIN
from claimwright.case.lines import given_id
from claimwright.errors import CaseInvalid
from claimwright.reading.characters import visible


@dataclass(frozen=True, slots=True)
class Entry:
    """One case to be handled: `key` says which it is and `case` what it says, each in 64 bits."""

    id: str
    name: str  # of its files, without an ending; empty where it has none
    key: int
    case: int
    document: Document


def entries(documents: Iterable[Document], *, named: bool) -> Iterator[Entry]:
    """The cases in their order; `named` is whether each is to have files of its own."""
    ids, names = Index(), Index()  # each case adds one key to `ids`, so that a number there is its place in the batch
    for document in documents:
        given = given_id(document.data)
        id = _called(document, ids) if given is None else given
        key, name, refused = _hash(id), "", document
        plain = key
        if (first := ids.find(key)) >= 0:
            place = f"{document.file}:{document.place}"
            fault = f"{_at(document)}: the id “{visible(id)}” is that of case {first + 1} of this batch already. "
            fault += "Give every case an id of its own."
            refused = document if document.fault else replace(document, fault=fault, exit_code=CaseInvalid.exit_code)
            key = plain = _hash(id, place)
            name = name_of(f"{id} {place}", alone=False)
        elif named:
            folded = len(names)
            alone = names.add(_hash(id.casefold())) == folded
            name = name_of(id, alone=alone)
            key = key if alone else _hash(id, name)
        ids.add(plain)
        yield Entry(id, name, key, key_of(document.data), refused)


def _called(document: Document, ids: Index) -> str:
    """What a case without an id is called: the first of its names that no other has, else the longest of them."""
    file, line = Path(document.file), document.place
    short = visible(file.stem) if document.file != STDIN else "stdin"
    names = (str(document.line), line, f"{short}-{line}", f"{file}-{line}") if line else (short, visible(str(file)))
    return next((one for one in names if ids.find(_hash(one)) < 0), names[-1])


def _at(document: Document) -> str:
    return f"{document.source}, line {document.line}" if document.line else document.source


def _hash(*parts: str) -> int:
    return key_of("\0".join(parts).encode("utf-8", "surrogatepass"))
