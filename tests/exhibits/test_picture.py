"""A copy of a picture has the pixels and nothing else; what cannot be decoded, or would fill the memory, is refused."""

import struct
from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image, ImageChops

from claimwright.exhibits.content import GIF, JPEG, PNG, WEBP, Content
from claimwright.exhibits.picture import SMALLEST_SIDE, encoded, read_picture
from claimwright.exhibits.remark import Unfit

from . import files
from .files import BLUE, GREEN, RED, SECRET, WHITE, drawing, saved

PLENTY = 10**9


def copied(data: bytes, content: Content, most_side: int = 3000, most_bytes: int = PLENTY) -> bytes:
    picture = read_picture(BytesIO(data), most_side)
    return encoded(picture.image, content, most_bytes)[0]


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


def distance(one: Image.Image, other: Image.Image) -> int:
    """The largest difference of a colour at any pixel, of 255."""
    assert one.size == other.size
    return max(ImageChops.difference(one.convert("RGB"), other.convert("RGB")).tobytes())


def near(found: object, wanted: tuple[int, ...], tolerance: int = 6) -> bool:
    assert isinstance(found, tuple)
    return all(abs(a - b) <= tolerance for a, b in zip(found, wanted, strict=True))


@pytest.mark.parametrize(
    ("data", "content"),
    [
        pytest.param(files.jpeg(taken="2026:10:28 10:10:10", orientation=6), JPEG, id="JPEG"),
        pytest.param(files.jpeg(drawing().convert("L")), JPEG, id="a grey JPEG"),
        pytest.param(files.webp(), WEBP, id="WebP"),
        pytest.param(files.png(), PNG, id="PNG"),
        pytest.param(files.png(drawing().quantize(16)), PNG, id="a PNG with a palette"),
        pytest.param(files.gif(), GIF, id="GIF"),
    ],
)
@pytest.mark.parametrize("most_side", [3000, 500])
def test_nothing_is_left_in_a_copy_but_its_pixels(data: bytes, content: Content, most_side: int) -> None:
    assert SECRET in data
    copy = copied(data, content, most_side)
    assert SECRET not in copy
    for trace in (b"Exif", b"http:", b"Photoshop", b"ICC", b"iCCP", b"tEXt", b"PhoneOfAna", b"xmp"):
        assert trace not in copy
    if content in (JPEG, WEBP):
        assert set(files.jpeg_segments(copy)) <= {0xE0, 0xDB, 0xC0, 0xC4}
        assert copy.endswith(b"\xff\xd9")
    else:
        assert set(files.png_chunks(copy)) == {b"IHDR", b"IDAT", b"IEND"}
    assert dict(opened(copy).getexif()) == {}


@pytest.mark.parametrize(
    ("data", "content", "tolerance"),
    [
        pytest.param(files.png(), PNG, 0, id="PNG"),
        pytest.param(files.gif(), GIF, 0, id="GIF"),
        pytest.param(files.png(drawing().quantize(16)), PNG, 0, id="a palette"),
        pytest.param(saved(drawing().convert("L"), "PNG"), PNG, 0, id="grey"),
        pytest.param(saved(drawing().convert("1"), "PNG"), PNG, 0, id="black and white"),
        pytest.param(files.jpeg(), JPEG, 24, id="JPEG"),
        pytest.param(files.webp(), WEBP, 24, id="WebP"),
    ],
)
def test_the_pixels_are_those_of_the_original(data: bytes, content: Content, tolerance: int) -> None:
    assert distance(opened(data), opened(copied(data, content))) <= tolerance


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_as_the_camera_held_it(orientation: int) -> None:
    upright = drawing()
    lying = upright
    for way in {
        1: [],
        2: [Image.Transpose.FLIP_LEFT_RIGHT],
        3: [Image.Transpose.ROTATE_180],
        4: [Image.Transpose.FLIP_TOP_BOTTOM],
        5: [Image.Transpose.TRANSPOSE],
        6: [Image.Transpose.ROTATE_90],
        7: [Image.Transpose.TRANSVERSE],
        8: [Image.Transpose.ROTATE_270],
    }[orientation]:
        lying = lying.transpose(way)
    picture = read_picture(BytesIO(files.jpeg(lying, orientation=orientation)), 3000)
    assert picture.size == picture.image.size == (640, 480)
    for at, colour in (((40, 40), RED), ((600, 40), GREEN), ((40, 440), BLUE), ((600, 440), WHITE)):
        assert near(picture.image.getpixel(at), colour)


def _clear() -> Image.Image:
    """Red on the left, fully transparent black on the right."""
    image = Image.new("RGBA", (600, 400), (0, 0, 0, 0))
    image.paste((*RED, 255), (0, 0, 300, 400))
    return image


def _clear_palette() -> bytes:
    image = Image.new("P", (600, 400), 0)
    image.putpalette([0, 0, 0, *RED])
    image.paste(1, (0, 0, 300, 400))
    return saved(image, "PNG", transparency=0)


def _many_clear_palette() -> bytes:
    image = Image.new("P", (600, 400), 0)
    image.putpalette([0, 0, 0, *RED])
    image.paste(1, (0, 0, 300, 400))
    return saved(image, "PNG", transparency=bytes([0, 255]))


@pytest.mark.parametrize(
    ("data", "content"),
    [
        pytest.param(saved(_clear(), "PNG"), PNG, id="RGBA"),
        pytest.param(_clear_palette(), PNG, id="one clear colour of a palette"),
        pytest.param(_many_clear_palette(), PNG, id="a palette with a degree for each colour"),
        pytest.param(saved(_clear(), "WEBP", lossless=True), WEBP, id="WebP"),
        pytest.param(saved(_clear(), "GIF"), GIF, id="GIF"),
    ],
)
def test_what_is_transparent_becomes_white(data: bytes, content: Content) -> None:
    copy = opened(copied(data, content))
    assert copy.mode == "RGB"
    assert near(copy.getpixel((500, 200)), WHITE)
    assert near(copy.getpixel((100, 200)), RED)


def test_grey_with_transparency_becomes_grey_on_white() -> None:
    image = Image.new("LA", (500, 400), (0, 0))
    image.paste((90, 255), (0, 0, 250, 400))
    copy = opened(copied(saved(image, "PNG"), PNG))
    assert near(copy.getpixel((400, 200)), WHITE)
    assert near(copy.getpixel((100, 200)), (90, 90, 90))


def test_the_colours_for_print_become_those_of_a_screen() -> None:
    image = Image.new("CMYK", (500, 400), (255, 0, 0, 0))
    copy = opened(copied(saved(image, "JPEG"), JPEG))
    assert copy.mode == "RGB"
    assert near(copy.getpixel((100, 100)), (0, 255, 255))


@pytest.mark.parametrize(("value", "seen"), [(0, 0), (300, 1), (0x8080, 0x80), (0xFFFF, 255)])
def test_sixteen_bits_become_eight_without_being_cut(value: int, seen: int) -> None:
    data = saved(Image.new("I;16", (500, 400), value), "PNG")
    copy = opened(copied(data, PNG))
    assert (copy.mode, copy.getpixel((9, 9))) == ("L", seen)


def test_a_profile_s_colours_are_kept_and_the_profile_is_not() -> None:
    red = Image.new("RGB", (500, 400), (255, 0, 0))
    data = saved(red, "JPEG", quality=95, icc_profile=files.profile(swapped=True))
    copy = opened(copied(data, JPEG))
    assert near(copy.getpixel((9, 9)), (0, 255, 0), 12)
    assert "icc_profile" not in copy.info


@pytest.mark.parametrize("profile", [b"no profile", files.profile()], ids=["a broken one", "one for other colours"])
def test_a_profile_that_does_not_fit_is_passed_over(profile: bytes) -> None:
    image = Image.new("L", (500, 400), 90)
    copy = opened(copied(saved(image, "PNG", icc_profile=profile), PNG))
    assert near(copy.convert("RGB").getpixel((9, 9)), (90, 90, 90), 2)


@pytest.mark.parametrize(
    ("size", "most_side", "wanted"),
    [
        ((4000, 3000), 3000, (3000, 2250)),
        ((3000, 4000), 3000, (2250, 3000)),
        ((3000, 3000), 3000, (3000, 3000)),
        ((9000, 10), 1000, (1000, 1)),
        ((1, 1), 3000, (1, 1)),
        ((4001, 3), 480, (480, 1)),
    ],
)
@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_a_large_picture_is_made_smaller_and_keeps_its_shape(
    size: tuple[int, int], most_side: int, wanted: tuple[int, int], form: str
) -> None:
    picture = read_picture(BytesIO(saved(Image.new("RGB", size, GREEN), form)), most_side)
    assert (picture.size, picture.image.size) == (size, wanted)
    assert near(picture.image.getpixel((0, 0)), GREEN)


def test_a_smaller_copy_shows_the_same() -> None:
    large = drawing((2400, 1800))
    picture = read_picture(BytesIO(files.jpeg(large)), 600)
    assert picture.image.size == (600, 450)
    for at, colour in (((560, 40), GREEN), ((40, 420), BLUE), ((560, 420), WHITE)):
        assert near(picture.image.getpixel(at), colour)


@pytest.mark.parametrize("content", [JPEG, PNG, GIF, WEBP])
def test_a_copy_is_made_to_fit_the_bytes(content: Content) -> None:
    noise = Image.effect_noise((1200, 900), 80)
    assert len(saved(noise, "JPEG", quality=75)) > 300_000
    data, written_as, size = encoded(noise, content, 300_000)
    assert (len(data) <= 300_000, written_as, opened(data).size) == (True, JPEG, size)
    assert SMALLEST_SIDE <= max(size) < 1200


def test_a_copy_that_would_be_too_small_stays_larger_than_wanted() -> None:
    data, _, size = encoded(Image.effect_noise((1200, 900), 80), JPEG, 1000)
    assert (len(data) > 1000, max(size) >= SMALLEST_SIDE) == (True, True)


@pytest.mark.parametrize(
    ("content", "written_as"), [(JPEG, JPEG), (WEBP, JPEG), (PNG, PNG), (GIF, PNG)], ids=lambda one: str(one.name)
)
def test_what_is_written_as_what(content: Content, written_as: Content) -> None:
    data, found, _ = encoded(drawing(), content, PLENTY)
    assert (found, opened(data).format) == (written_as, "JPEG" if written_as is JPEG else "PNG")


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG"])
def test_of_a_moving_picture_the_first_frame_is_kept_and_it_is_told(form: str) -> None:
    picture = read_picture(BytesIO(files.moving(form)), 3000)
    assert picture.moving
    assert near(picture.image.convert("RGB").getpixel((40, 40)), RED, 12)


def test_two_pictures_of_one_shot_are_no_moving_picture() -> None:
    data = saved(drawing(), "MPO", save_all=True, append_images=[drawing((320, 240))])
    picture = read_picture(BytesIO(data), 3000)
    assert (picture.moving, picture.image.size) == (False, (640, 480))


def _with_length(data: bytes, width: int, height: int) -> bytes:
    """A JPEG that claims another size."""
    at = data.index(b"\xff\xc0")
    return data[: at + 5] + struct.pack(">HH", height, width) + data[at + 9 :]


@pytest.mark.parametrize(
    ("data", "pixels"),
    [
        pytest.param(files.png_of_size(12000, 9000), "12,000 × 9,000 pixels", id="a PNG over our limit"),
        pytest.param(files.png_of_size(60000, 60000), "far too many pixels", id="a PNG over Pillow's"),
        pytest.param(_with_length(saved(drawing(), "JPEG"), 65000, 65000), "far too many pixels", id="a JPEG"),
        pytest.param(b"GIF89a" + b"\xff\xff\xff\xff" + files.gif()[10:], "far too many pixels", id="a GIF"),
    ],
)
def test_a_picture_that_would_fill_the_memory_is_not_decoded(data: bytes, pixels: str) -> None:
    with pytest.raises(Unfit) as found:
        read_picture(BytesIO(data), 3000)
    assert (found.value.id, found.value.values) == ("too_many_pixels", {"pixels": pixels, "most": "100"})


BROKEN: list[tuple[str, Callable[[], bytes]]] = [
    ("a JPEG of which half is there", lambda: saved(drawing(), "JPEG")[:4000]),
    ("a JPEG that ends after its head", lambda: saved(drawing(), "JPEG")[:300]),
    ("a PNG of which half is there", lambda: saved(drawing(), "PNG")[:900]),
    ("a PNG with fewer rows than it says", lambda: files.png_of_size(100, 100)),
    ("a PNG with a changed byte", lambda: saved(drawing(), "PNG").replace(b"IHDR\0", b"IHDR\1")),
    ("a WebP of which half is there", lambda: saved(drawing(), "WEBP")[:400]),
    ("a GIF of which half is there", lambda: saved(drawing(), "GIF")[:1000]),
    ("three bytes", lambda: b"\xff\xd8\xff"),
    ("a picture of another kind behind a JPEG's first bytes", lambda: b"\xff\xd8\xffII*\0"),
]


@pytest.mark.parametrize("data", [make for _, make in BROKEN], ids=[name for name, _ in BROKEN])
def test_a_broken_picture_is_called_broken(data: Callable[[], bytes]) -> None:
    with pytest.raises(Unfit) as found:
        read_picture(BytesIO(data()), 3000)
    assert found.value.id == "broken"


def test_broken_hidden_data_harm_nobody() -> None:
    plain = saved(drawing(), "JPEG")
    for payload in (
        b"Exif\0\0garbage",
        b"Exif\0\0II*\0\xff\xff\xff\xff",
        b"Exif\0\0MM\0*\0\0\0\x08\xff\xff" + b"\x01" * 40,
    ):
        odd = plain[:2] + struct.pack(">BBH", 0xFF, 0xE1, len(payload) + 2) + payload + plain[2:]
        picture = read_picture(BytesIO(odd), 3000)
        assert (picture.taken_on, picture.image.size) == (None, (640, 480))


def test_the_same_picture_gives_the_same_bytes() -> None:
    assert copied(files.jpeg(), JPEG) == copied(files.jpeg(taken="2026:10:28 10:10:10"), JPEG)
