"""What a request to a chat model says beside its messages, the same for a live request and for a line of a batch file.

Decided here: endpoints differ in the parameters that they take. A live request leaves out what was refused and asks
again; a file cannot, so what is known of a model is left out from the start (the provider's own list, November 2026).
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from claimwright.llm.endpoint import Endpoint
from claimwright.llm.messages import messages_of, openai_messages
from claimwright.llm.model import Turn

_REASONS = re.compile(r"(?:openai/)?(?:o[1-9]|gpt-[5-9](?!.*chat))", re.IGNORECASE)
"""Models that take max_completion_tokens, and no temperature but their own."""

_RENAMED = {"max_tokens": "max_completion_tokens"}


def parameters_of(endpoint: Endpoint) -> dict[str, Any]:
    """The parameters that are sent first."""
    found: dict[str, Any] = {"max_tokens": endpoint.max_tokens}
    if endpoint.temperature is not None:
        found["temperature"] = endpoint.temperature
    return found


def without(refused: str | None, parameters: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters in the form that endpoints take which refuse this one."""
    kept = {_RENAMED.get(name, name) if name == refused else name: value for name, value in parameters.items()}
    return {name: value for name, value in kept.items() if name != refused}


def accepted(endpoint: Endpoint) -> dict[str, Any]:
    """The parameters that this model is known to take, for a file that nobody answers at once."""
    found = parameters_of(endpoint)
    for name in ("max_tokens", "temperature") if _REASONS.match(endpoint.model) else ():
        found = without(name, found)
    return found


def request_of(model: str, turns: Sequence[Turn], parameters: Mapping[str, Any]) -> dict[str, Any]:
    """The body of a request to chat.completions."""
    return {"model": model, "messages": openai_messages(messages_of(turns)), **parameters}
