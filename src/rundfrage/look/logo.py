"""Reads the organisation's logo for the outputs that carry it inside.

A logo that a PowerPoint template holds is named as if the template were a folder:
`template.pptx/ppt/media/image1.png`.

A picture of some kilobytes may hold so many pixels that drawing it takes gigabytes, so they are
counted before anybody draws it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from rundfrage.errors import Problem, Where
from rundfrage.locales import Message, message
from rundfrage.reading import readable

_SIGNS: dict[str, tuple[str, Callable[[bytes], bool]]] = {
    ".svg": ("image/svg+xml", lambda content: b"<svg" in content),
    ".png": ("image/png", lambda content: content.startswith(b"\x89PNG\r\n")),
    ".jpg": ("image/jpeg", lambda content: content.startswith(b"\xff\xd8")),
    ".jpeg": ("image/jpeg", lambda content: content.startswith(b"\xff\xd8")),
}
"""File name endings with their media type and what a file of that kind looks like."""


_PACKAGES = frozenset({".pptx", ".potx"})
_MOST_PIXELS = 50_000_000
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The marks of a JPEG behind which its height and width stand."""


@dataclass(frozen=True)
class Logo:
    """A picture: its bytes, its file name's ending in lower case, and its media type."""

    content: bytes
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
    if pixels(content, suffix) > _MOST_PIXELS:
        raise _unreadable(path, message("the logo has more than 50 million pixels."))
    return Logo(content, suffix, media_type)


def _content(path: Path) -> bytes:
    """The bytes of the file, or of the part of that name in a template."""
    template = next((one for one in path.parents if one.suffix.lower() in _PACKAGES), None)
    if template is None or not template.is_file():
        return path.read_bytes()
    try:
        return ZipFile(template).read(path.relative_to(template).as_posix())
    except (KeyError, BadZipFile, NotImplementedError, RuntimeError) as error:
        raise OSError(str(error)) from error


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


def _unreadable(path: Path, found: Message) -> Problem:
    return Problem(
        "logo-unreadable",
        where=Where(file=str(path)),
        found=found,
        expected=_KINDS,
        mend=_MEND,
    )
