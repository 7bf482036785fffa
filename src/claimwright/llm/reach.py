"""Whether an endpoint is there: asks it for its list of models, which says nothing of any case."""

import json
from typing import TYPE_CHECKING

from claimwright.llm.client import client_of
from claimwright.llm.deadline import Deadline, within
from claimwright.llm.endpoint import Endpoint
from claimwright.llm.messages import swift_imports
from claimwright.llm.statuses import error_of
from claimwright.llm.transport import transport_errors, unreached

if TYPE_CHECKING:
    import httpx2

_MOST_BYTES = 4_000_000
_NO_LIST = (404, 405, 501)


def models_of(endpoint: Endpoint, deadline: Deadline) -> tuple[str, ...] | None:
    """The names of the models there, None if it is there and keeps no list. Raises ModelError."""
    with swift_imports():
        client = client_of(endpoint, timeout=max(deadline.left(), 0.1))
    status, headers, body = within(deadline, lambda: _answer(client, endpoint))
    if status in _NO_LIST:
        return None
    if not 200 <= status < 300:
        raise error_of(status, headers, body, endpoint.key)
    try:
        listed = json.loads(body)["data"]
        return tuple(one["id"] for one in listed if isinstance(one["id"], str))
    except (ValueError, LookupError, TypeError, RecursionError):
        return None


def _answer(client: "httpx2.Client", endpoint: Endpoint) -> tuple[int, dict[str, str], bytes]:
    given = {"Authorization": f"Bearer {endpoint.key}"} if endpoint.key else {}
    body = bytearray()
    try:
        with client, client.stream("GET", f"{endpoint.base_url.rstrip('/')}/models", headers=given) as response:
            for chunk in response.iter_bytes():
                body += chunk
                if len(body) > _MOST_BYTES:
                    break
            return response.status_code, dict(response.headers), bytes(body)
    except transport_errors() as error:
        raise unreached(error, endpoint) from None
