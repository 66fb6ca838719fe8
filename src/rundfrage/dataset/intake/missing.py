"""Which cells are no answer: one rule for all formats, with the reason kept.

*Marks* are what programs write where there is nothing (NA, NULL, #N/A, nan, -). Words are
told in word_reasons.py, codes in stray_codes.py, among words in codes_among_words.py. What the user
names is missing everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from rundfrage.codebook import Missing, MissingCode
from rundfrage.codebook.reason_words import ANSWERS, as_listed
from rundfrage.dataset.cells import REASONS, TOKENS, Cells, clean, parsed_date
from rundfrage.dataset.intake.codes_among_words import CodesOfFile, coded_words, codes_of_file
from rundfrage.dataset.intake.label_reasons import is_mark
from rundfrage.dataset.intake.scales import OTHERS, folded, worded, yes_or_no
from rundfrage.dataset.intake.sheet import merged_words
from rundfrage.dataset.intake.signs import are_signs, doubtful_signs
from rundfrage.dataset.intake.told_apart import (
    answers_in_pairs,
    may_be_answers,
    may_be_missing,
)
from rundfrage.dataset.intake.word_reasons import Company, company_of, unsure_words, word_reason
from rundfrage.locales import Message

PYTHON_NONE = "None"
_OFTEN = 0.1
"""From this share on a word that may be an answer is doubted to be none."""
_NAMIBIA = "NA"
_FEWEST_COUNTRIES = 3
_LONGEST_LIST = 40
_LONGEST = 40


@dataclass(frozen=True)
class Cleared:
    """A column whose cells that are no answer are reasons; `words` says which, and how often.

    `codes` are the same words for a codebook, `doubts` what may have been an answer, or be none.
    """

    cells: Cells
    words: tuple[tuple[str, int], ...] = ()
    codes: tuple[MissingCode, ...] = ()
    doubts: tuple[tuple[Message, Message], ...] = ()


def cleared(
    columns: Sequence[Cells],
    said: Collection[str] = (),
    known: Mapping[str, Missing] | None = None,
) -> list[Cleared]:
    """The columns with their words for a missing answer as reasons.

    `said` are words that the user named, `known` those of the program that wrote the file.
    """
    words = {folded(word): Missing.LEFT_BLANK for word in said}
    words |= {word: why for word, why in (known or {}).items() if word not in words}
    python = any(map(_of_python, columns))
    blank = any("" in column.words for column in columns if PYTHON_NONE in column.answers)
    pairs = answers_in_pairs(columns)
    codes = codes_of_file(columns)
    return [
        _cleared(column, words, pair, codes, python=python, blank=blank)
        for column, pair in zip(columns, pairs, strict=True)
    ]


def _cleared(
    column: Cells,
    said: Mapping[str, Missing],
    substantive: Collection[str],
    codes: CodesOfFile,
    *,
    python: bool,
    blank: bool,
) -> Cleared:
    coded, unsure = coded_words(column, codes)
    coded = {word: why for word, why in coded.items() if folded(word) not in said}
    none = PYTHON_NONE in column.answers and _none_is_missing(column, python=python, blank=blank)
    kept = {word for word in substantive if folded(word) not in said}
    company = company_of(column.answers)
    # A number is an answer unless the user named it, or it is a code.
    words = [word for word in column.answers if said or not word[:1].isdigit() or word in coded]
    reasons = {
        word: why
        for word in words
        if word not in kept
        and (
            why := coded.get(word) or _reason(word, said, company)
            or (Missing.LEFT_BLANK if none and word == PYTHON_NONE else None)
        )
    }  # fmt: skip
    doubtful = doubtful_signs(kept) if are_signs(kept) else list(kept)
    if PYTHON_NONE in column.answers and PYTHON_NONE not in reasons and not blank:
        doubtful += [] if _in_list(column) else [PYTHON_NONE]
    left = [word for word in column.answers if word not in reasons and word not in kept]
    doubtful += [word for word in unsure_words(company, left) if folded(word) not in said]
    answers = may_be_missing(list(dict.fromkeys(doubtful)))
    if not reasons:
        return Cleared(column, doubts=answers)

    def read(cell: str) -> str:
        why = reasons.get(clean(cell))
        return cell if why is None else TOKENS[why]

    whole = merged_words(column, read)
    found = {word: column.answers[word] for word in reasons}
    kept_codes = tuple(MissingCode(why, word) for word, why in reasons.items())
    given = sum(count for cell, count in zip(column.words, column.counts, strict=True) if cell)
    often = [
        word
        for word, count in found.items()
        if (as_listed(folded(word)) in ANSWERS or word == PYTHON_NONE)
        and folded(word) not in said
        and count > _OFTEN * given
    ]
    countries = [word for word in found if word == _NAMIBIA and _of_countries(column)]
    unsure = [word for word in unsure if folded(word) not in said]
    doubts = answers + may_be_answers([*often, *countries, *unsure])
    return Cleared(whole, tuple(found.items()), kept_codes, doubts)


def _of_countries(column: Cells) -> bool:
    """True if all other answers are two capitals, as codes of countries are: NA is Namibia's."""
    others = [word for word in column.words if word and word not in REASONS and word != _NAMIBIA]
    return len(others) >= _FEWEST_COUNTRIES and all(
        re.fullmatch(r"[A-Z]{2}", word) for word in others
    )


def _reason(word: str, said: Mapping[str, Missing], company: Company) -> Missing | None:
    """The reason that the word gives: as it was said, as a mark, or by what stands beside it."""
    if len(word) > _LONGEST or (not said and word.lstrip("-")[:1].isdigit()):
        # A sentence is an answer, and so is a number unless the user named it.
        return None
    plain = folded(word)
    if plain in said:
        return said[plain]
    if plain.removesuffix(".0") in said:
        return said[plain.removesuffix(".0")]
    if is_mark(word):
        return Missing.LEFT_BLANK
    return word_reason(word, company)


def _of_python(column: Cells) -> bool:
    """True if the column has "None" among numbers or dates, as Python writes nothing."""
    if PYTHON_NONE not in column.answers:
        return False
    others = [word for word in column.answers if word != PYTHON_NONE]
    return bool(others) and all(
        re.fullmatch(r"-?\d+([.,]\d+)?", word) or parsed_date(word) is not None for word in others
    )


def _none_is_missing(column: Cells, *, python: bool, blank: bool) -> bool:
    """Whether "None" is what Python writes for nothing: beside yes and no, the steps of a scale.

    Among a few answers it is one of them, unless the file has it among numbers; among texts it is
    nothing where no such column has empty cells beside it.
    """
    others = [word for word in column.answers if word != PYTHON_NONE]
    if len(others) >= _LONGEST_LIST:
        return python or not blank
    if _in_list(column):
        return False
    return python or not others or yes_or_no(others) is not None or worded(others) is not None


def _in_list(column: Cells) -> bool:
    """True if "None" is one of a list of options, or a step of a scale, in this column."""
    words = list(column.answers)
    if len(words) > _LONGEST_LIST:
        return False
    return any(folded(word) in OTHERS for word in words) or worded(words) is not None
