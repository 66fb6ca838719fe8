"""Puts figures and labels into the places of a wording, and so makes a claim."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from string import Formatter

from rundfrage.report.deck import Claim, Figure, Part, Quotation
from rundfrage.report.words.catalogue import Plural, Words
from rundfrage.text import direction

Place = str | Figure | Claim
"""What a place of a wording takes: words, a figure, or a claim made before."""


def compose(wording: str | Plural, /, **places: Place) -> Claim:
    """The claim that the wording makes with these places filled.

    A plural agrees with the first figure among the places.
    """
    if isinstance(wording, Plural):
        figures = (place.text for place in places.values() if isinstance(place, Figure))
        wording = wording.of(next(figures, ""))
    parts: list[Part] = []
    for words, name, _, _ in Formatter().parse(wording):
        if words:
            parts.append(words)
        if name is not None:
            parts.extend(_parts(places[name]))
    return Claim(joined(parts))


def listed(claims: Sequence[Place], words: Words, *, last: str = "") -> Claim:
    """Several places as a list with commas, `last` (or the language's "and") before the last."""
    parts: list[Part] = []
    for index, claim in enumerate(claims):
        if index:
            parts.append((last or words.last) if index == len(claims) - 1 else words.comma)
        parts.extend(_parts(claim))
    return Claim(joined(parts))


def quoted(label: str, words: Words) -> str:
    """A label in the language's quotation marks."""
    return f"{words.quotes[0]}{isolated(label, words.language)}{words.quotes[1]}"


def cited(quotation: Quotation, words: Words) -> str:
    """Someone's words in quotation marks, behind their number on the slide if they have one.

    They stand alone, and so run whichever way they were written.
    """
    number = f"({quotation.number}) " if quotation.number is not None else ""
    return f"{number}{words.quotes[0]}{quotation.text}{words.quotes[1]}"


def isolated(label: str, language: str) -> str:
    """A label that may stand in a sentence of `language`.

    A label with letters that run the other way is set in isolates (Unicode Standard Annex 9,
    2.4.2), so that it doesn't pull the words around it out of order.
    """
    against = {"L"} if direction(language) == "rtl" else {"R", "AL"}
    if any(unicodedata.bidirectional(character) in against for character in label):
        return f"\u2068{label}\u2069"
    return label


def _parts(place: Place) -> tuple[Part, ...]:
    return place.parts if isinstance(place, Claim) else (place,)


def joined(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts with neighbouring words made one."""
    merged: list[Part] = []
    for part in parts:
        if isinstance(part, str) and merged and isinstance(merged[-1], str):
            merged[-1] += part
        elif part != "":
            merged.append(part)
    return tuple(merged)
