"""Links statements that a report makes twice: what one of them is bound to, the other is too.

A *statement* is a figure with the label that the report gives it: the row of its table, the phrase
in quotation marks or brackets before it, the caption of a list. Two are the same if their labels
are, and nothing else about them (kind of number, question) speaks against it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rundfrage.audit.claims import judged
from rundfrage.audit.document import Role
from rundfrage.audit.figure import Figure, Kind
from rundfrage.audit.finding import Finding, Ground, Verdict
from rundfrage.audit.hints import of_a_group
from rundfrage.audit.scope import Scope
from rundfrage.audit.surroundings import Surroundings
from rundfrage.audit.words import alike, folded, tokens

SAME = 0.8
_QUOTED = re.compile(r'"((?:[^"]|"[^"]*"(?= \w))+)"\s*[(:]?\s*(?:ø\s*)?$')
_LEAST = 2
_SENTENCE = 4
_LONGEST = 160


@dataclass(frozen=True)
class Statement:
    """A figure's label as the report words it, and as tokens; `column` tells columns apart."""

    label: str
    tokens: tuple[str, ...]
    column: str = ""


def statement_of(figure: Figure, around: Surroundings) -> Statement | None:
    """The label of a figure; None where the report gives none."""
    passage = figure.passage
    if figure.kind is Kind.PERCENT and passage.steps > 1 and not passage.column:
        # The label of a row of several shares says too little.
        return None
    if passage.row:
        return Statement(passage.row, tokens(passage.row), folded(passage.column))
    if passage.role is Role.LABEL:
        return None
    if figure.kind is Kind.DECIMAL:
        listed = around.alone and around.above and not around.below
        said = around.above[0] if listed else around.before
        quoted = _QUOTED.search(around.before)
        words = quoted[1] if quoted else said.rpartition(";")[2]
        words = words if len(words) <= _LONGEST else words[-_LONGEST:]
        if around.led or around.alone:
            return Statement(words, tokens(words))
    return None


def _sentence_of(figure: Figure, around: Surroundings) -> Statement | None:
    """The sentence of a share that is its only figure, which titles and summaries repeat."""
    passage = figure.passage
    apart = around.alone or passage.row or passage.column or passage.role is Role.LABEL
    several = len(around.earlier) > 1 or around.later
    if apart or several or figure.kind is not Kind.PERCENT or of_a_group(around):
        return None
    words = tokens(around.sentence)
    return Statement(around.sentence, words) if len(words) >= _SENTENCE else None


def _statement(figure: Figure, around: Surroundings) -> Statement | None:
    return statement_of(figure, around) or _sentence_of(figure, around)


def linked(
    findings: Sequence[Finding],
    around: Mapping[Figure, Surroundings],
    scopes: Mapping[Figure, Scope],
) -> tuple[Finding, ...]:
    """The findings, those not found bound as the same statement is bound elsewhere.

    A figure on the page of one question is never bound to another's.
    """
    bound = []
    for finding in findings:
        statement = _statement(finding.figure, around[finding.figure])
        usable = finding.verdict is Verdict.MATCHES and len(finding.statistics) == 1
        if statement is not None and usable and len(statement.tokens) >= _LEAST:
            bound.append((statement, finding))
    return tuple(_linked(one, around[one.figure], scopes[one.figure], bound) for one in findings)


def _linked(
    finding: Finding,
    around: Surroundings,
    scope: Scope,
    bound: Sequence[tuple[Statement, Finding]],
) -> Finding:
    if finding.verdict not in {Verdict.NOT_FOUND, Verdict.AMBIGUOUS}:
        return finding
    statement = _statement(finding.figure, around)
    if statement is None or len(statement.tokens) < _LEAST:
        return finding
    questions = {one.name for one in scope.questions} if scope.sure else set()
    same = {
        other.statistics[0].binding: other.statistics[0]
        for one, other in bound
        if other.figure.kind is finding.figure.kind
        and one.column == statement.column
        and (not questions or other.statistics[0].question in questions)
        and alike(one.tokens, statement.tokens) >= SAME
    }
    if len(same) != 1:
        return finding
    return judged(finding.figure, tuple(same.values()), Ground.LINK)
