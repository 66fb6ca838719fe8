"""Logos are looked at before anything draws them."""

import io
import struct

import pytest
from PIL import Image

from rundfrage.errors import Problem
from rundfrage.look.logo import read_logo


def png(width, height):
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height)


def jpeg(width, height):
    comment = b"\xff\xfe" + struct.pack(">H", 5) + b"abc"
    frame = b"\xff\xc2" + struct.pack(">HBHH", 17, 8, height, width)
    return b"\xff\xd8" + comment + frame


@pytest.mark.parametrize(("suffix", "make"), [("png", png), ("jpg", jpeg)])
def test_a_picture_of_too_many_pixels_is_no_logo(tmp_path, suffix, make):
    file = tmp_path / f"logo.{suffix}"
    Image.new("RGB", (10, 8)).save(file)
    assert read_logo(file).suffix == f".{suffix}"
    file.write_bytes(make(60_000, 60_000))
    with pytest.raises(Problem) as raised:
        read_logo(file)
    assert raised.value.found == "the logo has more than 50 million pixels."


@pytest.mark.parametrize("cut", [b"\xff\xd8", b"\xff\xd8\xff", b"\xff\xd8\xff\xe0\x00\x00" * 9])
def test_a_picture_that_is_cut_off_is_broken(tmp_path, cut):
    file = tmp_path / "logo.jpg"
    file.write_bytes(cut)
    with pytest.raises(Problem) as raised:
        read_logo(file)
    assert raised.value.found == "the logo is a broken picture."


@pytest.mark.parametrize("mode", ["CMYK", "L", "RGB"])
def test_a_logo_is_printed_in_usual_colours_and_with_its_dots_alone(tmp_path, mode):
    file = tmp_path / "logo.jpg"
    Image.new(mode, (30, 20)).save(file, comment=b"taken at home")
    content = read_logo(file).content
    assert b"home" not in content
    with Image.open(io.BytesIO(content)) as seen:
        assert (seen.mode, seen.size) == ("RGB", (30, 20))


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<rect onload="x()"/>',
        "<foreignObject/>",
        '<image href="http://far.example/x.png"/>',
        "<style>@import 'x.css';</style>",
    ],
)
def test_an_svg_that_runs_or_leads_out_of_the_file_is_no_logo(tmp_path, inside):
    file = tmp_path / "logo.svg"
    file.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{inside}</svg>')
    with pytest.raises(Problem) as raised:
        read_logo(file)
    assert "runs or leads out of the file" in str(raised.value)
