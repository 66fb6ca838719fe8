"""Reads a picture that is to be published: its dots alone, with nothing that came along with them.

Cameras write into a file where, when and by whom a photo was taken. So a picture is drawn anew from
its dots, upright, and no larger than a slide can show.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from rundfrage.errors import Problem, Where
from rundfrage.locales import Message, message
from rundfrage.look.dots import MOST_PIXELS, BrokenDotsError, active, pixels, redrawn
from rundfrage.look.typeset import Refused, drawn
from rundfrage.reading import readable

_FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".svg": "SVG"}
ENDINGS = frozenset(_FORMATS)
"""How the names of pictures end, in small letters."""
_MOST_BYTES = 20_000_000
_KINDS = message("a picture: .png, .jpg or .svg, of at most 20 MB and 50 million dots.")


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
    return _from_dots(content, kind, path)


def _from_svg(content: bytes, path: Path) -> Picture:
    if found := active(content):
        raise _unreadable(
            path,
            message(
                "the picture holds {words}, which runs or leads out of the file.",
                words=found,
            ),
        )
    try:
        dots = drawn(content, high=540, sharp=160)
    except Refused as refusal:
        raise _unreadable(path, message("the picture is broken.")) from refusal
    return _from_dots(dots, "PNG", path)


def _from_dots(content: bytes, kind: str, path: Path) -> Picture:
    if pixels(content, f".{kind.lower()}") > MOST_PIXELS:
        raise _unreadable(path, message("the picture has more than 50 million dots."))
    try:
        dots = redrawn(content, kind)
    except BrokenDotsError as error:
        raise _unreadable(path, message("the picture is broken.")) from error
    return Picture(dots.content, dots.media_type, dots.width, dots.height)


_MEND = message("Save it anew as .png or .jpg, or leave it out.")


def _unreadable(path: Path, found: Message) -> Problem:
    return Problem(
        "picture-unreadable",
        where=Where(name=path.name),
        found=found,
        expected=_KINDS,
        mend=_MEND,
    )
