"""Any LangChain chat model, named `package.module:Class?name=value&name=value`.

Decided here: values are read as JSON where they are JSON, keys are never among them (the class reads its own from the
environment), and nothing is traced: with LangSmith's variables set in the buyer's shell, a plain `.invoke` would post
the case to a third party. Trying again is the class's own affair; the deadline is ours. Only what chat models are known
to raise is mapped; anything else is a fault of the class and is shown as one.
"""

import json
import os
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from claimwright.llm.answers import reply
from claimwright.llm.deadline import Deadline, within
from claimwright.llm.endpoint import LANGCHAIN
from claimwright.llm.error import Code, ModelError, quoted
from claimwright.llm.messages import body_of, messages_of, swift_imports
from claimwright.llm.model import Guard, Reply, Turn
from claimwright.llm.statuses import error_of

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage

TRACING = (
    "LANGSMITH_TRACING",
    "LANGSMITH_TRACING_V2",
    "LANGCHAIN_TRACING",
    "LANGCHAIN_TRACING_V2",
    "LANGCHAIN_HANDLER",
    "LANGCHAIN_WANDB_TRACING",
    "LANGCHAIN_COMET_TRACING",
)
_EXAMPLE = f"{LANGCHAIN}langchain_openai:ChatOpenAI?model=gpt-5"
_SECRET = frozenset(("key", "apikey", "token", "secret", "password", "credentials", "authorization"))
_MISREAD = (LookupError, TypeError, ValueError, AttributeError)
_FAMILIES = (
    ("langchain_core.exceptions", "LangChainException"),
    ("openai", "OpenAIError"),
    ("httpx", "HTTPError"),
    ("httpx2", "HTTPError"),
    ("anthropic", "AnthropicError"),
    ("groq", "GroqError"),
    ("ollama", "ResponseError"),
    ("cohere.core.api_error", "ApiError"),
    ("google.api_core.exceptions", "GoogleAPIError"),
    ("google.genai.errors", "APIError"),
    ("botocore.exceptions", "BotoCoreError"),
    ("botocore.exceptions", "ClientError"),
)
"""What the SDKs under chat models raise, beside the built-in classes."""
_BY_NAME: Mapping[str, Code] = {
    "ModelAuthenticationError": "auth",
    "ModelPermissionDeniedError": "forbidden",
    "ModelInvalidRequestError": "bad_request",
    "ModelNotFoundError": "not_found",
    "ModelRateLimitError": "rate_limit",
    "ModelAPIError": "server",
    "ModelConnectionError": "network",
    "ModelTimeoutError": "timeout",
    "ContextOverflowError": "context",
    "LengthFinishReasonError": "truncated",
    "ContentFilterFinishReasonError": "filtered",
    "APITimeoutError": "timeout",
    "TimeoutException": "timeout",
    "APIConnectionError": "network",
    "TransportError": "network",
}
"""By name, in langchain-core, openai and httpx: what is not loaded cannot be compared with."""


class LangChainModel:
    """A chat model of LangChain. Raises ModelError (config) if it cannot be made."""

    def __init__(self, spec: str, guard: Guard) -> None:
        untraced()
        self._name = spec.partition("?")[0]
        self._guard = guard
        with swift_imports():
            self._model = _made(spec)

    def __repr__(self) -> str:
        """The class, without its arguments."""
        return f"LangChainModel({self._name!r})"

    def complete(self, turns: Sequence[Turn], deadline: Deadline) -> Reply:
        """The reply to these turns. Raises ModelError, and what the guard raises."""
        messages = messages_of(turns)
        self._guard(body_of(messages))
        return self._read(within(deadline, partial(self._invoke, messages)))

    def _invoke(self, messages: list["BaseMessage"]) -> object:
        from langsmith import tracing_context

        # The deadline's thread starts without the caller's context, so no tracer is inherited from there either.
        with tracing_context(enabled=False):
            try:
                return self._model.invoke(messages)
            except _known() as error:
                mapped = _mapped(error)
            raise mapped

    def _read(self, message: object) -> Reply:
        from langchain_core.messages import AIMessage

        if not isinstance(message, AIMessage):
            raise ModelError("bad_body", f"{self._name} gave back no message")
        said, usage = message.response_metadata, message.usage_metadata
        names = ("finish_reason", "stop_reason", "done_reason")
        model = said.get("model_name") or said.get("model")
        return reply(
            message.content,
            finish=next((said[name] for name in names if said.get(name)), None),
            refusal=message.additional_kwargs.get("refusal"),
            model=model if isinstance(model, str) else self._name,
            tokens=(usage["input_tokens"], usage["output_tokens"]) if usage else (None, None),
        )


def untraced() -> None:
    """Switches off every tracer that the environment may have switched on, for this process and its children."""
    os.environ.update(dict.fromkeys(TRACING, "false"))
    if loaded := sys.modules.get("langsmith.utils"):
        loaded.get_env_var.cache_clear()


def _made(spec: str) -> "BaseChatModel":
    path, _, query = spec.strip().partition("?")
    module_name, _, class_name = path.partition(":")
    if not class_name.isidentifier() or not all(part.isidentifier() for part in module_name.split(".")):
        raise ModelError("config", f"write --model like {_EXAMPLE}")
    arguments = _arguments(query)
    from langchain_core.language_models import BaseChatModel

    try:
        made = getattr(import_module(module_name), class_name, None)
        if not isinstance(made, type) or not issubclass(made, BaseChatModel):
            raise ModelError("config", f"{path} is no chat model of LangChain")
        return made(**arguments)
    except ImportError as error:
        raise ModelError("config", f"{module_name} cannot be imported; install {quoted(error.name or 'it')}") from None
    except _known() as error:
        # The texts of these errors repeat their input, which may be a key.
        raise ModelError(
            "config", f"{path} cannot be made ({type(error).__name__}): check its arguments and its key"
        ) from None


def _arguments(query: str) -> dict[str, Any]:
    try:
        pairs = parse_qsl(query, keep_blank_values=True, strict_parsing=True) if query else []
    except ValueError:
        raise ModelError("config", f"write --model like {_EXAMPLE}") from None
    for name, _ in pairs:
        if not name.isidentifier():
            raise ModelError("config", f"write --model like {_EXAMPLE}")
        if _SECRET & set(name.lower().split("_")):
            raise ModelError("config", f"{name} does not belong on the command line: set the variable the class reads")
    return {name: _value(text) for name, text in pairs}


def _value(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def _known() -> tuple[type[Exception], ...]:
    """What chat models are known to raise: the built-in errors of a body misread, and those of the SDKs in use."""
    found = (getattr(sys.modules.get(module), name, None) for module, name in _FAMILIES)
    return (*_MISREAD, OSError, *(one for one in found if isinstance(one, type) and issubclass(one, Exception)))


def _mapped(error: Exception) -> ModelError:
    """What it means, by the first in its chain of causes that says so; a built-in class alone is a body misread."""
    one: BaseException | None = error
    for _ in range(5):
        if one is None:
            break
        status = getattr(one, "status_code", getattr(one, "code", None))
        if isinstance(status, int) and 300 <= status <= 599:
            return error_of(status, {}, str(one).encode("utf-8", "replace"))
        for kind in type(one).__mro__:
            if code := _BY_NAME.get(kind.__name__):
                return ModelError(code, type(one).__name__)
        if isinstance(one, OSError):
            return ModelError("timeout" if isinstance(one, TimeoutError) else "network", quoted(str(one)))
        one = one.__cause__ or one.__context__
    return ModelError("bad_body" if isinstance(error, _MISREAD) else "server", type(error).__name__)
