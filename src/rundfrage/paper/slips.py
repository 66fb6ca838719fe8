"""Slips to cut out and hand around, each with a code, its QR code, and where to go with it.

Ten on an A4 page, as a PDF for everybody: tagged, PDF/UA-1 and PDF/A-2a.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.resources import files

from rundfrage.errors import Problem
from rundfrage.look.clip import clip
from rundfrage.look.families import families
from rundfrage.look.glyphs import missing_glyphs
from rundfrage.look.printable import printable
from rundfrage.look.typeset import Refused, typeset
from rundfrage.paper.qr import qr_svg
from rundfrage.text import direction, main_part

_TEMPLATE = files("rundfrage.paper").joinpath("templates", "slips.typ")

_LONGEST = 160
"""Characters of a title that find room on a slip."""


@dataclass(frozen=True)
class SlipWords:
    """The words on a slip; `go` stands above the address, `picture` describes the QR code."""

    code: str
    go: str
    promise: str
    picture: str
    sheet: str


WORDS = {
    "de": SlipWords(
        "Ihr Code",
        "QR-Code scannen oder diese Adresse öffnen und den Code eingeben:",
        "Der Code wurde zufällig gezogen und gilt ein Mal. "
        "Wir halten nicht fest, wer welchen Code hat.",
        "QR-Code mit dem Link für den Code",
        "Zettel mit Codes",
    ),
    "en": SlipWords(
        "Your code",
        "Scan the QR code, or open this address and enter the code:",
        "The code was drawn at random and works once. We don't record who has which code.",
        "QR code with the link for the code",
        "Slips with codes",
    ),
    "ar": SlipWords(
        "رمزكم",
        "امسحوا رمز الاستجابة السريعة، أو افتحوا هذا العنوان وأدخلوا الرمز:",
        "اختير الرمز عشوائيًا ويصلح لمرة واحدة. لا نسجّل أي رمز لدى أي شخص.",
        "رمز الاستجابة السريعة مع الرابط الخاص بالرمز",
        "قصاصات الرموز",
    ),
}
"""The words by language."""


def slips(codes: Sequence[str], origin: str, title: str, organisation: str, language: str) -> bytes:
    """The PDF, a slip a code in the order given; `origin` is the address of the survey.

    Raises a Problem for a language without words and for characters that the fonts can't write.
    """
    if main_part(language) not in WORDS:
        raise Problem(
            "slips-language",
            found=f"There are no words for slips in the language “{language}”.",
            expected=f"one of {', '.join(WORDS)}.",
            mend="Have the codes as a table, and set the slips with a word processor.",
        )
    words = asdict(WORDS[main_part(language)])
    missing = missing_glyphs([title, organisation, *words.values()], None)
    if missing:
        raise _refused(f"the fonts can't write {' '.join(missing[:5])}")
    content = {
        "language": main_part(language),
        "direction": direction(language),
        "families": list(families()),
        "title": clip(printable(title), _LONGEST),
        "organisation": clip(printable(organisation), _LONGEST),
        "address": origin.partition("://")[2],
        "words": words,
        "slips": [
            {"code": code, "qr": qr_svg(f"{origin}/in/{code}", border=2).decode()} for code in codes
        ],
    }
    try:
        return typeset(_TEMPLATE, {"slips.json": json.dumps(content, ensure_ascii=False).encode()})
    except Refused as refusal:
        raise _refused(str(refusal)) from refusal


def _refused(reason: str) -> Problem:
    return Problem(
        "slips-refused",
        found=f"No slips that everybody can read could be made: {reason}.",
        expected="a title in a script that the shipped fonts hold.",
        mend="Have the codes as a table, and set the slips with a word processor.",
    )
