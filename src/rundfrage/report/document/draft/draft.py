"""Drafts a whole report of the tables: what the automatic deck shows, as a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rundfrage.codebook import Study
from rundfrage.look.clip import clip
from rundfrage.report.bind import answered, statistics_of
from rundfrage.report.charts import CHARTS
from rundfrage.report.charts.rows import one_line, table_title
from rundfrage.report.claims import Binding, Bound, Evidence, Sentence
from rundfrage.report.deck import ChartForm
from rundfrage.report.document.draft.assertion import assertion
from rundfrage.report.document.draft.headline import headline
from rundfrage.report.document.draft.phrase import path_of, sentence
from rundfrage.report.document.model import Document, Section, SectionKind
from rundfrage.report.quotes import Quotes, Release
from rundfrage.tables.table import Table

_RANKED_FROM = 3
"""A ranking of means says something from so many items on."""
_NAMED = 3
_QUESTION = 150
_GEOMETRY = {
    "stacked": ChartForm.STACKED,
    "ranking": ChartForm.MEANS,
    "parts": ChartForm.MEANS,
}
_ENDS = tuple(".?!:…؟。？！")


def draft(study: Study, evidence: Evidence, release: Release) -> Document:
    """The automatic report: title, questions, summary, method and bases."""
    return Document(
        tuple(_sections(evidence, release)),
        title=one_line(study.title, evidence.language) or study.name,
        language=evidence.language,
    )


def _sections(evidence: Evidence, release: Release) -> Iterator[Section]:
    tables = [table for table in evidence.tables if table.blocks]
    yield Section(SectionKind.TITLE)
    for table in tables:
        if table.shape.open:
            yield from _open(table, release.questions.get(table.name), evidence)
        else:
            yield from _closed(table, evidence)
    words = evidence.words
    summary = tuple(_summary(tables, evidence))
    if summary:
        title = sentence(words("summary"), evidence.language)
        yield Section(SectionKind.SUMMARY, title, summary)
    yield Section(SectionKind.METHOD, sentence(words("method"), evidence.language))
    yield Section(SectionKind.LEDGER, sentence(words("ledger"), evidence.language))


def _closed(table: Table, evidence: Evidence) -> Iterator[Section]:
    if not any(answered(block) for block in table.blocks):
        yield Section(SectionKind.CHART, question=table.name)
        return
    language = evidence.language
    found = headline(table, evidence)
    if found is not None:
        figure, beside = found
        sentences = tuple(sentence(one, language) for one in beside)
        yield Section(SectionKind.HEADLINE, sentences=sentences, headline=Bound(figure))
    for form, name in _forms(table):
        title = assertion(table, evidence, form=form)
        words = Sentence(()) if title is None else sentence(title, language)
        yield Section(SectionKind.CHART, words, question=table.name, form=name)


def _forms(table: Table) -> Iterator[tuple[ChartForm, str]]:
    """The forms in which the question is drawn, the usual one without a name."""
    for place, name in enumerate(CHARTS[table.shape]):
        if place == 0:
            yield _GEOMETRY.get(name, ChartForm.BARS), ""
        elif name == "means":
            means = [block for block in table.blocks if statistics_of(block).mean is not None]
            if len(means) >= _RANKED_FROM:
                yield ChartForm.MEANS, name


def _open(table: Table, quotes: Quotes | None, evidence: Evidence) -> Iterator[Section]:
    """The slides of an open question; none for an "other, namely" field nobody released from."""
    block = table.blocks[0]
    if quotes is None and block.variable.of is not None:
        return
    count = answered(block)
    if not count:
        yield Section(SectionKind.QUOTES, question=table.name)
        return
    if quotes is None:
        written = sentence(evidence.words["open-answers"].of(str(count)), evidence.language)
        figure = Bound(path_of(block, "n"))
        yield Section(SectionKind.HEADLINE, sentences=(written,), headline=figure)
        return
    if quotes.lead:
        yield Section(SectionKind.QUOTE, question=table.name)
    if any(text != quotes.lead for text in quotes.released):
        yield Section(SectionKind.QUOTES, question=table.name)


def _summary(tables: Sequence[Table], evidence: Evidence) -> Iterator[Sentence]:
    """What each question says, in a sentence."""
    for table in tables:
        answer = assertion(table, evidence, most=_NAMED)
        if answer is not None:
            question = f"{{question: {Binding(table.name)}}}"
            asked = clip(table_title(table, evidence.language), _QUESTION)
            question += "" if asked.endswith(_ENDS) else "."
            line = evidence.words("summary-line", question=question, answer=answer)
            yield sentence(line, evidence.language)
