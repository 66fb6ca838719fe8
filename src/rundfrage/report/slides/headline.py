"""`{headline=q2.top2}`: one number as large as it goes, with sentences beside it."""

from __future__ import annotations

from collections.abc import Iterator

from rundfrage.report.claims import Assertion, Bound, Evidence
from rundfrage.report.claims.wordings.fractions import OF10
from rundfrage.report.deck import Claim, Figure, Slide, SlideRole
from rundfrage.report.draft.headline import headline
from rundfrage.report.draft.phrase import sentence
from rundfrage.report.draft.showing import Showing, showing
from rundfrage.report.section.beside import chart_beside
from rundfrage.report.section.drafting import Drafting
from rundfrage.report.section.lines import Lines
from rundfrage.report.section.material import Material
from rundfrage.report.section.model import Section, SlideKind, Topic
from rundfrage.report.section.notes import with_figures, with_notes
from rundfrage.report.section.subject import (
    Subject,
    brackets_note,
    field_footer,
    footer,
    kicker,
    wording,
)
from rundfrage.tables.table import Block, Table


class HeadlineKind(SlideKind):
    """A figure that carries a slide of its own."""

    name = "headline"
    example = "headline=q2.top2"
    topic = Topic.FIGURE

    def compose(self, section: Section, lines: Lines, material: Material) -> tuple[Slide, ...]:
        """One slide; it belongs to the question that the number is of, if to one."""
        assert section.figure is not None  # noqa: S101  (its topic)
        subject, big = material.subject, material.figure(section.figure)
        table, blocks = _spoken_of(section.figure, material.evidence)
        if table is None:
            slide = Slide(
                role=SlideRole.HEADLINE,
                title=lines.titled(Claim((subject.shell.title,))),
                kicker=lines.kicked(""),
                claims=lines.claims,
                big=big,
                footer=(*field_footer(subject), *lines.foot),
            )
            return (with_figures(slide, subject),)
        slide = Slide(
            role=SlideRole.HEADLINE,
            title=lines.titled(wording(table, subject)),
            kicker=lines.kicked(kicker(table.name, subject.words)),
            claims=lines.claims,
            big=big,
            out_of_ten=_out_of_ten(section.figure, big),
            chart=chart_beside(section.figure, table, material.evidence, subject.theme),
            footer=_footer(section.figure, table, blocks, lines, subject, big),
            source=table.name,
        )
        return (with_notes(slide, table, subject),)

    def drafted_for(self, table: Table, drafting: Drafting) -> Iterator[Section]:
        """The figure of a question with two answers."""
        if showing(table, drafting) is Showing.FIGURE:
            figure, beside = headline(table, drafting.evidence)
            yield Section(
                self, sentences=(sentence(beside, drafting.language),), figure=Bound(figure)
            )


def _footer(
    written: Bound | Assertion,
    table: Table,
    blocks: tuple[Block, ...],
    lines: Lines,
    subject: Subject,
    big: Figure,
) -> tuple[Claim, ...]:
    """The base of the number first, be it of everybody, of a group, or of several."""
    bindings = (written.binding,) if isinstance(written, Bound) else written.bindings
    whole = any(not one.subgroup for one in bindings)
    rest = footer(table, blocks, subject, lines, (big,), based=whole)
    first = () if lines.group is None else (lines.group,)
    others = () if whole else lines.bases
    note = brackets_note((big,), subject.words)
    return tuple(dict.fromkeys((*first, *others, *rest, *note)))


def _out_of_ten(written: Bound | Assertion, big: Figure) -> int | None:
    """The number as so many of ten, if it is worded so."""
    worded = isinstance(written, Assertion) and written.name == OF10.name
    return round(big.value * 10) if worded else None


def _spoken_of(
    written: Bound | Assertion, evidence: Evidence
) -> tuple[Table | None, tuple[Block, ...]]:
    """The question that a figure is about, and those of its blocks that it names."""
    bindings = (written.binding,) if isinstance(written, Bound) else written.bindings
    table: Table | None = None
    names: list[str] = []
    for binding in bindings:
        for one in evidence.family(binding) or (binding,):
            found = evidence.found(one)
            if found is not None:
                table = table or evidence.questions[found.table.name]
                names.append(found.block.name)
    if table is None:
        return None, ()
    return table, tuple(block for block in table.blocks if block.name in names)
