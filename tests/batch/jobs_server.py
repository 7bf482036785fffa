"""A provider on loopback: files, batches and chat completions, with the ways in which a batch goes wrong."""

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.parser import BytesParser
from email.policy import HTTP
from random import Random
from typing import Any

from tests.loopback import LONGEST_WAIT, Answer, Asked, serving

from .scripted_model import Model, scripted

KEY = "sk-test-0123456789abcdef"
TOO_MUCH = "Enqueued token limit reached for gpt-5-mini. Limit: 90,000 enqueued tokens."


@dataclass
class Provider:
    """`fates` are those of the batches in the order in which they are started, the last one again and again.

    complete; running (never ends); expired, cancelled (half is answered); room (turned away: too many tokens wait);
    invalid (turned away); silent (completed without any file); gone (its output cannot be fetched).
    """

    model: Model = scripted
    fates: tuple[str, ...] = ("complete",)
    refusals: list[int | str] = field(default_factory=list)  # to the next creations: a status, "lost" or "hangs"
    url: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    batches: dict[str, dict[str, Any]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)  # method and path of every call
    live: list[dict[str, Any]] = field(default_factory=list)  # the bodies of requests to chat.completions
    keys: set[str | None] = field(default_factory=set)
    hanging: threading.Event = field(default_factory=threading.Event)
    over: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def count(self, call: str) -> int:
        """How often this was called."""
        return sum(one == call for one in self.asked)

    def answer(self, method: str, path: str, body: bytes, kind: str) -> tuple[int, bytes] | None:
        """Status and body of the answer; None cuts the connection."""
        with self.lock:
            path, _, query = path.partition("?")
            if path == "/v1/chat/completions":
                self.live.append(json.loads(body))
                status, answer = self.model(self.live[-1])
                return status, json.dumps(answer).encode()
            self.asked.append(f"{method} {path}")
            if (method, path) == ("POST", "/v1/files"):
                return 200, json.dumps(self._upload(body, kind)).encode()
            if (method, path) == ("POST", "/v1/batches"):
                return self._create(json.loads(body))
            if (method, path) == ("GET", "/v1/batches"):
                return 200, json.dumps(self._listed(query)).encode()
            if found := re.fullmatch(r"/v1/batches/(\w+)", path):
                return 200, json.dumps(self.batches[found[1]]).encode()
            if found := re.fullmatch(r"/v1/files/([\w-]+)/content", path):
                content = self.files.get(found[1])
                return _error(404, "No such File object") if content is None else (200, content)
            return _error(404, "unknown path")

    def _upload(self, body: bytes, kind: str) -> dict[str, Any]:
        parts = BytesParser(policy=HTTP).parsebytes(f"Content-Type: {kind}\r\n\r\n".encode() + body)
        found = {part.get_param("name", header="content-disposition"): part for part in parts.iter_parts()}
        assert found["purpose"].get_payload() == "batch"
        content = found["file"].get_payload(decode=True)
        assert isinstance(content, bytes)
        id = f"file-{len(self.files) + 1}"
        self.files[id] = content
        whole = {"id": id, "object": "file", "bytes": len(content), "created_at": 0, "status": "processed"}
        return {**whole, "filename": found["file"].get_filename(), "purpose": "batch"}

    def _create(self, wanted: dict[str, Any]) -> tuple[int, bytes] | None:
        assert wanted["endpoint"] == "/v1/chat/completions"
        assert wanted["completion_window"] == "24h"
        refusal = self.refusals.pop(0) if self.refusals else None
        if isinstance(refusal, int):
            return _error(refusal, "not now")
        number = len(self.batches) + 1
        batch = {"id": f"batch_{number}", "object": "batch", "created_at": number, **wanted}
        self.batches[batch["id"]] = batch | self._fate(self.fates[min(number, len(self.fates)) - 1], wanted)
        if refusal == "hangs":
            self.hanging.set()
        return None if refusal else (200, json.dumps(self.batches[batch["id"]]).encode())

    def _fate(self, fate: str, wanted: dict[str, Any]) -> dict[str, Any]:
        lines = [json.loads(line) for line in self.files[wanted["input_file_id"]].splitlines()]
        counts = {"total": len(lines), "completed": 0, "failed": 0}
        if fate == "running":
            return {"status": "in_progress", "request_counts": counts}
        if fate in ("room", "invalid"):
            code, said = ("token_limit_exceeded", TOO_MUCH) if fate == "room" else ("invalid", "Line 1 is invalid.")
            return {"status": "failed", "errors": {"object": "list", "data": [{"code": code, "message": said}]}}
        if fate == "silent":
            return {"status": "completed", "request_counts": counts}
        ended = lines if fate in ("complete", "gone") else lines[: len(lines) // 2]
        found = [self._line(line) for line in ended]
        good = [one for one in found if one["response"]["status_code"] == 200]
        bad = [one for one in found if one["response"]["status_code"] != 200]
        status = {"complete": "completed", "gone": "completed"}.get(fate, fate)
        if fate == "expired":  # OpenAI names what it did not come to; others leave it out
            bad += [_expired(line) for line in lines[len(lines) // 2 :]]
        Random(7).shuffle(good)
        result: dict[str, Any] = {"status": status, "request_counts": {**counts, "completed": len(good)}}
        for name, some in (("output_file_id", [*good, *good[:3]]), ("error_file_id", bad)):
            if some:
                result[name] = id = f"file-{len(self.files) + 1}"
                self.files[id] = "".join(f"{json.dumps(one)}\n" for one in some).encode()
        if fate == "gone":
            del self.files[result["output_file_id"]]
        return result

    def _line(self, line: dict[str, Any]) -> dict[str, Any]:
        status, body = self.model(line["body"])
        response = {"status_code": status, "request_id": "r", "body": body}
        return {"id": "batch_req_1", "custom_id": line["custom_id"], "response": response, "error": None}

    def _listed(self, query: str) -> dict[str, Any]:
        newest = list(self.batches.values())[::-1]
        after = re.search(r"after=(\w+)", query)
        start = next((i + 1 for i, one in enumerate(newest) if after and one["id"] == after[1]), 0)
        some = newest[start : start + 2]  # two a page, so that pages are turned
        return {"object": "list", "data": some, "has_more": len(newest) > start + 2}


def _expired(line: dict[str, Any]) -> dict[str, Any]:
    said = "This request could not be executed before the completion window expired."
    error = {"code": "batch_expired", "message": said}
    return {"id": "batch_req_1", "custom_id": line["custom_id"], "response": None, "error": error}


def _error(status: int, said: str) -> tuple[int, bytes]:
    return status, json.dumps({"error": {"message": said}}).encode()


@contextmanager
def provider(*fates: str, model: Model = scripted, refusals: tuple[int | str, ...] = ()) -> Iterator[Provider]:
    """A provider that runs until the end of the block."""
    this = Provider(model, fates or ("complete",), [*refusals])

    def answer(asked: Asked) -> Answer | None:
        this.keys.add(asked.key)
        found = this.answer(asked.method, asked.path, asked.body, asked.kind)
        if this.hanging.is_set():
            this.over.wait(LONGEST_WAIT)
        return found

    with serving(answer, this.over, {"Retry-After": "0.01"}) as this.url:
        yield this
