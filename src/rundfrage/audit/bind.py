"""Binds every figure of a report to what it speaks of in the data, and says whether it is right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rundfrage.audit.bases import bind_count, bind_day, role_of
from rundfrage.audit.claims import bind_claim, by_words, judged
from rundfrage.audit.compare import agrees, fits
from rundfrage.audit.document import Document, Role
from rundfrage.audit.figure import Figure, Kind
from rundfrage.audit.finding import Finding, Ground, Verdict
from rundfrage.audit.hints import hinted
from rundfrage.audit.link import linked
from rundfrage.audit.repeats import repeated
from rundfrage.audit.rows import bind_stacks
from rundfrage.audit.scope import Scope, Scopes
from rundfrage.audit.series import in_series
from rundfrage.audit.spared import spared
from rundfrage.audit.surroundings import Surroundings, sentence_span
from rundfrage.audit.survey import Survey, exact_labels
from rundfrage.audit.words import folded


def bind(
    document: Document,
    figures: Sequence[Figure],
    around: Mapping[Figure, Surroundings],
    survey: Survey,
) -> tuple[Finding, ...]:
    """A finding for every figure, in their order."""
    together = _together(figures)
    finder = Scopes(survey, document)
    scopes = {
        figure: finder.of(figure, around[figure].sentence, together[figure]) for figure in figures
    }
    items = _PageItems(document)
    found = {one.figure: one for one in bind_stacks(figures, scopes, items.of)}
    for figure in figures:
        if figure in found:
            continue
        scope = scopes[figure]
        page_items = items.of(figure, scope)
        finding = _bound(figure, around[figure], scope, page_items, survey, together[figure])
        found[figure] = _settled(finding, around[figure], scope)
    every = in_series([found[figure] for figure in figures], around, scopes)
    told = linked(hinted(every, around, scopes, survey), around, scopes)
    return repeated(spared(told, around, survey, document))


def _bound(
    figure: Figure,
    around: Surroundings,
    scope: Scope,
    page_items: Sequence[str],
    survey: Survey,
    together: Sequence[Figure],
) -> Finding:
    if scope.statistic is not None and (fits(figure, scope.statistic) or figure.kind is Kind.DATE):
        return judged(figure, (scope.statistic,), Ground.NAME)
    if figure.kind is Kind.DATE:
        days = [one for one in together if one.kind is Kind.DATE]
        return bind_day(figure, days, around, survey)
    counted = figure.kind is Kind.NUMBER and role_of(figure, around) is not None
    if figure.kind is Kind.COUNT or counted:
        return bind_count(figure, around, scope, page_items, survey)
    return bind_claim(figure, around, scope, page_items, survey.rarity)


def _settled(finding: Finding, around: Surroundings, scope: Scope) -> Finding:
    """An ambiguous finding made clear by the words of the sentence, if they do."""
    if finding.verdict is not Verdict.AMBIGUOUS or finding.ground is not Ground.VALUE:
        return finding
    words = " ".join((*around.sides, around.sentence))
    for question in scope.questions:
        one = by_words(finding.statistics, question, words)
        if one is not None and agrees(finding.figure, one):
            return judged(finding.figure, (one,), Ground.VALUE)
    return finding


def _together(figures: Sequence[Figure]) -> dict[Figure, tuple[Figure, ...]]:
    """The figures of the same sentence, for each figure; days go by the whole passage."""
    groups: dict[tuple[int, int, bool], list[Figure]] = {}
    keys = {}
    for figure in figures:
        dated = figure.kind is Kind.DATE
        begin = 0 if dated else sentence_span(figure.passage.text, figure.start)[0]
        keys[figure] = (id(figure.passage), begin, dated)
        groups.setdefault(keys[figure], []).append(figure)
    return {figure: tuple(groups[keys[figure]]) for figure in figures}


class _PageItems:
    """The items of a question that the running text of a page names."""

    def __init__(self, document: Document) -> None:
        self._text: dict[int, str] = {}
        for passage in document.passages:
            if passage.role in {Role.TEXT, Role.HEADING} and not passage.row:
                joined = f"{self._text.get(passage.page, '')}\n{passage.text}"
                self._text[passage.page] = joined
        self._known: dict[tuple[int, str], tuple[str, ...]] = {}

    def of(self, figure: Figure, scope: Scope) -> tuple[str, ...]:
        """The names of the items, of the first question in scope."""
        if not scope.questions or not scope.questions[0].items:
            return ()
        question = scope.questions[0]
        key = (figure.page, question.name)
        if key not in self._known:
            labels = exact_labels(folded(self._text.get(figure.page, "")), question.items)
            self._known[key] = tuple(one.name for one in labels)
        return self._known[key]
