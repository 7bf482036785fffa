"""What a camera wrote into a picture that matters here: the day on which it was taken, and which way up it is."""

import re
from datetime import date

from PIL import ExifTags, Image

_DAY = re.compile(r"(\d{4})[:-](\d\d)[:-](\d\d)(?!\d)")

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def taken(image: Image.Image) -> date | None:
    """The day of EXIF's DateTimeOriginal, by the camera's own clock; None if there is none that is a date."""
    try:
        given = image.getexif().get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.DateTimeOriginal)
        found = _DAY.match(given.decode("ascii") if isinstance(given, bytes) else str(given))
        return date(*map(int, found.groups())) if found else None
    except Exception:  # whatever Pillow raises on broken data: then the day is not known
        return None


def turn(image: Image.Image) -> Image.Transpose | None:
    """How the picture is to be turned or mirrored to stand as it was seen; None if it does already."""
    try:
        return _TURNS.get(image.getexif().get(ExifTags.Base.Orientation, 1))
    except Exception:  # whatever Pillow raises on broken data
        return None
