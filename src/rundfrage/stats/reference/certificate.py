"""The certificate: every value of the reference suite computed anew, and how far it is off."""

from __future__ import annotations

import json
import platform
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from typing import Any

from rundfrage import __version__
from rundfrage.progress import UNWATCHED, Progress, stepwise
from rundfrage.stats.association import Association, association
from rundfrage.stats.averages import means, ratios, totals, variances
from rundfrage.stats.design import Design
from rundfrage.stats.engine import Source
from rundfrage.stats.engine.distributed import engine_version, lent
from rundfrage.stats.estimate import Estimate
from rundfrage.stats.intervals import Interval, share_interval
from rundfrage.stats.letters import Adjustment, mean_letters
from rundfrage.stats.quantiles import QuantileRule, quantiles
from rundfrage.stats.reference.designs import answers_in_memory, design_named
from rundfrage.stats.shares import Base, choices, nets, promoter_scores, proportions
from rundfrage.stats.significance import TestResult, difference_test, t_test, wald_test

_LIBRARIES = ("duckdb", "numpy", "scipy")
EMBEDDED = "duckdb"


@dataclass(frozen=True)
class Deviation:
    """One value: what R has, what was found, and their relative difference.

    Below a size of 1e-12 the difference counts as it is, for R rounds zeros as we do.
    """

    design: str
    statistic: str
    arguments: str
    label: tuple[str, ...]
    quantity: str
    expected: float
    found: float
    tolerance: float

    @property
    def relative(self) -> float:
        """|found - expected| / max(|expected|, 1e-12); infinite where nothing was found."""
        apart = abs(self.found - self.expected) / max(abs(self.expected), 1e-12)
        return apart if apart == apart else float("inf")  # noqa: PLR0124  (NaN)

    @property
    def within(self) -> bool:
        """True if the value agrees."""
        return self.relative <= self.tolerance


@dataclass(frozen=True)
class Certificate:
    """All comparisons, with the versions they were made by and those of the reference."""

    deviations: tuple[Deviation, ...]
    versions: Mapping[str, str]
    reference: Mapping[str, str]
    engine: str = EMBEDDED

    @property
    def agrees(self) -> bool:
        """True if every value is within its tolerance."""
        return all(one.within for one in self.deviations)

    def largest(self, tolerance: float) -> Deviation | None:
        """The largest deviation among the values of that tolerance."""
        among = [one for one in self.deviations if one.tolerance == tolerance]
        return max(among, key=lambda one: one.relative, default=None)


def certify(
    address: str = EMBEDDED, *, every: int = 1, progress: Progress = UNWATCHED
) -> Certificate:
    """Run the reference suite that is shipped with the package against an engine.

    `address` is `duckdb` or as `table_at` takes it; the data are lent to the engine as temporary
    tables. With `every` above 1 only each so-many-eth comparison is made; each is a step. Raises
    the Problems of an engine that isn't there.
    """
    content = files("rundfrage.stats.reference").joinpath("values.json").read_text("utf-8")
    reference = json.loads(content)
    columns = answers_in_memory()
    with ExitStack() as stack:
        sources: Mapping[str, Source] = columns
        if address != EMBEDDED:
            tables = {file: one.arrow() for file, one in columns.items()}
            sources = stack.enter_context(lent(address, tables))
        designs: dict[str, Design] = {}
        deviations: list[Deviation] = []
        wanted = reference["comparisons"][::every]
        for one in stepwise(wanted, progress, lambda one: one["statistic"]):
            name = one["design"]
            design = designs.setdefault(name, design_named(name, sources))
            found = _STATISTICS[one["statistic"]](design, **one["arguments"])
            deviations += [
                Deviation(
                    name,
                    one["statistic"],
                    json.dumps(one["arguments"]),
                    tuple(label),
                    quantity,
                    expected,
                    found.get((tuple(label), quantity), float("nan")),
                    one["tolerance"],
                )
                for label, quantity, expected in one["values"]
            ]
        engine = EMBEDDED if address == EMBEDDED else engine_version(address)
    versions = {name: version(name) for name in _LIBRARIES}
    return Certificate(
        tuple(deviations),
        {"rundfrage": __version__, **versions, "python": platform.python_version()},
        {"R": reference["r"], "survey": reference["survey"]},
        engine,
    )


Found = dict[tuple[tuple[str, ...], str], float]


def _word(one: Any) -> str:  # noqa: ANN401  (a level: a word or a number)
    return f"{one:g}" if isinstance(one, int | float) else str(one)


def _of_estimates(found: Any) -> Found:  # noqa: ANN401  (a sequence of Estimate)
    return {
        (tuple(_word(part) for part in one.label), quantity): value
        for one in found
        for quantity in ("value", "se", "low", "high", "df", "n", "deff")
        if (value := getattr(one, quantity)) is not None
    }


def _of_test(found: TestResult) -> Found:
    return {
        ((), quantity): value
        for quantity in ("statistic", "df", "df2", "p", "estimate")
        if (value := getattr(found, quantity)) is not None
    }


def _interval(design: Design, variable: str, kind: str) -> Found:
    share: Estimate = means(design, variable)[0]
    low, high = share_interval(share, Interval(kind))
    return {((), "low"): low, ((), "high"): high}


def _quantiles(design: Design, variable: str, rule: str, interval: str) -> Found:
    return _of_estimates(
        quantiles(design, variable, rule=QuantileRule(rule), interval=Interval(interval))
    )


def _differences(design: Design, variable: str, group: str) -> Found:
    found = means(design, variable, by=[group])
    compared: Found = {}
    for place, (one,) in enumerate(found.labels):
        for (other,) in found.labels[place + 1 :]:
            test = difference_test(found, (one,), (other,))
            label = (_word(one), _word(other))
            compared[label, "value"] = test.estimate or 0.0
            compared[label, "se"] = test.se or 0.0
            compared[label, "p"] = test.p
    return compared


def _letters(design: Design, variable: str, group: str, adjustment: str) -> Found:
    found = mean_letters(design, variable, group, adjustment=Adjustment(adjustment))
    return {((_word(one.one), _word(one.other)), "adjusted"): one.adjusted for one in found.pairs}


def _wald(design: Design, variable: str, group: str) -> Found:
    found = means(design, variable, by=[group])
    last = len(found) - 1
    equal = [
        [(column == row) - (column == last) for column in range(last + 1)] for row in range(last)
    ]
    return _of_test(wald_test(found, equal))


_STATISTICS: dict[str, Callable[..., Found]] = {
    "means": lambda design, **given: _of_estimates(means(design, **given)),
    "totals": lambda design, **given: _of_estimates(totals(design, **given)),
    "variances": lambda design, **given: _of_estimates(variances(design, **given)),
    "ratios": lambda design, **given: _of_estimates(ratios(design, **given)),
    "proportions": lambda design, **given: _of_estimates(proportions(design, **given)),
    "nets": lambda design, **given: _of_estimates(nets(design, **given)),
    "promoter_scores": lambda design, **given: _of_estimates(promoter_scores(design, **given)),
    "choices": lambda design, marks, base: _of_estimates(choices(design, marks, base=Base(base))),
    "quantiles": _quantiles,
    "interval": _interval,
    "association": lambda design, rows, columns, statistic: _of_test(
        association(design, rows, columns, Association(statistic))
    ),
    "t_test": lambda design, **given: _of_test(t_test(design, **given)),
    "difference": _differences,
    "letters": _letters,
    "wald": _wald,
}
