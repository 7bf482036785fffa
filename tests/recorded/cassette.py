"""The form of a cassette: what a person can read, and nothing that a key, a cookie or a clock leaves behind.

Decided here: bodies are kept as the objects that they hold, every address is one that does not exist, and of the
headers only the kind of content stays.
"""

import json
import os
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml
from vcr.request import Request

CASSETTES = Path(__file__).parents[2] / "cassettes"
HOST = "http://llm.test"
AGAIN = "Record it again: see cassettes/README.md."

BASE_URL = os.environ.get("OPENAI_BASE_URL", "")
KEY = os.environ.get("OPENAI_API_KEY", "") or "none"
MODEL = os.environ.get("CLAIMWRIGHT_MODEL", "") or "relay"
"""Where and by what name a model is reached when cassettes are recorded; read before a test hides them."""


class _Dumper(yaml.SafeDumper):
    """Texts of several lines stand as such."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    plain = "\n" not in text or any(line != line.rstrip() for line in text.split("\n"))
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=None if plain else "|")


_Dumper.add_representer(str, _text)


class Readable:
    """The serializer that vcrpy is given."""

    @staticmethod
    def serialize(cassette: dict[str, Any]) -> str:
        """The cassette as YAML, the bodies opened."""
        opened = deepcopy(cassette)
        for one in opened["interactions"]:
            one["request"]["body"] = json.loads(one["request"]["body"])
            one["response"]["body"] = json.loads(one["response"]["body"]["string"])
        return yaml.dump(opened, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120)

    @staticmethod
    def deserialize(text: str) -> dict[str, Any]:
        """The cassette as vcrpy keeps it, the bodies closed again."""
        read: dict[str, Any] = yaml.safe_load(text)
        for one in read["interactions"]:
            one["request"]["body"] = json.dumps(one["request"]["body"], ensure_ascii=False)
            one["response"]["body"] = {"string": json.dumps(one["response"]["body"], ensure_ascii=False)}
        return read


def request_as_kept(request: Request) -> Request:
    """The request without anything of the machine or of the key."""
    path = request.uri.partition("/v1/")[2] or request.uri.rpartition("/")[2]
    request.uri = f"{HOST}/v1/{path}"
    request.headers = {"Content-Type": "application/json"}
    return request


def response_as_kept(response: dict[str, Any]) -> dict[str, Any]:
    """The response without names, times and cookies of a provider."""
    response["headers"] = {"Content-Type": ["application/json"]}
    body = json.loads(response["body"]["string"])
    kept = {name: body[name] for name in ("object", "model", "choices", "usage", "error") if name in body}
    response["body"] = {"string": json.dumps({"id": "recorded", "created": 0, **kept}, ensure_ascii=False).encode()}
    return response


def interactions(path: Path) -> list[dict[str, Any]]:
    """What a cassette holds, as a person reads it."""
    found: list[dict[str, Any]] = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)["interactions"]
    return found


def turns(interaction: dict[str, Any]) -> list[tuple[str, str]]:
    """The messages that were sent: who, and the text."""
    return [(one["role"], one["content"]) for one in interaction["request"]["body"]["messages"]]


def reply(interaction: dict[str, Any]) -> str:
    """The text that came back."""
    text: str = interaction["response"]["body"]["choices"][0]["message"]["content"]
    return text


def recorded(kind: str) -> Iterator[Path]:
    """The cassettes of a kind, by name."""
    yield from sorted((CASSETTES / kind).glob("*.yaml"))


_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
