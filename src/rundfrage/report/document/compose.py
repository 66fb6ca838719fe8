"""Composes the deck of a document: states its sentences and draws its charts, slide by slide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from rundfrage.dataset import Dataset
from rundfrage.errors import Problem, Where, did_you_mean, raise_all
from rundfrage.locales import message
from rundfrage.look.theme import DEFAULT, Theme
from rundfrage.manuscript import limits
from rundfrage.report.arrange import arrange
from rundfrage.report.charts import CHARTS
from rundfrage.report.charts.rows import one_line
from rundfrage.report.claims import Assertion, Binding, Bound, Evidence, state, state_figure
from rundfrage.report.deck import Deck, Slide
from rundfrage.report.document.groups import group_bases
from rundfrage.report.document.model import Document, Section, SectionKind
from rundfrage.report.quotes import Release
from rundfrage.report.slides.closing import ledger_slides, method_slides
from rundfrage.report.slides.lines import Lines
from rundfrage.report.slides.open_question import quote_slides, quotes_slides
from rundfrage.report.slides.opening import title_slide
from rundfrage.report.slides.prose import prose_slides, summary_slides
from rundfrage.report.slides.question import (
    chart_slides,
    compare_slides,
    figure_slide,
    top_slides,
)
from rundfrage.report.slides.subject import Subject, brackets_note
from rundfrage.report.words import words_in
from rundfrage.tables.table import Block, Table

_TOP = 3
"""So many items a `{top}` slide shows if its author says nothing else."""


def compose_deck(
    document: Document,
    dataset: Dataset,
    evidence: Evidence,
    *,
    theme: Theme = DEFAULT,
    release: Release | None = None,
) -> Deck:
    """The deck that the document describes, in the language of the evidence.

    Raises one Problem that hands along all others: claims that the data don't bear, bindings that
    lead nowhere, slides of questions that there aren't.
    """
    study, language = dataset.codebook.study, evidence.language
    shell = Deck(
        title=document.title or one_line(study.title, language) or study.name,
        language=language,
        organisation=theme.organisation or study.organisation,
        slides=(),
        ribbon=words_in(language)("ribbon") if study.simulated else "",
    )
    subject = Subject(study, dataset.n, language, theme, shell)
    composing = _Composing(document, evidence, subject, release or Release(), [])
    slides = tuple(composing.slides())
    raise_all(composing.problems)
    return replace(shell, slides=slides)


@dataclass(frozen=True)
class _Composing:
    """Walks through the sections; what is wrong with one doesn't keep the others from it."""

    document: Document
    evidence: Evidence
    subject: Subject
    release: Release
    problems: list[Problem]

    def slides(self) -> Iterator[Slide]:
        for section in self.document.sections:
            if len(self.problems) >= limits.PROBLEMS:
                return
            try:
                slides = self.section(section)
                self.require_room(slides)
                yield from slides
            except Problem as problem:
                self.problems.extend(problem.placed(partial(self.placed, section)).all)

    def placed(self, section: Section, where: Where) -> Where:
        """The section's place for what names no line."""
        if where.line is not None:
            return where
        return Where(self.document.file, section.line, where.name)

    def require_room(self, slides: tuple[Slide, ...]) -> None:
        """Raise `slide-overflow` here, where the line is known; charts were fitted already."""
        for slide in slides:
            if slide.chart is None:
                arrange(replace(self.subject.shell, slides=(slide,)), self.subject.theme)

    def section(self, section: Section) -> tuple[Slide, ...]:
        lines = self.lines(section)
        if section.kind is SectionKind.HEADLINE:
            return self.headline(section, lines)
        if section.kind is SectionKind.COMPARE:
            return self.compared(section, lines)
        return self.of_question(section, lines) if section.question else self.page(section, lines)

    def of_question(self, section: Section, lines: Lines) -> tuple[Slide, ...]:
        """A chart, the items in front, or quotations."""
        subject = self.subject
        match section.kind:
            case SectionKind.TOP:
                table = self.table(section)
                return top_slides(table, section.count or _TOP, lines, subject)
            case SectionKind.QUOTE:
                return quote_slides(*self.quoted(section), lines, subject)
            case SectionKind.QUOTES:
                return quotes_slides(*self.quoted(section), lines, subject, most=section.count)
            case _:
                return chart_slides(*self.drawn(section), lines, subject)

    def page(self, section: Section, lines: Lines) -> tuple[Slide, ...]:
        """A slide that belongs to no question."""
        tables, subject = self.evidence.tables, self.subject
        match section.kind:
            case SectionKind.TITLE:
                return (title_slide(subject, lines),)
            case SectionKind.SUMMARY:
                return summary_slides(lines, subject)
            case SectionKind.METHOD:
                quoted = any(one.kind in _QUOTING for one in self.document.sections)
                released = quoted and bool(self.release.questions)
                return method_slides(tables, subject, lines, quoted=released)
            case SectionKind.LEDGER:
                return ledger_slides(tables, subject, lines)
            case _:
                return prose_slides(lines, subject)

    def lines(self, section: Section) -> Lines:
        """The author's words, stated."""
        spoken = [section.title, *section.sentences]
        title, *claims = (state(one, self.evidence, self.problems) for one in spoken)
        pieces = [piece for one in spoken for piece in one.pieces]
        head = [section.headline] if section.headline is not None else []
        figures = [figure for claim in (title, *claims) for figure in claim.figures]
        note = brackets_note(figures, self.evidence.words)
        foot = (*group_bases([*head, *pieces], self.evidence), *note)
        return Lines(title, tuple(claims), section.kicker, foot)

    def headline(self, section: Section, lines: Lines) -> tuple[Slide, ...]:
        if section.headline is None:
            return ()
        big = state_figure(section.headline, self.evidence, self.problems)
        if big is None:
            return ()
        table, blocks = self.spoken_of(section.headline)
        return (figure_slide(table, blocks, big, lines, self.subject),)

    def compared(self, section: Section, lines: Lines) -> tuple[Slide, ...]:
        """One number in each group of another question."""
        head = section.headline
        binding = head.binding if isinstance(head, Bound) else Binding("")
        found = None if binding.subgroup else self.evidence.found(binding)
        if found is None:
            raise Problem(
                "chart-form",
                found=message("What is compared is no number of a question."),
                expected=message(
                    "a share or a mean of everybody, such as q2.top2 or q4.info.mean."
                ),
                mend=message("Write for example {{compare=q2.top2 by=q11}}."),
            )
        quantity = self.evidence.quantity(binding)
        table = self.evidence.by(found.block.name, section.by)
        return compare_slides(table, found.rest, quantity.label, lines, self.subject)

    def spoken_of(self, head: Bound | Assertion) -> tuple[Table | None, tuple[Block, ...]]:
        """The question that a headline is about, and those of its blocks that it names."""
        bindings = (head.binding,) if isinstance(head, Bound) else head.bindings
        table: Table | None = None
        names: list[str] = []
        for binding in bindings:
            for one in self.evidence.family(binding) or (binding,):
                found = self.evidence.found(one)
                if found is not None:
                    table = table or self.evidence.questions[found.table.name]
                    names.append(found.block.name)
        if table is None:
            return None, ()
        return table, tuple(block for block in table.blocks if block.name in names)

    def table(self, section: Section) -> Table:
        table = self.evidence.questions.get(section.question)
        if table is None or not table.blocks:
            names = list(self.evidence.questions)
            raise Problem(
                "unknown-question",
                found=message("There is no question {question}.", question=section.question[:60]),
                expected=message("a question of the survey."),
                mend=did_you_mean(section.question[:60], names) or message("Check the name."),
            )
        return table

    def drawn(self, section: Section) -> tuple[Table, str]:
        """The question of a chart and its form; raises a Problem if they don't go together."""
        table = self.table(section)
        forms = CHARTS[table.shape]
        if table.shape.open:
            raise Problem(
                "chart-of-open-question",
                found=message("{name} is an open question.", name=table.name),
                expected=message("a question with answers to choose from."),
                mend=message(
                    "Write {{quotes={name}}} to quote what people wrote.", name=table.name
                ),
            )
        if section.form and section.form not in forms:
            raise Problem(
                "chart-form",
                found=message(
                    "{name} can't be drawn as {form}.", name=table.name, form=section.form
                ),
                expected=f"{' or '.join(forms)}.",
                mend=message("Leave the form out for the usual one."),
            )
        return table, section.form or next(iter(forms))

    def quoted(self, section: Section) -> tuple[Table, Release]:
        table = self.table(section)
        if not table.shape.open:
            raise Problem(
                "quotes-of-closed-question",
                found=message("{name} is no open question.", name=table.name),
                expected=message("a question that people answered in their own words."),
                mend=message("Write {{chart={name}}} to draw it.", name=table.name),
            )
        return table, self.release


_QUOTING = frozenset({SectionKind.QUOTE, SectionKind.QUOTES})
