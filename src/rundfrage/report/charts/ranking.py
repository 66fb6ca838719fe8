"""The items of a ranking by their mean rank, the one put furthest in front first."""

from __future__ import annotations

from rundfrage.look.theme import Theme
from rundfrage.report.bind import Press, statistics_of
from rundfrage.report.charts.alt import described
from rundfrage.report.charts.means import mean_bar, mean_intervals
from rundfrage.report.charts.rows import category_rows, item_label, table_title
from rundfrage.report.deck import Axis, Chart, ChartForm, Series, SideColumn
from rundfrage.tables.table import Block, Table
from rundfrage.text import number


def draw(table: Table, language: str, theme: Theme) -> Chart:
    """One dot an item, where its mean rank lies; the share of first ranks beside it."""
    press = Press(language, table.weight)
    words = press.words
    blocks = by_rank(table)
    labels = tuple(item_label(block, table, language) for block in blocks)
    bars = tuple(mean_bar(block, press) for block in blocks)
    firsts = tuple(
        press.share(block, category_rows(block)[0]) if category_rows(block) else None
        for block in blocks
    )
    chart = Chart(
        form=ChartForm.DOTS,
        categories=labels,
        series=(Series(words("rank-heading"), theme.primary, bars),),
        axis=Axis(1, max(len(blocks), 2), number(1, language), number(len(blocks), language)),
        side=(
            *mean_intervals(blocks, press),
            *((SideColumn(words("first-heading"), firsts),) if any(firsts) else ()),
        ),
        percent=False,
    )
    return described(chart, table_title(table, language), press.words)


def by_rank(table: Table) -> tuple[Block, ...]:
    """The blocks by their mean rank, the smallest first; those without one last."""

    def key(block: Block) -> tuple[bool, float]:
        mean = statistics_of(block).mean
        return mean is None, mean or 0.0

    return tuple(sorted(table.blocks, key=key))
