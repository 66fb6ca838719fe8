"""Which cells are no answer: one rule for all formats, with the reason kept.

*Marks* are what programs write where there is nothing (NA, NULL, #N/A, nan, -). *Technical* labels
are those that no respondent chooses ("refused", "not asked"); *offered* ones ("don't know") are no
step of a scale beside which they stand, and answers elsewhere. What the user names is missing
everywhere. Numbers that are codes of missing answers are told in stray_codes.py.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from rundfrage.codebook import Missing, MissingCode
from rundfrage.codebook.reason_words import ANSWERS, TECHNICAL
from rundfrage.dataset.cells import REASONS, TOKENS, Cells, clean
from rundfrage.dataset.intake.scales import BESIDE, OTHERS, folded, worded
from rundfrage.dataset.intake.sheet import merged_words
from rundfrage.dataset.intake.told_apart import (
    answers_in_pairs,
    may_be_answers,
    may_be_missing,
)
from rundfrage.dataset.words.vocabulary import listed
from rundfrage.locales import Message

MARKS = listed(
    "na|n/a|n.a.|#n/a|#na|<na>|nan|-nan|nat|null|#null!|nil|#div/0!|#value!|#ref!|#name?|#num!",
    "-|--|---|—|–|.|...|(null)|\\n|(blank)|[null]|undefined|missing|system missing",
)
PYTHON_NONE = "None"
# Words of text files that are surely no answer; other technical words are so only with a code.
_SURE = listed(
    "refused|refusal|k.a.|k. a.|k.a|no answer|not answered|not asked|inapplicable",
    "not ascertained|keine antwort|nicht beantwortet|nicht gefragt|verweigert",
    "antwort verweigert|not in universe|valid skip|legitimate skip",
)
_CODE = re.compile(r"\s*[\[(<]?\s*(-?\d+)\s*[\])>]?\s*(?:[.:=)–-]\s*)*(?=\D)")
_NEGATIVE = re.compile(r"-(?:[1-9]|66|77|88|9[0-9]|[6-9]{3,5})(?:\.0)?")
_NUMERIC = re.compile(r"[-+]?\d+(?:[.,]\d+)?%?")
_MOST_NEAR = 4
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


def without_number(label: str) -> str:
    """A label without the code that some programs write in front of it: "-9. Refused"."""
    return _CODE.sub("", label, count=1) if _CODE.match(label) else label


def reason_of(label: str) -> Missing | None:
    """The reason that a label of a missing answer gives; None if it is none of the known."""
    word = folded(label)
    found = BESIDE.get(word) or BESIDE.get(folded(without_number(label)))
    if found is None and (word in MARKS or folded(without_number(label)) in MARKS):
        return Missing.LEFT_BLANK
    return found


def technical(label: str) -> Missing | None:
    """The reason of a label that no respondent chooses, None if one may choose it."""
    return TECHNICAL.get(folded(label)) or TECHNICAL.get(folded(without_number(label)))


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
    none = _none_is_missing(columns)
    pairs = answers_in_pairs(columns)
    return [
        _cleared(column, words, pair, none=none)
        for column, pair in zip(columns, pairs, strict=True)
    ]


def _cleared(
    column: Cells, said: Mapping[str, Missing], substantive: Collection[str], *, none: bool
) -> Cleared:
    negative = _codes_among_words(column)
    none = none and not _none_is_answer(column)
    kept = {word for word in substantive if folded(word) not in said}
    said = {**dict.fromkeys(negative, Missing.LEFT_BLANK), **said} if negative else said

    reasons = {
        word: why
        for word in column.answers
        if word not in kept and (why := _reason(word, said, none=none)) is not None
    }
    answers = may_be_missing(kept)
    if not reasons:
        return Cleared(column, doubts=answers)

    def read(cell: str) -> str:
        why = reasons.get(clean(cell))
        return cell if why is None else TOKENS[why]

    whole = merged_words(column, read)
    found = {word: column.answers[word] for word in reasons}
    codes = tuple(MissingCode(why, word) for word, why in reasons.items())
    given = sum(count for cell, count in zip(column.words, column.counts, strict=True) if cell)
    often = [
        word
        for word, count in found.items()
        if (folded(word) in ANSWERS or word == PYTHON_NONE)
        and folded(word) not in said
        and count > _OFTEN * given
    ]
    countries = [word for word in found if word == _NAMIBIA and _of_countries(column)]
    return Cleared(whole, tuple(found.items()), codes, answers + may_be_answers(often + countries))


def _of_countries(column: Cells) -> bool:
    """True if all other answers are two capitals, as codes of countries are: NA is Namibia's."""
    others = [word for word in column.words if word and word not in REASONS and word != _NAMIBIA]
    return len(others) >= _FEWEST_COUNTRIES and all(
        re.fullmatch(r"[A-Z]{2}", word) for word in others
    )


def _codes_among_words(column: Cells) -> list[str]:
    """Negative numbers such as -99 in a column of words: they are no words that somebody gave."""
    negative = [word for word in column.words if word[:1] == "-" and _NEGATIVE.fullmatch(word)]
    if not negative or len(negative) > _MOST_NEAR:
        return []
    others = [word for word in column.words if word and word not in REASONS]
    if any(_NUMERIC.fullmatch(word) for word in others if word not in negative):
        return []
    return negative if len(others) > len(negative) else []


def _reason(word: str, said: Mapping[str, Missing], *, none: bool) -> Missing | None:
    if len(word) > _LONGEST or (not said and word.lstrip("-")[:1].isdigit()):
        # A sentence is an answer, and so is a number unless the user named it.
        return None
    plain = folded(word)
    if plain in said:
        return said[plain]
    if plain.removesuffix(".0") in said:
        return said[plain.removesuffix(".0")]
    if plain in MARKS or (word == PYTHON_NONE and none):
        return Missing.LEFT_BLANK
    return TECHNICAL[plain] if plain in _SURE else None


def _none_is_missing(columns: Sequence[Cells]) -> bool:
    """Whether "None" is what Python writes for nothing: if it stands where others are empty.

    A file in which a column has it beside empty cells, and none has it among numbers, means it.
    """
    blank_beside = False
    for column in columns:
        if PYTHON_NONE not in column.distinct:
            continue
        words = column.words
        others = [word for word in words if word not in {"", PYTHON_NONE}]
        if others and all(re.fullmatch(r"-?\d+([.,]\d+)?", word) for word in others):
            return True
        blank_beside |= "" in words
    return not blank_beside


def _none_is_answer(column: Cells) -> bool:
    """True if "None" is one of a list of options, or a step of a scale, in this column."""
    words = [word for word in column.words if word and word not in REASONS]
    if PYTHON_NONE not in words or len(words) > _LONGEST_LIST:
        return False
    return any(folded(word) in OTHERS for word in words) or worded(words) is not None
