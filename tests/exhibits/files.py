"""Files of evidence made for tests: pictures with hidden data in every place that has room for some, videos, papers."""

import struct
import zlib
from collections.abc import Iterable
from io import BytesIO

from PIL import ExifTags, Image, ImageCms, ImageDraw
from PIL.PngImagePlugin import PngInfo

SECRET = b"SECRET-52.5200-13.4050-PhoneOfAna"
"""What must not be found in any copy."""

RED, GREEN, BLUE, WHITE = (220, 30, 30), (30, 160, 60), (30, 60, 200), (255, 255, 255)


def drawing(size: tuple[int, int] = (640, 480)) -> Image.Image:
    """Four quarters of different colours, with a sharp pattern in the first."""
    image = Image.new("RGB", size, WHITE)
    pen, (width, height) = ImageDraw.Draw(image), size
    pen.rectangle((0, 0, width // 2 - 1, height // 2 - 1), fill=RED)
    pen.rectangle((width // 2, 0, width, height // 2 - 1), fill=GREEN)
    pen.rectangle((0, height // 2, width // 2 - 1, height), fill=BLUE)
    for step in range(width // 8, width // 4, 6):
        pen.line((step, height // 8, step, height // 4), fill=WHITE, width=2)
    return image


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    """The bytes of a picture file."""
    stream = BytesIO()
    image.save(stream, form, **options)
    return stream.getvalue()


def exif(taken: str | None = None, orientation: int | None = None) -> bytes:
    """A camera's data: its name, its owner, where it was and, if given, when and which way up."""
    data, text = Image.Exif(), SECRET.decode()
    data[ExifTags.Base.Make] = data[ExifTags.Base.Model] = data[ExifTags.Base.Artist] = text
    if orientation:
        data[ExifTags.Base.Orientation] = orientation
    inner = data.get_ifd(ExifTags.IFD.Exif)
    inner[ExifTags.Base.BodySerialNumber] = text
    if taken:
        inner[ExifTags.Base.DateTimeOriginal] = taken
    place = data.get_ifd(ExifTags.IFD.GPSInfo)
    place[ExifTags.GPS.GPSLatitudeRef], place[ExifTags.GPS.GPSLatitude] = "N", (52.0, 31.0, 12.0)
    place[ExifTags.GPS.GPSAreaInformation] = SECRET
    return data.tobytes()


def profile(*, swapped: bool = False) -> bytes:
    """A colour profile with a secret in it; a swapped one has red and green in each other's place."""
    data = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    if swapped:
        table = data[128:512]
        data = (
            data[:128]
            + table.replace(b"rXYZ", b"????").replace(b"gXYZ", b"rXYZ").replace(b"????", b"gXYZ")
            + data[512:]
        )
    size = len(data) + len(SECRET)
    return struct.pack(">I", size) + data[4:] + SECRET


def jpeg(image: Image.Image | None = None, taken: str | None = None, orientation: int | None = None) -> bytes:
    """A JPEG with EXIF, a thumbnail, XMP, IPTC, a profile, a comment and something after its end."""
    plain = saved(image or drawing(), "JPEG", quality=95, subsampling=0, icc_profile=profile(), comment=SECRET)
    thumbnail = saved(drawing((64, 48)), "JPEG", comment=SECRET)
    segments = (
        (0xE1, exif(taken, orientation)),
        (0xE1, b"Thumb\0\0" + thumbnail),
        (0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + SECRET + b"</x:xmpmeta>"),
        (0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(SECRET)) + SECRET),
        (0xEF, SECRET),
    )
    middle = b"".join(struct.pack(">BBH", 0xFF, mark, len(data) + 2) + data for mark, data in segments)
    return plain[:2] + middle + plain[2:] + SECRET


def png(image: Image.Image | None = None, taken: str | None = None) -> bytes:
    """A PNG with texts of all three kinds, EXIF, a profile, a time and something after its end."""
    texts = PngInfo()
    texts.add_text("Author", SECRET.decode())
    texts.add_text("Comment", SECRET.decode(), zip=True)
    texts.add_itxt("XML:com.adobe.xmp", SECRET.decode())
    texts.add(b"tIME", b"\x07\xea\x0a\x1c\x0a\x0a\x0a")
    return (
        saved(image or drawing(), "PNG", pnginfo=texts, exif=exif(taken), icc_profile=profile(), dpi=(72, 72)) + SECRET
    )


def webp(image: Image.Image | None = None) -> bytes:
    """A WebP with EXIF, XMP and a profile."""
    return saved(image or drawing(), "WEBP", lossless=True, exif=exif(), xmp=SECRET, icc_profile=profile())


def gif() -> bytes:
    """A GIF with a comment."""
    return saved(drawing(), "GIF", comment=SECRET)


def moving(form: str) -> bytes:
    """A picture of two frames."""
    return saved(drawing(), form, save_all=True, append_images=[drawing().rotate(90)], duration=100)


def png_of_size(width: int, height: int) -> bytes:
    """A few bytes that claim to be a picture of this size."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 9)) + chunk(b"IEND", b"")


def boxes(*parts: tuple[bytes, bytes]) -> bytes:
    """Boxes of an MP4: the name and what is in each."""
    return b"".join(struct.pack(">I", len(data) + 8) + name + data for name, data in parts)


def mp4(brand: bytes = b"isom", data: bytes = b"frames") -> bytes:
    """A video as far as its boxes tell."""
    return boxes((b"ftyp", brand + b"\0\0\2\0" + brand), (b"moov", SECRET), (b"mdat", data))


def webm(size: bytes | None = None) -> bytes:
    """A WebM as far as its lengths tell; `size` is the length of the segment as the file states it."""
    inside = b"\x16T\xaek" + b"\x84abcd"
    head = b"B\x86\x81\x01" + b"B\x82\x84webm"
    return (
        b"\x1aE\xdf\xa3"
        + bytes([0x80 | len(head)])
        + head
        + b"\x18S\x80g"
        + (size or bytes([0x80 | len(inside)]))
        + inside
    )


def pdf(extra: bytes = b"") -> bytes:
    """A PDF as far as its first and last lines tell."""
    return b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<" + extra + b">>\nstartxref\n9\n%%EOF\n"


def jpeg_segments(data: bytes) -> list[int]:
    """The marks of the segments of a JPEG up to its pixels."""
    found, at = [], 2
    while data[at + 1] != 0xDA:
        found.append(data[at + 1])
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return found


def png_chunks(data: bytes) -> Iterable[bytes]:
    """The names of the chunks of a PNG."""
    at = 8
    while at < len(data):
        yield data[at + 4 : at + 8]
        at += 12 + int.from_bytes(data[at : at + 4], "big")
