"""Draws a picture anew from its dots, upright and in sRGB, with nothing that came along with them.

A picture of some kilobytes may hold so many pixels that drawing it takes gigabytes, so they are
counted before anybody draws it.
"""

from __future__ import annotations

import io
import re
from contextlib import suppress
from dataclasses import dataclass, field

from PIL import Image, ImageCms, ImageOps
from PIL.ImageCms import ImageCmsProfile, createProfile

MOST_PIXELS = 50_000_000
_LONGEST = 2400
"""Dots that the longer side is drawn with at most: sharp on a slide that fills a large screen."""
_QUALITY = 88
_ACTIVE = re.compile(
    rb"<!(?:DOCTYPE|ENTITY)|<(?:\w+:)?(?:script|foreignObject|iframe|use\s[^>]*href=[\"'](?!#))"
    rb"|\bon[a-z]+\s*=|@import|(?:href|src)\s*=\s*[\"']\s*(?!#|data:image/(?:png|jpeg);)[^\"'\s]"
    rb"|url\(\s*[\"']?(?!#)[^)]",
    re.IGNORECASE,
)
"""What an SVG may hold that runs, or leads out of the file."""
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The marks of a JPEG behind which its height and width stand."""


class BrokenDotsError(ValueError):
    """A picture that can't be drawn."""


@dataclass(frozen=True)
class Dots:
    """A picture's bytes, their media type, and its size in dots."""

    content: bytes = field(repr=False)
    media_type: str
    width: int
    height: int


def active(svg: bytes) -> str:
    """What in an SVG runs or leads out of the file; empty if nothing does."""
    found = _ACTIVE.search(svg)
    return "" if found is None else found[0].decode("ascii", "replace")


def redrawn(content: bytes, kind: str) -> Dots:
    """The picture of a kind, "PNG" or "JPEG", drawn anew; raises BrokenDotsError.

    Its pixels are to be counted before.
    """
    try:
        with Image.open(io.BytesIO(content), formats=[kind]) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise BrokenDotsError("more pixels than its head says")
            upright = ImageOps.exif_transpose(opened)
            clear = upright.mode in {"RGBA", "LA", "PA"} or "transparency" in upright.info
            image = _in_usual_colours(upright, "RGBA" if clear and kind == "PNG" else "RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise BrokenDotsError(str(error)) from error
    image.thumbnail((_LONGEST, _LONGEST))
    # What came with the picture stays in `info`, and goes into the file unless it is left out.
    image.info.clear()
    buffer = io.BytesIO()
    if kind == "JPEG":
        image.save(buffer, "JPEG", quality=_QUALITY, optimize=True)
    else:
        image.save(buffer, "PNG", optimize=True)
    media_type = "image/jpeg" if kind == "JPEG" else "image/png"
    return Dots(buffer.getvalue(), media_type, image.width, image.height)


def _in_usual_colours(image: Image.Image, mode: str) -> Image.Image:
    """The picture in sRGB, which every program shows alike; its own profile is left behind."""
    profile = image.info.get("icc_profile")
    if profile and image.mode in {"RGB", "CMYK", "L"}:
        with suppress(ImageCms.PyCMSError, OSError):
            own, usual = ImageCmsProfile(io.BytesIO(profile)), createProfile("sRGB")
            seen = ImageCms.profileToProfile(image, own, usual, outputMode="RGB")
            image = image if seen is None else seen
    return image.convert(mode)


def pixels(content: bytes, suffix: str) -> int:
    """How many pixels the picture says it has; 0 where it says nothing."""
    if suffix == ".svg":
        return 0
    at = 16 if suffix == ".png" else _frame(content)
    length = 4 if suffix == ".png" else 2
    height, width = content[at : at + length], content[at + length : at + 2 * length]
    return int.from_bytes(height) * int.from_bytes(width)


def _frame(content: bytes) -> int:
    """Where the height and width of a JPEG stand; its end if it has none."""
    at = 2
    while at + 4 <= len(content):
        if content[at + 1] in _FRAMES:
            return at + 5
        at += 2 + int.from_bytes(content[at + 2 : at + 4])
    return len(content)
