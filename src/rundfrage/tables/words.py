"""The words that tables bring themselves: headings, reasons, notes, and how intervals were made."""

from __future__ import annotations

from rundfrage.locales.foreign import marked_like
from rundfrage.locales.phrases import Phrasebook, versions
from rundfrage.tables.table import Method, Note
from rundfrage.text import Text, number

_COUNTS = frozenset({"n", "whole"})
"""Values of notes that are counts."""


def method_sentence(method: Method, language: str) -> str:
    """By what the intervals are computed, as a sentence in `language`."""
    words = Phrasebook(language, "table")
    return words(
        "method",
        interval=words(f"interval-{method.interval}"),
        method=short_method(method, language),
        df=number(method.df, language),
    )


def short_method(method: Method, language: str) -> str:
    """Linearisation or replicates, and of what: "Taylor linearisation, 15 sampling units"."""
    words = Phrasebook(language, "table")
    if method.replicates is not None:
        kind = "" if method.variance == "other" else f" ({method.variance})"
        said = words("method-replicate-weights", count=number(method.replicates, language))
        return marked_like(said + kind, said)
    variance = words("method-taylor")
    if method.variance != "taylor":
        variance = words("method-replicates", kind=method.variance)
    sample = words("method-one-by-one")
    if method.units is not None:
        sample = words("method-units", units=number(method.units, language))
    if method.strata:
        strata = number(method.strata, language)
        sample = words("method-strata", sample=sample, strata=strata)
    if method.corrected:
        sample = words("method-corrected", sample=sample)
    if method.calibrated:
        sample = words("method-calibrated", sample=sample)
    return words("method-linear", variance=variance, sample=sample)


def word(key: str, language: str) -> str:
    """The word of that key in `language`."""
    return Phrasebook(language, "table")(key.replace("_", "-"))


def label(key: str) -> Text:
    """The word of that key in every language, for what is a part of the table itself."""
    return Text(versions("table", key))


def sentence(note: Note, language: str) -> str:
    """The note as a sentence in `language`."""
    values = {
        key: number(int(said), language) if key in _COUNTS else said
        for key, said in note.values.items()
    }
    adjusted = values.pop("adjusted", "none").lower()
    ending = "" if adjusted == "none" else f"-{adjusted}"
    return Phrasebook(language, "table")(f"note-{note.code}{ending}".replace("_", "-"), **values)
