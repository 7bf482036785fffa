"""Whether a picture is too blurred or too small to show anything, as a guess that only ever warns."""

from PIL import Image, ImageFilter, ImageStat

SMALL = 400
"""A picture whose longer side has fewer pixels is called small."""

_SIDE = 1000
_TILES = 6
_FAINT = 20.0
_EDGES = ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), scale=1, offset=128)


def small(size: tuple[int, int]) -> bool:
    """Whether little can be seen on a picture of this width and height in pixels."""
    return max(size) < SMALL


def blurred(image: Image.Image) -> bool:
    """Whether no part of the picture has a sharp edge. A picture of one flat colour counts as blurred."""
    grey = image.convert("L")
    grey.thumbnail((_SIDE, _SIDE), Image.Resampling.BILINEAR)
    if min(grey.size) < 3 * _TILES:
        return False
    edges = grey.filter(_EDGES)
    width, height = edges.size
    across, down = width // _TILES, height // _TILES
    variances = (
        # The rim is left out: the filter leaves it as it was.
        ImageStat.Stat(edges.crop((x + 1, y + 1, x + across - 1, y + down - 1))).var[0]
        for x in range(0, width - across + 1, across)
        for y in range(0, height - down + 1, down)
    )
    return max(variances) < _FAINT
