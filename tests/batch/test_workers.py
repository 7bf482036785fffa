"""Cases over processes: in order, the same as in one process, and none lost with a process that dies."""

import os
import signal
from pathlib import Path

import pytest

from claimwright.batch import workers
from claimwright.batch.result import Done
from claimwright.batch.workers import by_template

from .cases import SETTINGS, TERMS, cases, entries_of

SOME = entries_of([*cases(110), {"facts": 3}])


def handled(jobs: int, *, ordered: bool = True, most: int = 10_000) -> list[Done]:
    found: list[Done] = []
    for one in by_template(SOME, TERMS, SETTINGS, jobs, ordered=ordered, stopped=lambda: len(found) >= most):
        found.append(one)
    return found


@pytest.fixture(scope="module")
def alone() -> list[Done]:
    return handled(1)


def test_two_processes_bring_what_one_does_in_the_order_of_the_cases(alone: list[Done]) -> None:
    assert [one.line for one in handled(2)] == [one.line for one in alone]


@pytest.mark.slow
def test_in_any_order_they_bring_the_same(alone: list[Done]) -> None:
    assert sorted(one.line for one in handled(2, ordered=False)) == sorted(one.line for one in alone)


def test_a_process_that_dies_takes_no_case_with_it(alone: list[Done], monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[int] = []
    begin = workers._Worker.__init__

    def first_dies(self: workers._Worker, start: tuple[object, ...]) -> None:
        begin(self, start)
        started.append(self._process.pid)
        if len(started) == 1:
            os.kill(self._process.pid, signal.SIGKILL)

    monkeypatch.setattr(workers._Worker, "__init__", first_dies)
    assert [one.line for one in handled(2)] == [one.line for one in alone]
    assert len(started) == 3
    for process in started:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


def test_a_case_that_kills_every_process_is_an_error_and_the_others_are_not(
    alone: list[Done], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deadly = SOME[40].key

    def send(self: workers._Worker, value: object) -> None:
        if isinstance(value, list) and any(one.key == deadly for one in value):
            os.kill(self._process.pid, signal.SIGKILL)
            self._process.wait()
        sent(self, value)

    sent = workers._Worker._send
    monkeypatch.setattr(workers._Worker, "_send", send)
    found = handled(2)
    assert [one.line for one in found[:40] + found[41:]] == [one.line for one in alone[:40] + alone[41:]]
    assert found[40].exit_code == 1
    assert "ended without a word" in found[40].why


def test_a_run_that_is_stopped_finishes_what_is_under_way_and_begins_no_more() -> None:
    assert 20 <= len(handled(2, most=20)) < 111
    assert len(handled(1, most=20)) == 20
