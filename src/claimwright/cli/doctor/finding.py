"""What `claimwright doctor` finds: one thing, how it is, and what mends it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the doctor's: `fix` is empty where nothing is wrong, `exit_code` 0 where nothing needed is."""

    name: str
    said: str
    fix: str = ""
    exit_code: int = 0

    @property
    def state(self) -> str:
        """`fault` if something needed does not work, `note` if something can be better, else `ok`."""
        return "fault" if self.exit_code else "note" if self.fix else "ok"
