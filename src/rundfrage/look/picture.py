"""Reads a picture that is to be published: its dots alone, with nothing that came along with them.

Cameras write into a file where, when and by whom a photo was taken. So a picture is drawn anew from
its dots, upright, and no larger than a slide can show.
"""

from __future__ import annotations

import io
import re
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from PIL import Image, ImageCms, ImageOps
from PIL.ImageCms import ImageCmsProfile, createProfile

from rundfrage.errors import Problem, Where
from rundfrage.locales import Message, message
from rundfrage.look.logo import pixels
from rundfrage.look.typeset import Refused, drawn
from rundfrage.reading import readable

_FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".svg": "SVG"}
ENDINGS = frozenset(_FORMATS)
"""How the names of pictures end, in small letters."""
_MOST_BYTES = 20_000_000
_MOST_PIXELS = 50_000_000
_LONGEST = 2400
"""Dots that the longer side is drawn with at most: sharp on a slide that fills a large screen."""
_QUALITY = 88
_KINDS = message("a picture: .png, .jpg or .svg, of at most 20 MB and 50 million dots.")
_ACTIVE = re.compile(
    rb"<!(?:DOCTYPE|ENTITY)|<(?:\w+:)?(?:script|foreignObject|iframe|use\s[^>]*href=[\"'](?!#))"
    rb"|\bon[a-z]+\s*=|@import|(?:href|src)\s*=\s*[\"']\s*(?!#|data:image/(?:png|jpeg);)[^\"'\s]"
    rb"|url\(\s*[\"']?(?!#)[^)]",
    re.IGNORECASE,
)
"""What an SVG may hold that runs, or leads out of the file."""


@dataclass(frozen=True)
class Picture:
    """A picture that holds its dots alone: its bytes, their media type, and its size in dots."""

    content: bytes = field(repr=False)
    media_type: str
    width: int
    height: int

    @property
    def digest(self) -> str:
        """What tells its content from any other."""
        return sha256(self.content).hexdigest()

    @property
    def suffix(self) -> str:
        """The ending of a file's name."""
        return ".jpg" if self.media_type == "image/jpeg" else ".png"


def read_picture(path: Path) -> Picture:
    """The picture in the file; raises the Problem picture-unreadable."""
    kind = _FORMATS.get(path.suffix.lower())
    if kind is None:
        raise _unreadable(path, message("the file's name ends in “{end}”.", end=path.suffix[:20]))
    with readable(path, _KINDS, _MEND):
        size = path.stat().st_size
        content = path.read_bytes() if size <= _MOST_BYTES else b""
    if not content:
        raise _unreadable(path, message("the file has {size} bytes.", size=size))
    if kind == "SVG":
        return _from_svg(content, path)
    if pixels(content, path.suffix.lower()) > _MOST_PIXELS:
        raise _unreadable(path, message("the picture has more than 50 million dots."))
    return _from_dots(content, kind, path)


def _from_svg(content: bytes, path: Path) -> Picture:
    found = _ACTIVE.search(content)
    if found is not None:
        raise _unreadable(
            path,
            message(
                "the picture holds {words}, which runs or leads out of the file.",
                words=found[0].decode("ascii", "replace"),
            ),
        )
    try:
        dots = drawn(content, high=540, sharp=160)
    except Refused as refusal:
        raise _unreadable(path, message("the picture is broken.")) from refusal
    return _from_dots(dots, "PNG", path)


def _from_dots(content: bytes, kind: str, path: Path) -> Picture:
    try:
        with Image.open(io.BytesIO(content), formats=[kind]) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                raise _unreadable(path, message("the picture has more than 50 million dots."))
            upright = ImageOps.exif_transpose(opened)
            clear = upright.mode in {"RGBA", "LA", "PA"} or "transparency" in upright.info
            image = _in_usual_colours(upright, "RGBA" if clear and kind == "PNG" else "RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise _unreadable(path, message("the picture is broken.")) from error
    image.thumbnail((_LONGEST, _LONGEST))
    # What came with the picture stays in `info`, and goes into the file unless it is left out.
    image.info.clear()
    buffer = io.BytesIO()
    if kind == "JPEG":
        image.save(buffer, "JPEG", quality=_QUALITY, optimize=True)
    else:
        image.save(buffer, "PNG", optimize=True)
    media_type = "image/jpeg" if kind == "JPEG" else "image/png"
    return Picture(buffer.getvalue(), media_type, image.width, image.height)


def _in_usual_colours(image: Image.Image, mode: str) -> Image.Image:
    """The picture in sRGB, which every program shows alike; its own profile is left behind."""
    profile = image.info.get("icc_profile")
    if profile and image.mode in {"RGB", "CMYK", "L"}:
        with suppress(ImageCms.PyCMSError, OSError):
            own, usual = ImageCmsProfile(io.BytesIO(profile)), createProfile("sRGB")
            seen = ImageCms.profileToProfile(image, own, usual, outputMode="RGB")
            image = image if seen is None else seen
    return image.convert(mode)


_MEND = message("Save it anew as .png or .jpg, or leave it out.")


def _unreadable(path: Path, found: Message) -> Problem:
    return Problem(
        "picture-unreadable",
        where=Where(name=path.name),
        found=found,
        expected=_KINDS,
        mend=_MEND,
    )
