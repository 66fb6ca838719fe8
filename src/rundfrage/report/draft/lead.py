"""What stands out of a survey, in a few sentences that a draft begins with."""

from __future__ import annotations

from collections.abc import Iterator

from rundfrage.codebook import shapes
from rundfrage.report.charts.rows import BOTTOM, is_worded
from rundfrage.report.claims import Assertion, Binding, Evidence
from rundfrage.report.claims.standing import Standing, divided, row_path, shares, upper_ends
from rundfrage.report.draft.assertion import has_ends, level, printed
from rundfrage.report.draft.differing import Difference, largest_difference
from rundfrage.report.draft.phrase import path_of, plain, quoted_label
from rundfrage.report.section.drafting import Drafting
from rundfrage.report.section.subject import kicker
from rundfrage.tables.table import Block, RowRole, Table

_AMONG = 4
"""Something stands out among so many questions or items."""
_LARGE, _SMALL, _DIVIDED = 0.6, 0.4, 0.25
"""From which share on the largest, up to which the smallest, and from which the divided stands out.

The last is the share of the smaller end of a scale.
"""

_SAID = {"highest": "lead-highest", "lowest": "lead-lowest"}
"""The phrase that goes with a wording."""


def lead(drafting: Drafting) -> Iterator[str]:
    """The sources of the sentences; none of what doesn't stand out, or isn't shown."""
    evidence = drafting.evidence
    largest = _in_front(shares(evidence), evidence)
    if largest is not None and drafting.shows(largest.table) and largest.value >= _LARGE:
        yield _standing("highest", largest, evidence)
    smallest = _in_front(upper_ends(evidence), evidence)
    if smallest is not None and drafting.shows(smallest.table) and 0 < smallest.value <= _SMALL:
        yield _standing("lowest", smallest, evidence)
    apart = _in_front(divided(evidence), evidence)
    if apart is not None and drafting.shows(apart.table) and apart.value >= _DIVIDED:
        yield _opposed(apart, evidence)
    difference = largest_difference(drafting)
    if difference is not None:
        yield _differing(difference, evidence)


def _in_front(ordered: Iterator[Standing], evidence: Evidence) -> Standing | None:
    """The first of the order, if there are enough and it is before all of them."""
    first = next(ordered, None)
    others = (one for one in ordered if first is not None and one.block is not first.block)
    rivals = []
    names: set[str] = set()
    for one in others:
        if one.block.name not in names:
            names.add(one.block.name)
            rivals.append(one)
        if len(rivals) == _AMONG - 1:
            break
    if first is None or len(rivals) < _AMONG - 1 or not has_ends(first.block.variable):
        return None
    tied = first.value == rivals[0].value or level(first.binding, rivals[0].binding, evidence)
    return None if tied else first


def _standing(wording: str, one: Standing, evidence: Evidence) -> str:
    said = f"{{{Assertion(wording, '', (one.binding,))}}}"
    statement = _statement(one.table, one.block, one.row, said, one.binding, evidence)
    return _line(evidence.words(_SAID[wording], statement=statement), one.table, evidence)


def _opposed(one: Standing, evidence: Evidence) -> str:
    share = f"{{{Assertion('divided', '', (one.binding,))}}}"
    other = Binding(row_path(one.block, BOTTOM))
    said = evidence.words(
        "lead-divided",
        statement=_statement(one.table, one.block, one.row, share, one.binding, evidence),
        answers=f"{{answers: {other}}}",
        share=f"{{{other}}}",
    )
    return _line(said, one.table, evidence)


def _differing(one: Difference, evidence: Evidence) -> str:
    words = evidence.words
    said = f"{{{one.inside}}}"
    line = words(
        "lead-groups",
        group=quoted_label(one.group, words),
        where=_asked(one.groups, evidence),
        statement=_statement(one.table, one.block, one.row, said, one.inside, evidence),
        more=f"{{more: {one.inside}, {one.outside}}}",
        other=f"{{{one.outside}}}",
    )
    return _line(line, one.table, evidence)


def _line(said: str, table: Table, evidence: Evidence) -> str:
    """The sentence with the question that it is about, if that has a number or a wording."""
    question = _asked(table, evidence)
    if question:
        said = evidence.words("lead-on", sentence=said, question=question)
    return evidence.words("lead-line", sentence=said)


def _statement(
    table: Table, block: Block, row: int, share: str, path: Binding, evidence: Evidence
) -> str:
    """What a share says, without a full stop; `share` is how it is printed."""
    words, text = evidence.words, printed(path, evidence)
    everybody = Binding(path.path)
    if table.shape == shapes.RATINGS:
        item = quoted_label(path_of(block), words)
        return words["answer-item"].counting(
            text, share=share, item=item, answers=f"{{answers: {everybody}}}"
        )
    if table.shape == shapes.STEPS:
        return words["answer-net"].counting(text, share=share, answers=f"{{answers: {everybody}}}")
    if block.rows[row].role is RowRole.NET:
        return words("net", label=f"{{label: {everybody}}}", share=share)
    return words["chose"].counting(text, share=share, answer=quoted_label(everybody, words))


def _asked(table: Table, evidence: Evidence) -> str:
    """The question by its number, or in its own words; empty if it has neither."""
    number = kicker(table.name, evidence.words)
    if number:
        return plain(number, evidence.language)
    if not is_worded(table, evidence.language):
        return ""
    name = Binding(table.name)
    return evidence.words("quotation", words=f"{{question: {name}}}")
