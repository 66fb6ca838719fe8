"""Gives the web page its letters: the characters it uses, taken out of the fonts, inside the page.

Nothing may be fetched, and a reader's own fonts may be wider than those the charts were measured
with. A cut-out is a changed font, which must not bear a reserved name (SIL Open Font License 1.1,
section 3): it is renamed, and keeps its copyright and licence lines.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable
from dataclasses import dataclass

import uharfbuzz as hb

from rundfrage.look.face import SHIPPED, face_of
from rundfrage.look.measure import FALLBACK, family_files
from rundfrage.look.printable import printable
from rundfrage.look.sfnt import renamed, tables_of, woff
from rundfrage.look.theme import Theme

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


def faces(text: str, theme: Theme) -> tuple[Face, ...]:
    """The fonts that write the characters of `text`: regular and bold, each file once."""
    characters = set(printable(text)) | {" "}
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
            woff = _cut(content, wanted, family, weight)
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


def _cut(content: bytes, characters: Iterable[str], family: str, weight: int) -> bytes:
    """The WOFF of these characters."""
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(map(ord, characters))
    wanted.name_id_set.clear()
    wanted.name_id_set.update(_KEPT_NAMES)
    wanted.drop_table_tag_set.add(int.from_bytes(b"meta", "big"))
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    font = hb.subset(hb.Face(content), wanted).blob.data
    tables = tables_of(font)
    shown = "Bold" if weight == 700 else "Regular"
    joined = family.replace(" ", "")
    names = {
        number: form.format(name=family, weight=shown, joined=joined)
        for number, form in _RENAMED.items()
    }
    tables[b"name"] = renamed(tables[b"name"], names)
    return woff(font[:4], tables)
