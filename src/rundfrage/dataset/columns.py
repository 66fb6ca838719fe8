"""The columns of a dataset: what each respondent answered, or why there is no answer.

Every column has one entry a respondent. Columns of codes store the category's position (0, 1, …)
or a Missing reason (below zero). Columns of values keep the reason beside the value: 0 where there
is a value, else the Missing reason; the value under a reason is never looked at.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import Missing

Codes = npt.NDArray[np.int16]
Reasons = npt.NDArray[np.int8]
ANSWERED = 0
CHOSEN = 1


@dataclass(frozen=True, eq=False)
class Coded:
    """A categorical or ordinal variable: positions of categories, shape (n,)."""

    codes: Codes

    def __len__(self) -> int:
        return len(self.codes)

    @property
    def reasons(self) -> Reasons:
        """0 where there is an answer, else the Missing reason; shape (n,)."""
        return np.minimum(self.codes, ANSWERED).astype(np.int8)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Coded) and np.array_equal(self.codes, other.codes)

    __hash__ = None  # type: ignore[assignment]


@dataclass(frozen=True, eq=False)
class Marks:
    """A multiple variable: one array a category, 1 chosen, 0 not chosen, else the reason.

    A reason holds for the whole question, so it stands in every array of the respondent.
    `marks` has the shape (categories, n).
    """

    marks: Reasons

    def __len__(self) -> int:
        return int(self.marks.shape[1])

    @property
    def reasons(self) -> Reasons:
        """0 where the question was answered, else the Missing reason; shape (n,)."""
        if not len(self.marks):
            return np.full(len(self), Missing.LEFT_BLANK, np.int8)
        return cast("Reasons", np.minimum(self.marks[0], ANSWERED))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Marks) and np.array_equal(self.marks, other.marks)

    __hash__ = None  # type: ignore[assignment]


@dataclass(frozen=True, eq=False)
class Values:
    """A numeric, text or date variable.

    `values` has the shape (n,) and the dtype float64, object (str) or datetime64[D].
    """

    values: npt.NDArray[np.float64] | npt.NDArray[np.object_] | npt.NDArray[np.datetime64]
    reasons: Reasons

    def __len__(self) -> int:
        return len(self.reasons)

    @property
    def answered(self) -> npt.NDArray[np.bool_]:
        """True where there is a value; shape (n,)."""
        return cast("npt.NDArray[np.bool_]", self.reasons == ANSWERED)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Values)
            and self.values.dtype.kind == other.values.dtype.kind
            and np.array_equal(self.reasons, other.reasons)
            and np.array_equal(self.values[self.answered], other.values[other.answered])
        )

    __hash__ = None  # type: ignore[assignment]


Column = Coded | Marks | Values
