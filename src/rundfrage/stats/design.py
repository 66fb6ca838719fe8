"""The Design of a sample: weights, strata, sampling units, population sizes or replicate weights.

A *stratum* is a part of the population that was sampled on its own; a *primary sampling unit*
(PSU) is what was drawn first (a school, a district), a secondary one what was drawn within it. A
stratum with one PSU is *lonely*: its spread can't be seen, and a rule says what is done about it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import VariableType
from rundfrage.dataset import Coded, Dataset, Marks, Values
from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.stats.calibrated import Calibration, Regressors, regressors
from rundfrage.stats.engine import (
    Arrays,
    Asked,
    Condensed,
    Measure,
    Moments,
    Source,
    condense,
    moments,
)
from rundfrage.stats.layout import Layout, structure_of, structure_seen
from rundfrage.stats.replicates import GivenReplicates, MadeReplicates
from rundfrage.stats.structure import Structure

T = TypeVar("T")


class Lonely(StrEnum):
    """What is done about a stratum with one PSU (R's option `survey.lonely.psu`).

    FAIL raises a Problem; ADJUST takes the unit's score as its distance from the mean, which of the
    scores of means and shares is zero; AVERAGE takes the mean variance of the other strata;
    CERTAINTY lets the stratum add nothing.
    """

    FAIL = "fail"
    ADJUST = "adjust"
    AVERAGE = "average"
    CERTAINTY = "certainty"


@dataclass(frozen=True, eq=False)
class Design:
    """How the respondents of `source` were sampled; all fields but it are names of its columns.

    Attributes:
        source: The answers, one row a respondent, those without a weight included.
        weight: Inverse probabilities of selection (or calibrated weights); none means 1 each.
        strata: Columns that together name the stratum.
        psu: Columns of sampling units, the first stage first; units are told apart within their
            stratum and unit above. Without them each respondent is a unit.
        fpc: Population sizes (or, all at most 1, sampling fractions) by stage; with fewer of them
            than stages, the later stages are taken to be drawn with replacement and left out.
        lonely: The rule for strata with one PSU.
        replicates: Replicate weights, given as columns or made of strata and PSUs; with them
            variances are those of the replicates (Wolter 2007), otherwise of linearisation.
        calibration: What the weights were calibrated to; the variance is then that of residuals.
            Given replicates have it in their weights.
    """

    source: Source
    weight: str | None = None
    strata: tuple[str, ...] = ()
    psu: tuple[str, ...] = ()
    fpc: tuple[str, ...] = ()
    lonely: Lonely = Lonely.FAIL
    replicates: GivenReplicates | MadeReplicates | None = field(default=None)
    calibration: Calibration | None = None

    def __post_init__(self) -> None:
        if self.calibration is not None and (
            not self.psu or isinstance(self.replicates, MadeReplicates)
        ):
            raise Problem(
                "calibration-without-units",
                found=message("The variance is to be that after calibration, and the design ")
                + (
                    message("has replicates made.")
                    if self.psu
                    else message("names no sampling units.")
                ),
                expected=message(
                    "a column of primary sampling units, and no replicates made of them."
                ),
                mend=message(
                    "Name the units; where each respondent was drawn alone, a column of numbers "
                    "1, 2, … will do. Replicates are to be calibrated each, and given."
                ),
            )
        if self.fpc and len(self.fpc) > max(len(self.psu), 1):
            raise Problem(
                "fpc-without-stage",
                where=Where(name=self.fpc[-1]),
                found=message(
                    "There are {count} population sizes and {stages} stages.",
                    count=len(self.fpc),
                    stages=len(self.psu),
                ),
                expected=message("at most one population size for each stage of sampling."),
                mend=message("Name the sampling units of each stage, or leave the size out."),
            )
        if isinstance(self.replicates, MadeReplicates) and not self.psu:
            raise Problem(
                "replicates-without-units",
                found=message("Replicates are to be made, but the design names no sampling units."),
                expected=message("a column of primary sampling units."),
                mend=message(
                    "Name it; where each respondent was drawn alone, a column of numbers 1, 2, … "
                    "will do."
                ),
            )

    @property
    def stages(self) -> tuple[str, ...]:
        """The columns of units that matter: later stages only where the first have sizes."""
        return self.psu[: max(len(self.fpc), 1)]

    @cached_property
    def structure(self) -> Structure:
        """The strata and units of the whole design, counted once by the engine."""
        return self.source.cache.once(
            self._of_structure, lambda: structure_of(self.source, self.layout)
        )

    @property
    def _of_structure(self) -> Hashable:
        """The structure's key in the cache of the source."""
        return "structure", self.layout

    @property
    def layout(self) -> Layout:
        """The columns that matter to the structure."""
        weights = () if self.weight is None else (self.weight,)
        return Layout(self.strata, self.stages, self.fpc, weights, Lonely(self.lonely).value)

    def counting(self, asked: Asked) -> Asked:
        """The question, widened so that its answer may show a structure not known yet."""
        if self._of_structure in self.source.cache or self.fpc or asked.cells:
            # Many cells make many groups, and a scan for the structure alone is faster.
            return asked
        complete = (*asked.complete, *self.layout.groups, *self.layout.weights)
        return replace(asked, complete=complete, least=self.layout.weights)

    def learn(self, found: Moments) -> None:
        """Keep the structure if the answer to `counting` shows it; else it is counted later."""
        if self._of_structure in self.source.cache or self.fpc or found.cells:
            return
        structure = structure_seen(self.source, self.layout, found)
        if structure is not None:
            self.source.cache.add(self._of_structure, structure)

    @cached_property
    def regressors(self) -> Regressors | None:
        """What the margins explain estimates by, counted once; None without calibration."""
        calibration = self.calibration
        if calibration is None:
            return None
        return self.source.cache.once(
            ("regressors", calibration, self.layout),
            lambda: regressors(self.source, calibration, self.layout, self.structure),
        )

    @cached_property
    def given_df(self) -> float:
        """Degrees of freedom of given replicates: as given, or the rank of the weights less one.

        The rank comes from the weights' products, shape (R, R), so that no row is fetched.
        """
        given = self.replicates
        if not isinstance(given, GivenReplicates):
            raise TypeError("the design has no given replicates")
        if given.df is not None:
            return given.df
        return self.source.cache.once(
            ("degrees of freedom", given), lambda: _degrees_of_freedom(self.source, given)
        )

    def over(self, source: Source) -> Design:
        """The same sample with other columns of its respondents; what is counted stays counted."""
        return replace(self, source=source)

    def condensed(self, columns: Sequence[str]) -> Design:
        """The same sample, its answers to these columns summed once for many estimates.

        Estimates by other columns work as ever, and so do those of given replicates.
        """
        if isinstance(self.source, Condensed) or isinstance(self.replicates, GivenReplicates):
            return self
        # These are of all respondents, and are counted before their answers are.
        _ = self.structure, self.regressors
        names = dict.fromkeys((*self.strata, *self.stages, *columns))
        return self.over(condense(self.source, tuple(names), self.weight))

    def with_replicates(self, replicates: GivenReplicates | MadeReplicates | None) -> Design:
        """The same sample with other replicates, or with none."""
        return replace(self, replicates=replicates)


def once(design: Design, key: Hashable, make: Callable[[], T]) -> T:
    """What `make` makes: for condensed answers made once, as their table asks for it again."""
    source = design.source
    if not isinstance(source, Condensed):
        return make()
    return source.estimates.once(key, make)


def _degrees_of_freedom(source: Source, given: GivenReplicates) -> float:
    factors = tuple(Measure(one) for one in given.columns)
    products = moments(source, Asked(measures=factors, products=True)).products
    if products is None:
        raise ValueError("moments without products")
    gram = products[0, 1:, 1:]
    size = np.sqrt(np.diag(gram))
    values = np.linalg.eigvalsh(gram / np.outer(size, size))
    return float((values > 1e-10 * len(values)).sum() - 1)


def design_of(
    dataset: Dataset,
    *,
    weight: str | None = None,
    strata: Sequence[str] = (),
    psu: Sequence[str] = (),
    fpc: Sequence[str] = (),
    lonely: Lonely = Lonely.FAIL,
    replicates: GivenReplicates | MadeReplicates | None = None,
    calibration: Calibration | None = None,
) -> Design:
    """The design of a dataset, whose variables are named as in its codebook.

    A multiple variable `q4` becomes the columns `q4.info`, `q4.work`, … of 0 and 1, one a
    category. Raises a Problem for weights that can't be used (see Dataset.weights).
    """
    if weight is not None:
        dataset.weights(weight)
    return Design(
        columns_of(dataset),
        weight,
        tuple(strata),
        tuple(psu),
        tuple(fpc),
        lonely,
        replicates,
        calibration,
    )


def columns_of(dataset: Dataset) -> Arrays:
    """A dataset's columns for the engine; codes are positions of categories, below 0 missing."""
    columns: dict[str, npt.NDArray[Any]] = {}
    levels: dict[str, tuple[str, ...]] = {}
    every: set[str] = set()
    for variable in dataset.codebook.variables:
        name, column = variable.name, dataset.columns[variable.name]
        match column:
            case Coded():
                columns[name] = column.codes
                levels[name] = tuple(one.name for one in variable.categories)
            case Marks():
                for category, marks in zip(variable.categories, column.marks, strict=True):
                    columns[f"{name}.{category.name}"] = marks
                    every.add(f"{name}.{category.name}")
            case Values():
                values = column.values
                if variable.type is VariableType.NUMERIC:
                    values = values.astype(float)
                    values[~column.answered] = float("nan")
                    values = _whole_numbers(values)
                else:
                    values = values.astype(str).astype(object)
                    values[~column.answered] = None
                columns[name] = values
    return Arrays(columns, levels, frozenset(every), dataset.source)


def _whole_numbers(values: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Numbers of strata and units as whole numbers, which are grouped much faster than floats."""
    if not len(values) or not (np.abs(values) <= np.iinfo(np.int32).max).all():
        return values
    whole = values.astype(np.int32)
    return whole if np.array_equal(whole, values) else values
