"""One figure for a question: its larger net, the leading answer, or the item rated best."""

from __future__ import annotations

from itertools import pairwise

from rundfrage.report.bind import statistics_of
from rundfrage.report.charts.rows import TOP, find_row, net_rows
from rundfrage.report.claims import Binding, Evidence
from rundfrage.report.document.draft.assertion import (
    carrying_net,
    leaders,
    level,
    percent,
    printed,
    share_path,
)
from rundfrage.report.document.draft.phrase import path_of, quoted_label
from rundfrage.tables.table import Block, Table, TableKind

_CARRIES = 50
"""A net of a scale is a headline from so many percent on."""

Headline = tuple[Binding, tuple[str, ...]]
"""The figure of a headline, and the sources of the sentences beside it."""


def headline(table: Table, evidence: Evidence) -> Headline | None:
    """The headline of a question; None if no figure carries it."""
    block = _best_item(table) if table.kind is TableKind.GRID else table.blocks[0]
    if table.kind is TableKind.MULTIPLE:
        return _leading_answer(block, evidence)
    if table.kind is TableKind.NUMERIC:
        return _promoters(block, evidence)
    net = find_row(block, TOP) if table.kind is TableKind.GRID else carrying_net(table, block)
    if net is None or percent(block, net) < 0:
        return None
    path = share_path(block, net)
    if table.kind is TableKind.SINGLE:
        return path, (f"{{label: {path}}}",)
    if percent(block, net) < _CARRIES:
        return None
    return path, _on_scale(table, block, path, evidence)


def _on_scale(table: Table, block: Block, path: Binding, evidence: Evidence) -> tuple[str, ...]:
    words, answers = evidence.words, f"{{answers: {path}}}"
    if table.kind is TableKind.GRID:
        wording = words.answer_item_caption.of(printed(path, evidence))
        said = wording.format(item=quoted_label(path_of(block), words), answers=answers)
    else:
        said = words.answer_caption.of(printed(path, evidence)).format(answers=answers)
    if statistics_of(block).mean is None:
        return (said,)
    return said, words.mean.format(mean=f"{{{path_of(block, 'mean')}}}")


def _promoters(block: Block, evidence: Evidence) -> Headline | None:
    """The net promoter score and the three groups it is made of; None for other numbers."""
    if not block.variable.nps or statistics_of(block).nps is None:
        return None
    words = evidence.words
    paths = [share_path(block, row) for row in net_rows(block) if percent(block, row) >= 0]
    groups = [words.net.format(label=f"{{label: {one}}}", share=f"{{{one}}}") for one in paths]
    beside = (_joined(groups, words.comma, words.last),) if groups else ()
    return path_of(block, "nps"), (words.nps_name, *beside)


def _leading_answer(block: Block, evidence: Evidence) -> Headline | None:
    words, rows = evidence.words, leaders(block, 2)
    if not rows:
        return None
    paths = [share_path(block, row) for row in rows]
    texts = [printed(path, evidence) for path in paths]
    said = words.choose_caption.of(texts[0]).format(answer=quoted_label(paths[0], words))
    if len(paths) == 1:
        return paths[0], (said,)
    equal = texts[0] == texts[1]
    front = [*paths, *(share_path(block, row) for row in leaders(block, 3)[2:])]
    if any(level(one, other, evidence) for one, other in pairwise(front)):
        label = quoted_label(paths[1], words)
        return paths[0], (said, f"{words.net.format(label=label, share=f'{{{paths[1]}}}')}.")
    wording = words.equally_often if equal else words.next_one
    label = quoted_label(paths[1], words, "label" if equal else "rank 2")
    return paths[0], (said, wording.format(answer=label, share=f"{{{paths[1]}}}"))


def _best_item(table: Table) -> Block:
    """The item with the largest top-2; the first of them in the order of the questionnaire."""

    def share(block: Block) -> float:
        row = find_row(block, TOP)
        cell = None if row is None else block.cells[row][0]
        return -1.0 if cell is None or cell.share is None else cell.share

    return max(table.blocks, key=share)


def _joined(sources: list[str], comma: str, last: str) -> str:
    *others, final = sources
    return f"{comma.join(others)}{last}{final}" if others else final
