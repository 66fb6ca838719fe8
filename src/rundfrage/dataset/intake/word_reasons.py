"""Why a word says that there is no answer, by the words that stand beside it in its column.

*Technical* words do so nearly everywhere. Those that are answers where what they say is asked, and
abbreviations, do beside yes and no, beside the two poles of a scale, and beside each other.
*Offered* words do beside poles; beside yes and no only those by which nothing was asked.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from rundfrage.codebook import Missing
from rundfrage.codebook.reason_words import (
    ANSWERS,
    OFFERED,
    OPPOSITES,
    STEPS,
    as_listed,
    technical_opening,
    technical_reason,
)
from rundfrage.dataset.intake.label_reasons import is_mark
from rundfrage.dataset.intake.scales import (
    are_poles,
    beside_reason,
    folded,
    scale_of,
    yes_or_no,
)
from rundfrage.patterns import pattern

_LONGEST_LIST = 40
_MOST_DOUBTED = 12
_ABBREVIATION = 3
"""Words of so many letters may be anything's abbreviation: iap."""
_INTERVIEWERS = pattern(r"[A-Z][A-Z./]{1,4}")
_COUNTRY = pattern(r"[A-Z]{2,3}")
_FEWEST = 2


@dataclass(frozen=True)
class Company:
    """The words of a column that give no reason, and what they are to those that may give one.

    `abbreviations` are words such as DK, RF and INAP that stand beside each other.
    """

    words: tuple[str, ...] = ()
    yes_or_no: bool = False
    poles: bool = False
    few: bool = False
    abbreviations: frozenset[str] = frozenset()


def company_of(answers: Collection[str]) -> Company:
    """What stands beside the words that may give a reason; nothing is said of long columns."""
    if len(answers) > _LONGEST_LIST:
        return Company()
    words = tuple(word for word in answers if not is_mark(word) and beside_reason(word) is None)
    short = frozenset(
        word
        for word in answers
        if _INTERVIEWERS.fullmatch(word) and (is_mark(word) or _abbreviated(word) is not None)
    )
    countries = all(map(_COUNTRY.fullmatch, words))
    return Company(
        words,
        yes_or_no(words) is not None,
        are_poles(words),
        few=True,
        abbreviations=frozenset() if countries or len(short) < _FEWEST else short,
    )


def _abbreviated(word: str) -> Missing | None:
    plain = folded(word)
    return technical_reason(plain) or OFFERED.get(plain)


def word_reason(word: str, company: Company) -> Missing | None:
    """The reason that the word gives in this company; None if it is an answer."""
    if word in company.abbreviations:
        return _abbreviated(word)
    plain = as_listed(folded(word))
    paired = company.yes_or_no or company.poles
    why = technical_reason(plain) or (technical_opening(plain) if company.few else None)
    if why is not None:
        short = len(plain) <= _ABBREVIATION and plain.isascii() and plain.isalpha()
        asked = plain in ANSWERS and plain not in OPPOSITES and why is not Missing.REFUSED
        return None if (short or asked) and not paired else why
    return offered_reason(word, company)


def offered_reason(label: str, company: Company) -> Missing | None:
    """The reason of a label that is offered beside yes and no, or beside the poles of a scale."""
    why = beside_reason(label) if company.yes_or_no or company.poles else None
    if company.yes_or_no:
        return why if why is Missing.NOT_ASKED else None
    return why if as_listed(folded(label)) not in STEPS else None


def unsure_words(company: Company, answers: Collection[str]) -> list[str]:
    """Those of the words read as answers that may give a reason, and stand in a list of answers.

    They say that nothing was asked, or are answers where what they say is asked. Those that say
    two things at once, don't know and no answer, are unsure beside yes and no as well.
    """
    both = []
    if company.few and not any(word[:1].isdigit() for word in company.words):
        both = [word for word in answers if word not in company.words and _says_both(word)]
    unsure = list(dict.fromkeys([*both, *_unsure(company, answers)]))
    return [] if not unsure or scale_of([*company.words, *unsure]) is not None else unsure


def _says_both(word: str) -> bool:
    """True for "no sabe/no contesta", NS/NC and DK/NA."""
    plain = folded(word)
    parts = [part.strip() for part in re.split(r"[/-]", plain)]
    if len(parts) != _FEWEST or beside_reason(word) is not Missing.DONT_KNOW:
        return False
    short = all(len(part.replace(".", "")) <= _ABBREVIATION for part in parts)
    return short or any(technical_reason(part) is not None for part in parts)


def _unsure(company: Company, answers: Collection[str]) -> list[str]:
    counted = any(word[:1].isdigit() for word in company.words)
    if not _FEWEST <= len(company.words) <= _MOST_DOUBTED or counted or company.yes_or_no:
        return []
    return [
        word
        for word in answers
        if word not in company.words
        and (beside_reason(word) is Missing.NOT_ASKED or as_listed(folded(word)) in ANSWERS)
    ]
