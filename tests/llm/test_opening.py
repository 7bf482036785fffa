"""Which model a name stands for, and what is loaded for it."""

import subprocess
import sys

import pytest

from claimwright.llm.endpoint import OPENAI, Endpoint
from claimwright.llm.error import ModelError
from claimwright.llm.langchain import LangChainModel
from claimwright.llm.openai_sdk import OpenAIModel
from claimwright.llm.opening import open_model

from . import chat_models

ENDPOINT = Endpoint(OPENAI, "model-1", "sk-1")
HEAVY = ("openai", "langchain_core", "httpx2", "pydantic", "langsmith")


def test_a_plain_name_is_one_of_the_endpoint() -> None:
    assert isinstance(open_model("qwen3:8b", ENDPOINT, lambda body: None), OpenAIModel)
    assert "qwen3:8b" in repr(open_model("qwen3:8b", ENDPOINT, lambda body: None))
    assert "model-1" in repr(open_model("", ENDPOINT, lambda body: None))


def test_a_name_with_langchain_is_a_class(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGSMITH_TRACING", "true")
    assert isinstance(open_model(f"langchain:{chat_models.__name__}:Green", None, lambda body: None), LangChainModel)


def test_a_plain_name_needs_an_endpoint() -> None:
    with pytest.raises(ModelError, match="--base-url"):
        open_model("model-1", None, lambda body: None)


@pytest.mark.parametrize(
    ("program", "loaded"),
    [
        ("import claimwright.llm.opening, claimwright.llm.endpoint, claimwright.llm.error", []),
        ("import claimwright.llm.openai_sdk, claimwright.llm.langchain", []),
        (
            "from claimwright.llm.opening import open_model\nfrom claimwright.llm.endpoint import Endpoint\n"
            "open_model('m', Endpoint('http://127.0.0.1:9/v1', 'm'), lambda body: None)",
            ["openai", "langchain_core", "httpx2", "pydantic"],
        ),
    ],
)
def test_nothing_heavy_is_loaded_before_it_is_used(program: str, loaded: list[str]) -> None:
    shown = subprocess.run(
        [sys.executable, "-c", f"{program}\nimport sys\nprint(*(one for one in {HEAVY} if one in sys.modules))"],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert shown.stdout.split() == loaded
