"""The settings that a buyer keeps: which there are, what each takes, and what config.toml and the environment say.

Decided here: what is asked for on the command line comes before the environment, that before config.toml, that before
what we would choose. A faulty file is used for nothing, and every fault of it is told at once. A key is no setting: the
file only says that one is in the keyring.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from claimwright.errors import CannotReadWrite, UsageError

FILE = "config.toml"
KEYRING = "keyring"
Value = str | int | float


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: the words or the numbers that it takes, and the one command that it is for, if it is for one."""

    name: str
    words: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None
    whole: bool = False
    above: bool = False  # the least itself is too little
    command: str = ""

    @property
    def variable(self) -> str:
        """The environment variable that sets it, or nothing."""
        return {"base_url": "OPENAI_BASE_URL", "key": ""}.get(self.name, f"CLAIMWRIGHT_{self.name.upper()}")

    def read(self, text: str) -> Value:
        """The value that is written so; text where a number was meant stays text, for fault() to find."""
        if self.least is None:
            return text.strip()
        for kind in (int, float):
            try:
                return kind(text)
            except ValueError:
                continue
        return text

    def fault(self, value: object) -> str:
        """What is wrong with a value, as the end of a sentence that begins with the name; nothing if it may be used."""
        if self.least is not None:
            return self._fault_of_number(value)
        if not isinstance(value, str) or not value.strip() or not value.isprintable():
            return "is a text in quotes, on one line" if not self.words else f"is one of {', '.join(self.words)}"
        if self.words and value not in self.words:
            from claimwright.case.faults import did_you_mean

            return f"is one of {', '.join(self.words)}.{did_you_mean(value, self.words)}".rstrip(".")
        return _fault_of_address(value) if self.name == "base_url" else ""

    def _fault_of_number(self, value: object) -> str:
        kind = "a whole number" if self.whole else "a number"
        if isinstance(value, bool) or not isinstance(value, int if self.whole else int | float):
            return f"is {kind}, without quotes"
        assert self.least is not None
        if not (value > self.least if self.above else value >= self.least):
            return f"is {kind} {'above' if self.above else 'of at least'} {self.least:g}"
        if value > (self.most or 1e12):
            return f"is {kind} of at most {self.most or 1e12:,.0f}"
        return ""


def _languages() -> tuple[str, ...]:
    from claimwright.letter.wording import LANGUAGES

    return tuple(LANGUAGES)


SETTINGS: Mapping[str, Setting] = MappingProxyType(
    {
        one.name: one
        for one in (
            Setting("writer", words=("auto", "template", "model")),
            Setting("model"),
            Setting("base_url"),
            Setting("key", words=(KEYRING,)),
            Setting("timeout", least=1),
            Setting("language"),
            Setting("limit", least=1, whole=True),
            Setting("guide"),
            Setting("concurrency", least=1, most=4096, whole=True, command="batch"),
            Setting("rpm", least=0, above=True, command="batch"),
            Setting("tpm", least=0, above=True, command="batch"),
            Setting("max_tokens", least=1, whole=True, command="batch"),
            Setting("price_in", least=0, command="batch"),
            Setting("price_out", least=0, command="batch"),
            Setting("max_mb", least=0.05, command="evidence"),
            Setting("max_video_mb", least=0.05, command="evidence"),
            Setting("max_side", least=480, whole=True, command="evidence"),
            Setting("max_files", least=1, whole=True, command="evidence"),
        )
    }
)


@dataclass(frozen=True, slots=True)
class Preferences:
    """What is set, by name, and where each was set: a variable's name, or config.toml."""

    values: Mapping[str, Value]
    origins: Mapping[str, str]

    def text(self, name: str) -> str:
        """A setting that is a text; empty if it is not set."""
        return str(self.values.get(name, ""))


def preferences_of(folder: Path | None) -> Preferences:
    """What the environment and the file in this folder set. Raises UsageError with every fault, CannotReadWrite."""
    values, faults = ({}, []) if folder is None else _kept(folder / FILE)
    origins = dict.fromkeys(values, FILE)
    for setting in SETTINGS.values():
        given = os.environ.get(setting.variable, "").strip() if setting.variable else ""
        if not given:
            continue
        value = setting.read(given)
        # An address is refused where it is used, by the name under which it was given there.
        if setting.name != "base_url" and (fault := fault_of(setting, value)):
            faults.append(sentence(setting.variable, fault.replace(", without quotes", "")))
        values[setting.name], origins[setting.name] = value, setting.variable
    if faults:
        raise UsageError("\n".join(faults))
    return Preferences(values, origins)


def fault_of(setting: Setting, value: object) -> str:
    """What is wrong with a value for this setting, or nothing. The languages are known only once they are needed."""
    if setting.name == "language":
        setting = Setting("language", words=_languages())
    return setting.fault(value)


def _kept(path: Path) -> tuple[dict[str, Value], list[str]]:
    if not path.is_file():
        return {}, []
    text = written_in(path)
    import tomllib

    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # a number or a list without end, too
        return {}, [f"{path}: {error}. Mend it there."]
    faults = []
    for name, value in table.items():
        if fault := _fault(name, value):
            faults.append(f"{path}, line {line_of(name, text)}: {fault}")
    return table, faults


def written_in(path: Path) -> str:
    """The text of the file, or nothing if there is none. Raises UsageError if it is no UTF-8, and CannotReadWrite."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ""
    except UnicodeError:
        raise UsageError(f"{path}: this is not UTF-8 text. Save it as UTF-8.") from None
    except OSError as error:
        raise CannotReadWrite(f"{path}: cannot be read ({error.strerror}). Check your rights.") from error


def _fault(name: str, value: object) -> str:
    if name not in SETTINGS:
        return unknown(name)
    if name == "key" and value != KEYRING:
        return "a key does not belong in a file. Delete the line and run `claimwright config key`."
    fault = fault_of(SETTINGS[name], value)
    return sentence(f'"{name}"', fault) if fault else ""


def sentence(name: str, fault: str) -> str:
    """The whole sentence about a fault, which may end with a question."""
    return f"{name} {fault}" if fault.endswith("?") else f"{name} {fault}."


def unknown(name: str) -> str:
    """The sentence about a name that no setting has; one that asks for a key says where keys go."""
    from claimwright.case.faults import did_you_mean
    from claimwright.reading.characters import visible

    folded = name.casefold().replace("-", "_")
    if folded.endswith(("key", "token", "secret", "password")):
        return f'"{visible(name)[:40]}": a key is kept in the keyring, by `claimwright config key`.'
    return f'"{visible(name)[:40]}" is no setting.{did_you_mean(name, SETTINGS)}'


def line_of(name: str, text: str) -> int:
    """The line, from 1, on which a name is set or its table begins; 1 if it cannot be found."""
    escaped = re.escape(name)
    found = re.search(rf"""^[ \t]*(?:\[+[ \t]*)?["']?{escaped}["']?[ \t]*[=.\]]""", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def _fault_of_address(value: str) -> str:
    from claimwright.llm.endpoint import Endpoint
    from claimwright.llm.error import ModelError

    try:
        Endpoint(value, "any")
    except ModelError as error:
        return f"cannot be used: {error.detail.replace('--base-url ', 'it ')}"
    return ""
