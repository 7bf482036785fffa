"""The HTTP client and the SDK for an endpoint, made alike however many cases share them.

Decided here: redirects are not followed, for they would carry the case to another host. Loopback is never asked through
a proxy.
"""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from claimwright.llm.endpoint import Endpoint
from claimwright.llm.error import ModelError, quoted

if TYPE_CHECKING:
    import httpx2
    import openai

CONNECT = 10.0
"""Seconds to connect in."""


def connection(endpoint: Endpoint) -> dict[str, Any]:
    """What every client for this endpoint is made with."""
    return {"follow_redirects": False, "trust_env": not endpoint.loopback, "verify": trusted(endpoint)}


def client_of(endpoint: Endpoint, **more: Any) -> "httpx2.Client":
    """The client for this endpoint, made with this too. Raises ModelError (config)."""
    import httpx2

    with made_for(endpoint):
        return httpx2.Client(**connection(endpoint), **more)


def sdk_of(endpoint: Endpoint, client: "httpx2.Client") -> "openai.OpenAI":
    """The SDK, which tries nothing again. Raises ModelError (config)."""
    import openai

    with made_for(endpoint):
        return openai.OpenAI(
            base_url=endpoint.base_url, api_key=endpoint.key or "none", max_retries=0, http_client=client
        )


@contextmanager
def made_for(endpoint: Endpoint) -> Iterator[None]:
    """Raises ModelError (config) if what is made within cannot be made as things are set."""
    try:
        yield
    except ImportError:
        raise ModelError("config", "the proxy of the environment needs a package that is not installed") from None
    except _unusable() as error:
        raise ModelError("config", quoted(str(error), endpoint.key)) from None


def _unusable() -> tuple[type[Exception], ...]:
    """What says that a setting cannot be used. Only then is the SDK imported: a client alone does without it."""
    import httpx2
    import openai

    return ValueError, OSError, httpx2.InvalidURL, openai.OpenAIError


def trusted(endpoint: Endpoint) -> ssl.SSLContext | bool:
    """Whose certificates count; for plain HTTP on loopback nobody's, for to read them all takes 40 ms."""
    if not endpoint.loopback:
        return True
    return ssl.create_default_context() if endpoint.secure else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
