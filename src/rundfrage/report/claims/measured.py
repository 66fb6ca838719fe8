"""The number of one block that a name asks for: a statistic, a share, a count or a rank."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import cast, get_args

from rundfrage.errors import Problem
from rundfrage.locales import message
from rundfrage.report.bind import Count, Press, Statistic, statistics_of
from rundfrage.report.charts.rows import LAST, find_row, item_label, least_first, row_label
from rundfrage.report.claims.quantity import Measure, Quantity
from rundfrage.report.claims.sentence import Binding
from rundfrage.report.claims.unknown import unknown_binding
from rundfrage.report.deck import Figure
from rundfrage.tables.table import Block, Disclosure, RowRole, Table
from rundfrage.text import number, percent

STATISTICS: tuple[str, ...] = get_args(Statistic)
_COUNTS: tuple[str, ...] = get_args(Count)
_RANK = "rank"
_INTERVAL = "interval"


def measured(
    table: Table, block: Block, column: int, rest: str, binding: Binding, language: str
) -> Quantity:
    """The quantity; raises a Problem if there is no such number, or it may not be shown.

    A category that is called like a statistic is reached with ".share" behind its name.
    """
    if column in block.withheld:
        raise withheld(binding)
    if block.bases[column] is None:
        raise Problem(
            "claim-suppressed",
            found=message(
                "{binding} rests on so few answers that people might be recognised.",
                binding=binding,
            ),
            expected=message("a base at the threshold of disclosure or above."),
            mend=message("Choose a larger group, or leave the sentence out."),
        )
    press = Press(language, table.weight)
    name, _, part = rest.rpartition(".")
    row = find_row(block, rest)
    if rest in STATISTICS:
        quantity = _statistic(table, block, column, cast("Statistic", rest), press)
    elif rest in _COUNTS:
        quantity = _counted(block, column, cast("Count", rest), press)
    elif part == _INTERVAL and name in STATISTICS:
        quantity = _of_figure(press.statistic_interval(block, cast("Statistic", name), column))
    elif rest == _RANK and row is None and table.shape.items:
        quantity = _rank(_item_order(table, column), block.name, f"{block.name}.rank", press)
    elif row is not None:
        quantity = _share(table, block, column, row, press)
    elif (row := find_row(block, name)) is not None and part in {
        "share",
        "count",
        _RANK,
        _INTERVAL,
    }:
        quantity = _of_row(table, block, column, (row, part), press)
    else:
        raise unknown_binding(binding, _names(block), ())
    if quantity is None:
        raise Problem(
            "binding-no-value",
            found=message(
                "{binding} has no value, for nobody gave an answer that it could be made of.",
                binding=binding,
            ),
            expected=message("answers."),
            mend=message("Leave the sentence out, or check the group it speaks of."),
        )
    label = quantity.label or item_label(block, table, language)
    figure = _printed(quantity, binding, language)
    return replace(quantity, binding=binding, figure=figure, label=label)


def withheld(binding: Binding) -> Problem:
    """That the number may not be shown beside those that were shown before."""
    return Problem(
        "claim-withheld",
        found=message(
            "{binding} is withheld: together with what was shown before it might tell of a few "
            "people.",
            binding=binding,
        ),
        expected=message("a number that tells of no group under the threshold of disclosure."),
        mend=message(
            "Choose another group, leave the sentence out, or have it forgotten what was shown "
            "before, if nobody outside has seen it."
        ),
    )


def _names(block: Block) -> list[str]:
    return [
        *(f"{block.name}.{one}" for one in ("n", "asked", *present(block))),
        *(f"{block.name}.{row.name}" for row in block.rows),
    ]


def present(block: Block) -> list[str]:
    """The statistics that the block has for everybody, as far as they may be shown."""
    return [one for one in STATISTICS if getattr(statistics_of(block), one) is not None]


def _printed(quantity: Quantity, binding: Binding, language: str) -> Figure:
    """The figure under the binding that was asked for, with the decimals that were."""
    figure = quantity.figure
    if binding.places is not None:
        whole = float(quantity.percent)
        share = quantity.measure is Measure.SHARE
        text = (percent if share else number)(whole, language, binding.places)
        figure = replace(figure, text=f"[{text}]" if quantity.small else text)
    if binding.subgroup or binding.places is not None:
        figure = replace(figure, binding=str(binding))
    return figure


def _share(table: Table, block: Block, column: int, row: int, press: Press) -> Quantity | None:
    figure = press.share(block, row, column)
    cell, ledger = block.cells[row][column], block.bases[column]
    if figure is None or cell is None or cell.share is None or ledger is None:
        return None
    exact = Fraction(cell.share)
    if table.weight is None and ledger.answered:
        exact = Fraction(cell.count, ledger.answered)
    return Quantity(
        Binding(figure.binding),
        figure,
        exact,
        Measure.SHARE,
        label="" if table.shape.items else row_label(block.rows[row], press.language),
        effective=ledger.effective,
        small=_small(block, column),
        role=block.rows[row].role,
    )


def _of_row(
    table: Table, block: Block, column: int, wanted: tuple[int, str], press: Press
) -> Quantity | None:
    """What `q3.haltung.count` and its like ask for: the row, and what of it."""
    row, part = wanted
    name = block.rows[row].name
    if part == "share":
        return _share(table, block, column, row, press)
    if part == "count":
        return _count(block, column, row, press)
    if part == _INTERVAL:
        return _of_figure(press.share_interval(block, row, column))
    return _rank(_row_order(block, column), name, f"{block.name}.{name}.{part}", press)


def _count(block: Block, column: int, row: int, press: Press) -> Quantity | None:
    cell = block.cells[row][column]
    if cell is None:
        return None
    name = f"{block.name}.{block.rows[row].name}.count"
    figure = press.plain(name, cell.count)
    label = row_label(block.rows[row], press.language)
    return Quantity(Binding(name), figure, Fraction(cell.count), Measure.COUNT, label=label)


def _of_figure(figure: Figure | None) -> Quantity | None:
    """An interval; its number is its width."""
    if figure is None:
        return None
    return Quantity(Binding(figure.binding), figure, Fraction(figure.value), Measure.SCORE)


def _counted(block: Block, column: int, name: Count, press: Press) -> Quantity | None:
    figure = press.count(block, name, column)
    if figure is None:
        return None
    return Quantity(Binding(figure.binding), figure, Fraction(int(figure.value)), Measure.COUNT)


def _statistic(
    table: Table, block: Block, column: int, name: Statistic, press: Press
) -> Quantity | None:
    figure = press.statistic(block, name, column)
    ledger = block.bases[column]
    if figure is None or ledger is None:
        return None
    return Quantity(
        Binding(figure.binding),
        figure,
        Fraction(figure.value),
        Measure.MEAN if name == "mean" else Measure.SCORE,
        effective=ledger.effective,
        spread=statistics_of(block, column).sd if name == "mean" else None,
        small=_small(block, column),
        ascending=least_first(table, block.variable),
    )


def _rank(order: list[tuple[str, float]], name: str, binding: str, press: Press) -> Quantity | None:
    """The place of `name` among those in front of it; equals share the better place."""
    own = [value for one, value in order if one == name]
    if not own:
        return None
    rank = 1 + sum(value > own[0] for _, value in order)
    return Quantity(Binding(binding), press.plain(binding, rank), Fraction(rank), Measure.SCORE)


def _row_order(block: Block, column: int) -> list[tuple[str, float]]:
    """The named answers with their shares; "other" and "none" have no rank."""
    return [
        (row.name, cell.share)
        for row, cells in zip(block.rows, block.cells, strict=True)
        if row.role not in (*LAST, RowRole.NET)
        and (cell := cells[column]) is not None
        and cell.share is not None
    ]


def _item_order(table: Table, column: int) -> list[tuple[str, float]]:
    """The items with their means, turned so that the larger is the better one."""
    order = []
    for block in table.blocks:
        mean = statistics_of(block, column).mean
        if mean is not None:
            ascending = least_first(table, block.variable)
            order.append((block.name, -mean if ascending else mean))
    return order


def _small(block: Block, column: int) -> bool:
    return block.disclosure[column] is Disclosure.SMALL
