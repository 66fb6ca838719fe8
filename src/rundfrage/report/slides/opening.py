"""The title slide: what the survey is, when it was held, how many took part."""

from __future__ import annotations

from collections.abc import Iterator

from rundfrage.codebook import Sample
from rundfrage.report.charts.rows import one_line
from rundfrage.report.deck import Claim, Slide, SlideKind
from rundfrage.report.slides.lines import Lines
from rundfrage.report.slides.notes import with_figures
from rundfrage.report.slides.subject import Subject
from rundfrage.report.words import compose


def title_slide(subject: Subject, lines: Lines) -> Slide:
    """The first slide of the deck; the author's sentences stand in the place of the usual ones."""
    title = lines.titled(Claim((subject.shell.title,)))
    claims = lines.claims or tuple(_facts(subject))
    slide = Slide(SlideKind.TITLE, title, kicker=lines.kicked(""), claims=claims)
    return with_figures(slide, subject)


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
