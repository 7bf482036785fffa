"""A guess at blur: the examples' pictures are sharp, and out of focus they are not."""

from pathlib import Path

import pytest
from PIL import Image, ImageFilter

from claimwright.exhibits.sharpness import blurred, small

PICTURES = sorted((Path(__file__).parents[2] / "examples/pictures").glob("*.[jp][pn]g"))


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_a_picture_is_sharp_and_out_of_focus_it_is_not(path: Path) -> None:
    with Image.open(path) as image:
        sharp = image.convert("RGB")
    assert not blurred(sharp)
    assert not blurred(sharp.resize((1920, 1440)))
    assert blurred(sharp.filter(ImageFilter.GaussianBlur(5)))


def test_a_picture_of_nothing_is_blurred() -> None:
    assert blurred(Image.new("RGB", (800, 600), "black"))


def test_a_picture_with_one_sharp_thing_on_a_plain_ground_is_sharp() -> None:
    image = Image.new("L", (1000, 800), 240)
    image.paste(20, (480, 380, 540, 430))
    assert not blurred(image)


@pytest.mark.parametrize(
    ("size", "is_small"), [((399, 399), True), ((400, 1), False), ((1, 1), True), ((4000, 9), False)]
)
def test_small(size: tuple[int, int], is_small: bool) -> None:
    assert small(size) is is_small
    blurred(Image.new("L", size))  # whatever the size, there is an answer
