"""Puts figures and labels into the places of a wording, and so makes a claim."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from string import Formatter

from rundfrage.report.deck import Claim, Figure, Part, Quotation
from rundfrage.report.words.catalogue import Plural, Words

Place = str | Figure | Claim
"""What a place of a wording takes: words, a figure, or a claim made before."""


def compose(wording: str | Plural, /, **places: Place) -> Claim:
    """The claim that the wording makes with these places filled.

    A plural takes its first wording if the first figure among the places is printed as 1.
    """
    if not isinstance(wording, str):
        wording = wording[0] if _is_one(places) else wording[1]
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
    return f"{words.quotes[0]}{isolated(label)}{words.quotes[1]}"


def cited(quotation: Quotation, words: Words) -> str:
    """Someone's words in quotation marks, behind their number on the slide if they have one."""
    number = f"({quotation.number}) " if quotation.number is not None else ""
    return number + quoted(quotation.text, words)


def isolated(label: str) -> str:
    """A label that may stand in a sentence of another direction.

    All catalogues run from the left. A label that runs from the right is set in isolates (Unicode
    Standard Annex 9, 2.4.2), so that it doesn't pull the words around it out of order.
    """
    if any(unicodedata.bidirectional(character) in {"R", "AL"} for character in label):
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


def _is_one(places: dict[str, Place]) -> bool:
    for place in places.values():
        if isinstance(place, Figure):
            return "".join(filter(str.isdecimal, place.text)) == "1"
    return False
