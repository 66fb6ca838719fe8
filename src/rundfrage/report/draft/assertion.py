"""What the data say on a question, in one line: the title of its chart and its summary."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rundfrage.codebook import Variable, shapes
from rundfrage.codebook.bands import has_bands, has_bare_steps
from rundfrage.codebook.shapes import ByShape
from rundfrage.locales.phrases import Phrase
from rundfrage.report.bind import TAKEN, answered, statistics_of
from rundfrage.report.charts.ranking import by_rank
from rundfrage.report.charts.rows import (
    BOTTOM,
    LAST,
    TOP,
    by_mean,
    descending_rows,
    find_row,
    net_rows,
)
from rundfrage.report.claims import Binding, Evidence
from rundfrage.report.claims.testing import apart
from rundfrage.report.draft.phrase import (
    bound,
    length,
    path_of,
    plain,
    quoted_label,
)
from rundfrage.tables.table import Block, Table

_NAMED = 3
"""A sentence names so many answers or items that have the same number, and of more none."""
_ROUNDING = 1
"""Printed percentages so close are as good as equal: rounding alone may part them."""
_HALF = 50
_TITLE = 110
"""A title that names several answers has at most so many characters; else it names fewer."""


def assertion(table: Table, evidence: Evidence, *, front: bool = False) -> str | None:
    """The source of the title of the question's chart; None if there is nothing to say.

    With `front` it names no item but the one in front, for the last one isn't shown.
    """
    source = _assertion(table, evidence, 1 if front and table.shape.items else 2)
    if source and table.shape.several and length(source, evidence) > _TITLE:
        return _assertion(table, evidence, 1)
    return source


def _assertion(table: Table, evidence: Evidence, most: int) -> str | None:
    """`most` is how many answers it names."""
    if not any(answered(block) for block in table.blocks):
        return None
    return ASSERTIONS[table.shape](table, evidence, most)


def has_ends(variable: Variable) -> bool:
    """True for a scale that has a better and a worse end, as far as its words tell."""
    return not has_bare_steps(variable) and not has_bands(variable)


def first_net(block: Block) -> int | None:
    """The first net of a choice, which its author has made; None if there is none."""
    return next(iter(net_rows(block)), None)


def larger_end(block: Block) -> int | None:
    """The larger of the two nets of a scale; None if it has none."""
    ends = (find_row(block, TOP), find_row(block, BOTTOM))
    rows = [row for row in ends if row is not None]
    return max(rows, key=lambda row: percent(block, row), default=None)


def percent(block: Block, row: int) -> int:
    """The printed percentage of a row; -1 if it has none."""
    cell = block.cells[row][0]
    return -1 if cell is None or cell.percent is None else cell.percent


def leaders(block: Block, most: int) -> list[int]:
    """The most frequent substantive answers, none of them with a share of nothing."""
    rows = [row for row in descending_rows(block) if block.rows[row].role not in LAST]
    cells = ((row, block.cells[row][0]) for row in rows)
    return [row for row, cell in cells if cell is not None and cell.percent][:most]


def share_path(block: Block, row: int) -> Binding:
    """The binding of a row's share."""
    name = block.rows[row].name
    return path_of(block, f"{name}.share" if name in TAKEN else name)


def printed(binding: Binding, evidence: Evidence) -> str:
    """The number as a deck prints it."""
    return evidence.quantity(binding).figure.text


def _choice(table: Table, evidence: Evidence, most: int) -> str | None:
    """The net of a choice, or its most frequent answer."""
    block, words = table.blocks[0], evidence.words
    net = first_net(block)
    if net is None or percent(block, net) < 0:
        return _most_frequent(table, evidence, most)
    path = share_path(block, net)
    return words("net", label=f"{{Label: {path}}}", share=f"{{{path}}}")


def _scale(table: Table, evidence: Evidence, most: int) -> str | None:
    """The larger end of a scale; of steps that are numbers or bands of them the most frequent."""
    block = table.blocks[0]
    net = larger_end(block) if has_ends(block.variable) else None
    if net is None or percent(block, net) < 0:
        return _most_frequent(table, evidence, most)
    path = share_path(block, net)
    return evidence.words["answer-net"].counting(
        printed(path, evidence), share=f"{{{path}}}", answers=f"{{answers: {path}}}"
    )


def _most_frequent(
    table: Table,
    evidence: Evidence,
    most: int,  # noqa: ARG001
) -> str | None:
    return _frequent(table, table.blocks[0], evidence.words["most-frequent"], 1, evidence)


def _mentioned(table: Table, evidence: Evidence, most: int) -> str | None:
    return _frequent(table, table.blocks[0], evidence.words["most-mentioned"], most, evidence)


def in_front(size: int, most: int, alike: Callable[[int, int], bool]) -> int:
    """How many of the first of `size` in descending order to name: `most`, but none of equals.

    `alike` tells whether those at two places are as good as equal. Equals are named together, or
    not at all where they are many, or all there are.
    """
    last = min(most, size) - 1
    if last < 0:
        return 0
    end = next((place for place in range(last + 1, size) if not alike(last, place)), size)
    start = next((place + 1 for place in range(last - 1, -1, -1) if not alike(place, last)), 0)
    whole = start == 0 and end == size > 1
    return start if whole or (end > most and end > _NAMED) else end


def level(first: Binding, second: Binding, evidence: Evidence) -> bool:
    """True if the design of the sample is known, and chance alone may part the two numbers."""
    return not apart(evidence.quantity(first), evidence.quantity(second), evidence)


def _frequent(
    table: Table, block: Block, wording: Phrase, most: int, evidence: Evidence
) -> str | None:
    front = leaders(block, len(block.rows))
    paths = [share_path(block, row) for row in front]

    def alike(one: int, other: int) -> bool:
        gap = abs(percent(block, front[one]) - percent(block, front[other]))
        return gap <= _ROUNDING or level(paths[one], paths[other], evidence)

    count = in_front(len(front), most, alike)
    if not count:
        return None
    if count > most:
        wording = evidence.words["most-mentioned" if table.shape.several else "leading"]
    return wording(list=f"{{leading {count}: {_whole(table)}}}")


def _days(table: Table, evidence: Evidence, most: int) -> str | None:  # noqa: ARG001
    """The year, month or week of most dates; no answer is the most frequent of days."""
    block = table.blocks[0]
    front = leaders(block, 1)
    if not front or percent(block, front[0]) <= _HALF:
        return None
    return evidence.words("most-days", list=f"{{leading 1: {_whole(table)}}}")


def _whole(table: Table) -> Binding:
    return Binding(table.name)


def _grid(table: Table, evidence: Evidence, most: int) -> str | None:
    """Which item is in front, with the last one if there is room.

    Of steps that are but numbers nobody knows which end is the better one: then it is said where
    the mean is highest, and where lowest.
    """
    words, ranked = evidence.words, _ranked(table)
    if not ranked:
        return None
    if _tied(ranked, evidence):
        return _together(table, ranked, evidence)
    first, last = ranked[0], ranked[-1]
    best, worst = path_of(first, "mean"), path_of(last, "mean")
    item = quoted_label(path_of(first), words, "first")
    alone = words("leading-item", item=item, mean=f"{{{best}}}")
    bare = has_bare_steps(first.variable)
    if _same_print(best, worst, evidence) or _tied(ranked[::-1], evidence):
        return None if bare else alone
    other = quoted_label(path_of(last), words, "last")
    places = {"item": item, "mean": f"{{{best}}}", "other": other, "worst": f"{{{worst}}}"}
    if bare:
        up = evidence.quantity(best).exact > evidence.quantity(worst).exact
        both = words("highest-and-lowest" if up else "lowest-and-highest", **places)
        if most > 1 and length(both, evidence) <= _TITLE:
            return both
        highest = (item, best) if up else (other, worst)
        return words("highest-mean", item=highest[0], mean=f"{{{highest[1]}}}")
    both = words("front-and-back", **places)
    return alone if most == 1 or length(both, evidence) > _TITLE else both


def _together(table: Table, ranked: Sequence[Block], evidence: Evidence) -> str | None:
    """The items in front, of which none is before the others; None if they are too many."""
    count = in_front(
        len(ranked), 2, lambda one, other: _alike(ranked[one], ranked[other], evidence)
    )
    return (
        evidence.words("leading", list=f"{{leading {count}: {_whole(table)}}}") if count else None
    )


def _ranked(table: Table) -> list[Block]:
    return [block for block in by_mean(table) if statistics_of(block).mean is not None]


def _tied(ranked: Sequence[Block], evidence: Evidence) -> bool:
    """True if the first two are as good as equal, so that neither is in front."""
    return len(ranked) > 1 and _alike(ranked[0], ranked[1], evidence)


def _alike(one: Block, other: Block, evidence: Evidence) -> bool:
    """True if two means are printed alike, or if chance alone may part them."""
    first, second = path_of(one, "mean"), path_of(other, "mean")
    return _same_print(first, second, evidence) or level(first, second, evidence)


def _same_print(one: Binding, other: Binding, evidence: Evidence) -> bool:
    """True if both numbers are printed alike, but for the brackets of a small base."""
    return printed(one, evidence).strip("[]") == printed(other, evidence).strip("[]")


def _parts(table: Table, evidence: Evidence, most: int) -> str | None:  # noqa: ARG001
    """The item that gets most, with its mean."""
    ranked = _ranked(table)
    if not ranked:
        return None
    words = evidence.words
    if _tied(ranked, evidence):
        return _together(table, ranked, evidence)
    first = ranked[0]
    item = quoted_label(path_of(first), words, "first")
    return words("leading-item", item=item, mean=bound(first, "mean"))


def _ranking(table: Table, evidence: Evidence, most: int) -> str | None:  # noqa: ARG001
    ordered = [block for block in by_rank(table) if statistics_of(block).mean is not None]
    if not ordered:
        return None
    words, first = evidence.words, ordered[0]
    if _tied(ordered, evidence):
        return _together(table, ordered, evidence)
    item = quoted_label(path_of(first), words, "first")
    return words("first-rank", item=item, mean=bound(first, "mean"))


def _numeric(table: Table, evidence: Evidence, most: int) -> str | None:  # noqa: ARG001
    block = table.blocks[0]
    words, statistics = evidence.words, statistics_of(block)
    if block.variable.nps and statistics.nps is not None:
        return words("nps", nps=bound(block, "nps"))
    if statistics.mean is None:
        return None
    unit = block.variable.unit
    beside = "\u00a0" + plain(unit, evidence.language) if unit else ""
    mean = bound(block, "mean") + beside
    if statistics.median is None:
        return words("mean", mean=mean)
    return words("mean-median", mean=mean, median=bound(block, "median") + beside)


def _nothing(table: Table, evidence: Evidence, most: int) -> None:  # noqa: ARG001
    return None


ASSERTIONS: ByShape[Callable[[Table, Evidence, int], str | None]] = ByShape(
    {
        shapes.CATEGORIES: _choice,
        shapes.STEPS: _scale,
        shapes.MARKS: _mentioned,
        shapes.RATINGS: _grid,
        shapes.RANKS: _ranking,
        shapes.PARTS: _parts,
        shapes.NUMBERS: _numeric,
        shapes.DAYS: _days,
        shapes.WORDS: _nothing,
    }
)
"""What is said of answers of each shape."""
