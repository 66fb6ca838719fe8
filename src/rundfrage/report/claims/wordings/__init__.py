"""The list of all checked wordings, by name; docs/reference/claims.md has a section for each."""

from __future__ import annotations

from collections.abc import Mapping

from rundfrage.report.claims.wordings import (
    bands,
    changes,
    differences,
    fractions,
    labels,
    limits,
    order,
    span,
    standing_out,
)
from rundfrage.report.claims.wordings.wording import Wording

WORDINGS: Mapping[str, Wording] = {
    wording.name: wording
    for wording in (
        limits.OVER,
        limits.UNDER,
        limits.ABOUT,
        fractions.OF10,
        fractions.HALF,
        fractions.THIRD,
        fractions.QUARTER,
        fractions.TWO_THIRDS,
        fractions.THREE_QUARTERS,
        fractions.MAJORITY,
        order.FIRST,
        order.LARGEST,
        order.MOST,
        order.LAST,
        order.RANK,
        order.TOP,
        order.LEADING,
        order.TRAILING,
        order.FOLLOWED_BY,
        differences.MORE,
        differences.LESS,
        differences.DIFF,
        changes.RISEN,
        changes.FALLEN,
        changes.UNCHANGED,
        span.RANGE,
        bands.BAND,
        standing_out.HIGHEST,
        standing_out.LOWEST,
        standing_out.DIVIDED,
        labels.NET,
        labels.ANSWERS,
        labels.LABEL_OF,
        labels.QUESTION,
    )
}

NAMES = tuple(WORDINGS)

__all__ = ["NAMES", "WORDINGS", "Wording"]
