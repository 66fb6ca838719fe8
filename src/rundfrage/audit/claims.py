"""Binds a figure by the words around it: which item, which answers, which measure they name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rundfrage.audit.compare import Agreement, agreement, agrees, fits
from rundfrage.audit.figure import Figure, Kind, Relation
from rundfrage.audit.finding import Finding, Ground, Verdict
from rundfrage.audit.mention import Mention, mention_of, top_two
from rundfrage.audit.number_words import MEAN, MEDIAN
from rundfrage.audit.scope import Scope
from rundfrage.audit.statistics import Measure, Question, Statistic
from rundfrage.audit.surroundings import Surroundings
from rundfrage.audit.survey import (
    exact_labels,
    hinted_labels,
    near_labels,
    same_words,
    statistics_in,
    without_wording,
)
from rundfrage.audit.words import covered, tokens

_WEAK = {Relation.OVER, Relation.AT_LEAST, Relation.UNDER, Relation.AT_MOST, Relation.ABOUT}
_SPAN = re.compile(r"^\]?\s*(?:bis|to|-)\s*ø?\s*\[?$")
_FROM = re.compile(r"\b(?:von|from|between)\s*ø?\s*\[?$")


def bind_claim(
    figure: Figure,
    around: Surroundings,
    scope: Scope,
    page_items: Sequence[str],
    rarity: Mapping[str, float],
) -> Finding:
    """The finding of a percentage or a mean in running text, a cell, or a chart."""
    found = [
        one
        for question in scope.questions
        if (one := _in_question(figure, around, scope, question, page_items, rarity))
    ]
    for ground in (Ground.LABEL, Ground.VALUE):
        for one in found:
            if one.ground is ground and one.verdict is not Verdict.DIFFERS:
                return one
    return next(
        (one for one in found if one.verdict is not Verdict.NOT_FOUND),
        Finding(figure, Verdict.NOT_FOUND),
    )


def _in_question(
    figure: Figure,
    around: Surroundings,
    scope: Scope,
    question: Question,
    page_items: Sequence[str],
    rarity: Mapping[str, float],
) -> Finding | None:
    mention = mention_of(figure, around, scope, question, page_items, rarity)
    if mention.foreign and figure.passage.column:
        return None
    coded = any(label.folded.isdigit() for label in question.rows)
    if coded and not figure.passage.column:
        # Answers that are nothing but numbers can't be told from figures around them.
        mention = replace(mention, exact=False, foreign=True)
    if (span := _span_of_means(figure, around, question)) is not None:
        return span
    candidates = _candidates(figure, around, question, mention)
    if not candidates:
        return None
    several = _several(figure, around, question, mention, page_items, rarity)
    if several is not None:
        return several
    if mention.exact and len(candidates) == 1:
        return judged(figure, candidates, Ground.LABEL)
    return _by_value(figure, around, candidates, mention, sure=scope.sure and not mention.foreign)


def _candidates(
    figure: Figure, around: Surroundings, question: Question, mention: Mention
) -> tuple[Statistic, ...]:
    measures = _measures(figure, around)
    found = statistics_in(question, *measures, items=mention.items, rows=mention.rows)
    if not found and mention.rows and Measure.SHARE not in measures:
        found = statistics_in(question, *measures, items=mention.items)
    return tuple(one for one in found if fits(figure, one))


def _measures(figure: Figure, around: Surroundings) -> tuple[Measure, ...]:
    column = figure.passage.column
    if figure.kind is Kind.PERCENT:
        return (Measure.SHARE,)
    if figure.kind is Kind.SCORE:
        return (Measure.SCORE,)
    near = around.before[-_PHRASE:]
    if any(near.rstrip(" :=(").endswith(one) for one in MEDIAN) or same_words(column, MEDIAN):
        return (Measure.MEDIAN,)
    if figure.kind is Kind.DECIMAL or same_words(column, MEAN):
        named = any(one in near for one in MEAN) or same_words(column, MEAN)
        return (
            (Measure.MEAN,) if named or not figure.passage.chart else (Measure.MEAN, Measure.OTHER)
        )
    if figure.places:
        return (Measure.MEAN,)
    return (Measure.SHARE, Measure.MEAN, Measure.SCORE, Measure.CASES)


_PHRASE = 24


def _span_of_means(figure: Figure, around: Surroundings, question: Question) -> Finding | None:
    """In "Mittelwerte von 2,07 bis 2,98" the smallest and the largest of the question's means."""
    if figure.kind is not Kind.DECIMAL or not question.items:
        return None
    first = bool(_SPAN.match(around.behind)) and bool(_FROM.search(around.before))
    last = bool(_SPAN.match(around.before))
    means = statistics_in(question, Measure.MEAN)
    if not means or not (first or last):
        return None
    ends = sorted(means, key=lambda one: one.value)
    best = ends[0] if first else ends[-1]
    other = ends[-1] if first else ends[0]
    chosen = other if not agrees(figure, best) and agrees(figure, other) else best
    return judged(figure, (chosen,), Ground.LABEL)


def _several(
    figure: Figure,
    around: Surroundings,
    question: Question,
    mention: Mention,
    page_items: Sequence[str],
    rarity: Mapping[str, float],
) -> Finding | None:
    """One number said of several items ("für über 90 % sind Sprache und Arbeit …")."""
    if figure.relation not in _WEAK or not question.items or figure.kind is not Kind.PERCENT:
        return None
    sentence = without_wording(around.sentence, question)
    words = " ".join((sentence, *around.below, *around.above))
    clause = "" if around.alone else without_wording(around.sides[0], question)
    hints = [
        tuple(one.name for one in hinted)
        for text in (clause, sentence, words, without_wording(around.page, question))
        if (hinted := hinted_labels(text, question.items, rarity))
        and (text != clause or len(hinted) > 1)
    ]
    items = next(iter(hints), ()) or mention.items or tuple(page_items)
    if not items:
        return None
    first = question.scale[:1]
    nets = [mention.rows] if mention.rows else []
    nets += [("top2",)] if top_two(words) else [("top2",), first]
    for some in hints[:2] or [items]:
        for rows in nets:
            found = statistics_in(question, Measure.SHARE, items=some, rows=rows)
            if found and all(agrees(figure, one) for one in found):
                return judged(figure, found, Ground.LABEL)
    found = statistics_in(question, Measure.SHARE, items=items, rows=nets[0])
    said = tokens(sentence)
    full = {one.name for one in question.items if covered(one.tokens, said) >= _FULL}
    full |= {one.name for one in exact_labels(words, question.items)}
    if clause and hints:
        # "9 von 10 sagen das von Zusammenhalt und Teilhabe" enumerates what it is said of.
        full |= {one.name for one in hinted_labels(clause, question.items, rarity)}
    if found and set(items) <= full:
        return judged(figure, found, Ground.LABEL)
    return Finding(figure, Verdict.AMBIGUOUS, found) if found else None


def _by_value(
    figure: Figure,
    around: Surroundings,
    candidates: Sequence[Statistic],
    mention: Mention,
    *,
    sure: bool,
) -> Finding | None:
    """The candidate with the figure's value; several are told apart by the words around."""
    agreeing = [one for one in candidates if agrees(figure, one)]
    if figure.relation in _WEAK:
        agreeing = agreeing if len(candidates) == 1 else []
    if not agreeing:
        # Drawn beside an item, a number with decimals that is no other measure is its mean.
        likely = [one for one in candidates if one.measure is not Measure.OTHER]
        if sure and len(likely) == 1 and (mention.rows or mention.items):
            return judged(figure, likely, Ground.LABEL)
        return None
    if len(agreeing) == 1:
        return judged(figure, agreeing, Ground.VALUE)
    words = " ".join((*around.sides, around.sentence))
    if top_two(words):
        tops = [one for one in agreeing if one.row == "top2"]
        if len(tops) == 1:
            return judged(figure, tops, Ground.VALUE)
    return Finding(figure, Verdict.AMBIGUOUS, tuple(agreeing), Ground.VALUE)


def by_words(candidates: Sequence[Statistic], question: Question, words: str) -> Statistic | None:
    """The one of several statistics whose item or answer the words resemble most."""
    labels = {one.name: one for one in (*question.items, *question.rows)}
    scored = []
    for one in candidates:
        own = [labels[name] for name in (one.item, one.row) if name in labels]
        likeness = sum(score for score, _ in near_labels(words, own))
        scored.append((likeness, one))
    scored.sort(key=lambda pair: -pair[0])
    clear = len(scored) > 1 and scored[0][0] - scored[1][0] >= _CLEAR
    return scored[0][1] if clear else None


_CLEAR = 0.3
_FULL = 0.6


def judged(figure: Figure, statistics: Sequence[Statistic], ground: Ground) -> Finding:
    """The finding of a figure that speaks of exactly these statistics."""
    found = [agreement(figure, one) for one in statistics]
    if Agreement.NO in found:
        verdict = Verdict.DIFFERS
    elif all(one is Agreement.WEAK for one in found):
        verdict = Verdict.TOO_VAGUE
    else:
        verdict = Verdict.MATCHES
    return Finding(figure, verdict, tuple(statistics), ground)
