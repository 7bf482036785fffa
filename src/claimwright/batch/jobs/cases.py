"""The cases of a job, read anew from where they were named: the manifest holds none of what they say."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from claimwright.batch.documents import documents
from claimwright.batch.entries import Entry, entries
from claimwright.batch.jobs.place import Place
from claimwright.batch.sources import Sources, sources_of
from claimwright.errors import CannotReadWrite, UsageError


class Cases:
    """The cases that these paths stand for, less the files of the job and of its results."""

    def __init__(self, paths: Sequence[str], folder: str, place: Place, out: Path | None = None) -> None:
        """Raises CannotReadWrite for a name that leads nowhere, UsageError for what can be read only once."""
        try:
            self._sources: Sources = sources_of(paths, out)
        except CannotReadWrite as error:
            if os.path.realpath(folder) == os.path.realpath(Path.cwd()):
                raise
            raise CannotReadWrite(f"{error} The cases were exported from {folder}: run it there.") from error
        if not self._sources.again():
            raise UsageError(
                "The cases are read again when the answers come, and stdin or a pipe cannot be: put them into a file."
            )
        self._place = os.path.realpath(place.named)
        self._shards = os.path.realpath(place.named.with_name(f"{place.named.stem}-"))

    def entries(self, *, named: bool) -> Iterator[Entry]:
        """Every case in its order; `named` is whether each is to have files of its own."""
        files = (file for file in self._sources.files() if not self._is_ours(file))
        return entries((one for file in files for one in documents(file)), named=named)

    def _is_ours(self, file: str) -> bool:
        path = os.path.realpath(file)
        if path == self._place or path.startswith((f"{self._place}.job{os.sep}", f"{self._place}{os.sep}")):
            return True
        number = path.removeprefix(self._shards).removesuffix(".jsonl")
        return path == f"{self._shards}{number}.jsonl" and number.isdigit()
