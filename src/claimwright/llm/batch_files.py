"""The files and batches of an OpenAI-compatible provider, by the openai SDK: thin, one method a call.

Decided here: what is certain not to have happened is tried again; a batch of which nobody knows whether it was made is
not, for it would be paid twice. What comes down is written to a file as it comes.
"""

import json
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import uniform
from typing import Any, TypeVar

from claimwright.errors import CannotReadWrite
from claimwright.llm.client import CONNECT, client_of, sdk_of
from claimwright.llm.endpoint import Endpoint
from claimwright.llm.error import Code, ModelError, quoted
from claimwright.llm.messages import swift_imports
from claimwright.llm.statuses import error_of

T = TypeVar("T")
_SAFE: Mapping[Code, int] = {"rate_limit": 4, "server": 3, "network": 2, "timeout": 2}
_CREATE: Mapping[Code, int] = {"rate_limit": 4}
_LONGEST_PAUSE = 60.0
_SECONDS = 60.0
"""For one answer."""
_LATEST = 1000
ENDED = frozenset(("completed", "failed", "expired", "cancelled"))
_ROOM = "token_limit_exceeded"


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch as the provider tells of it."""

    id: str
    status: str
    input_file: str
    output_file: str | None = None
    error_file: str | None = None
    total: int = 0
    completed: int = 0
    failed: int = 0
    faults: tuple[str, ...] = ()
    no_room: bool = False  # it was turned away because too much is waiting already

    @property
    def ended(self) -> bool:
        """Whether nothing more will come."""
        return self.status in ENDED


class BatchFiles:
    """The provider's account; `pause` is the first wait between two attempts, in seconds."""

    def __init__(self, endpoint: Endpoint, *, pause: float = 1.0) -> None:
        """Raises ModelError (config)."""
        self._endpoint, self._pause = endpoint, pause
        with swift_imports():
            import httpx2

            client = client_of(endpoint, timeout=httpx2.Timeout(_SECONDS, connect=CONNECT))
            self._sdk = sdk_of(endpoint, client)

    def __repr__(self) -> str:
        """The endpoint, without its key."""
        return f"BatchFiles({self._endpoint!r})"

    def upload(self, path: Path) -> str:
        """Uploads a file of requests; its id. Raises ModelError, or CannotReadWrite."""

        def call() -> str:
            with path.open("rb") as stream:
                return _id(self._sdk.files.create(file=(path.name, stream), purpose="batch"))

        try:
            return self._tried(call, _SAFE)
        except OSError as error:
            raise CannotReadWrite(f"{path}: cannot be read ({error.strerror}).") from error

    def create(self, file_id: str) -> Batch:
        """Starts the batch of an uploaded file. After any ModelError but rate_limit it may have been started."""
        return self._tried(
            lambda: _batch(
                self._sdk.batches.create(
                    input_file_id=file_id, endpoint="/v1/chat/completions", completion_window="24h"
                )
            ),
            _CREATE,
        )

    def find(self, file_id: str) -> Batch | None:
        """The batch that was started for an uploaded file, among the latest 1,000. Raises ModelError."""

        def call() -> Batch | None:
            latest = map(_batch, islice(self._sdk.batches.list(limit=100), _LATEST))
            return next((one for one in latest if one.input_file == file_id and one.status != "failed"), None)

        return self._tried(call, _SAFE)

    def retrieve(self, batch_id: str) -> Batch:
        """How a batch is going. Raises ModelError."""
        return self._tried(lambda: _batch(self._sdk.batches.retrieve(batch_id)), _SAFE)

    def download(self, file_id: str, path: Path) -> None:
        """Writes a file of the provider's to this path, whole or not at all. Raises ModelError, CannotReadWrite."""
        part = path.with_name(f".{path.name}.part")

        def call() -> None:
            handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
            with (
                os.fdopen(handle, "wb") as stream,
                self._sdk.files.with_streaming_response.content(file_id) as response,
            ):
                for chunk in response.iter_bytes():
                    stream.write(chunk)
                stream.flush()
                os.fsync(stream.fileno())
            part.replace(path)

        try:
            self._tried(call, _SAFE)
        except OSError as error:
            raise CannotReadWrite(
                f"{path}: cannot be written ({error.strerror}). Make room, and run it again."
            ) from error
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)

    def _tried(self, call: Callable[[], T], retries: Mapping[Code, int]) -> T:
        failures = 0
        while True:
            try:
                with _told(self._endpoint):
                    return call()
            except ModelError as error:
                failures += 1
                pause = error.retry_after if error.retry_after is not None else self._pause * 2 ** (failures - 1)
                if not error.again or failures > retries.get(error.code, 0) or pause > _LONGEST_PAUSE:
                    raise
                time.sleep(pause * uniform(1.0, 1.1))


@contextmanager
def _told(endpoint: Endpoint) -> Iterator[None]:
    """Turns what the SDK raises into errors of ours."""
    import httpx2
    import openai

    key = endpoint.key
    try:
        yield
    except openai.APIStatusError as error:
        raise error_of(error.status_code, error.response.headers, _content(error.response), key) from None
    except openai.APITimeoutError:
        raise ModelError("timeout", endpoint.host) from None
    except (openai.APIConnectionError, httpx2.HTTPError, httpx2.StreamError) as error:
        said = quoted(str(error.__cause__ or error) or type(error).__name__, key)
        raise ModelError("network", f"{endpoint.host}: {said}") from None
    except (openai.OpenAIError, json.JSONDecodeError) as error:
        raise ModelError("bad_body", type(error).__name__) from None


def _content(response: Any) -> bytes:
    import httpx2

    try:
        content: bytes = response.content
    except httpx2.StreamError:
        return b""
    return content


def _id(found: object) -> str:
    """The id of what the provider made. Raises ModelError if the answer is not of that kind."""
    id = getattr(found, "id", None)
    if not isinstance(id, str) or not id:
        raise ModelError("bad_body", "it names no file and no batch; does this address offer batches?")
    return id


def _batch(found: Any) -> Batch:
    counts, errors = getattr(found, "request_counts", None), getattr(found, "errors", None)
    faults = [one for one in getattr(errors, "data", None) or () if one is not None]
    return Batch(
        id=_id(found),
        status=str(getattr(found, "status", "") or ""),
        input_file=str(getattr(found, "input_file_id", "") or ""),
        output_file=getattr(found, "output_file_id", None),
        error_file=getattr(found, "error_file_id", None),
        total=getattr(counts, "total", 0) or 0,
        completed=getattr(counts, "completed", 0) or 0,
        failed=getattr(counts, "failed", 0) or 0,
        faults=tuple(quoted(str(one.message or one.code or "")) for one in faults),
        no_room=any(one.code == _ROOM or "enqueued token" in str(one.message).lower() for one in faults),
    )
