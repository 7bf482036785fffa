"""The provider's files and batches: what an answer means, and what is never done twice."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.batch.jobs_server import KEY, Provider, provider

from claimwright.errors import CannotReadWrite
from claimwright.llm.batch_files import Batch, BatchFiles
from claimwright.llm.endpoint import Endpoint
from claimwright.llm.error import ModelError


@pytest.fixture
def server() -> Iterator[Provider]:
    with provider("running") as running:
        yield running


@pytest.fixture
def account(server: Provider) -> BatchFiles:
    return BatchFiles(Endpoint(server.url, "m", KEY), pause=0.01)


@pytest.fixture
def requests(tmp_path: Path) -> Path:
    path = tmp_path / "requests-1.jsonl"
    path.write_bytes(b'{"custom_id": "a", "body": {"messages": []}}\n')
    return path


def test_a_file_goes_up_as_it_is_and_comes_down_as_it_is(
    server: Provider, account: BatchFiles, requests: Path, tmp_path: Path
) -> None:
    id = account.upload(requests)
    assert server.files == {id: requests.read_bytes()}
    account.download(id, tmp_path / "down")
    assert (tmp_path / "down").read_bytes() == requests.read_bytes()
    assert (tmp_path / "down").stat().st_mode & 0o777 == 0o600


def test_a_batch_is_started_found_and_asked_about(server: Provider, account: BatchFiles, requests: Path) -> None:
    ids = [account.upload(requests) for _ in range(5)]
    started = [account.create(id) for id in ids]
    assert [one.status for one in started] == ["in_progress"] * 5
    assert [account.find(id) for id in ids] == started
    assert account.find("file-none") is None
    assert account.retrieve(started[2].id) == started[2]


@pytest.mark.parametrize(("status", "asked"), [(429, 5), (500, 1), (401, 1), (400, 1)])
def test_a_creation_is_tried_again_only_if_it_cannot_have_happened(
    status: int, asked: int, server: Provider, account: BatchFiles, requests: Path
) -> None:
    server.refusals = [status] * 20
    with pytest.raises(ModelError):
        account.create(account.upload(requests))
    assert server.count("POST /v1/batches") == asked
    assert server.batches == {}


def test_why_a_batch_failed_is_told() -> None:
    with provider("room") as server:
        account = BatchFiles(Endpoint(server.url, "m"), pause=0.01)
        server.files["file-1"] = b""
        found = account.create("file-1")
    assert (found.ended, found.no_room) == (True, True)
    assert found.faults == ("Enqueued token limit reached for gpt-5-mini. Limit: 90,000 enqueued tokens.",)


def test_a_file_that_is_gone_leaves_nothing(account: BatchFiles, tmp_path: Path) -> None:
    with pytest.raises(ModelError) as raised:
        account.download("file-none", tmp_path / "down")
    assert raised.value.code == "not_found"
    assert [*tmp_path.iterdir()] == []


def test_what_cannot_be_read_or_written_is_said(account: BatchFiles, requests: Path, tmp_path: Path) -> None:
    with pytest.raises(CannotReadWrite, match="none: cannot be read"):
        account.upload(tmp_path / "none")
    with pytest.raises(CannotReadWrite, match="down: cannot be written"):
        account.download(account.upload(requests), tmp_path / "none/down")


def test_an_endpoint_that_cannot_be_reached_is_said(requests: Path) -> None:
    account = BatchFiles(Endpoint("http://127.0.0.1:9/v1", "m", KEY), pause=0.01)
    with pytest.raises(ModelError) as raised:
        account.upload(requests)
    assert raised.value.code == "network"
    assert KEY not in f"{raised.value} {account!r}"


def test_a_page_in_the_place_of_an_answer_is_no_batch(server: Provider, account: BatchFiles) -> None:
    server.batches["batch_9"] = {"hello": "world"}
    with pytest.raises(ModelError) as raised:
        account.retrieve("batch_9")
    assert raised.value.code == "bad_body"


@pytest.mark.parametrize(
    ("status", "ended"),
    [("validating", False), ("finalizing", False), ("cancelling", False), ("completed", True), ("expired", True)],
)
def test_a_batch_has_ended_when_nothing_more_comes(status: str, ended: bool) -> None:
    assert Batch("b", status, "f").ended is ended
