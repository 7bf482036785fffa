"""Where a model is reached: address, name and key, checked when they are read and not when they are first used."""

import ipaddress
import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from claimwright.llm.error import ModelError

OPENAI = "https://api.openai.com/v1"
"""The address where none is set."""
KEY_VARIABLE = "OPENAI_API_KEY"
"""The variable of the environment that holds the key."""
LANGCHAIN = "langchain:"
"""Before the name of a class that is the model itself, so that there is no address."""
_HOST = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9._-]*[A-Za-z0-9_])?\.?|\[[0-9A-Fa-f:.]+\]")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An OpenAI-compatible address, the model to ask there and the key. Raises ModelError (config)."""

    base_url: str
    model: str
    key: str = field(default="", repr=False)
    max_tokens: int = 4000
    temperature: float | None = 0.3

    def __post_init__(self) -> None:
        """Strips and checks what was given."""
        for name in ("base_url", "model", "key"):
            object.__setattr__(self, name, getattr(self, name).strip())
        _check_url(self.base_url)
        if not self.model or not self.model.isprintable() or len(self.model) > 200:
            raise ModelError("config", "name a model with --model")
        if not self.key.isascii() or not self.key.isprintable() or " " in self.key:
            raise ModelError("config", "the key has a blank or a character that no key has: copy it again")
        if self.max_tokens < 1:
            raise ModelError("config", "max_tokens is at least 1")

    @property
    def host(self) -> str:
        """The name or number of the host, as the buyer knows it."""
        return urlsplit(self.base_url).hostname or ""

    @property
    def secure(self) -> bool:
        """Whether it is reached by HTTPS."""
        return urlsplit(self.base_url).scheme == "https"

    @property
    def loopback(self) -> bool:
        """Whether the address is on this very computer."""
        if self.host.rstrip(".") == "localhost" or self.host.rstrip(".").endswith(".localhost"):
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False


def _check_url(url: str) -> None:
    if not url or not url.isascii() or not url.isprintable() or " " in url or "\\" in url:
        raise ModelError("config", f"--base-url is to be plain ASCII without blanks, like {OPENAI}")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise ModelError("config", f"--base-url is no address; it looks like {OPENAI}") from None
    if "@" in parts.netloc:
        raise ModelError("config", f"--base-url holds a user name or password: put the key into {KEY_VARIABLE}")
    if parts.scheme not in ("http", "https"):
        raise ModelError("config", f"--base-url starts with http:// or https://, like {OPENAI}")
    if not _HOST.fullmatch(parts.netloc.rpartition(":")[0] if port is not None else parts.netloc) or port == 0:
        raise ModelError("config", f"--base-url names no host; it looks like {OPENAI}")
    if parts.query or parts.fragment or "?" in url or "#" in url:
        raise ModelError("config", "--base-url ends at the path: leave out what follows ? or #")
