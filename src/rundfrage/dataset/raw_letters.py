"""Words of a file that was read raw, as if each byte were a letter, put into their encoding."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from rundfrage.dataset.cells import Cells
from rundfrage.dataset.intake.options import TWICE
from rundfrage.dataset.intake.twice_encoded import turned_back
from rundfrage.dataset.readstat import Stored, StoredFile

RAW = "ISO-8859-1"
"""Every byte is a letter of it, so that words read by it can be turned into their bytes again."""


def raw_words(file: StoredFile) -> bytes:
    """The bytes of all words of the file that have letters beyond ASCII, a line each."""
    words = {file.title, *file.notes}
    for column in file.columns:
        words |= {column.label, *(label for _, label in column.labels)}
        if isinstance(column.values, Cells):
            words |= set(column.values.distinct)
    raw = [word for word in sorted(words) if not word.isascii()]
    return b"\n".join(word.encode(RAW) for word in raw if max(word) < "\u0100")


def with_letters(file: StoredFile, encoding: str) -> StoredFile:
    """The file with its words in this encoding."""

    def word(raw: str) -> str:
        if raw.isascii():
            return raw
        try:
            if encoding == TWICE:
                return turned_back(raw.encode(RAW).decode("utf-8"))
            return raw.encode(RAW).decode(encoding)
        except UnicodeError:
            return raw  # Long texts are kept apart, and may be in UTF-8 whatever the others are.

    columns = tuple(_with_words(column, word) for column in file.columns)
    notes = tuple(map(word, file.notes))
    return replace(file, columns=columns, title=word(file.title), notes=notes)


def _with_words(column: Stored, word: Callable[[str], str]) -> Stored:
    values = column.values
    if isinstance(values, Cells):
        values = replace(values, distinct=tuple(map(word, values.distinct)))
    labels = tuple((value, word(label)) for value, label in column.labels)
    return replace(column, label=word(column.label), labels=labels, values=values)
