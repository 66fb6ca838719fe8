"""An SVG becomes a PNG of its proportions, on no ground and never larger than a picture may be."""

import io

import pytest
from PIL import Image

from rundfrage.look.typeset import Refused, drawn


def svg(width: float, height: float) -> bytes:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
        f'<circle cx="{width / 2}" cy="{height / 2}" r="{height / 2}" fill="#0b4f5c"/></svg>'
    ).encode()


@pytest.mark.parametrize(
    ("asked", "dots"),
    [((40, 20), (768, 384)), ((100_000, 100_000), (384, 384)), ((4000, 1), (3840, 1))],
)
def test_a_picture_keeps_its_proportions_and_is_never_huge(asked, dots):
    assert Image.open(io.BytesIO(drawn(svg(*asked)))).size == dots


def test_its_corners_can_be_seen_through():
    picture = Image.open(io.BytesIO(drawn(svg(40, 40)))).convert("RGBA")
    assert picture.getpixel((0, 0))[3] == 0
    assert picture.getpixel((192, 192)) == (11, 79, 92, 255)


@pytest.mark.parametrize("content", [b"no picture", b"<svg", b"<svg>\xff</svg>"])
def test_what_is_no_svg_is_refused(content):
    with pytest.raises(Refused):
        drawn(content)
