"""Any OpenAI-compatible endpoint for many cases at once, over connections that they share.

Decided here: one attempt a call, for when to try again concerns all cases together. The SDK signs and brings the
transport, aiohttp where the extra `fast` is installed; its layers in between cost more than all the rest of a call, so
the body goes straight to the transport. There are never more connections than calls under way.
"""

import asyncio
import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.request import getproxies

from claimwright.llm.answers import reply_of
from claimwright.llm.client import CONNECT, connection, made_for
from claimwright.llm.deadline import Deadline
from claimwright.llm.endpoint import Endpoint
from claimwright.llm.error import ModelError
from claimwright.llm.messages import swift_imports
from claimwright.llm.model import Guard, Reply, Turn
from claimwright.llm.openai_sdk import MOST_BYTES
from claimwright.llm.request import parameters_of, request_of, without
from claimwright.llm.statuses import error_of, refused_parameter
from claimwright.llm.transport import transport_errors, unreached

if TYPE_CHECKING:
    import httpx2

_MOST_ERROR_BYTES = 65_536
_IDLE = 4.0
"""Seconds that an unused connection is kept; many servers end it after five, and one just ended costs an attempt."""


@dataclass(frozen=True, slots=True)
class AsyncOpenAIModel:
    """A model for one case."""

    connection: "AsyncConnection"
    guard: Guard

    async def complete(self, turns: Sequence[Turn], deadline: Deadline) -> Reply:
        """The reply to these turns, from one attempt. Raises ModelError by the deadline, and what the guard raises."""
        if deadline.passed():
            raise ModelError("deadline")
        clock = asyncio.timeout(deadline.left())
        try:
            async with clock:
                return await self.connection.reply(turns, self.guard)
        except (TimeoutError, ModelError):
            if clock.expired():
                raise ModelError("deadline") from None
            raise


class AsyncConnection:
    """What the cases of a run share: the connections, the key, and what the endpoint was found not to take."""

    def __init__(self, endpoint: Endpoint, *, fast: bool | None = None) -> None:
        """`fast` says whether to use aiohttp, None if it can be used. Raises ModelError (config)."""
        self._endpoint = endpoint
        self._parameters = parameters_of(endpoint)
        with swift_imports():
            self._http, self._url = _opened(endpoint, aiohttp_usable() if fast is None else fast)
            request_of(endpoint.model, (Turn("user", ""),), {})
            self._errors = transport_errors()

    def __repr__(self) -> str:
        """The endpoint, without its key."""
        return f"AsyncConnection({self._endpoint!r})"

    def guarded(self, guard: Guard) -> AsyncOpenAIModel:
        """The model for a case, whose guard reads every body just before it leaves."""
        return AsyncOpenAIModel(self, guard)

    async def close(self) -> None:
        """Ends the connections."""
        with suppress(*self._errors):
            await self._http.aclose()

    async def reply(self, turns: Sequence[Turn], guard: Guard) -> Reply:
        """The reply, however long it takes; a request is repeated only without a parameter that was refused."""
        while True:
            parameters = self._parameters
            body = _body(request_of(self._endpoint.model, turns, parameters))
            guard(body)
            status, headers, answer = await self._answer(body)
            if 200 <= status < 300:
                return reply_of(answer, self._endpoint.model, self._endpoint.key)
            refused = refused_parameter(status, answer)
            if refused not in parameters:
                raise error_of(status, headers, answer, self._endpoint.key)
            if refused in self._parameters:  # another case may have found it out in the meantime
                self._parameters = without(refused, self._parameters)

    async def _answer(self, body: bytes) -> tuple[int, "httpx2.Headers", bytes]:
        """Status, headers and body of the answer to one request, whatever its status."""
        try:
            request = self._http.build_request("POST", self._url, content=body)
            response = await self._http.send(request, stream=True)
            try:
                return response.status_code, response.headers, await _read(response, self._errors)
            finally:
                with suppress(*self._errors):  # or what closing says would stand in for what has happened
                    await response.aclose()
        except self._errors as error:
            raised = unreached(error, self._endpoint)
        raise raised


def aiohttp_usable() -> bool:
    """Whether aiohttp is installed, and no proxy is set that only the other transport knows."""
    try:
        import aiohttp  # noqa: F401
    except ImportError:
        return False
    return not any(one.startswith("socks") for one in getproxies().values())


def _opened(endpoint: Endpoint, fast: bool) -> "tuple[httpx2.AsyncClient, httpx2.URL]":
    """The SDK's client for HTTP, which signs what it sends, and the address. Raises ModelError (config)."""
    import httpx2
    import openai

    unlimited = 0 if fast else None  # which is how each of them writes it
    make: Callable[..., httpx2.AsyncClient] = openai.DefaultAioHttpClient if fast else openai.DefaultAsyncHttpxClient
    with made_for(endpoint):
        http = make(
            timeout=httpx2.Timeout(None, connect=CONNECT),
            limits=httpx2.Limits(max_connections=unlimited, keepalive_expiry=_IDLE),
            **connection(endpoint),
        )
        sdk = openai.AsyncOpenAI(base_url=endpoint.base_url, api_key=endpoint.key or "none", http_client=http)
        http.headers.update({name: value for name, value in sdk.default_headers.items() if isinstance(value, str)})
        http.headers["Accept-Encoding"] = "identity"
        http.headers.pop("Authorization", None)  # the environment may have brought one
        if endpoint.key:
            http.headers["Authorization"] = f"Bearer {endpoint.key}"
        return http, sdk.base_url.join("chat/completions")


def _body(request: dict[str, object]) -> bytes:
    """The bytes as the SDK would write them."""
    try:
        return json.dumps(request, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError:
        raise ModelError("bad_request", "a text holds half a character") from None


async def _read(response: "httpx2.Response", errors: tuple[type[BaseException], ...]) -> bytes:
    """The whole body, or what there is of one that only explains a failure. Raises ModelError if it is too big."""
    body = bytearray()
    if response.is_success:
        async for chunk in response.aiter_bytes():
            body += chunk
            if len(body) > MOST_BYTES:
                raise ModelError("too_big")
    else:
        with suppress(*errors):
            async for chunk in response.aiter_bytes():
                body += chunk
                if len(body) > _MOST_ERROR_BYTES:
                    break
    return bytes(body)
