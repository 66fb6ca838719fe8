"""Gives the web page its letters: the characters it uses, taken out of the fonts, inside the page.

Nothing may be fetched, and a reader's own fonts may be wider than those the charts were measured
with. A cut-out is a changed font, which must not bear a reserved name (SIL Open Font License 1.1,
section 3): it is renamed, and keeps its copyright and licence lines.
"""

from __future__ import annotations

import base64
import hashlib
import io
from dataclasses import dataclass
from pathlib import Path

from rundfrage.look.face import SHIPPED, face_of
from rundfrage.look.measure import FALLBACK, family_files
from rundfrage.look.printable import printable
from rundfrage.look.theme import Theme
from rundfrage.writing import write_whole

FAMILY = "Deck Sans"
"""The first of the families of the page; those that stand in follow as Deck Sans 2, 3 …"""

LARGEST = 700_000
"""Bytes of WOFF after which the page does without further fonts and leaves them to the reader."""

_KEPT_NAMES = [0, 1, 2, 3, 4, 5, 6, 13, 14]
_RENAMED = {1: "{name}", 3: "{name} {weight}", 4: "{name} {weight}", 6: "{joined}-{weight}"}


@dataclass(frozen=True)
class Face:
    """One font of the page: its family, its weight (400 or 700) and its WOFF in base64."""

    family: str
    weight: int
    data: str


def faces(text: str, theme: Theme, cache: Path | None) -> tuple[Face, ...]:
    """The fonts that write the characters of `text`: regular and bold, each file once."""
    characters = "".join(sorted(set(printable(text)) | {" "}))
    result: list[Face] = []
    size = 0
    for weight, chain in ((400, _chain(theme, "Regular")), (700, _chain(theme, "Bold"))):
        left = set(characters)
        for place, content in enumerate(chain, start=1):
            if not left:
                break
            wanted = left & face_of(content).characters
            if not wanted - {" "}:
                continue
            left -= wanted
            family = FAMILY if place == 1 else f"{FAMILY} {place}"
            woff = _cut(content, "".join(sorted(wanted)), family, weight, cache)
            size += len(woff)
            if size > LARGEST:
                return tuple(result)
            result.append(Face(family, weight, base64.b64encode(woff).decode("ascii")))
    return tuple(result)


def families(found: tuple[Face, ...]) -> tuple[str, ...]:
    """The families of the page in the order in which a character is looked for."""
    return tuple(sorted({face.family for face in found}))


def _chain(theme: Theme, weight: str) -> tuple[bytes, ...]:
    """The content of the font files in which a character of that weight is looked for."""
    paths = [path for name, path in family_files(theme.font, theme.fonts) if name == weight]
    paths.extend(SHIPPED / f"{name}-{weight}.ttf" for name in FALLBACK)
    return tuple(path.read_bytes() for path in paths if path.exists())


def _cut(content: bytes, characters: str, family: str, weight: int, cache: Path | None) -> bytes:
    """The WOFF of these characters, from the cache if it was cut before."""
    words = f"{hashlib.sha256(content).hexdigest()} {family} {weight} {characters}"
    name = f"{hashlib.sha256(words.encode()).hexdigest()[:32]}.woff"
    if cache is not None and (cache / name).exists():
        kept = (cache / name).read_bytes()
        if kept.startswith(b"wOFF"):
            return kept
    woff = _subset(content, characters, family, weight)
    if cache is not None:
        write_whole(cache / name, woff)
    return woff


def _subset(content: bytes, characters: str, family: str, weight: int) -> bytes:
    # A second to load, and not needed when all fonts come from the cache.
    from fontTools import subset  # noqa: PLC0415
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    options = subset.Options()
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = _KEPT_NAMES
    options.drop_tables += ["meta"]
    with TTFont(io.BytesIO(content), lazy=True, recalcTimestamp=False) as font:
        cutter = subset.Subsetter(options)
        cutter.populate(text=characters)
        cutter.subset(font)
        shown = "Bold" if weight == 700 else "Regular"
        for record in font["name"].names:
            if record.nameID in _RENAMED:
                pattern = _RENAMED[record.nameID]
                record.string = pattern.format(
                    name=family, weight=shown, joined=family.replace(" ", "")
                )
        font.flavor = "woff"
        buffer = io.BytesIO()
        font.save(buffer)
    return buffer.getvalue()
