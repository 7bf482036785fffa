"""Whether an endpoint is there: asks it for its list of models, which says nothing of any case."""

import json
from typing import Any

from claimwright.llm.async_faults import transport_errors, unreached
from claimwright.llm.deadline import Deadline, within
from claimwright.llm.endpoint import Endpoint
from claimwright.llm.error import ModelError, quoted
from claimwright.llm.messages import swift_imports
from claimwright.llm.openai_sdk import trusted
from claimwright.llm.statuses import error_of

_MOST_BYTES = 4_000_000
_NO_LIST = (404, 405, 501)


def models_of(endpoint: Endpoint, deadline: Deadline) -> tuple[str, ...] | None:
    """The names of the models there, None if it is there and keeps no list. Raises ModelError."""
    with swift_imports():
        import httpx2
    status, headers, body = within(deadline, lambda: _answer(httpx2, endpoint, deadline))
    if status in _NO_LIST:
        return None
    if not 200 <= status < 300:
        raise error_of(status, headers, body, endpoint.key)
    try:
        listed = json.loads(body)["data"]
        return tuple(one["id"] for one in listed if isinstance(one["id"], str))
    except (ValueError, LookupError, TypeError, RecursionError):
        return None


def _answer(httpx2: Any, endpoint: Endpoint, deadline: Deadline) -> tuple[int, dict[str, str], bytes]:
    given = {"Authorization": f"Bearer {endpoint.key}"} if endpoint.key else {}
    body = bytearray()
    try:
        with (
            httpx2.Client(
                trust_env=not endpoint.loopback,
                verify=trusted(endpoint),
                follow_redirects=False,
                timeout=max(deadline.left(), 0.1),
            ) as client,
            client.stream("GET", f"{endpoint.base_url.rstrip('/')}/models", headers=given) as response,
        ):
            for chunk in response.iter_bytes():
                body += chunk
                if len(body) > _MOST_BYTES:
                    break
            return response.status_code, dict(response.headers), bytes(body)
    except transport_errors() as error:
        raise unreached(error, endpoint) from None
    except (ValueError, ImportError, httpx2.InvalidURL) as error:
        raise ModelError("config", quoted(str(error), endpoint.key)) from None
