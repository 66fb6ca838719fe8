"""Logos are looked at before anything draws them."""

import struct

import pytest

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
    file.write_bytes(make(1000, 800))
    assert read_logo(file).suffix == f".{suffix}"
    file.write_bytes(make(60_000, 60_000))
    with pytest.raises(Problem) as raised:
        read_logo(file)
    assert raised.value.found == "the logo has more than 50 million pixels."


@pytest.mark.parametrize("cut", [b"\xff\xd8", b"\xff\xd8\xff", b"\xff\xd8\xff\xe0\x00\x00" * 9])
def test_a_picture_that_is_cut_off_says_nothing_of_its_size(tmp_path, cut):
    file = tmp_path / "logo.jpg"
    file.write_bytes(cut)
    assert read_logo(file).content == cut
