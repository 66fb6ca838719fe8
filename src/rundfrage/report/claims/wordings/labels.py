"""Words of the survey itself: what answers, nets, items and questions are called."""

from __future__ import annotations

from rundfrage.look.clip import clip
from rundfrage.report.charts.rows import find_row, item_label, row_label, table_title
from rundfrage.report.claims.evidence import Evidence, Found
from rundfrage.report.claims.sentence import Assertion, Binding
from rundfrage.report.claims.unknown import unknown_binding
from rundfrage.report.claims.wordings.order import LABEL
from rundfrage.report.claims.wordings.wording import Wording, capitalised
from rundfrage.report.deck import Part
from rundfrage.report.words import isolated, listed, quoted

QUESTION_LENGTH = 150
"""A question inside a sentence has at most so many characters."""


def _net(assertion: Assertion, evidence: Evidence) -> tuple[Part, ...]:
    words = evidence.words
    labels = [isolated(one, words.language) for one in _members(assertion.bindings[0], evidence)]
    text = listed(labels, words, last="list-or").text
    return (capitalised(text, assertion),)


def _answers(assertion: Assertion, evidence: Evidence) -> tuple[Part, ...]:
    words = evidence.words
    labels = [quoted(one, words) for one in _members(assertion.bindings[0], evidence)]
    return listed(labels, words, last="list-or").parts


def _label(assertion: Assertion, evidence: Evidence) -> tuple[Part, ...]:
    found = _found(assertion.bindings[0], evidence)
    row = find_row(found.block, found.rest.removesuffix(".share"))
    label = (
        item_label(found.block, found.table, evidence.language)
        if row is None
        else row_label(found.block.rows[row], evidence.language)
    )
    return (capitalised(isolated(clip(label, LABEL), evidence.words.language), assertion),)


def _question(assertion: Assertion, evidence: Evidence) -> tuple[Part, ...]:
    binding = assertion.bindings[0]
    table = evidence.questions.get(binding.path)
    if table is None:
        table = _found(binding, evidence).table
    title = clip(table_title(table, evidence.language), QUESTION_LENGTH)
    return (isolated(title, evidence.words.language),)


def _members(binding: Binding, evidence: Evidence) -> list[str]:
    """The labels of the answers that a net joins; of an answer, its own."""
    family = evidence.family(binding)
    found = _found(family[0] if family else binding, evidence)
    block = found.block
    row = find_row(block, found.rest.removesuffix(".share"))
    if row is None:
        raise unknown_binding(binding, evidence.names(), list(evidence.questions))
    rows = [find_row(block, name) for name in block.rows[row].members] or [row]
    return [
        clip(row_label(block.rows[one], evidence.language), LABEL)
        for one in rows
        if one is not None
    ]


def _found(binding: Binding, evidence: Evidence) -> Found:
    found = evidence.found(binding)
    if found is None:
        raise unknown_binding(binding, evidence.names(), list(evidence.questions))
    rest = found.rest
    if rest and find_row(found.block, rest.removesuffix(".share")) is None:
        evidence.quantity(binding)
    return found


NET = Wording("net", _net, most=1)
ANSWERS = Wording("answers", _answers, most=1)
LABEL_OF = Wording("label", _label, most=1)
QUESTION = Wording("question", _question, most=1)
