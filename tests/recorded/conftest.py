"""How cassettes are played and, with `--record-mode=rewrite`, recorded."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from vcr import VCR

from claimwright.llm.endpoint import Endpoint
from claimwright.llm.model import Guard, Model
from claimwright.llm.opening import open_model

from .cassette import BASE_URL, CASSETTES, HOST, KEY, MODEL, Readable, interactions, request_as_kept, response_as_kept

Opener = Callable[[Guard], Model]


def pytest_recording_configure(config: pytest.Config, vcr: VCR) -> None:
    vcr.register_serializer("yaml", Readable)


@pytest.fixture(scope="session")
def vcr_config() -> dict[str, Any]:
    return {
        "match_on": ("method", "scheme", "host", "port", "path", "query", "body"),
        "before_record_request": request_as_kept,
        "before_record_response": response_as_kept,
        "decode_compressed_response": True,
    }


@pytest.fixture(scope="module")
def vcr_cassette_dir(request: pytest.FixtureRequest) -> str:
    return str(CASSETTES / getattr(request.module, "KIND", ""))


@pytest.fixture
def default_cassette_name(request: pytest.FixtureRequest) -> str:
    name: str = request.node.callspec.params["name"]
    return name


@pytest.fixture
def recording(request: pytest.FixtureRequest) -> bool:
    """Whether cassettes are being recorded."""
    if request.config.getoption("--record-mode") not in ("rewrite", "all"):
        return False
    assert BASE_URL, "OPENAI_BASE_URL says where to record from"
    return True


@pytest.fixture
def opened(
    request: pytest.FixtureRequest, default_cassette_name: str, recording: bool, monkeypatch: pytest.MonkeyPatch
) -> Opener:
    """Opens the model of this cassette: the one that is recorded, or the one that was."""
    path = Path(CASSETTES / request.module.KIND / f"{default_cassette_name}.yaml")
    model = MODEL if recording else interactions(path)[0]["request"]["body"]["model"]
    url = BASE_URL if recording else f"{HOST}/v1"
    if not default_cassette_name.startswith("langchain-"):
        return lambda guard: open_model(model, Endpoint(url, model, KEY), guard)
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    spec = f"langchain:langchain_openai:ChatOpenAI?model={model}&base_url={url}&max_retries=0&temperature=0.3"
    return lambda guard: open_model(spec, None, guard)
