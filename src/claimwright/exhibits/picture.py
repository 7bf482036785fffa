"""A picture drawn anew: upright, in plain colours, small enough, and with nothing in the file but its pixels.

Decided here: colours of another profile are converted to sRGB and the profile is dropped, since a colour may be what
the dispute is about and a profile may name the device. Transparent parts become white. JPEG stays JPEG and WebP becomes
JPEG; PNG stays PNG and GIF becomes PNG, unless that is too large. Of a moving picture the first frame is kept.
"""

import warnings
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import BinaryIO

from PIL import Image, ImageCms

from claimwright.exhibits.content import GIF, JPEG, PNG, Content
from claimwright.exhibits.exposure import taken, turn
from claimwright.exhibits.remark import Unfit

MOST_PIXELS = 100_000_000
"""A picture with more pixels is not decoded: small files can hold pictures that fill the memory."""

SMALLEST_SIDE = 480
"""No picture is made smaller than this to save bytes."""

_FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
_QUALITIES = (92, 85, 75)


@dataclass(frozen=True, slots=True)
class Picture:
    """The pixels of a picture in RGB or grey, and what was read beside them. `size` is the original's, upright."""

    image: Image.Image
    size: tuple[int, int]
    taken_on: date | None
    moving: bool


def read_picture(stream: BinaryIO, most_side: int) -> Picture:
    """The picture, no side longer than `most_side` pixels. Raises Unfit if it is broken or has too many pixels."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow's remarks on odd metadata, which is dropped
        try:
            with Image.open(stream, formats=_FORMATS) as image:
                if image.width * image.height > MOST_PIXELS:
                    raise _too_many(f"{image.width:,} × {image.height:,} pixels")
                return _read(image, most_side)
        except Unfit:
            raise
        except Image.DecompressionBombError as error:
            raise _too_many("far too many pixels") from error
        except Exception as error:  # whatever a decoder raises on a broken file
            raise Unfit("broken") from error


def _too_many(pixels: str) -> Unfit:
    return Unfit("too_many_pixels", pixels=pixels, most=f"{MOST_PIXELS // 1_000_000}")


def _read(image: Image.Image, most_side: int) -> Picture:
    day, way, size = taken(image), turn(image), image.size
    moving = image.format != "MPO" and bool(getattr(image, "is_animated", False))
    wanted = _within(size, most_side)
    image.draft(None, wanted)  # a JPEG is decoded at a part of its size, if that is enough
    image.load()
    plain = _plain(image)
    same = plain.size == wanted
    plain = plain.copy() if same else plain.resize(wanted, Image.Resampling.LANCZOS, reducing_gap=3)
    if way is not None:
        plain = plain.transpose(way)
    plain.info = {}  # comments and profiles, which a writer would copy
    upright = size if (size[0] < size[1]) == (plain.width < plain.height) else size[::-1]
    return Picture(plain, upright, day, moving)


def _within(size: tuple[int, int], most_side: int) -> tuple[int, int]:
    scale = min(1.0, most_side / max(size))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _plain(image: Image.Image) -> Image.Image:
    """The pixels in eight bits, RGB or L, as sRGB, on white."""
    profile = image.info.get("icc_profile")
    if image.mode.startswith("I"):  # 16 bits a pixel: Pillow would cut what is lighter than 255
        return image.convert("I").point(lambda value: value / 257).convert("L")
    if image.mode in {"1", "La"}:
        image = image.convert("L")
    if image.has_transparency_data:
        clear = image.convert("RGBA")
        white = Image.new("RGBA", clear.size, "white")
        image = Image.alpha_composite(white, clear).convert("RGB")
    if image.mode not in {"L", "RGB", "CMYK"}:
        image = image.convert("RGB")
    if profile:
        image = _in_srgb(image, profile)
    return image.convert("RGB") if image.mode == "CMYK" else image


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    try:
        source, target = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
        found = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, ImportError):  # broken, for other colours, or no engine
        return image
    return found or image


def encoded(image: Image.Image, content: Content, most_bytes: int) -> tuple[bytes, Content, tuple[int, int]]:
    """The bytes of a picture file, its content (JPEG or PNG) and its size in pixels.

    Over the most bytes, quality is lowered first, then size; what still is larger is returned as it is.
    """
    if content in (PNG, GIF):
        swiftly = image.width * image.height > 4_000_000  # a photo saved as PNG takes long to pack, and is large anyway
        data = _written(image, "PNG", compress_level=1 if swiftly else 6)
        if len(data) <= most_bytes:
            return data, PNG, image.size
    while True:
        for quality in _QUALITIES:
            data = _written(image, "JPEG", quality=quality, subsampling=0, optimize=True)
            if len(data) <= most_bytes:
                return data, JPEG, image.size
        side = max(image.size)
        if side <= SMALLEST_SIDE:
            return data, JPEG, image.size
        scale = min(0.9, (most_bytes / len(data)) ** 0.5)
        image = image.resize(_within(image.size, max(SMALLEST_SIDE, int(side * scale))), Image.Resampling.LANCZOS)


def _written(image: Image.Image, form: str, **options: int | bool) -> bytes:
    stream = BytesIO()
    image.save(stream, form, **options)
    return stream.getvalue()
