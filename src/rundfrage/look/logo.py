"""Reads the organisation's logo for the outputs that carry it inside.

A logo that a PowerPoint template holds is named as if the template were a folder:
`template.pptx/ppt/media/image1.png`.

It is what readers of a deck get, so it is drawn anew from its dots as pictures of a report are, and
an SVG holds nothing that runs or leads out of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from rundfrage.errors import Problem, Where
from rundfrage.locales import Message, message
from rundfrage.look.dots import MOST_PIXELS, BrokenDotsError, active, pixels, redrawn
from rundfrage.look.typeset import Refused, drawn
from rundfrage.reading import readable

_SIGNS: dict[str, tuple[str, Callable[[bytes], bool]]] = {
    ".svg": ("image/svg+xml", lambda content: b"<svg" in content),
    ".png": ("image/png", lambda content: content.startswith(b"\x89PNG\r\n")),
    ".jpg": ("image/jpeg", lambda content: content.startswith(b"\xff\xd8")),
    ".jpeg": ("image/jpeg", lambda content: content.startswith(b"\xff\xd8")),
}
"""File name endings with their media type and what a file of that kind looks like."""


_PACKAGES = frozenset({".pptx", ".potx"})


@dataclass(frozen=True)
class Logo:
    """A picture: its bytes, its file name's ending in lower case, and its media type."""

    content: bytes = field(repr=False)
    suffix: str
    media_type: str


_KINDS = message("a picture: .svg, .png or .jpg.")
_MEND = message("Correct `logo` in theme.toml, or leave it out.")


def read_logo(path: Path) -> Logo:
    """The logo in the file; raises the Problem logo-unreadable."""
    suffix = path.suffix.lower()
    if suffix not in _SIGNS:
        raise _unreadable(
            path, message("the logo's file name ends in “{suffix}”.", suffix=path.suffix)
        )
    with readable(path, _KINDS, _MEND):
        content = _content(path)
    media_type, looks_right = _SIGNS[suffix]
    if not looks_right(content):
        raise _unreadable(
            path, message("the logo's content is no {suffix} picture.", suffix=suffix[1:].upper())
        )
    if pixels(content, suffix) > MOST_PIXELS:
        raise _unreadable(path, message("the logo has more than 50 million pixels."))
    if suffix == ".svg" and (found := active(content)):
        raise _unreadable(
            path,
            message("the logo holds {words}, which runs or leads out of the file.", words=found),
        )
    try:
        return Logo(_whole(content, suffix), suffix, media_type)
    except (Refused, BrokenDotsError) as error:
        raise _unreadable(path, message("the logo is a broken picture.")) from error


@lru_cache(maxsize=8)
def _whole(content: bytes, suffix: str) -> bytes:
    """The picture drawn anew, or the SVG as it is; raises Refused or BrokenDotsError."""
    if suffix == ".svg":
        drawn(content)
        return content
    return redrawn(content, "PNG" if suffix == ".png" else "JPEG").content


def _content(path: Path) -> bytes:
    """The bytes of the file, or of the part of that name in a template."""
    template = next((one for one in path.parents if one.suffix.lower() in _PACKAGES), None)
    if template is None or not template.is_file():
        return path.read_bytes()
    try:
        return ZipFile(template).read(path.relative_to(template).as_posix())
    except (KeyError, BadZipFile, NotImplementedError, RuntimeError) as error:
        raise OSError(str(error)) from error


def _unreadable(path: Path, found: Message) -> Problem:
    return Problem(
        "logo-unreadable",
        where=Where(file=str(path)),
        found=found,
        expected=_KINDS,
        mend=_MEND,
    )
