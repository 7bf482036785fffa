"""The evidence of a case as numbered copies: each file opened once, checked, and written into the folder that grows.

The originals are only ever read. A fault of one item does not hide those of the others.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import BinaryIO

from claimwright.case.casefile import Case
from claimwright.case.evidence import Evidence
from claimwright.exhibits.content import PIECE, Content, Family, Foreign, content_of, other_suffix
from claimwright.exhibits.exhibit import Exhibit, Limits, odd_days
from claimwright.exhibits.folder import Growing
from claimwright.exhibits.name import copy_name
from claimwright.exhibits.picture import SMALLEST_SIDE, Picture, encoded, read_picture
from claimwright.exhibits.place import Places
from claimwright.exhibits.remark import Remark, Unfit
from claimwright.exhibits.sharpness import blurred
from claimwright.exhibits.sharpness import small as too_small
from claimwright.exhibits.sheet import Cell, sheet, small
from claimwright.exhibits.wholeness import locked, whole

SHEET = "contact-sheet.jpg"
ATTACHMENTS = "attachments.txt"


@dataclass(slots=True)
class Copies:
    """What became of a case's evidence: every item, the faults and the warnings, and the sheet if there is one."""

    case: Case
    captions: Sequence[str]
    limits: Limits
    today: date
    folder: Growing
    exhibits: list[Exhibit] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    sheet: str | None = None
    attachments: str = ATTACHMENTS
    _cells: list[Cell] = field(default_factory=list)

    @property
    def faults(self) -> list[Remark]:
        """What keeps the copies from being handed over."""
        return [one for one in self.remarks if one.is_fault]

    @property
    def warnings(self) -> list[Remark]:
        """What the buyer should look at."""
        return [one for one in self.remarks if not one.is_fault]

    def make(self, places: Places) -> None:
        """Checks and copies every item, then writes the sheet and the list. Raises CannotReadWrite."""
        for number, (item, caption) in enumerate(zip(self.case.evidence, self.captions, strict=True), start=1):
            try:
                self.exhibits.append(self._exhibit(number, item, caption, places))
            except Unfit as unfit:
                self.remarks.append(Remark(number, unfit.id, unfit.values))
        if self.faults:
            return
        self._compare()
        if self._cells:
            drawn, unlettered = sheet(self._cells)
            self.folder.add(SHEET, [drawn])
            self.sheet = SHEET
            self.remarks += [Remark(number, "unlettered") for number in unlettered]
        lines = (f"E{one.number}: {one.caption}\n" for one in self.exhibits)
        self.folder.add(self.attachments, ["".join(lines).encode()])
        self.remarks.sort(key=lambda one: one.number or len(self.exhibits) + 1)

    def _exhibit(self, number: int, item: Evidence, caption: str, places: Places) -> Exhibit:
        if item.file is None:
            self._warn(number, "no_file_named")
            return Exhibit(number, item, caption)
        with places.opened(item.file) as stream:
            try:
                content = _checked(stream, item)
                if suffix := other_suffix(item.file, content):
                    self._warn(number, "other_suffix", suffix=suffix, content=content.name)
                if content.family is Family.PICTURE:
                    return self._picture(number, item, caption, content, stream)
                return self._as_it_is(number, item, caption, content, stream)
            except OSError as error:
                raise Unfit("unreadable", why=error.strerror or "it breaks off") from error

    def _picture(self, number: int, item: Evidence, caption: str, content: Content, stream: BinaryIO) -> Exhibit:
        picture = read_picture(stream, self.limits.side)
        data, written_as, size = encoded(picture.image, content, self.limits.bytes)
        self._look_at(number, item, picture, size)
        if len(data) > self.limits.bytes:
            self._warn(number, "too_large", size=_megabytes(len(data)), most=_megabytes(self.limits.bytes))
        copy = self._name(number, item, written_as)
        self.folder.add(copy, [data])
        self._cells.append(Cell(number, caption, _kind(item), small(picture.image), content.name))
        return Exhibit(number, item, caption, copy, written_as, len(data), size, picture.taken_on, clean=True)

    def _look_at(self, number: int, item: Evidence, picture: Picture, size: tuple[int, int]) -> None:
        if picture.taken_on:
            self.remarks += odd_days(number, item, picture.taken_on, self.case.order, self.today)
        if picture.moving:
            self._warn(number, "moving")
        pixels = {"width": str(picture.size[0]), "height": str(picture.size[1])}
        if too_small(picture.size):
            self._warn(number, "small", **pixels)
        elif item.kind in {"photo", "measurement"} and blurred(picture.image):
            self._warn(number, "blurred")
        if min(size) < SMALLEST_SIDE <= min(picture.size):
            self._warn(number, "narrow", **pixels, new_width=str(size[0]), new_height=str(size[1]))

    def _as_it_is(self, number: int, item: Evidence, caption: str, content: Content, stream: BinaryIO) -> Exhibit:
        copy = self._name(number, item, content)
        length = self.folder.add(copy, _pieces(stream))
        most = self.limits.video_bytes if content.family is Family.VIDEO else self.limits.bytes
        if length > most:
            self._warn(number, "too_large", size=_megabytes(length), most=_megabytes(most))
        if locked(stream, content):
            self._warn(number, "locked")
        if content.family is not Family.TEXT:
            self._warn(number, "kept_as_it_is", content=content.name)
        self._cells.append(Cell(number, caption, _kind(item), None, content.family.value.upper()))
        return Exhibit(number, item, caption, copy, content, length)

    def _compare(self) -> None:
        """Copies that are the same byte for byte, whatever the hidden data of the originals; and how many there are."""
        seen: dict[str, int] = {}
        for one in self.exhibits:
            if one.copy:
                first = seen.setdefault(self.folder.digests[one.copy], one.number)
                if first != one.number:
                    self._warn(one.number, "twice", first=f"E{first}")
        copies = sum(one.copy is not None for one in self.exhibits)
        if copies > self.limits.files:
            self._warn(0, "too_many", files=str(copies), most=str(self.limits.files))

    def _name(self, number: int, item: Evidence, content: Content) -> str:
        return copy_name(number, len(self.case.evidence), _kind(item), item.shows, content.suffixes[0])

    def _warn(self, number: int, id: str, **values: str) -> None:
        self.remarks.append(Remark(number, id, values))


def _checked(stream: BinaryIO, item: Evidence) -> Content:
    """What the file is, if it can be what the case says it is. Raises Unfit."""
    if not stream.read(1):
        raise Unfit("empty")
    content = content_of(stream)
    if content is None:
        raise Unfit("unknown")
    if isinstance(content, Foreign):
        raise Unfit("foreign", content=content.name, instead=content.instead)
    if item.kind == "photo" and content.family is not Family.PICTURE:
        raise Unfit("not_a_picture", content=content.name)
    if item.kind == "video" and content.family is not Family.VIDEO:
        raise Unfit("not_a_video", content=content.name)
    if not whole(stream, content):
        raise Unfit("broken")
    return content


def _pieces(stream: BinaryIO) -> Iterator[bytes]:
    try:
        while piece := stream.read(PIECE):
            yield piece
    except OSError as error:
        raise Unfit("unreadable", why=error.strerror or "it breaks off") from error


def _kind(item: Evidence) -> str:
    return item.kind.replace("_", " ")


def _megabytes(length: int) -> str:
    return f"{length / 1e6:.1f}".removesuffix(".0")
