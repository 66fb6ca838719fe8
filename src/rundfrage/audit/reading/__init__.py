"""Reads reports: what kind a file is is told by its contents, not by its name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from rundfrage.audit.document import Document, Passage
from rundfrage.audit.reading.docx import read_docx
from rundfrage.audit.reading.html import read_html
from rundfrage.audit.reading.package import opened
from rundfrage.audit.reading.pdf import read_pdf
from rundfrage.audit.reading.piece import DIRECTIONS
from rundfrage.audit.reading.plain import read_plain
from rundfrage.audit.reading.pptx import read_pptx
from rundfrage.audit.reading.refusal import SUFFIXES, locked, too_large, unknown, wordless
from rundfrage.errors import Problem, Where, did_you_mean
from rundfrage.locales import Message, message
from rundfrage.reading import readable

__all__ = ["SUFFIXES", "read_report"]

_MOST_BYTES = 200_000_000
_MOST_TEXT = 40_000_000
_HEAD = 2048
_OLE = b"\xd0\xcf\x11\xe0"
"""The head of old Office files, and of new ones behind a password."""


def read_report(path: Path) -> Document:
    """The report in the file; raises a Problem if it can't be read or holds no text."""
    content = _content(path)
    document = _visible(_read(path, content))
    if not any(one.text.strip() for one in document.passages):
        raise wordless(path, pictures=False)
    return document


def _visible(document: Document) -> Document:
    """The document without marks that only tell the direction of writing."""

    def bare(one: Passage) -> Passage:
        text, row, column = (part.translate(DIRECTIONS) for part in (one.text, one.row, one.column))
        same = (text, row, column) == (one.text, one.row, one.column)
        return one if same else replace(one, text=text, row=row, column=column)

    return replace(document, passages=tuple(map(bare, document.passages)))


def _content(path: Path) -> bytes:
    if not path.is_file():
        raise Problem(
            "no-such-report",
            where=Where(str(path)),
            found=message("There is no such file.")
            if not path.is_dir()
            else message("That is a folder."),
            expected=message("a report: {suffixes}.", suffixes=", ".join(SUFFIXES)),
            mend=_near(path) or message("Check the name."),
        )
    if path.stat().st_size > _MOST_BYTES:
        raise too_large(path)
    with readable(path, message("a report: {suffixes}.", suffixes=", ".join(SUFFIXES))):
        return path.read_bytes()


def _near(path: Path) -> Message:
    folder = path.parent
    names = [one.name for one in folder.iterdir()] if folder.is_dir() else []
    return did_you_mean(path.name, names)


def _read(path: Path, content: bytes) -> Document:
    head = content[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n\0")
    if b"%PDF-" in content[:_HEAD]:
        return read_pdf(path)
    if head.startswith(b"PK"):
        return _packaged(path)
    if content.startswith(_OLE):
        raise locked(path) if b"E\0n\0c\0r\0y\0p\0t" in content else unknown(path)
    if b"\0" in content[:_HEAD] and content[:2] not in {b"\xff\xfe", b"\xfe\xff"}:
        raise unknown(path)
    if not content.strip():
        raise wordless(path, pictures=False)
    if len(content) > _MOST_TEXT:
        raise too_large(path)
    start = head[:512].lower()
    if start.startswith((b"<!doctype html", b"<html", b"<?xml", b"<head", b"<body")) or (
        path.suffix.lower() in {".html", ".htm"} and b"<" in content
    ):
        return read_html(path, content)
    return read_plain(path, content)


def _packaged(path: Path) -> Document:
    with opened(path) as package:
        names = package.names
    if "ppt/presentation.xml" in names:
        return read_pptx(path)
    if "word/document.xml" in names:
        return read_docx(path)
    raise unknown(path)
