"""Puts figures and labels into the places of a wording, and so makes a claim."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from string import Formatter

from rundfrage.locales.foreign import language_of, marked_like
from rundfrage.locales.phrases import Phrase, Phrasebook
from rundfrage.report.deck import Claim, Figure, Part, Quotation
from rundfrage.text import direction

Place = str | Figure | Claim
"""What a place of a wording takes: words, a figure, or a claim made before."""


def compose(wording: Phrase, /, **places: Place) -> Claim:
    """The claim that the wording makes with these places filled; its words know their language.

    A plural agrees with the figure in the first place of the English.
    """
    printed = {
        name: place.text if isinstance(place, Figure) else place for name, place in places.items()
    }
    parts: list[Part] = []
    for words, name, _, _ in Formatter().parse(wording.template(printed)):
        if words:
            parts.append(wording.marked(words))
        if name is not None:
            parts.extend(_parts(places[name]))
    return Claim(joined(parts))


def stated(wording: Phrase) -> Claim:
    """The claim of a wording without places."""
    return Claim((wording(),))


def listed(claims: Sequence[Place], words: Phrasebook, *, last: str = "list-last") -> Claim:
    """Several places as a list with commas, and before the last what the wording `last` says."""
    parts: list[Part] = []
    for index, claim in enumerate(claims):
        if index:
            end = index == len(claims) - 1
            parts.append(_between(words[last if end else "list-next"]))
        parts.extend(_parts(claim))
    return Claim(joined(parts))


def comma(words: Phrasebook) -> str:
    """What stands between the members of a list."""
    return _between(words["list-next"])


def _between(wording: Phrase) -> str:
    """What a wording says between its two places."""
    return wording.marked(wording.forms[0].partition("}")[2].rpartition("{")[0])


def quoted(label: str, words: Phrasebook) -> str:
    """A label in the language's quotation marks."""
    return words("quotation", words=isolated(label, words.language))


def cited(quotation: Quotation, words: Phrasebook) -> str:
    """Someone's words in quotation marks, behind their number on the slide if they have one.

    They stand alone, and so run whichever way they were written.
    """
    number = f"({quotation.number}) " if quotation.number is not None else ""
    return number + words("quotation", words=quotation.text)


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
    """The parts with neighbouring words of one language made one."""
    merged: list[Part] = []
    for part in parts:
        last = merged[-1] if merged else None
        if isinstance(part, str) and isinstance(last, str) and _alike(part, last):
            merged[-1] = marked_like(last + part, last)
        elif part != "":
            merged.append(part)
    return tuple(merged)


def _alike(one: str, other: str) -> bool:
    return language_of(one) == language_of(other)
