"""The Dataset: a codebook and one column a variable, in any number of respondents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import Codebook, MissingCode, Variable, VariableType
from rundfrage.dataset.account import Account
from rundfrage.dataset.columns import Coded, Column, Marks, Values
from rundfrage.errors import Problem, Where
from rundfrage.locales import message


@dataclass(frozen=True)
class Dataset:
    """Answers with their codebook; every column has `n` entries.

    `source` is the file or folder the answers came from, as the user named it; `account` says what
    its columns were taken for where no codebook said it. `missing_codes` say of variables which of
    their missing codes each row has, by its place among them, -1 where it has none; shape (n,).
    They are known where the reasons don't tell as much. `number_labels` are the words that a file
    has for some of the numbers of a numeric variable. `repeats` counts respondents who were left
    out because their answers were those of others once more (see dataset.repeats).
    """

    codebook: Codebook
    columns: Mapping[str, Column]
    n: int
    source: str = ""
    account: Account | None = field(default=None, compare=False)
    missing_codes: Mapping[str, npt.NDArray[np.int8]] = field(default_factory=dict, compare=False)
    number_labels: Mapping[str, Mapping[float, str]] = field(default_factory=dict, compare=False)
    repeats: int = 0

    def __post_init__(self) -> None:
        names = {variable.name for variable in self.codebook.variables}
        if names != set(self.columns):
            raise ValueError(f"columns and codebook differ: {names ^ set(self.columns)}")
        for variable in self.codebook.variables:
            column = self.columns[variable.name]
            if len(column) != self.n:
                raise ValueError(f"{variable.name}: {len(column)} entries, expected {self.n}")
            if not isinstance(column, _column_type(variable)):
                raise TypeError(f"{variable.name}: {type(column).__name__} for {variable.type}")
        object.__setattr__(self, "columns", MappingProxyType(dict(self.columns)))

    def kept(self, rows: npt.NDArray[np.bool_]) -> Dataset:
        """The respondents for whom `rows`, of shape (n,), is true."""
        columns: dict[str, Column] = {}
        for name, column in self.columns.items():
            if isinstance(column, Coded):
                columns[name] = Coded(column.codes[rows])
            elif isinstance(column, Marks):
                columns[name] = Marks(column.marks[:, rows])
            else:
                columns[name] = Values(column.values[rows], column.reasons[rows])
        codes = {name: places[rows] for name, places in self.missing_codes.items()}
        return replace(self, columns=columns, n=int(rows.sum()), missing_codes=codes)

    def codes_given(self, variable: Variable) -> dict[int, MissingCode]:
        """The missing codes that rows of the variable have, by their places, as far as known."""
        places = self.missing_codes.get(variable.name)
        if places is None:
            return {}
        given = np.unique(places).tolist()
        return {place: variable.missing[place] for place in given if place >= 0}

    def weights(self, name: str) -> npt.NDArray[np.float64]:
        """The numeric variable `name` as weights, shape (n,).

        Raises a Problem if it isn't numeric, or if a weight is missing, negative or infinite.
        """
        variable = self.codebook[name]
        column = self.columns[name]
        if not isinstance(column, Values) or variable.type is not VariableType.NUMERIC:
            raise Problem(
                "weight-not-numeric",
                where=Where(self.source, name=name),
                found=message(
                    "The weight {name} is a {type} variable.", name=name, type=variable.type
                ),
                expected=message("a numeric variable."),
                mend=message("Name a numeric variable."),
            )
        weights = np.where(column.answered, column.values.astype(np.float64), np.nan)
        bad = np.flatnonzero(~(np.isfinite(weights) & (weights >= 0)))
        if len(bad):
            raise Problem(
                "weight-unusable",
                where=Where(self.source, name=name),
                found=message(
                    "{count} of {total} weights are missing, negative or infinite (first in row "
                    "{row}).",
                    count=len(bad),
                    total=self.n,
                    row=str(int(bad[0]) + 1),
                ),
                expected=message("a weight of zero or more for every respondent."),
                mend=message("Mend these rows, or leave the respondents out."),
            )
        if self.n and weights.sum() == 0:
            raise Problem(
                "weight-unusable",
                where=Where(self.source, name=name),
                found=message("All weights are zero."),
                expected=message("a weight above zero for at least one respondent."),
                mend=message("Check the column of weights."),
            )
        return weights


def _column_type(variable: Variable) -> type[Coded | Marks | Values]:
    if variable.coded:
        return Coded
    return Marks if variable.type is VariableType.MULTIPLE else Values
