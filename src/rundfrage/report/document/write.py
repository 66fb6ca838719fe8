"""Writes a document as `report.md` in the one canonical layout; reading it gives the same again."""

from __future__ import annotations

from rundfrage.report.claims import write_sentence
from rundfrage.report.document.head import head_lines
from rundfrage.report.document.heading import heading_of
from rundfrage.report.document.model import Document
from rundfrage.report.document.pictures import written_picture
from rundfrage.report.section.model import Section

_OPENERS = ("#", "-", ">", "|", "`", "~", "_")
"""A star that opens a list has a backslash already."""


def write_document(document: Document) -> str:
    """The document as the text of its file."""
    blocks = ["\n".join(head_lines(document))] if head_lines(document) else []
    for section in document.sections:
        blocks += [heading_of(section), *_body(section)]
    return "\n\n".join(blocks) + "\n"


def _body(section: Section) -> list[str]:
    """Paragraphs, and the points of a list line by line."""
    usual = "-" if section.kind.listed else ""
    blocks: list[str] = []
    last = ""
    for sentence in section.sentences:
        point = sentence.point or usual
        words = f"{point} {_safe(write_sentence(sentence))}".lstrip()
        # Lists of the two kinds beside each other are parted by an empty line.
        if point and last and (point == "-") == (last == "-"):
            blocks[-1] += f"\n{words}"
        else:
            blocks.append(words)
        last = point
    blocks += [written_picture(section.picture)] if section.picture else []
    return [*blocks, *(f"> {_safe(write_sentence(sentence))}" for sentence in section.speech)]


def _safe(words: str) -> str:
    """The sentence with a backslash where its first sign would open a heading, a list, a table."""
    return f"\\{words}" if words.startswith(_OPENERS) else words
