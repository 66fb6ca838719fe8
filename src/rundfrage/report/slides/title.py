"""`{title}`: what the survey is, when it was held, how many took part."""

from __future__ import annotations

from collections.abc import Iterator

from rundfrage.codebook import Sample
from rundfrage.report.charts.rows import one_line
from rundfrage.report.deck import Claim, Slide, SlideRole
from rundfrage.report.section.drafting import Drafting
from rundfrage.report.section.lines import Lines
from rundfrage.report.section.material import Material
from rundfrage.report.section.model import Section, SlideKind
from rundfrage.report.section.notes import with_figures
from rundfrage.report.section.subject import Subject
from rundfrage.report.words import compose


class TitleKind(SlideKind):
    """The title of the deck; the author's sentences stand in the place of the usual ones."""

    name = "title"
    example = "title"
    pictures = True
    footed = False

    def compose(self, section: Section, lines: Lines, material: Material) -> tuple[Slide, ...]:  # noqa: ARG002
        """One slide."""
        subject = material.subject
        title = lines.titled(Claim((subject.shell.title,)))
        claims = lines.claims or tuple(_facts(subject))
        slide = Slide(
            SlideRole.TITLE, title, kicker=lines.kicked(""), claims=claims, picture=lines.picture
        )
        return (with_figures(slide, subject),)

    def drafted_first(self, drafting: Drafting) -> Iterator[Section]:  # noqa: ARG002
        """The first slide."""
        yield Section(self)


def _facts(subject: Subject) -> Iterator[Claim]:
    words, study = subject.words, subject.study
    subtitle = one_line(study.subtitle, subject.language)
    if subtitle:
        yield Claim((subtitle,))
    facts = compose(words["took-part"], n=subject.respondents)
    dates = subject.field()
    yield facts if dates is None else Claim((*dates.parts, " · ", *facts.parts))
    if study.sample is Sample.OPEN:
        yield Claim((words("not-representative"),))
