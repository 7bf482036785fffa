"""The pictures of the examples are what the program draws: nobody's photographs."""

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "examples/pictures"
KEPT = sorted(path.name for path in PICTURES.iterdir() if path.suffix in {".jpg", ".png"})
TOLERANCE = {".png": 0, ".jpg": 8}  # of 255; encoders differ a little from version to version


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every picture drawn anew."""
    folder = tmp_path_factory.mktemp("pictures")
    subprocess.run([sys.executable, "-m", "examples.pictures.make", str(folder)], cwd=ROOT, check=True)
    return folder


def test_every_picture_is_drawn_and_no_other(drawn: Path) -> None:
    assert sorted(path.name for path in drawn.iterdir()) == KEPT


@pytest.mark.parametrize("name", KEPT)
def test_a_picture_drawn_anew_is_the_same_pixel_for_pixel(name: str, drawn: Path) -> None:
    with Image.open(PICTURES / name) as ours, Image.open(drawn / name) as anew:
        assert ours.size == anew.size
        difference = ImageChops.difference(ours.convert("RGB"), anew.convert("RGB"))
    assert max(difference.tobytes()) <= TOLERANCE[Path(name).suffix]
