"""Composes the deck of a document: states its sentences and has each kind make its slides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from rundfrage.dataset import Dataset
from rundfrage.errors import Problem, Where, raise_all
from rundfrage.locales import message
from rundfrage.look.theme import DEFAULT, Theme
from rundfrage.manuscript import limits
from rundfrage.report.arrange import arrange
from rundfrage.report.charts.rows import one_line
from rundfrage.report.claims import Assertion, Bound, Evidence, label_words, state
from rundfrage.report.deck import Deck, Slide
from rundfrage.report.document.groups import common_bases, group_bases, leading_group, of_everybody
from rundfrage.report.document.model import FILE, Document
from rundfrage.report.document.names import name_problems, resolved, wave_problems
from rundfrage.report.document.nested import nested_problems
from rundfrage.report.document.pictures import illustration
from rundfrage.report.quotes import Release
from rundfrage.report.section.lines import Lines
from rundfrage.report.section.material import Material
from rundfrage.report.section.model import Section
from rundfrage.report.section.subject import Subject, brackets_note
from rundfrage.report.words import words_in


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
    book = dataset.codebook
    raise_all((*name_problems(document, book), *wave_problems(document, book)))
    document = resolved(document)
    study, language = dataset.codebook.study, evidence.language
    shell = Deck(
        title=label_words(document.title) or one_line(study.title, language) or study.name,
        language=language,
        organisation=theme.organisation or study.organisation,
        slides=(),
        ribbon=words_in(language)("ribbon") if study.simulated else "",
        wave=evidence.wave,
    )
    subject = Subject(study, dataset.n, language, theme, shell, dataset.repeats)
    released = release or Release()
    quoted = any(section.kind.quotes for section in document.sections)
    material = Material(
        evidence,
        subject,
        released,
        quoted and bool(released.questions),
        Path(document.file or FILE).parent,
    )
    composing = _Composing(document, material, [])
    slides = tuple(composing.slides())
    composing.problems.extend(nested_problems(document.sections, evidence))
    raise_all(composing.problems)
    deck = replace(shell, slides=slides)
    if slides and not deck.shown.slides:
        raise Problem(
            "report-hidden",
            where=Where(document.file),
            found=message("All slides of the report are hidden."),
            expected=message("one that is shown."),
            mend=message("Take hidden out of its braces."),
        )
    return deck


@dataclass(frozen=True)
class _Composing:
    """Walks through the sections; what is wrong with one doesn't keep the others from it."""

    document: Document
    material: Material
    problems: list[Problem]

    def slides(self) -> Iterator[Slide]:
        for section in self.document.sections:
            if len(self.problems) >= limits.PROBLEMS:
                return
            try:
                slides = section.kind.compose(section, self.lines(section), self.material)
                slides = self.for_the_speaker(section, slides)
                self.require_room(slides)
                yield from slides
            except Problem as problem:
                self.problems.extend(problem.placed(partial(self.placed, section)).all)

    def for_the_speaker(self, section: Section, slides: tuple[Slide, ...]) -> tuple[Slide, ...]:
        """The slides with the author's notes on the first of them, hidden where they are to be."""
        evidence = self.material.evidence
        speech = tuple(state(one, evidence, self.problems) for one in section.speech)
        return tuple(
            replace(slide, hidden=section.hidden, speech=() if at else speech)
            for at, slide in enumerate(slides)
        )

    def placed(self, section: Section, where: Where) -> Where:
        """The section's place for what names no line."""
        if where.line is not None:
            return where
        return Where(self.document.file, section.line, where.name)

    def require_room(self, slides: tuple[Slide, ...]) -> None:
        """Raise `slide-overflow` here, where the line is known; charts were fitted already."""
        subject = self.material.subject
        for slide in slides:
            if slide.chart is None or slide.big is not None:
                arrange(replace(subject.shell, slides=(slide,)), subject.theme)

    def lines(self, section: Section) -> Lines:
        """The author's words, stated."""
        evidence = self.material.evidence
        spoken = [section.title, section.footer, *section.sentences]
        title, own, *claims = (state(one, evidence, self.problems) for one in spoken)
        pieces = [piece for one in spoken for piece in one.pieces]
        head = [section.figure] if section.figure is not None else []
        figures = [figure for claim in (title, own, *claims) for figure in claim.figures]
        note = brackets_note(figures, evidence.words)
        bases = group_bases([*head, *pieces], evidence)
        leading = leading_group(head[0], evidence) if head else None
        if leading is not None:
            bases = tuple(one for one in bases if one.text != leading[1])
        foot = (*bases, *note, *((own,) if own.parts else ()))
        kicker = None if section.kicker is None else label_words(section.kicker)
        grouped = bool(head) and not of_everybody(head[0], evidence)
        picture = None
        if section.picture is not None:
            picture = illustration(section.picture, Path(self.document.file or FILE))
        return Lines(
            title,
            tuple(claims),
            kicker,
            foot,
            common_bases(pieces, evidence, beside_group=grouped),
            any(isinstance(piece, Bound | Assertion) for piece in pieces),
            None if leading is None else leading[0],
            picture,
        )
