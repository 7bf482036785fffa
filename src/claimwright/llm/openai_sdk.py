"""Any OpenAI-compatible endpoint, by the openai SDK.

Decided here: the SDK serialises, signs and sends; trying again, time and size are ours. Nothing is retried that could
not end differently, and never beyond the deadline.
"""

import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from random import uniform
from typing import TYPE_CHECKING, Any, cast
from weakref import finalize

from claimwright.llm.answers import reply_of
from claimwright.llm.client import CONNECT, client_of, sdk_of
from claimwright.llm.deadline import Deadline, within
from claimwright.llm.endpoint import Endpoint
from claimwright.llm.error import Code, ModelError, quoted
from claimwright.llm.messages import messages_of, openai_messages, swift_imports
from claimwright.llm.model import Guard, Reply, Turn
from claimwright.llm.request import parameters_of, without
from claimwright.llm.statuses import error_of, refused_parameter
from claimwright.llm.transport import unreached

if TYPE_CHECKING:
    from openai.resources.chat.completions import Completions

MOST_BYTES = 1_000_000
_MOST_ERROR_BYTES = 65_536
RETRIES: Mapping[Code, int] = {"rate_limit": 3, "server": 3, "network": 2, "timeout": 2, "bad_body": 1, "empty": 1}
_LONGEST_PAUSE = 8.0
_MARGIN = 0.25
"""Seconds that the HTTP client waits beyond the deadline, so that it is always the deadline that ends a wait."""


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes


class _NoSuccessError(Exception):
    """Carries an answer that is no success past the SDK, which would read its body without a limit."""

    def __init__(self, answer: _Answer) -> None:
        super().__init__(answer.status)
        self.answer = answer


class _GuardError(Exception):
    """Carries what the guard raised past the SDK and past our own mapping."""

    def __init__(self, raised: BaseException) -> None:
        super().__init__()
        self.raised = raised


class OpenAIModel:
    """A model behind chat.completions; `pause` is the first wait between two attempts, in seconds."""

    def __init__(self, endpoint: Endpoint, guard: Guard, pause: float = 0.5) -> None:
        self._endpoint = endpoint
        self._pause = pause
        self._parameters = parameters_of(endpoint)
        with swift_imports():
            self._completions = _completions(self, endpoint, guard)
            openai_messages(messages_of((Turn("user", ""),)))

    def __repr__(self) -> str:
        """The endpoint, without its key."""
        return f"OpenAIModel({self._endpoint!r})"

    def complete(self, turns: Sequence[Turn], deadline: Deadline) -> Reply:
        """The reply to these turns. Raises ModelError, and what the guard raises."""
        messages = openai_messages(messages_of(turns))
        failures = 0
        while True:
            try:
                return self._reply(messages, deadline)
            except ModelError as error:
                failures += 1
                if failures > RETRIES.get(error.code, 0) or not self._waited(failures, error, deadline):
                    raise

    def _reply(self, messages: Sequence[Mapping[str, Any]], deadline: Deadline) -> Reply:
        while True:
            parameters = self._parameters
            answer = within(deadline, partial(self._answer, messages, parameters, deadline))
            if 200 <= answer.status < 300:
                return reply_of(answer.body, self._endpoint.model, self._endpoint.key)
            refused = refused_parameter(answer.status, answer.body)
            if refused not in parameters:
                raise error_of(answer.status, answer.headers, answer.body, self._endpoint.key)
            self._parameters = without(refused, parameters)

    def _waited(self, failures: int, error: ModelError, deadline: Deadline) -> bool:
        """Waits as long as the endpoint asks, or a little longer each time; False at once if it cannot help."""
        if error.retry_after is not None:
            pause = error.retry_after * uniform(1.0, 1.1)
        else:
            pause = min(self._pause * 2 ** (failures - 1), _LONGEST_PAUSE) * uniform(0.75, 1.25)
        if not error.again or pause >= deadline.left():
            return False
        time.sleep(pause)
        return True

    def _answer(
        self, messages: Sequence[Mapping[str, Any]], parameters: Mapping[str, Any], deadline: Deadline
    ) -> _Answer:
        """The answer to one attempt, whatever its status."""
        import httpx2
        import openai

        key, limit = self._endpoint.key, deadline.left() + _MARGIN
        try:
            with self._completions.with_streaming_response.create(
                model=self._endpoint.model,
                messages=cast(Any, messages),
                timeout=httpx2.Timeout(limit, connect=min(CONNECT, limit)),
                extra_headers=cast(
                    Any,
                    {
                        "Accept-Encoding": "identity",
                        "Authorization": f"Bearer {key}" if key else openai.Omit(),
                    },
                ),
                **parameters,
            ) as response:
                return _Answer(response.status_code, response.headers, _read(response.iter_bytes(), deadline))
        except _GuardError as error:
            raised = error.raised
        except _NoSuccessError as error:
            return error.answer
        except openai.APIConnectionError as error:
            raised = unreached(error.__cause__ or error, self._endpoint)
        except (httpx2.HTTPError, httpx2.StreamError, httpx2.CookieConflict, OSError) as error:
            raised = unreached(error, self._endpoint)
        except httpx2.InvalidURL as error:
            raised = ModelError("config", quoted(str(error), key))
        except UnicodeError:
            raised = ModelError("bad_request", "a text holds half a character")
        except openai.OpenAIError as error:
            raised = ModelError("bad_body", type(error).__name__)
        raise raised


def _completions(model: OpenAIModel, endpoint: Endpoint, guard: Guard) -> "Completions":
    """The SDK's resource for this endpoint; its connections end with the model. Raises ModelError (config)."""
    import httpx2

    def before(request: httpx2.Request) -> None:
        try:
            guard(request.content)
        except BaseException as raised:
            raise _GuardError(raised) from None

    def after(response: httpx2.Response) -> None:
        if not response.is_success:
            body = bytearray()
            with suppress(httpx2.HTTPError, OSError):
                for chunk in response.iter_bytes():
                    body += chunk
                    if len(body) > _MOST_ERROR_BYTES:
                        break
            raise _NoSuccessError(_Answer(response.status_code, response.headers, bytes(body)))

    client = client_of(endpoint, event_hooks={"request": [before], "response": [after]})
    finalize(model, client.close).atexit = False
    return sdk_of(endpoint, client).chat.completions


def _read(chunks: Iterable[bytes], deadline: Deadline) -> bytes:
    """The whole body. Raises ModelError if it is too big or comes too slowly."""
    body = bytearray()
    for chunk in chunks:
        body += chunk
        if len(body) > MOST_BYTES:
            raise ModelError("too_big")
        if deadline.passed():
            raise ModelError("deadline")
    return bytes(body)
