"""What it means that an endpoint was not reached, or not understood.

Decided here: the SDK's aiohttp transport calls a refused or broken connection a time-out, so what aiohttp itself said
beneath it is what counts. Whatever either transport may raise has one place in the closed error type.
"""

import os

from claimwright.llm.endpoint import Endpoint
from claimwright.llm.error import ModelError, quoted


def transport_errors() -> tuple[type[BaseException], ...]:
    """Every exception that a transport may let through, apart from being cancelled."""
    import httpx2

    known: tuple[type[BaseException], ...] = (
        httpx2.HTTPError,
        httpx2.StreamError,
        httpx2.CookieConflict,
        httpx2.InvalidURL,
        OSError,
        ValueError,
    )
    try:
        import aiohttp
        from aiohttp.http_exceptions import HttpProcessingError
    except ImportError:
        return known
    return (*known, aiohttp.ClientError, HttpProcessingError)


def unreached(error: BaseException, endpoint: Endpoint) -> ModelError:
    """The error that what a transport raised stands for."""
    import httpx2

    beneath = error.__cause__
    if beneath is not None and type(beneath).__module__.partition(".")[0] == "aiohttp":
        error = beneath
    said = f"{endpoint.host}: {quoted(_words(error), endpoint.key)}"
    if isinstance(error, httpx2.TimeoutException | TimeoutError):
        return ModelError("timeout", said)
    if isinstance(error, httpx2.DecodingError):
        return ModelError("bad_body", "it is compressed, and wrongly")
    if isinstance(error, httpx2.UnsupportedProtocol | httpx2.InvalidURL) or _is(error, "InvalidURL"):
        return ModelError("config", said)
    unconnected = isinstance(error, httpx2.ConnectError) or _is(error, "ClientConnectorError")
    hopeless = unconnected and (endpoint.loopback or "CERTIFICATE" in said)
    return ModelError("network", said, again=not hopeless)


def _is(error: BaseException, name: str) -> bool:
    """Whether it is one of aiohttp's by this name, which is asked without importing aiohttp."""
    return any(kind.__name__ == name and kind.__module__.startswith("aiohttp") for kind in type(error).__mro__)


def _words(error: BaseException) -> str:
    """What went wrong, without the address, in the system's own words where it has some."""
    number = getattr(error, "errno", None)
    if isinstance(number, int) and number > 0 and not _is(error, "ClientSSLError"):
        return os.strerror(number)
    message = getattr(error, "message", None)
    if isinstance(message, str) and message:
        return message.partition("\n")[0].rstrip(":")  # what follows are the bytes that came
    return str(error) or type(error).__name__
