"""Reads and writes gettext PO files, which Babel understands; Problems know their line."""

from __future__ import annotations

import re
from collections.abc import Collection
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, PoFileParser, write_po

from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.manuscript.line import Line
from rundfrage.manuscript.source import lines_of, read_bytes

DOOR = "door:"
"""What the msgctxt of the public door's own words begins with; their key is behind it."""
PROGRAM = "program:"
"""The same of all other words of the program; behind it stand their domain and their key."""

# Babel sees a placeholder of Python in "62 % sind"; translation tools would then demand it.
_WRONG_FLAGS = {"python-format", "python-brace-format"}


_LINE = re.compile(
    r"""\s*(?:(?:msgctxt|msgid(?:_plural)?|msgstr(?:\[[0-5]\])?)\s*)?"(?:[^"\\]|\\.)*+"\s*"""
)
_MOST_PLURALS = 6
_COMMENT = re.compile(r"\s*(?:#(?!~).*)?")
_OBSOLETE = re.compile(r"\s*#~(?:\s*\|.*)?")


class _Catalog(Catalog):
    """A catalog whose head can't ask for millions of plural forms; no language has more."""

    @property
    def num_plurals(self) -> int:
        return min(super().num_plurals, _MOST_PLURALS)


def context_of(key: str, taken: Collection[str] = ()) -> str:
    """The msgctxt of a phrase of the program, by its key with the domain.

    `taken` are the paths of the survey's own texts, as a question may be named `door`.
    """
    return key if key.startswith(DOOR) and key not in taken else PROGRAM + key


def key_of(context: str | None, taken: Collection[str] = ()) -> str:
    """The key of a phrase of the program, with its domain; empty for a text of the survey.

    `taken` are the paths of the survey's own texts.
    """
    words = context or ""
    if words in taken:
        return ""
    if words.startswith(DOOR):
        return words
    key = words.removeprefix(PROGRAM)
    return key if key != words and ":" in key else ""


def read_po_file(path: Path) -> Catalog:
    """The translations in the file; raises a Problem with its line if it is broken."""
    return po_catalog(read_bytes(path, message("a PO file of translations.")), str(path))


def po_catalog(content: bytes, file: str) -> Catalog:
    """The translations in the content; raises a Problem with its line if it is broken."""
    lines = []
    for line in lines_of(content, file):
        _refuse_unclosed(line, file)
        lines.append(f"{line.words}\n")
    try:
        catalog = _Catalog()
        PoFileParser(catalog, abort_invalid=True).parse(lines)
    except PoFileError as error:
        raise _broken(file, error.lineno + 1, str(error)[:200]) from None
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        # Babel lets these through when a header or a quotation is malformed.
        raise _broken(file, None, str(error)[:200]) from None
    for entry in [*catalog, *catalog.obsolete.values()]:
        if entry.pluralizable and not key_of(entry.context):
            raise _broken(
                file, entry.lineno, message("plurals of {words}", words=entry.id[0][:100])
            )
        entry.flags -= _WRONG_FLAGS
    return catalog


def po_words(catalog: Catalog) -> str:
    """The file's text; lines are not wrapped, so that a change of a word changes one line."""
    for entry in catalog:
        entry.flags -= _WRONG_FLAGS
    file = BytesIO()
    write_po(file, catalog, width=0, include_previous=True)
    return file.getvalue().decode().rstrip("\n") + "\n"


def words_of(entry: Message | None) -> str:
    """The translation in the entry, empty if there is none that may be used."""
    return "".join(forms_of(entry)[:1])


def forms_of(entry: Message | None) -> tuple[str, ...]:
    """All plural forms of the translation, or the one it has; none unless all may be used."""
    if entry is None or entry.fuzzy:
        return ()
    forms = (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ())
    return forms if all(forms) else ()


def _refuse_unclosed(line: Line, file: str) -> None:
    """Babel would cut the last letter off a line whose quotation is not closed."""
    words = line.words
    if _COMMENT.fullmatch(words) or _OBSOLETE.fullmatch(words):
        return
    if not _LINE.fullmatch(words.lstrip().removeprefix("#~")):
        raise _broken(file, line.number, words.strip()[:200])


def _broken(file: str, line: int | None, found: str) -> Problem:
    return Problem(
        "broken-po-file",
        where=Where(file, line),
        found=message("The translations can't be read: {found}.", found=found),
        expected=message(
            'a gettext PO file: msgctxt, msgid and msgstr, each in "quotation marks", '
            "without plurals but in the words of the program ({door}…, {program}…).",
            door=DOOR,
            program=PROGRAM,
        ),
        mend=message("Mend the line, or open the file with a PO editor such as Poedit."),
    )
