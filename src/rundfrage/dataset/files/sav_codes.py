"""Codes in SPSS files: those of reasons, which are free numbers, and words in place of numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import Missing, MissingCode, Variable, VariableType
from rundfrage.dataset.cells import TOKENS
from rundfrage.dataset.columns import Coded
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.files.sav_words import LONGEST_VALUE_LABEL, cut, plain
from rundfrage.dataset.flat import Flat
from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.locales.phrases import Phrasebook

WORDS = {
    Missing.NOT_ASKED: "not-asked",
    Missing.DONT_KNOW: "dont-know",
    Missing.REFUSED: "refused",
}
"""The keys of the words for reasons that have a code."""
_MOST_MISSING = 3
_LONGEST_MISSING = 8
"""So many bytes, at most, has a word that SPSS takes for user-missing."""


def free_codes(answers: npt.NDArray[np.float64], flat: Flat, file: str) -> dict[Missing, float]:
    """Three numbers that mean nothing else, for the reasons that are not system-missing."""
    taken = {float(category.code) for category in flat.variable.categories}
    taken |= {float(one.value) for one in flat.variable.missing if not isinstance(one.value, str)}
    for below in (0, 90, 990, 9_990, 99_990, 999_990, 9_999_990, 99_999_990):
        codes = {reason: -float(below - reason) for reason in WORDS}
        if not taken & set(codes.values()) and not np.isin(answers, list(codes.values())).any():
            return codes
    raise Problem(
        "missing-codes-taken",
        where=Where(file, name=flat.name),
        found=message("Every number that could stand for a missing answer is an answer."),
        expected=message("a column without -1, -91, -991 and so on."),
        mend=message("Write Parquet or CSV instead."),
    )


def own_codes(answers: npt.NDArray[np.float64], variable: Variable) -> dict[Missing, MissingCode]:
    """The variable's own codes with words for what is missing, if they are no answer."""
    if variable.type is not VariableType.NUMERIC and not variable.coded:
        return {}
    taken = {float(category.code) for category in variable.categories}
    own: dict[Missing, MissingCode] = {}
    for code in variable.missing:
        if code.reason not in WORDS or code.reason in own or not code.label:
            continue
        if isinstance(code.value, str) or code.value in taken or (answers == code.value).any():
            continue
        own[code.reason] = code
        taken.add(float(code.value))
    return own


@dataclass(frozen=True, eq=False)
class WordedCodes:
    """A column whose codes are words: its cells, shape (n,), their labels, those of no answer."""

    cells: npt.NDArray[np.object_]
    labels: dict[str, str]
    missing: list[str]


def worded_codes(dataset: Dataset, flat: Flat, words: Phrasebook) -> WordedCodes:
    """The column with words for its codes, and for the reasons that stand in it."""
    variable = flat.variable
    column = cast("Coded", dataset.columns[variable.name])
    categories = [one.written for one in variable.categories]
    own: dict[Missing, MissingCode] = {}
    for code in variable.missing:
        if isinstance(code.value, str) and code.value not in categories:
            own.setdefault(code.reason, code)
    given = [
        why for why in Missing if (column.reasons == why).any() and why is not Missing.LEFT_BLANK
    ]
    free = {why: f"{int(why)}" for why in given}
    cells: dict[Missing, str] = {
        why: TOKENS[why] if word in categories else word for why, word in free.items()
    }
    labels = {one.written: one.label.source for one in variable.categories}
    for why in given:
        kept = own.get(why)
        cells[why] = cells[why] if kept is None else str(kept.value)
        labels[cells[why]] = str(words(WORDS[why])) if kept is None else kept.label.source
    reasons = [cells.get(why, "") for why in Missing]
    every = np.array([*categories, *reasons[::-1]], object)
    written = every[column.codes]
    apart = worded_own(dataset, variable)
    for place, code in apart.items():
        written[dataset.missing_codes[variable.name] == place] = code.value
        labels[str(code.value)] = code.label.source
    absent = [*dict.fromkeys([*cells.values(), *(str(code.value) for code in apart.values())])]
    named = {
        word: cut(plain(label), LONGEST_VALUE_LABEL) for word, label in labels.items() if label
    }
    short = [cell for cell in absent if len(cell.encode()) <= _LONGEST_MISSING]
    return WordedCodes(written, named, short)


def worded_own(dataset: Dataset, variable: Variable) -> dict[int, MissingCode]:
    """The words of no answer that SPSS can tell apart, by their places among the missing codes.

    Three of them, at most, of up to eight bytes each.
    """
    categories = {one.written for one in variable.categories}
    words = {
        place: code
        for place, code in dataset.codes_given(variable).items()
        if isinstance(code.value, str)
        and code.value not in categories
        and 0 < len(code.value.encode()) <= _LONGEST_MISSING
    }
    if not words:
        return {}
    rest = ~np.isin(dataset.missing_codes[variable.name], [*words])
    given = {int(why) for why in np.unique(dataset.columns[variable.name].reasons[rest])}
    besides = sum(int(why) in given for why in WORDS)
    return words if len(words) + besides <= _MOST_MISSING else {}
