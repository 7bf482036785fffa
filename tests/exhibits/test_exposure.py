"""The day that a camera wrote, if it is one."""

from datetime import date
from io import BytesIO

import pytest
from PIL import ExifTags, Image

from claimwright.exhibits.exposure import taken, turn

from . import files


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2026:10:28 09:30:00", date(2026, 10, 28)),
        ("2026-10-28T09:30:00", date(2026, 10, 28)),
        ("0000:00:00 00:00:00", None),
        ("2026:02:30 09:30:00", None),
        ("    :  :     :  :  ", None),
        ("yesterday", None),
        (None, None),
    ],
)
@pytest.mark.parametrize("make", [files.jpeg, files.png], ids=["JPEG", "PNG"])
def test_the_day_of_a_picture(make: type, given: str | None, day: date | None) -> None:
    with Image.open(BytesIO(make(taken=given))) as image:
        assert taken(image) == day


def test_the_day_on_which_a_picture_was_changed_is_not_that_on_which_it_was_taken() -> None:
    data = Image.Exif()
    data[ExifTags.Base.DateTime] = "2026:10:28 09:30:00"
    with Image.open(BytesIO(files.saved(files.drawing(), "JPEG", exif=data.tobytes()))) as image:
        assert taken(image) is None


@pytest.mark.parametrize(("orientation", "way"), [(None, None), (1, None), (6, Image.Transpose.ROTATE_270), (99, None)])
def test_which_way_up(orientation: int | None, way: Image.Transpose | None) -> None:
    with Image.open(BytesIO(files.jpeg(orientation=orientation))) as image:
        assert turn(image) == way
