"""`{ledger}`: the account of every base, a row a question or item."""

from __future__ import annotations

from collections.abc import Sequence

from rundfrage.look.clip import clip
from rundfrage.report.bind import Count, Press
from rundfrage.report.charts.rows import item_label, table_title
from rundfrage.report.deck import Claim, Grid, Slide, SlideRole
from rundfrage.report.section.lines import Lines
from rundfrage.report.section.material import Material
from rundfrage.report.section.model import Section, Sentences, SlideKind
from rundfrage.report.section.spread import chunked
from rundfrage.report.section.subject import Subject, kicker
from rundfrage.report.words import compose
from rundfrage.tables.table import Block, Table

_COLUMNS: tuple[Count, ...] = ("asked", "n", "dont_know", "refused", "left_blank")
_ROWS = 120
_ALWAYS = 2
"""The first columns are always shown, the others where somebody is in them."""


class LedgerKind(SlideKind):
    """Who was asked and who answered."""

    name = "ledger"
    example = "ledger"
    sentences = Sentences.REFUSED

    def compose(self, section: Section, lines: Lines, material: Material) -> tuple[Slide, ...]:  # noqa: ARG002
        """A table on as many slides as its rows need."""
        subject, tables = material.subject, material.evidence.tables
        blocks = [
            (table, block)
            for table in tables
            for block in table.blocks
            if block.variable.of is None
        ]
        columns = [
            name
            for place, name in enumerate(_COLUMNS)
            if place < _ALWAYS or any(_count(block, name, subject).figures for _, block in blocks)
        ]
        rows = [
            (
                Claim((_row_name(table, block, subject),)),
                *(_count(block, name, subject, shown=True) for name in columns),
            )
            for table, block in blocks
        ]
        words = subject.words
        hidden = max(len(rows) - _ROWS, 0)
        rows = rows[:_ROWS]
        more = Press(subject.language).plain("study.rows_not_shown", hidden)
        foot = (compose(words["not-shown"], n=more),) if hidden else ()
        headings = {
            "asked": words("ledger-asked"),
            "n": words("ledger-answered"),
            "dont_know": words("ledger-dont-know"),
            "refused": words("ledger-refused"),
            "left_blank": words("ledger-left-blank"),
        }

        across = (words("ledger-question"), *(headings[name] for name in columns))

        def build(group: Sequence[tuple[Claim, ...]]) -> Slide:
            grid = Grid(across, tuple(group))
            title = lines.titled(Claim((words("ledger"),)))
            kicker = lines.kicked("")
            footer = (*foot, *lines.foot)
            return Slide(SlideRole.METHOD, title, kicker=kicker, table=grid, footer=footer)

        return chunked(rows, build, subject)


def _count(block: Block, name: Count, subject: Subject, *, shown: bool = False) -> Claim:
    """One cell of the ledger: its figure; nothing for a zero unless it is to be shown."""
    figure = Press(subject.language).count(block, name)
    if figure is None:
        return Claim((subject.words("nothing"),))
    return Claim((figure,)) if shown or figure.value else Claim(())


def _row_name(table: Table, block: Block, subject: Subject) -> str:
    label = (
        item_label(block, table, subject.language)
        if len(table.blocks) > 1
        else table_title(table, subject.language)
    )
    shown = clip(label, 84)
    numbered = kicker(table.name, subject.words)
    return f"{numbered} · {shown}" if numbered else shown
