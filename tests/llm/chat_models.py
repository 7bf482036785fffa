"""Chat models of LangChain's kind, to be named on the command line."""

import time
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from pydantic import Field


class Green(BaseChatModel):
    """Answers what it is told to answer, and remembers what it was asked."""

    answer: str = "It is bright green [F2]."
    parts: list[Any] | None = None
    finish: str = "stop"
    seconds: float = 0.0
    asked: list[list[BaseMessage]] = Field(default_factory=list)

    @property
    def _llm_type(self) -> str:
        return "green"

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        self.asked.append(messages)
        time.sleep(self.seconds)
        message = AIMessage(
            content=self.answer if self.parts is None else self.parts,
            response_metadata={"finish_reason": self.finish, "model_name": "green-1"},
            usage_metadata={"input_tokens": 5, "output_tokens": 6, "total_tokens": 11},
        )
        return ChatResult(generations=[ChatGeneration(message=message)])


class ServiceError(ValueError):
    """What many SDKs raise."""

    def __init__(self, status_code: int) -> None:
        super().__init__("the key sk-secret-0123456789 failed")
        self.status_code = status_code


class Failing(Green):
    """Raises what its name says."""

    raises: str

    def _generate(self, *args: Any, **kwargs: Any) -> ChatResult:
        from httpx import ConnectError, ReadTimeout
        from langchain_core.exceptions import ContextOverflowError, ModelAPIError, ModelRateLimitError

        found: dict[str, BaseException] = {
            "rate": ModelRateLimitError("sk-secret-0123456789"),
            "api": ModelAPIError("x"),
            "overflow": ContextOverflowError("x"),
            "connect": ConnectError("no route"),
            "read": ReadTimeout("slow"),
            "os": ConnectionResetError("reset"),
            "time": TimeoutError("slow"),
            "401": ServiceError(401),
            "503": ServiceError(503),
            "key": KeyError("choices"),
            "type": TypeError("null value for 'choices'"),
            "assertion": AssertionError("a fault of the class"),
            "runtime": RuntimeError("a fault of the class"),
            "exit": SystemExit(4),
        }
        if self.raises == "caused":
            raise ValueError("wrapped") from ServiceError(404)
        raise found[self.raises]


class Nothing(Green):
    """Gives back what is no message."""

    def invoke(self, *args: Any, **kwargs: Any) -> Any:
        return "It is bright green [F2]."


class Unmakable(Green):
    """Needs a key that is not there."""

    def __init__(self, **kwargs: Any) -> None:
        raise ValueError("Did not find api_key; got sk-secret-0123456789")


class NoModel:
    """Not of LangChain's kind."""
