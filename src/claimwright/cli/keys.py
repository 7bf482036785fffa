"""The key of a model's provider: from OPENAI_API_KEY, else from the system's keyring, never from a file or an option.

Decided here: a key belongs to one host and is given out for no other. The keyring is opened only if config.toml says
that a key is there, and only for so long, for one that is locked can wait for a window that nobody sees.
"""

from collections.abc import Callable
from threading import Thread
from typing import TypeVar
from urllib.parse import urlsplit

from claimwright.errors import ModelUnavailable
from claimwright.llm.endpoint import KEY_VARIABLE

T = TypeVar("T")
_SERVICE = "claimwright"
_SECONDS = 30.0
_INSTEAD = f"Set {KEY_VARIABLE} in the environment instead."


class KeyringClosed(ModelUnavailable):
    """The keyring is not there, is locked, or did not answer."""


def host_of(address: str) -> str:
    """The host, and the port if there is one, whose key is asked for."""
    return urlsplit(address).netloc.rpartition("@")[2].casefold()


def stored(address: str) -> str:
    """The key for the host of this address; empty if none is kept for it. Raises KeyringClosed."""
    import keyring

    return _opened(lambda: keyring.get_password(_SERVICE, host_of(address))) or ""


def store(address: str, key: str) -> str:
    """Keeps the key for the host of this address; the name of the keyring. Raises KeyringClosed."""
    import keyring

    _opened(lambda: keyring.set_password(_SERVICE, host_of(address), key))
    return str(keyring.get_keyring().name)


def forget(address: str) -> bool:
    """Deletes the key for the host of this address; whether there was one. Raises KeyringClosed."""
    import keyring

    if not stored(address):
        return False
    _opened(lambda: keyring.delete_password(_SERVICE, host_of(address)))
    return True


def _opened(use: Callable[[], T]) -> T:
    """What this use of the keyring returns, if it does in time."""
    found: list[T] = []
    failed: list[Exception] = []

    def attempt() -> None:
        try:
            found.append(use())
        except Exception as error:  # whatever a keyring of somebody's raises
            failed.append(error)

    thread = Thread(target=attempt, daemon=True)
    thread.start()
    thread.join(_SECONDS)
    if found:
        return found[0]
    raise KeyringClosed(f"{_why(failed[0] if failed else None)} {_INSTEAD}")


def _why(error: Exception | None) -> str:
    from keyring.errors import KeyringLocked, NoKeyringError

    if error is None:
        return f"The keyring did not answer within {_SECONDS:g} seconds; it may wait to be unlocked."
    if isinstance(error, NoKeyringError):
        return "This system has no keyring that can be used."
    if isinstance(error, KeyringLocked):
        return "The keyring is locked."
    return f"The keyring cannot be used ({type(error).__name__})."
