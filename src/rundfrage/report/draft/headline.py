"""One figure for a question: its larger net, the leading answer, or the item rated best."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from rundfrage.codebook import shapes
from rundfrage.codebook.shapes import ByShape
from rundfrage.locales.foreign import marked_like
from rundfrage.report.bind import statistics_of
from rundfrage.report.charts.rows import TOP, find_row, net_rows
from rundfrage.report.claims import Binding, Evidence
from rundfrage.report.draft.assertion import (
    first_net,
    in_front,
    larger_end,
    leaders,
    level,
    percent,
    printed,
    share_path,
)
from rundfrage.report.draft.phrase import path_of, quoted_label
from rundfrage.report.words import listed
from rundfrage.tables.table import Block, Table

_CARRIES = 50
"""A net of a scale is a headline from so many percent on."""

Headline = tuple[Binding, tuple[str, ...]]
"""The figure of a headline, and the sources of the sentences beside it."""


def headline(table: Table, evidence: Evidence) -> Headline | None:
    """The headline of a question; None if no figure carries it."""
    return HEADLINES[table.shape](table, evidence)


def _net(table: Table, evidence: Evidence) -> Headline | None:  # noqa: ARG001
    """The net that the author of a choice has made."""
    block = table.blocks[0]
    net = first_net(block)
    if net is None or percent(block, net) < 0:
        return None
    path = share_path(block, net)
    return path, (f"{{label: {path}}}",)


def _end_of_scale(table: Table, evidence: Evidence) -> Headline | None:
    return _carried(table, table.blocks[0], larger_end(table.blocks[0]), evidence)


def _best_rated(table: Table, evidence: Evidence) -> Headline | None:
    block = _best_item(table)
    if block is None:
        return None
    return _carried(table, block, find_row(block, TOP), evidence)


def _carried(table: Table, block: Block, net: int | None, evidence: Evidence) -> Headline | None:
    if net is None or percent(block, net) < _CARRIES:
        return None
    path = share_path(block, net)
    return path, _on_scale(table, block, path, evidence)


def _on_scale(table: Table, block: Block, path: Binding, evidence: Evidence) -> tuple[str, ...]:
    words, answers = evidence.words, f"{{answers: {path}}}"
    if table.shape.items:
        item = quoted_label(path_of(block), words)
        caption = words["answer-item-caption"].counting(
            printed(path, evidence), item=item, answers=answers
        )
    else:
        caption = words["answer-caption"].counting(printed(path, evidence), answers=answers)
    if statistics_of(block).mean is None:
        return (caption,)
    return caption, words("mean", mean=f"{{{path_of(block, 'mean')}}}")


def _promoters(table: Table, evidence: Evidence) -> Headline | None:
    """The net promoter score and the three groups it is made of; None for other numbers."""
    block = table.blocks[0]
    if not block.variable.nps or statistics_of(block).nps is None:
        return None
    words = evidence.words
    paths = [share_path(block, row) for row in net_rows(block) if percent(block, row) >= 0]
    groups = [words("net", label=f"{{label: {one}}}", share=f"{{{one}}}") for one in paths]
    beside = (marked_like(listed(groups, words).text, groups[0]),) if groups else ()
    return path_of(block, "nps"), (words("nps-name"), *beside)


def _leading_answer(table: Table, evidence: Evidence) -> Headline | None:
    block = table.blocks[0]
    words, rows = evidence.words, leaders(block, 2)
    every = [share_path(block, row) for row in leaders(block, len(block.rows))]
    named = in_front([evidence.quantity(path).exact for path in every], 1)
    # One figure stands for one answer, or for two that were chosen as often.
    if not 0 < named <= len(rows):
        return None
    paths = [share_path(block, row) for row in rows]
    texts = [printed(path, evidence) for path in paths]
    caption = words["choose-caption"].counting(texts[0], answer=quoted_label(paths[0], words))
    if len(paths) == 1:
        return paths[0], (caption,)
    equal = texts[0] == texts[1]
    front = [*paths, *(share_path(block, row) for row in leaders(block, 3)[2:])]
    if any(level(one, other, evidence) for one, other in pairwise(front)):
        label = quoted_label(paths[1], words)
        beside = words("net", label=label, share=f"{{{paths[1]}}}")
        return paths[0], (caption, marked_like(f"{beside}.", beside))
    wording = words["equally-often" if equal else "next-one"]
    label = quoted_label(paths[1], words, "label" if equal else "rank 2")
    return paths[0], (caption, wording(answer=label, share=f"{{{paths[1]}}}"))


def _best_item(table: Table) -> Block | None:
    """The item with the largest top-2; None if several have it."""

    def share(block: Block) -> float:
        row = find_row(block, TOP)
        cell = None if row is None else block.cells[row][0]
        return -1.0 if cell is None or cell.share is None else cell.share

    shares = list(map(share, table.blocks))
    largest = max(shares)
    return table.blocks[shares.index(largest)] if shares.count(largest) == 1 else None


def _none(table: Table, evidence: Evidence) -> None:  # noqa: ARG001
    return None


HEADLINES: ByShape[Callable[[Table, Evidence], Headline | None]] = ByShape(
    {
        shapes.CATEGORIES: _net,
        shapes.STEPS: _end_of_scale,
        shapes.MARKS: _leading_answer,
        shapes.RATINGS: _best_rated,
        shapes.RANKS: _none,
        shapes.PARTS: _none,
        shapes.NUMBERS: _promoters,
        shapes.DAYS: _none,
        shapes.WORDS: _none,
    }
)
"""The figure that carries a slide of its own, for each shape."""
