"""`{method}`: how the survey was made, in sentences that every deck has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rundfrage.codebook import Sample
from rundfrage.report.bind import statistics_of
from rundfrage.report.deck import Claim, Slide, SlideRole
from rundfrage.report.draft.phrase import sentence
from rundfrage.report.section.drafting import Drafting
from rundfrage.report.section.lines import Lines
from rundfrage.report.section.material import Material
from rundfrage.report.section.model import Section, SlideKind
from rundfrage.report.section.prose import prose_slides
from rundfrage.report.section.subject import Subject
from rundfrage.report.trend.method import method_of_waves
from rundfrage.report.words import comma, compose
from rundfrage.tables.table import Table
from rundfrage.tables.words import method_sentence


class MethodKind(SlideKind):
    """Field, sample, weights, bases, rounding and disclosure in words."""

    name = "method"
    example = "method"

    def compose(self, section: Section, lines: Lines, material: Material) -> tuple[Slide, ...]:  # noqa: ARG002
        """The author's sentences, then the usual ones, on as many slides as hold them."""
        subject, tables = material.subject, material.evidence.tables
        usual = (
            *_method(tables, subject, quoted=material.quoted),
            *method_of_waves(material.evidence, subject),
        )
        title = lines.titled(Claim((subject.words("method"),)))
        return prose_slides(lines, title, subject, role=SlideRole.METHOD, more=usual, based=False)

    def drafted_last(self, drafting: Drafting) -> Iterator[Section]:
        """One section."""
        yield Section(self, sentence(drafting.evidence.words("method"), drafting.language))


def _method(tables: Sequence[Table], subject: Subject, *, quoted: bool) -> Iterator[Claim]:
    words, study = subject.words, subject.study
    if study.simulated:
        yield Claim((words("method-simulated"),))
    facts = compose(words["took-part"], n=subject.respondents)
    dates = subject.field()
    if dates is None:
        yield Claim((*facts.parts, "."))
    else:
        yield compose(words["method-field"], took_part=facts, field=dates)
    if subject.repeats is not None:
        left_out, whole = subject.repeats
        yield compose(words["method-repeats"], n=left_out, whole=whole)
    yield Claim(
        (
            {
                Sample.OPEN: words("method-open"),
                Sample.LIST: words("method-list"),
                Sample.PROBABILITY: words("method-probability"),
                Sample.UNKNOWN: words("method-unknown"),
            }[study.sample],
        )
    )
    methods = dict.fromkeys(table.method for table in tables if table.method is not None)
    if methods:
        for method in methods:
            yield Claim((method_sentence(method, subject.language),))
        yield Claim((words("method-intervals"),))
    elif study.sample is Sample.PROBABILITY:
        yield Claim((words("method-undesigned"),))
    weights = sorted({table.weight for table in tables if table.weight is not None})
    if weights:
        yield compose(words["method-weighted"], weight=comma(words).join(weights))
        yield Claim((words("method-effective"),))
    else:
        yield Claim((words("method-unweighted"),))
    yield Claim((words("method-bases"),))
    yield Claim((words("method-rounding"),))
    if any(_has_mean(table) for table in tables if table.shape.stepped):
        yield Claim((words("method-means"),))
    yield Claim((words("method-disclosure"),))
    if quoted:
        yield Claim((words("method-quotes"),))


def _has_mean(table: Table) -> bool:
    return any(statistics_of(block).mean is not None for block in table.blocks)
