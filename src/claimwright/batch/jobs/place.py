"""Where the files of a job stand: requests to be sent, the manifest of what they are, what came back.

Decided here: `-o DIR` holds everything; `-o FILE.jsonl` is the first file of requests, with the rest in FILE.jsonl.job.
"""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from claimwright.batch.shelf import is_lines
from claimwright.errors import CannotReadWrite, UsageError

_MANIFEST = "manifest.jsonl"
_REST = re.compile(r"results\.jsonl|manifest\.jsonl\.part|requests-\d+\.jsonl(?:\.part)?")


@dataclass(frozen=True, slots=True)
class Place:
    """The place of one job, as it was named."""

    named: Path

    @property
    def folder(self) -> Path:
        """Where all but the requests stand."""
        return self.named.with_name(f"{self.named.name}.job") if is_lines(self.named) else self.named

    @property
    def replies(self) -> Path:
        """What has come back so far."""
        return self.folder / "replies.jsonl"

    @property
    def results(self) -> Path:
        """The results of cases for which no model is needed."""
        return self.folder / "results.jsonl"

    @property
    def batches(self) -> Path:
        """What has been sent to the provider."""
        return self.folder / "batches.jsonl"

    @property
    def answers(self) -> Path:
        """The folder of files that came from the provider."""
        return self.folder / "answers"

    @property
    def finished(self) -> Path:
        """The note that all cases are done."""
        return self.folder / "finished.json"

    @property
    def lock(self) -> Path:
        """The file that keeps two runs apart."""
        return self.folder / ".lock"

    def requests(self, number: int) -> Path:
        """The file of requests with this number, from 1."""
        if not is_lines(self.named):
            return self.folder / f"requests-{number}.jsonl"
        return self.named if number == 1 else self.named.with_name(f"{self.named.stem}-{number}.jsonl")

    def manifest(self, number: int) -> Path:
        """The part of the manifest with this number, from 1: one for the export and one for each repair."""
        return self.folder / (_MANIFEST if number == 1 else f"manifest-{number}.jsonl")

    def prepare(self) -> None:
        """Makes the folder. Raises UsageError if something is there already, or CannotReadWrite."""
        if self.manifest(1).exists():
            raise UsageError(self._taken())
        if is_lines(self.named) and os.path.lexists(self.named):
            raise UsageError(f"{self.named} exists. Name another file with -o, or delete it first.")
        if not is_lines(self.named) and self.named.exists() and not self.named.is_dir():
            raise UsageError(f"{self.named} is a file. Name a folder, or a file that ends in .jsonl, with -o.")
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            names = [one.name for one in self.folder.iterdir() if not one.name.startswith(".")]
        except OSError as error:
            raise CannotReadWrite(
                f"{self.folder}: cannot be made ({error.strerror}). Choose another place with -o."
            ) from error
        cut_off = f"{_MANIFEST}.part" in names  # an export begins with it, and has left what may stand beside it
        if not all(cut_off and _REST.fullmatch(name) for name in names):
            raise UsageError(f"{self.folder} holds other files. Name a new folder or an empty one with -o.")
        self.results.unlink(missing_ok=True)  # of the export that was cut off

    def _taken(self) -> str:
        """Why nothing can be exported here, and what to do: what would be deleted is named with it."""
        if not is_lines(self.named):
            return f"{self.named} holds an export already. Name another place with -o, or delete it first."
        parts = [("the record of what was sent", self.batches), ("the answers that came back", self.replies)]
        kept = " and ".join(what for what, path in parts if path.exists())
        held = f", with {kept}" if kept else ""
        if os.path.lexists(self.named):
            return (
                f"{self.named} holds an export already, and the folder {self.folder} belongs to it{held}. "
                "Name another file with -o, or delete both first."
            )
        return (
            f"{self.named} is gone, but the folder {self.folder} of its export is still there{held}. "
            "Delete that folder to export anew, or name another file with -o."
        )


def place_of(named: Path) -> Place:
    """The place that is named by its folder, its first file of requests or its manifest. Raises CannotReadWrite."""
    place = Place(named.parent if named.name == _MANIFEST else named)
    if place.named.suffix == ".job" and place.named.is_dir():
        place = Place(place.named.with_suffix(""))
    if not place.manifest(1).is_file():
        raise CannotReadWrite(f"{named}: there is no export. Name the folder or file that `jobs export` wrote.")
    return place
