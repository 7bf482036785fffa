"""The five cases of a job in tests, and what an engine answers to its last file of requests."""

from pathlib import Path
from typing import Any

from .jobbing import Lines, engine, lines, requests
from .scripted_model import completion, draft, well

STEMS = ("wrong-colour", "cracked-mug", "expired-food", "size-chart", "dislike")


def unproved(body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    return completion(draft(body["messages"][1]["content"], proved=False), body)


def answers(job: Path, model: Any = well) -> Lines:
    return engine(lines(requests(job)[-1]), model)


def flat(text: str) -> str:
    return " ".join(text.split())
