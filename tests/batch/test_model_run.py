"""Many cases with a model: what is tried again, what ends a run, what is left for the next one."""

import asyncio
import json
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

import pytest

from claimwright.batch.asking import AsyncModel
from claimwright.batch.model_run import Asking, ModelRun
from claimwright.batch.result import Done
from claimwright.errors import ModelUnavailable
from claimwright.llm.deadline import Deadline
from claimwright.llm.error import ModelError
from claimwright.llm.model import Guard, Reply, Turn

from .cases import ROOT, SETTINGS, TERMS, cases, entries_of

BY_MODEL = replace(TERMS, writer="scripted")
GOOD = "The hoodie that arrived is bright green [F9, E1]. The listing shows navy [F8, E2]."
LATE = "The hoodie arrived on 29 October 2026 [F6, F9, E1]."

Answer = Callable[[int, str], Reply]


def reply(text: str = GOOD) -> Reply:
    return Reply(text, "stop", "scripted-1", 900, 100)


@dataclass
class Scripted:
    """A model that answers by a function of how many requests there were before and what is asked."""

    answer: Answer
    takes: float = 0.0
    asked: int = 0
    at_once: int = 0
    most_at_once: int = 0
    times: list[float] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)

    def guarded(self, guard: Guard) -> AsyncModel:
        return _Guarded(self, guard)

    async def close(self) -> None:
        """Nothing is open."""


@dataclass
class _Guarded:
    model: Scripted
    guard: Guard

    async def complete(self, turns: Sequence[Turn], deadline: Deadline) -> Reply:
        model, body = self.model, json.dumps([one.text for one in turns])
        self.guard(body.encode())
        number, model.asked = model.asked, model.asked + 1
        model.times.append(time.monotonic())
        model.bodies.append(body)
        model.at_once += 1
        model.most_at_once = max(model.most_at_once, model.at_once)
        try:
            if model.takes:
                await asyncio.wait_for(asyncio.sleep(model.takes), deadline.left())
            return model.answer(number, body)
        except TimeoutError:
            raise ModelError("deadline") from None
        finally:
            model.at_once -= 1


def hoodies(count: int) -> list[dict[str, Any]]:
    """So many cases that GOOD fits."""
    one = json.loads((ROOT / "examples/wrong-colour.json").read_text(encoding="utf-8"))
    return [{**one, "id": f"hoodie-{number}"} for number in range(count)]


def run(
    model: Scripted, some: list[dict[str, Any]], stopped: Callable[[], bool] = lambda: False, **given: Any
) -> tuple[ModelRun, list[Done]]:
    """The run and what it has put; where it raises, `Done` are those put before."""
    put: list[Done] = []
    asking = Asking(model, **{"concurrency": 4, "seconds": 5.0, "pause": 0.01, **given})
    this = ModelRun(BY_MODEL, SETTINGS, asking, put.append, stopped=stopped)
    try:
        this.handle(iter(entries_of(some)))
    except Exception as error:
        error.args = (*error.args, put)
        raise
    return this, put


def failing(code: Any, *, after: int = 0, **given: Any) -> Answer:
    def answer(number: int, body: str) -> Reply:
        if number >= after:
            raise ModelError(code, **given)
        return reply()

    return answer


def test_every_case_gets_a_result_and_no_more_are_asked_at_once_than_allowed() -> None:
    model = Scripted(lambda number, body: reply(), takes=0.01)
    this, put = run(model, [*hoodies(20), *cases(50)[:12], {"id": "broken", "facts": 1}], concurrency=3)
    assert Counter(one.writer for one in put)["model"] >= 20
    assert len(put) == 33
    assert len({one.entry.id for one in put}) == 33
    assert model.most_at_once == 3
    fields = json.loads(put[0].line)
    assert (fields["tokens"], fields["model"], fields["rounds"]) == (
        {"prompt": 900, "completion": 100},
        "scripted-1",
        [[]],
    )
    assert this.tokens == 1000 * model.asked


def test_what_is_masked_stays_here() -> None:
    model = Scripted(lambda number, body: reply())
    run(model, hoodies(1))
    open_model = Scripted(lambda number, body: reply())
    run(open_model, hoodies(1), masked=False)
    assert not any("Ana Ruiz" in body or "819000" in body for body in model.bodies)


@pytest.mark.parametrize("code", ["auth", "forbidden", "not_found", "quota", "config"])
def test_what_no_case_would_be_spared_is_found_on_the_first(code: Any) -> None:
    model = Scripted(failing(code), takes=0.01)
    with pytest.raises(ModelError) as raised:
        run(model, hoodies(100), concurrency=16)
    assert raised.value.code == code
    assert model.asked == 1
    assert raised.value.args[-1] == []


def test_a_dead_endpoint_is_found_after_three_cases_and_nothing_is_written() -> None:
    model = Scripted(failing("network", again=False))
    with pytest.raises(ModelUnavailable, match="failed for 3 cases in a row") as raised:
        run(model, hoodies(100))
    assert model.asked <= 4
    assert raised.value.args[-1] == []


def test_a_model_that_dies_later_ends_the_run_and_its_last_cases_are_left() -> None:
    model = Scripted(failing("network", after=30, again=False))
    with pytest.raises(ModelUnavailable, match="failed for 24 cases in a row") as raised:
        run(model, hoodies(100))
    put = raised.value.args[-1]
    assert [one.writer for one in put] == ["model"] * 30


def test_a_few_failures_are_results_by_the_template() -> None:
    def answer(number: int, body: str) -> Reply:
        if number % 5 == 4:
            raise ModelError("network", again=False)
        return reply()

    _, put = run(Scripted(answer), hoodies(20))
    assert Counter((one.writer, one.fallback) for one in put) == {("model", False): 16, ("template", True): 4}
    _, put = run(Scripted(answer), hoodies(20), fallback=False)
    assert Counter(one.exit_code for one in put) == {0: 16, 6: 4}


def test_retry_after_is_kept_by_all_cases() -> None:
    model = Scripted(lambda number, body: reply())

    def answer(number: int, body: str) -> Reply:
        if number == 8:
            raise ModelError("rate_limit", retry_after=0.5)
        return reply()

    model.answer = answer
    _, put = run(model, hoodies(24), pause=1.0)
    assert [one.writer for one in put] == ["model"] * 24
    gaps = [after - before for before, after in pairwise(model.times)]
    assert sum(gap >= 0.45 for gap in gaps) == 1


def test_an_endpoint_that_asks_to_wait_too_long_is_left_for_another_run() -> None:
    with pytest.raises(ModelUnavailable, match="wait 3,600 seconds"):
        run(Scripted(failing("rate_limit", after=2, retry_after=3600.0)), hoodies(9))


def test_what_may_pass_is_tried_again_and_what_may_not_is_not() -> None:
    def twice(number: int, body: str) -> Reply:
        if number in (3, 4):
            raise ModelError("server")
        return reply()

    model = Scripted(twice)
    _, put = run(model, hoodies(10))
    assert {one.writer for one in put} == {"model"}
    assert model.asked == 12
    model = Scripted(lambda number, body: reply() if number != 5 else failing("filtered")(number, body))
    _, put = run(model, hoodies(10))
    assert (model.asked, sum(one.fallback for one in put)) == (10, 1)


def test_a_case_has_one_deadline_and_waiting_for_its_turn_is_not_in_it() -> None:
    model = Scripted(lambda number, body: reply(LATE) if "29 October" not in body else reply(), takes=0.12)
    _, put = run(model, hoodies(1), seconds=0.2)
    assert (model.asked, put[0].writer) == (2, "template")
    model = Scripted(lambda number, body: reply(), takes=0.05)
    _, put = run(model, hoodies(8), seconds=1.0, concurrency=8, rpm=300)
    assert {one.writer for one in put} == {"model"}


def test_the_run_stops_before_it_takes_more_tokens_than_it_may() -> None:
    model = Scripted(lambda number, body: reply(), takes=0.005)
    this, put = run(model, hoodies(100), most_tokens=20_000)
    assert this.spent
    assert 17 <= len(put) <= 20
    assert this.tokens <= 20_000


@pytest.mark.parametrize(("takes", "finished", "seconds"), [(0.4, True, 1.5), (30.0, False, 1.2)])
def test_a_run_that_is_stopped_finishes_what_is_under_way_for_some_seconds(
    takes: float, finished: bool, seconds: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimwright.batch.model_run.GRACE", 0.8)
    model, stop = Scripted(lambda number, body: reply(), takes=takes), threading.Event()
    model.answer = lambda number, body: reply()
    timer = threading.Timer(0.15, stop.set)
    timer.start()
    began = time.monotonic()
    _, put = run(model, hoodies(50), stopped=stop.is_set, seconds=60.0)
    assert time.monotonic() - began < seconds + 1.0
    assert (len(put) > 0) is finished
    assert len(put) <= 4
