"""Shares of answers: single choices, nets, the net promoter score, and multiple choices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

import numpy as np

from rundfrage.errors import Problem, Where, did_you_mean
from rundfrage.locales import message
from rundfrage.stats.cells import Cells, collect
from rundfrage.stats.design import Design, once
from rundfrage.stats.engine import Measure
from rundfrage.stats.estimate import LEVEL, Estimates
from rundfrage.stats.estimating import Numbers, corrected, domain_labels, estimates_of

_PROMOTER, _DETRACTOR = 9, 6


class Base(StrEnum):
    """What the shares of a multiple choice are shares of: its respondents, or all mentions."""

    RESPONDENTS = "respondents"
    MENTIONS = "mentions"


def proportions(
    design: Design, variable: str, *, by: Sequence[str] = (), level: float = LEVEL
) -> Estimates:
    """The share of each answer among those who answered, by domains; labels (*domain, answer).

    The mean of an indicator: p = sum(w [x = answer]) / sum(w), as R's `svymean(~factor(x))`. The
    interval of an Estimate is Wald's; `intervals.share_interval` has the others. The design effect
    is V / (p (1 - p) / (n - 1)).
    """
    cells = collect(design, (*by, variable))
    answers = cells.levels[-1]
    return _shares(cells, np.identity(len(answers), np.float64), answers, len(by), level)


def nets(
    design: Design,
    variable: str,
    members: Mapping[Any, Sequence[Any]],
    *,
    by: Sequence[str] = (),
    level: float = LEVEL,
) -> Estimates:
    """The share of each net (top-2, "active now or earlier"): answers counted together.

    `members` names the answers of each net; labels are (*domain, net). Raises a Problem for a
    member that nobody could have given as an answer.
    """
    key = ("nets", variable, tuple((k, tuple(v)) for k, v in members.items()), tuple(by), level)
    return once(design, key, lambda: _nets(design, variable, members, by, level))


def _nets(
    design: Design,
    variable: str,
    members: Mapping[Any, Sequence[Any]],
    by: Sequence[str],
    level: float,
) -> Estimates:
    cells = collect(design, (*by, variable))
    answers = cells.levels[-1]
    known = design.source.fields[variable].levels
    for one in (one for net in members.values() for one in net):
        if known is not None and one not in known:
            raise Problem(
                "net-member-unknown",
                where=Where(name=variable),
                found=message("There is no answer {one}.", one=one),
                expected=message("one of {known}.", known=", ".join(known)),
                mend=did_you_mean(str(one), known) or message("Correct the net."),
            )
    rows = np.array([[one in net for one in answers] for net in members.values()], float)
    return _shares(cells, rows, tuple(members), len(by), level)


def promoter_scores(
    design: Design, variable: str, *, by: Sequence[str] = (), level: float = LEVEL
) -> Estimates:
    """Net promoter scores, 100 (share of 9 and 10 - share of 0 to 6); from -100 to 100.

    Reichheld (2003); a difference of two shares, whose variance has their covariance in it.
    """
    cells = collect(design, (*by, variable))
    answers = np.array(cells.levels[-1], float)
    row = np.zeros(len(answers))
    row[answers >= _PROMOTER], row[answers <= _DETRACTOR] = 100, -100
    found = _shares(cells, row[None, :], ("nps",), len(by), level)
    return Estimates(
        found.values,
        found.covariance,
        found.df,
        found.n,
        tuple(label[:-1] for label in found.labels),
        found.joint_df,
        np.full(len(found), np.nan),
        level,
    )


def choices(
    design: Design,
    marks: Sequence[str],
    *,
    base: Base = Base.RESPONDENTS,
    by: Sequence[str] = (),
    level: float = LEVEL,
) -> Estimates:
    """Shares of a multiple choice given as columns of 0 and 1; labels (*domain, column).

    Over respondents each is the mean of a mark; over mentions a ratio of two totals, whose
    denominator counts all marks (R's `svyratio`), so that the shares sum to 1. Those who did not
    answer the question (missing in a column) are left out.
    """
    cells = collect(design, by, [Measure(one) for one in marks], complete=tuple(marks))

    def statistic(sums: Any) -> Any:  # noqa: ANN401
        counted = sums[..., 1:]
        whole = sums[..., :1] if base is Base.RESPONDENTS else counted.sum(axis=-1, keepdims=True)
        shares = counted / whole
        return shares.reshape(*shares.shape[: shares.ndim - len(by) - 1], -1)

    simple = None
    if base is Base.RESPONDENTS:
        p = cells.totals[..., 1:] / cells.totals[..., :1]
        simple = _simple(p, cells.n[..., None])
    labels = tuple((*one, mark) for one in domain_labels(cells, len(by)) for mark in marks)
    return estimates_of(
        cells, statistic, labels, len(by), level=level, repeated=len(marks), simple=simple
    )


def _simple(p: Numbers, n: Any) -> Numbers:  # noqa: ANN401  (whole numbers of any shape)
    return np.asarray(p * (1 - p) * corrected(n) / np.maximum(n, 1))


def _shares(
    cells: Cells, rows: Numbers, names: Sequence[Any], crossed: int, level: float
) -> Estimates:
    """Shares c'p of the answers' shares p, one for each row c, in each domain."""

    def statistic(sums: Any) -> Any:  # noqa: ANN401
        counted = sums[..., 0]
        shares = (counted / counted.sum(axis=-1, keepdims=True)) @ rows.T
        return shares.reshape(*shares.shape[: shares.ndim - crossed - 1], -1)

    with np.errstate(divide="ignore", invalid="ignore"):
        counted = cells.totals[..., 0]
        p = (counted / counted.sum(axis=-1, keepdims=True)) @ rows.T
    labels = tuple((*one, name) for one in domain_labels(cells, crossed) for name in names)
    return estimates_of(
        cells,
        statistic,
        labels,
        crossed,
        level=level,
        repeated=len(names),
        simple=_simple(p, cells.n.sum(axis=-1)[..., None]),
    )
