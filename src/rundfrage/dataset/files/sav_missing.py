"""Codes of missing answers in SPSS files, kept as they came where SPSS can declare them.

It knows three single values, or a range and one value beside it. Where a file has more of them, the
codes of one reason become one.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import Missing, MissingCode, VariableType
from rundfrage.dataset.columns import ANSWERED
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.files.sav_codes import WORDS, free_codes, own_codes
from rundfrage.dataset.files.sav_words import LONGEST_VALUE_LABEL, cut, plain
from rundfrage.dataset.flat import Flat
from rundfrage.locales.phrases import Phrasebook

_MOST_VALUES = 3
Ranges = list[float | dict[str, float]]


@dataclass(frozen=True, eq=False)
class WithMissing:
    """A column's numbers, shape (n,), with the labels of its missing codes, and these declared."""

    values: npt.NDArray[np.float64]
    labels: dict[float, str]
    ranges: Ranges
    kept: frozenset[int] = frozenset()
    """The places of the codes that are kept apart, among the variable's missing codes."""


def with_missing(
    dataset: Dataset,
    flat: Flat,
    values: npt.NDArray[np.float64],
    reasons: npt.NDArray[np.int8],
    words: Phrasebook,
    file: str,
) -> WithMissing:
    """The column with a code for each reason, and its own codes where they can be kept apart."""
    # A number that has a label means something, though nobody may have given it.
    labelled = [*dataset.number_labels.get(flat.variable.name, {})]
    answers = np.append(values[reasons == ANSWERED], labelled)
    codes = free_codes(answers, flat, file)
    own = own_codes(answers, flat.variable)
    codes |= {reason: float(code.value) for reason, code in own.items()}
    labels = {
        reason: _label(own[reason]) if reason in own else str(words(WORDS[reason]))
        for reason in codes
    }
    written = values.copy()
    for reason, code in codes.items():
        written[reasons == reason] = code
    written[reasons == Missing.LEFT_BLANK] = np.nan
    spare = _spare(flat, answers)
    places = dataset.missing_codes.get(flat.variable.name)
    kept = {} if places is None or flat.category is not None else _own(dataset, flat, answers)
    plain_labels = spare | {codes[why]: labels[why] for why in codes}
    if places is None or not kept:
        return WithMissing(written, plain_labels, [*codes.values()])
    rest = reasons[~np.isin(places, list(kept))]
    needed = [reason for reason in codes if (rest == reason).any()]
    used = {*(float(code.value) for code in kept.values()), *(codes[why] for why in needed)}
    known = np.array([*answers, *(one.code for one in flat.variable.categories)], np.float64)
    ranges = _ranges(used, known)
    if ranges is None:
        return WithMissing(written, plain_labels, [*codes.values()])
    for place, one in kept.items():
        written[places == place] = float(one.value)
    shown = spare | {codes[why]: labels[why] for why in needed}
    shown |= {float(code.value): _label(code) for code in kept.values() if code.label}
    return WithMissing(written, shown, ranges, frozenset(kept))


def _spare(flat: Flat, answers: npt.NDArray[np.float64]) -> dict[float, str]:
    """The labels of the codes that no row has, which the file brought all the same."""
    taken = {float(one.code) for one in flat.variable.categories}
    return {
        float(code.value): _label(code)
        for code in flat.variable.missing
        if flat.category is None
        and flat.variable.type is not VariableType.DATE
        and not isinstance(code.value, str)
        and code.label
        and code.value not in taken
        and not (answers == code.value).any()
    }


def _label(code: MissingCode) -> str:
    return cut(plain(code.label.source), LONGEST_VALUE_LABEL)


def _own(dataset: Dataset, flat: Flat, answers: npt.NDArray[np.float64]) -> dict[int, MissingCode]:
    """The numbers among the given codes by their places, but for those that are answers as well."""
    taken = {float(one.code) for one in flat.variable.categories}
    return {
        place: code
        for place, code in dataset.codes_given(flat.variable).items()
        if not isinstance(code.value, str)
        and code.value not in taken
        and not (answers == code.value).any()
    }


def _ranges(codes: Collection[float], answers: npt.NDArray[np.float64]) -> Ranges | None:
    """The codes as SPSS declares them; None if it can't without taking answers for missing."""
    ordered = sorted(codes)
    if len(ordered) <= _MOST_VALUES:
        return [*ordered]
    for alone in (None, *ordered):
        rest = [code for code in ordered if code != alone]
        if not ((answers >= rest[0]) & (answers <= rest[-1])).any():
            span = {"lo": rest[0], "hi": rest[-1]}
            return [span] if alone is None else [span, alone]
    return None
