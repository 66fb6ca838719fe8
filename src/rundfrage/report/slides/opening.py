"""The title slide: what the survey is, when it was held, how many took part."""

from __future__ import annotations

from rundfrage.codebook import Sample
from rundfrage.report.charts.rows import one_line
from rundfrage.report.deck import Claim, Slide, SlideKind
from rundfrage.report.slides.subject import Subject
from rundfrage.report.words import compose


def title_slide(subject: Subject) -> Slide:
    """The first slide of the deck."""
    words, study = subject.words, subject.study
    claims = []
    subtitle = one_line(study.subtitle, subject.language)
    if subtitle:
        claims.append(Claim((subtitle,)))
    facts = compose(words.took_part, n=subject.respondents)
    dates = subject.field()
    claims.append(facts if dates is None else Claim((*dates.parts, " · ", *facts.parts)))
    if study.sample is Sample.OPEN:
        claims.append(Claim((words.not_representative,)))
    return Slide(SlideKind.TITLE, Claim((subject.shell.title,)), claims=tuple(claims))
