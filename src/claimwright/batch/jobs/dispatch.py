"""Sends the files of a job to a provider, asks how they are going, and fetches what they brought.

Decided here: a file is sent once. When its batch has ended, every request in it has a line here: where the provider
gave none, one that says so, and the import puts that request into a new file.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from claimwright.batch.jobs.answer import UNANSWERED
from claimwright.batch.jobs.log import Log, Sent
from claimwright.batch.jobs.manifest import Manifest, tickets_in
from claimwright.batch.jobs.place import Place
from claimwright.batch.lock import held
from claimwright.batch.private import opened, synced
from claimwright.errors import CannotReadWrite
from claimwright.llm.batch_files import Batch
from claimwright.llm.error import ModelError

_SAID = {
    "completed": "The batch is complete, and the provider gave no answer to this request.",
    "expired": "The batch ran out of time before this request was answered.",
    "cancelled": "The batch was cancelled before this request was answered.",
    "failed": "The batch failed before this request was answered.",
}


class Provider(Protocol):
    """Files and batches at a provider; every method raises ModelError."""

    def upload(self, path: Path) -> str:
        """The id of the uploaded file."""
        ...

    def create(self, file_id: str) -> Batch:
        """Starts a batch."""
        ...

    def find(self, file_id: str) -> Batch | None:
        """The batch of an uploaded file."""
        ...

    def retrieve(self, batch_id: str) -> Batch:
        """How a batch is going."""
        ...

    def download(self, file_id: str, path: Path) -> None:
        """Writes a file that the provider holds."""
        ...


@dataclass(frozen=True, slots=True)
class Went:
    """A file of requests, how many requests it holds, how far it has come, and its batch if that was asked about."""

    file: str
    requests: int
    sent: Sent
    batch: Batch | None = None
    here: tuple[Path, ...] = ()  # what was fetched
    unanswered: int = 0


def submit(place: Place, provider: Provider, most: int | None = None) -> Iterator[Went]:
    """Sends every file that has not been sent, and yields it: started, or left for later if `most` are under way."""
    with held(place.lock):
        log = Log(place.batches)
        for file, requests in Manifest(place).files.items():
            sent = log.of(file)
            if sent.batch:
                continue
            if most is not None and log.under_way() >= most:
                yield Went(file, requests, sent)
                continue
            path = _path(place, file)
            if not sent.uploaded:
                log.uploaded(file, provider.upload(path))
            batch = provider.find(log.of(file).uploaded) if sent.starting else None
            if batch is None:
                log.starting(file)
                batch = provider.create(log.of(file).uploaded)
            log.started(file, batch.id)
            yield Went(file, requests, log.of(file), batch)


def status(place: Place, provider: Provider | None) -> Iterator[Went]:
    """How each file is going; asks the provider, if there is one, about the batches that have not ended."""
    log = Log(place.batches)
    for file, requests in Manifest(place).files.items():
        sent = log.of(file)
        asks = provider is not None and sent.batch and not sent.ended
        yield Went(file, requests, sent, provider.retrieve(sent.batch) if provider and asks else None)


def collect(place: Place, provider: Provider) -> Iterator[Went]:
    """Fetches what the ended batches brought; yields every file that was sent and not fetched before."""
    with held(place.lock):
        log = Log(place.batches)
        for file, requests in Manifest(place).files.items():
            sent = log.of(file)
            if not sent.batch or sent.ended:
                continue
            batch = provider.retrieve(sent.batch)
            here: tuple[Path, ...] = ()
            unanswered = 0
            if batch.status == "failed" and not (batch.output_file or batch.error_file):
                log.refused(file, "; ".join(batch.faults) or "no reason was given")
            elif batch.ended:
                here = _fetched(place, file, batch, provider)
                unanswered = _unanswered(place, file, batch, here)
                log.ended(file, batch.status)
            yield Went(file, requests, log.of(file), batch, here, unanswered)


def _fetched(place: Place, file: str, batch: Batch, provider: Provider) -> tuple[Path, ...]:
    found = []
    try:
        place.answers.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise _cannot(place.answers, error) from error
    for kind, id in (("output", batch.output_file), ("errors", batch.error_file)):
        path = place.answers / f"{Path(file).stem}.{kind}.jsonl"
        if id:
            try:
                provider.download(id, path)
            except ModelError as error:
                if error.code != "not_found":  # the provider keeps files for some weeks only
                    raise
            else:
                found.append(path)
    return tuple(found)


def _unanswered(place: Place, file: str, batch: Batch, here: tuple[Path, ...]) -> int:
    """Writes a line for every request without one; how many there are."""
    there = {ticket for path in here for ticket in tickets_in(path)}
    left = [one for one in tickets_in(_path(place, file)) if one not in there]
    path = place.answers / f"{Path(file).stem}.unanswered.jsonl"
    said = {"code": UNANSWERED, "message": _SAID.get(batch.status, _SAID["failed"])}
    try:
        if not left:
            path.unlink(missing_ok=True)
            return 0
        with opened(path) as stream:
            for ticket in left:
                line = {"custom_id": str(ticket), "response": None, "error": said}
                stream.write(json.dumps(line).encode() + b"\n")
            synced(stream)
    except OSError as error:
        raise _cannot(path, error) from error
    return len(left)


def _path(place: Place, file: str) -> Path:
    path = place.named.parent / file if place.folder != place.named else place.folder / file
    if not path.is_file():
        raise CannotReadWrite(f"{path}: the file of requests is gone. Put it back, or export the cases anew.")
    return path


def _cannot(path: Path, error: OSError) -> CannotReadWrite:
    return CannotReadWrite(f"{path}: cannot be written ({error.strerror}). Make room, and run it again.")
