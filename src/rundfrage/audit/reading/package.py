"""Opens the zip packages of Word and PowerPoint without trusting them.

A few kilobytes of zip can unfold to gigabytes (a "zip bomb"), XML can name entities that unfold
likewise, and an element of four letters takes a hundred bytes once it is parsed. So sizes are
looked at before anything is unpacked, elements are counted before they are parsed, and XML is
parsed without entities, network or document types.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from lxml import etree

from rundfrage.audit.reading.refusal import broken, swollen, too_large
from rundfrage.locales import message

MOST_BYTES = 400_000_000
"""All parts together may unfold to so many bytes."""
_MOST_RATIO = 200
"""A part may be so many times larger than its zipped form, once it is over a megabyte."""
_MOST_XML = 100_000_000
_MEGABYTE = 1_000_000
MOST_SIGNS = 4_000_000
"""A part holds at most so many elements and attributes; the parts of a whole book, some 400,000."""
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    # A damaged directory names places before the file's beginning.
    OSError,
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


class Package:
    """The parts of a zip package by name."""

    def __init__(self, archive: zipfile.ZipFile, path: Path) -> None:
        self._archive = archive
        self._path = path
        self.names = frozenset(archive.namelist())

    def xml(self, name: str) -> Any:
        """The root element of the part; None if there is no such part."""
        if name not in self.names:
            return None
        if self._archive.getinfo(name).file_size > _MOST_XML:
            raise too_large(self._path)
        content = self._archive.read(name)
        if is_swollen(content):
            raise swollen(self._path)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        try:
            return etree.fromstring(content, parser)
        except etree.XMLSyntaxError as error:
            raise broken(
                self._path,
                message("its part {part} is no XML ({error})", part=name, error=error.msg),
            ) from error

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """The parts that the part points to: identifier to kind (last word of the type), name."""
        folder, file = posixpath.split(name)
        root = self.xml(f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels")
        found = {}
        for one in () if root is None else root.iter(f"{{{_RELATIONS}}}Relationship"):
            if one.get("TargetMode") == "External":
                continue
            target = one.get("Target", "")
            whole = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            kind = posixpath.basename(one.get("Type", ""))
            found[one.get("Id", "")] = (kind, posixpath.normpath(whole))
        return found


def is_swollen(content: bytes) -> bool:
    """Whether its elements and attributes would take more memory than any report's."""
    return content.count(b"<") + content.count(b"=") > MOST_SIGNS


@contextmanager
def opened(path: Path) -> Iterator[Package]:
    """The package in the file; raises a Problem if it is broken or would unfold without measure."""
    try:
        with zipfile.ZipFile(path) as archive:
            _measure(archive, path)
            yield Package(archive, path)
    except _BROKEN as error:
        raise broken(path, str(error).rstrip(".")) from error


def _measure(archive: zipfile.ZipFile, path: Path) -> None:
    infos = archive.infolist()
    if sum(one.file_size for one in infos) > MOST_BYTES:
        raise too_large(path)
    for one in infos:
        swollen = one.file_size > _MEGABYTE and (
            one.file_size > _MOST_RATIO * max(one.compress_size, 1)
        )
        if swollen:
            raise too_large(path)
