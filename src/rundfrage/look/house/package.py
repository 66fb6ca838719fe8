"""Opens a .pptx or .potx as parts of XML, without trusting it."""

from __future__ import annotations

import io
import posixpath
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from lxml import etree

from rundfrage.errors import Problem, Where
from rundfrage.locales import Message, message
from rundfrage.reading import readable

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

_MAIN = "ppt/presentation.xml"

LARGEST = 500_000_000
"""Bytes that a template may hold when unpacked; a small file can be a bomb of many more."""

BROKEN = (
    BadZipFile, zlib.error, EOFError, etree.XMLSyntaxError, LookupError, ValueError, OSError,
    NotImplementedError, RuntimeError, AttributeError, TypeError,
)  # fmt: skip
"""What reading a broken package raises, with whatever lies nearest."""

Element = Any
"""An element of lxml, which ships no types."""


_FOLLOWED = ("http:", "https:", "mailto:")
_OLD = frozenset({"slide", "notesSlide"})
"""The kinds of relations to what isn't taken from a template."""


def is_outside(kind: str, target: str) -> bool:
    """True for what leads out of a package and is no link to the web that people click on."""
    return posixpath.basename(kind) != "hyperlink" or not target.lower().startswith(_FOLLOWED)


class Package:
    """The parts of a template by their names, parsed as they are asked for."""

    def __init__(self, content: bytes) -> None:
        self._archive = ZipFile(io.BytesIO(content))
        self.size = sum(member.file_size for member in self._archive.infolist())
        self._parsed: dict[str, Element] = {}

    def read(self, name: str) -> bytes:
        """The bytes of a part."""
        return self._archive.read(name)

    def xml(self, name: str) -> Element:
        """The root element of a part."""
        if name not in self._parsed:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
            self._parsed[name] = etree.fromstring(self.read(name), parser)
        return self._parsed[name]

    def related(self, name: str) -> Mapping[str, tuple[str, str]]:
        """What a part points to inside the package: identifier to (kind, name)."""
        folder = posixpath.dirname(name)
        found = {}
        for one in self._relations(name):
            if one.get("TargetMode") != "External":
                target = one.get("Target", "")
                whole = target[1:] if target.startswith("/") else posixpath.join(folder, target)
                kind = posixpath.basename(one.get("Type", ""))
                found[one.get("Id", "")] = (kind, posixpath.normpath(whole))
        return found

    def outside(self) -> list[tuple[str, str]]:
        """What would be loaded from elsewhere: the part that points there, and the target."""
        found: list[tuple[str, str]] = []
        seen, waiting = {_MAIN}, [_MAIN]
        while waiting:
            part = waiting.pop(0)
            found.extend(
                (part, target)
                for one in self._relations(part)
                if one.get("TargetMode") == "External"
                and is_outside(one.get("Type", ""), target := one.get("Target", ""))
            )
            for kind, name in self.related(part).values():
                if kind not in _OLD and name not in seen:
                    seen.add(name)
                    waiting.append(name)
        return found

    def _relations(self, name: str) -> Iterable[Element]:
        folder, file = posixpath.split(name)
        relations = posixpath.join(folder, "_rels", f"{file}.rels")
        if relations not in self._archive.namelist():
            return ()
        found: Iterable[Element] = self.xml(relations).iter(_RELATION)
        return found

    def kin(self, name: str, kind: str) -> list[str]:
        """The names of the parts of a kind that a part points to."""
        return [target for found, target in self.related(name).values() if found == kind]


def read_template(path: Path) -> bytes:
    """The content of a template's file; Problem if there is none, or it is a bomb or no package."""
    with readable(
        path, message("a .pptx or .potx."), message("Correct the template in theme.toml.")
    ):
        content = path.read_bytes()
    try:
        size = Package(content).size
    except BROKEN as error:
        raise unreadable(path, message("It is no Office file, or a broken one.")) from error
    if size > LARGEST:
        raise Problem(
            "template-too-large",
            where=Where(str(path)),
            found=message("The template holds {size} MB when unpacked.", size=size // 1_000_000),
            expected=message("{largest} MB at most.", largest=LARGEST // 1_000_000),
            mend=message(
                "Delete slides, pictures and films that are no part of the look, and save it."
            ),
        )
    return content


def unreadable(path: Path, found: Message) -> Problem:
    """The Problem of a template that cannot be read."""
    return Problem(
        "template-unreadable",
        where=Where(str(path)),
        found=found,
        expected=message("a .pptx or .potx that PowerPoint or LibreOffice opens."),
        mend=message("Open it there, save it again as .pptx, and name that file in theme.toml."),
    )
