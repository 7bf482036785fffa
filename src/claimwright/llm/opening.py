"""Which model a `--model` names: `langchain:package.module:Class?name=value`, or a name that the endpoint knows."""

from dataclasses import replace

from claimwright.llm.endpoint import LANGCHAIN, Endpoint
from claimwright.llm.model import Guard, Model


def open_model(spec: str, endpoint: Endpoint | None, guard: Guard) -> Model:
    """The model that is named, ready to write; an empty name leaves the endpoint's. Raises ModelError (config)."""
    if spec.startswith(LANGCHAIN):
        from claimwright.llm.langchain import LangChainModel

        return LangChainModel(spec.removeprefix(LANGCHAIN), guard)
    from claimwright.llm.error import ModelError
    from claimwright.llm.openai_sdk import OpenAIModel

    if endpoint is None:
        raise ModelError("config", "name an endpoint with --base-url")
    return OpenAIModel(replace(endpoint, model=spec) if spec.strip() else endpoint, guard)
