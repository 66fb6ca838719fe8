"""Why a label says that there is no answer: by what it says, and by the code that it has.

*Marks* are what programs write where there is nothing (NA, NULL, #N/A, nan, -). A label that also
means an answer ("refused") says that there is none only where its code does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from rundfrage.codebook import Missing
from rundfrage.codebook.reason_words import (
    ANSWERS,
    BELOW_ZERO,
    as_listed,
    technical_opening,
    technical_reason,
)
from rundfrage.dataset.intake.labelled_values import Value, sorting
from rundfrage.dataset.intake.missing_codes import ABOVE_ZERO, HIGH
from rundfrage.dataset.intake.scales import BESIDE, beside_reason, folded, scale_of, yes_or_no
from rundfrage.folding import listed
from rundfrage.patterns import pattern

_MARKS = listed(
    "na|n/a|n.a.|n\\a|(na)|[na]|#n/a|#na|#n/d|#nd|#nv|#yok|#н/д|<na>|nan|-nan|nat|null|<null>|nil",
    "inf|-inf|+inf|-|--|---|—|–|.|..|...|....|…|(null)|\\n|(blank)|[null]|undefined|missing",
    "system missing",
    # The further missing values of Stata and SAS.
    "|".join(f".{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"),
)
_SPREADSHEET_ERROR = pattern(r"#[^\W\d_][^\W_]*(?:[/. ][^\W_]+)*[!?]", re.IGNORECASE)
"""What spreadsheets show where a formula fails, in any language: #DIV/0!, #BEZUG!, #ИМЯ?"""
_SEPARATORS = pattern(r"[;,|/\s]+")
_CODE = pattern(r"\s*[\[(<]?\s*(-?\d+)\s*[\])>]?\s*(?:[.:=)–-]\s*)*(?=\D)")


def is_mark(word: str) -> bool:
    """True for what programs write where there is nothing, and for separators of nothing."""
    plain = folded(word)
    if plain in _MARKS:
        return True
    if word[:1].isalnum():
        return False
    shown = plain.replace("¡", "")
    return bool(_SEPARATORS.fullmatch(word) or _SPREADSHEET_ERROR.fullmatch(shown))


def without_number(label: str) -> str:
    """A label without the code that some programs write in front of it: "-9. Refused"."""
    return _CODE.sub("", label, count=1) if _CODE.match(label) else label


def reason_of(label: str) -> Missing | None:
    """The reason that a label of a missing answer gives; None if it is none of the known."""
    words = (as_listed(folded(label)), as_listed(folded(without_number(label))))
    found = BESIDE.get(words[0]) or BESIDE.get(words[1])
    found = found or technical(label)
    if found is None and (is_mark(label) or is_mark(without_number(label))):
        return Missing.LEFT_BLANK
    return found


_ARCHIVED = pattern(r"(?:NAP|NAV)(?:\([A-Z]{2}(?:, ?(?:[A-Z]{2}|…|\.\.\.))*\))?[,;].*", re.DOTALL)
"""How archives label what wasn't asked somewhere: "NAP, other countries", "NAV(BE,CZ)"."""


def technical(label: str) -> Missing | None:
    """The reason of a label that no respondent chooses, None if one may choose it."""
    bare = without_number(label)
    if _ARCHIVED.fullmatch(bare):
        return Missing.NOT_ASKED
    words = (folded(label), folded(bare))
    sure = technical_reason(words[0]) or technical_reason(words[1])
    return sure or technical_opening(words[0]) or technical_opening(words[1])


def coded_reasons(labels: Mapping[Value, str]) -> dict[Value, Missing]:
    """The codes whose labels say that there is no answer, with the reasons."""
    found = _below_zero(labels)
    for value, label in labels.items():
        why = technical(label)
        if why is not None and as_listed(folded(without_number(label))) in ANSWERS:
            why = why if _is_code(value, labels) else None
        if why is None and is_mark(label) and value in ABOVE_ZERO:
            why = Missing.LEFT_BLANK
        if why is not None:
            found[value] = why
    return behind_gap(labels, found) | found


def behind_gap(labels: Mapping[Value, str], known: Mapping[Value, Missing]) -> dict[Value, Missing]:
    """Codes such as 8 and 98 behind a gap, whose labels may be offered: an archive's "DK"."""
    reasons = {value: beside_reason(label) for value, label in labels.items() if value not in known}
    answers = [value for value, why in reasons.items() if why is None]
    numbers = [value for value in answers if isinstance(value, float) and value not in HIGH]
    if not numbers or any(isinstance(value, str) for value in answers):
        return {}
    first = max(numbers) + 2
    return {
        value: why
        for value, why in reasons.items()
        if why is not None and isinstance(value, float) and value in ABOVE_ZERO and value >= first
    }


def _below_zero(labels: Mapping[Value, str]) -> dict[Value, Missing]:
    """The codes below zero whose labels give a reason, and the others beside such a code.

    Without one they may be answers, and are where they are the other half or steps of a scale.
    """
    below = {value: labels[value] for value in _negative(labels)}
    found = {value: why for value, label in below.items() if (why := reason_of(label)) is not None}
    answers = {value: label for value, label in labels.items() if value not in found}
    others = [value for value in below if value not in found]
    if others and not _are_steps(answers):
        for value in others:
            why = BELOW_ZERO.get(folded(without_number(below[value])))
            if why is not None or found:
                found[value] = why or Missing.LEFT_BLANK
    return found


def doubtful_below_zero(labels: Mapping[Value, str]) -> list[Value]:
    """The codes below zero that were left among these labels, and are no steps of a scale."""
    below = _negative(labels)
    return below if below and len(below) < len(labels) and not _are_steps(labels) else []


def _negative(labels: Mapping[Value, str]) -> list[Value]:
    return [value for value in labels if isinstance(value, float) and value < 0]


def _are_steps(labels: Mapping[Value, str]) -> bool:
    """True if the codes mirror each other around zero, or their labels are a scale in order."""
    numbers = sorted(value for value in labels if isinstance(value, float))
    if len(numbers) < len(labels) or not numbers:
        return False
    if {-one for one in numbers if one < 0} == {one for one in numbers if one > 0}:
        return True
    scale = scale_of(list(labels.values()))
    if scale is None or scale.beside:
        return False
    values = sorted(labels, key=lambda value: scale.steps.index(labels[value]))
    return values in (sorted(labels, key=sorting), sorted(labels, key=sorting)[::-1])


def _is_code(value: Value, labels: Mapping[Value, str]) -> bool:
    """True if the code of a label such as "refused" is one of a missing answer, not an answer's.

    It is below zero, one of the known ones, apart from the others, behind "don't know", or beside
    yes and no or the steps of a scale.
    """
    if isinstance(value, str) or value < 0 or value in ABOVE_ZERO:
        return True
    answers = {
        code: label
        for code, label in labels.items()
        if isinstance(code, float) and technical(label) is None and beside_reason(label) is None
    }
    words = list(answers.values())
    if not words or yes_or_no(words) is not None or scale_of(words) is not None:
        return True
    beside = any(
        beside_reason(label) is not None and as_listed(folded(without_number(label))) not in ANSWERS
        for label in labels.values()
    )
    return value > max(answers) + (0 if beside else 1)
