"""Which cells are no answer: one rule for all formats, with the reason kept.

*Marks* are what programs write where there is nothing (NA, NULL, #N/A, nan, -). *Technical* labels
are those that no respondent chooses ("refused", "not asked"); *offered* ones ("don't know") are no
step of a scale beside which they stand, and answers elsewhere. What the user names is missing
everywhere. *Codes* are negative numbers, or 99 and the like, that stand apart from a column's other
numbers.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import Missing, MissingCode
from rundfrage.dataset.account import Certainty
from rundfrage.dataset.cells import REASONS, TOKENS, Cells, clean
from rundfrage.dataset.intake.scales import BESIDE, OTHERS, TECHNICAL, folded, worded
from rundfrage.dataset.intake.sheet import merged_words
from rundfrage.dataset.intake.told_apart import (
    AMBIGUOUS,
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
FAR = (-66, -77, -88, -97, -98, -99)
_NEAR = range(-9, 0)
HIGH_CODES = (
    *(77, 88, 96, 97, 98, 99, 555, 666, 777, 888, 996, 997, 998, 999, 5555, 6666, 7777, 8888),
    *(9996, 9997, 9998, 9999, 55555, 66666, 77777, 88888, 99997, 99998, 99999),
)
_FAR_ABOVE = 2.5
"""How many times as high as all else a code has to be to look like one."""
_MOST_NEAR = 4
_FEWEST_MIRRORED = 3
_LOW = -8
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
        if (folded(word) in AMBIGUOUS or word == PYTHON_NONE)
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


def stray_codes(values: Mapping[float, int]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Of the numbers of a column with their counts: codes for a missing answer, and doubtful ones.

    Codes are negative where all else is at least zero: -99 and the like always, -1 to -9 beside a
    few whole numbers of which they aren't the other half. Doubtful are 99, 999 and the like, far
    above everything else, and -1 to -9 that may be the other half.
    """
    numbers = np.fromiter(values, np.float64, len(values))
    negative = numbers[numbers < 0].tolist()
    rest = numbers[numbers >= 0]
    if not len(rest):
        return (), ()
    whole = bool((rest == np.rint(rest)).all())
    far = [value for value in negative if _is_far(value)]
    near = [value for value in negative if value in _NEAR]
    codes: list[float] = []
    doubtful: list[float] = []
    if len(far) + len(near) == len(negative):
        codes += far
        few = whole and rest.max() <= 10 and len(near) <= _MOST_NEAR  # noqa: PLR2004  a scale
        if few or far:
            half = _other_half(near, rest)
            codes += near if half is None else []
            doubtful += near if half is Certainty.DOUBTFUL else []
    ordered = np.sort(rest)
    # The first code that lies far above all below it, and the codes above that one.
    far_above = np.flatnonzero(ordered[1:] >= _FAR_ABOVE * ordered[:-1]) + 1
    starts = [place for place in far_above.tolist() if ordered[place] in HIGH_CODES]
    if starts:
        doubtful += [value for value in ordered[min(starts) :].tolist() if value in HIGH_CODES]
    return tuple(sorted(codes)), tuple(sorted(doubtful))


def _other_half(near: Sequence[float], rest: npt.NDArray[np.float64]) -> Certainty | None:
    """How surely -1 to -9 are the other half of a scale from -2 to 2, or of degrees; None if not.

    Beside 1 and 2 they are codes; beside 0 and 1, or with gaps around 0, they may be numbers.
    """
    if not near:
        return None
    lowest, highest = min(near), float(rest.max())
    mirrored = {-one for one in near} == set(rest.tolist()) - {0}
    if 0 not in rest:
        return Certainty.SURE if mirrored and len(near) >= _FEWEST_MIRRORED else None
    if mirrored or -lowest == highest:
        return Certainty.SURE if mirrored and len(near) > 1 else Certainty.DOUBTFUL
    if len(near) == 1 or lowest <= _LOW:
        return None
    run = len(near) == -lowest
    return Certainty.DOUBTFUL if not run or highest <= 1 - lowest else None


def _is_far(value: float) -> bool:
    return value in FAR or (value <= -900 and set(str(int(-value))) <= {"9", "8", "7", "6"})  # noqa: PLR2004
