"""Binds the values of a drawn stack: shares of one item in the order of its scale.

A drawing does not say which segment a number stands in, and small segments bear none. But the
numbers of a row stand in the order of the scale. So of all ways to give them to its steps in that
order, the one is taken that agrees with the data most often, and among equals the one that leaves
the smallest segments without a number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from rundfrage.audit.claims import judged
from rundfrage.audit.compare import agrees
from rundfrage.audit.figure import Figure, Kind
from rundfrage.audit.finding import Finding, Ground
from rundfrage.audit.scope import Scope
from rundfrage.audit.statistics import Measure, Question
from rundfrage.audit.survey import exact_labels, statistics_in, surest_label
from rundfrage.audit.words import folded

_MOST_STEPS = 11
_FEWEST = 2


def bind_stacks(
    figures: Sequence[Figure],
    scopes: dict[Figure, Scope],
    page_items: Callable[[Figure, Scope], Sequence[str]],
) -> Iterator[Finding]:
    """The findings of all figures that stand in rows of stacks.

    A bar without a label is of the item that its page names (`page_items`), or of a question
    without items; where its scale begins is said by the labels of its ends.
    """
    rows: dict[tuple[int, int, str], list[Figure]] = {}
    for figure in figures:
        passage = figure.passage
        drawn = passage.chart and passage.step is not None
        if (
            drawn
            and _in_segment(figure, scopes[figure])
            and figure.kind in {Kind.PERCENT, Kind.NUMBER}
        ):
            rows.setdefault((passage.page, passage.group, passage.row), []).append(figure)
    for row in rows.values():
        scope = scopes[row[0]]
        if len(row) < _FEWEST:
            continue
        for question in scope.questions[:1]:
            ordered = sorted(row, key=lambda one: one.passage.step or 0)
            if any(row[0].passage.ends):
                yield from _strip(ordered, question, page_items(row[0], scope))
            else:
                yield from _stack(ordered, question)


def _in_segment(figure: Figure, scope: Scope) -> bool:
    """True unless the figure stands in a column of its own, such as that of the means.

    A label of the scale above it is the legend's and says nothing: legends have their own spacing.
    """
    column = folded(figure.passage.column)
    return not column or any(
        column == question.wording.folded or exact_labels(column, question.rows)
        for question in scope.questions[:1]
    )


def _stack(row: Sequence[Figure], question: Question) -> Iterator[Finding]:
    if not question.items:
        return
    text = folded(row[0].passage.row)
    named = exact_labels(text, question.items)
    label = named[0] if named else surest_label(text, question.items)
    if label is not None:
        yield from _in_order(row, question, label.name)


def _strip(row: Sequence[Figure], question: Question, items: Sequence[str]) -> Iterator[Finding]:
    labels = [one for name in question.scale for one in question.rows if one.name == name]
    ends = tuple(map(folded, row[0].passage.ends))
    if len(labels) < _FEWEST or (len(items) != 1 and question.items):
        return
    first, last = labels[0].folded, labels[-1].folded
    if ends in {(first, last), (last, first)}:
        ordered = row if ends[0] == first else row[::-1]
        yield from _in_order(ordered, question, items[0] if question.items else "")


def _in_order(row: Sequence[Figure], question: Question, item: str) -> Iterator[Finding]:
    """The findings of shares of one item, or of the question itself, in the scale's order."""
    if not _FEWEST <= len(question.scale) <= _MOST_STEPS:
        return
    shares = [
        one
        for name in question.scale
        for one in statistics_in(question, Measure.SHARE, items=[item] if item else (), rows=[name])
    ]
    if len(row) > len(shares):
        return
    best = max(
        combinations(range(len(shares)), len(row)),
        key=lambda steps: (
            sum(agrees(one, shares[at]) for one, at in zip(row, steps, strict=True)),
            sum(shares[at].value for at in steps),
        ),
    )
    for one, at in zip(row, best, strict=True):
        yield judged(one, (shares[at],), Ground.ORDER)
