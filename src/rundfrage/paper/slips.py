"""Slips to cut out and hand around, each with a code, its QR code, and where to go with it.

Ten on an A4 page, as a PDF for everybody: tagged, PDF/UA-1 and PDF/A-2a.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.resources import files

from rundfrage.errors import Problem
from rundfrage.fieldwork.participation.passes import link_with
from rundfrage.locales import message
from rundfrage.locales.catalogue import languages
from rundfrage.look.clip import clip
from rundfrage.look.families import families
from rundfrage.look.glyphs import missing_glyphs
from rundfrage.look.printable import printable
from rundfrage.look.typeset import Refused, typeset
from rundfrage.paper.qr import qr_svg
from rundfrage.paper.words import words_in
from rundfrage.progress import UNWATCHED, Progress, heed
from rundfrage.text import direction, main_part

_TEMPLATES = files("rundfrage.paper").joinpath("templates")

_KEYS = ("code", "go", "promise", "picture", "sheet")
"""`go` stands above the address, `picture` describes the QR code, `sheet` is the document."""

_LONGEST = 160
"""Characters of a title that find room on a slip."""


def languages_of_slips() -> tuple[str, ...]:
    """The languages in which all words of a slip can be said."""
    return tuple(one for one in languages() if _words(one) is not None)


def _words(language: str) -> dict[str, str] | None:
    """The words of a slip by what they are for; None if one of them is not translated.

    A slip in two languages would help nobody, and its promise must be understood.
    """
    phrases = {key: words_in(language)[f"slip-{key}"] for key in _KEYS}
    if any(phrase.foreign for phrase in phrases.values()):
        return None
    return {key: phrase() for key, phrase in phrases.items()}


def slips(
    codes: Sequence[str],
    origin: str,
    title: str,
    organisation: str,
    language: str,
    progress: Progress = UNWATCHED,
) -> bytes:
    """The PDF, a slip a code in the order given; `origin` is the address of the survey.

    Raises a Problem for a language without words and for characters that the fonts can't write.
    """
    words = _words(language)
    if words is None:
        raise Problem(
            "slips-language",
            found=message(
                "There are no words for slips in the language “{language}”.", language=language
            ),
            expected=message("one of {names}.", names=", ".join(languages_of_slips())),
            mend=message("Have the codes as a table, and set the slips with a word processor."),
        )
    missing = missing_glyphs([title, organisation, *words.values()], None)
    if missing:
        raise _refused(message("the fonts can't write {names}", names=" ".join(missing[:5])))
    content = {
        "language": main_part(language),
        "direction": direction(language),
        "families": list(families()),
        "title": clip(printable(title), _LONGEST),
        "organisation": clip(printable(organisation), _LONGEST),
        "address": origin.partition("://")[2],
        "words": words,
        "slips": [_slip(code, origin, progress) for code in codes],
    }
    try:
        return typeset(
            _TEMPLATES.joinpath("slips.typ"),
            {
                "slips.json": json.dumps(content, ensure_ascii=False).encode(),
                "breaking.typ": _TEMPLATES.joinpath("breaking.typ").read_bytes(),
            },
        )
    except Refused as refusal:
        raise _refused(str(refusal)) from refusal


def _slip(code: str, origin: str, progress: Progress) -> dict[str, str]:
    # No step is named by a code: it is for its respondent's eyes alone.
    heed(progress, "slip")
    return {"code": code, "qr": qr_svg(link_with(code, origin), border=2).decode()}


def _refused(reason: str) -> Problem:
    return Problem(
        "slips-refused",
        found=message("No slips that everybody can read could be made: {reason}.", reason=reason),
        expected=message("a title in a script that the shipped fonts hold."),
        mend=message("Have the codes as a table, and set the slips with a word processor."),
    )
