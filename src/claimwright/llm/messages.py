"""Turns as langchain-core messages, the one form that both paths to a model share."""

import gc
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from claimwright.llm.model import Turn

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage


def messages_of(turns: Sequence[Turn]) -> list["BaseMessage"]:
    """The turns as langchain-core messages."""
    from langchain_core.messages import AIMessage, HumanMessage, SystemMessage

    kinds = {"system": SystemMessage, "user": HumanMessage, "assistant": AIMessage}
    return [kinds[turn.role](content=turn.text) for turn in turns]


def openai_messages(messages: Sequence["BaseMessage"]) -> list[dict[str, Any]]:
    """The messages as chat.completions takes them."""
    from langchain_core.messages import convert_to_openai_messages

    return convert_to_openai_messages(messages)


def body_of(messages: Sequence["BaseMessage"]) -> bytes:
    """The messages as the bytes a guard reads where the real body is made by foreign code."""
    return json.dumps(openai_messages(messages), ensure_ascii=False).encode("utf-8", "surrogatepass")


@contextmanager
def swift_imports() -> Iterator[None]:
    """Imports without garbage collection, which takes a sixth of the time of openai's 700 modules."""
    was_enabled, known = gc.isenabled(), len(sys.modules)
    gc.disable()
    try:
        yield
    finally:
        if len(sys.modules) > known:
            gc.freeze()  # or the next collection goes through all that was imported, and takes the time after all
        if was_enabled:
            gc.enable()
