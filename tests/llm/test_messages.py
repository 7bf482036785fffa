"""Imports without garbage collection: nothing of it is left on, off or to be paid later."""

import gc
import importlib
import sys
from collections.abc import Iterator

import pytest

from claimwright.llm.messages import swift_imports


@pytest.fixture
def seldom(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A module of the standard library that is imported anew."""
    gc.unfreeze()
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    yield "colorsys"
    gc.unfreeze()


def test_what_was_imported_is_not_gone_through_later(seldom: str) -> None:
    with swift_imports():
        assert not gc.isenabled()
        importlib.import_module(seldom)
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0


@pytest.mark.usefixtures("seldom")
def test_where_nothing_new_was_imported_garbage_is_collected_as_before() -> None:
    with swift_imports():
        pass
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def test_an_import_that_fails_leaves_collection_on(seldom: str) -> None:
    with pytest.raises(ModuleNotFoundError), swift_imports():
        importlib.import_module(f"{seldom}.nothing")
    assert gc.isenabled()


def test_where_collection_is_off_it_stays_off() -> None:
    gc.disable()
    try:
        with swift_imports():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
