"""Figures that differ from the data, and may well speak of something else: a group, another year.

What can't be known is no error: such a figure counts as not found.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence

from rundfrage.audit.document import Document, Role
from rundfrage.audit.figure import Figure
from rundfrage.audit.finding import Finding, Verdict
from rundfrage.audit.hints import of_a_group
from rundfrage.audit.statistics import Label, Measure
from rundfrage.audit.surroundings import Surroundings
from rundfrage.audit.survey import Survey
from rundfrage.audit.words import folded

_YEAR = r"((?:19|20)\d\d)\b(?!\s?%)"
_BEHIND = re.compile(
    rf"^\W{{0,3}}(?:(?:in|im|of|from|aus|für|for|seit|since|anno|jahre?)\s){{0,2}}\W?{_YEAR}"
)
_BEFORE = re.compile(rf"{_YEAR}[^.;%]{{0,25}}$")
_HEADED = re.compile(rf"(?:^|[;:?.·]\s+|\n){_YEAR}\s?[,:]")
"""A year before a row of figures of its own: "2018: yes 40 %, no 60 %; 2022: yes …"."""
_EARLIER = re.compile(
    r"\b(?:(?:up|down) from|previously|last year|(?:a|the) year (?:before|earlier|ago)|zuvor"
    r"|vorjahr(?:e?s)?|letztes jahr|im jahr (?:davor|zuvor)"
    r"|(?:previous|last|earlier) (?:survey|wave)|(?:letzten?|vorigen?|früheren?|ersten)"
    r" (?:befragung|erhebung|umfrage|welle))\b"
)
_YEAR_BEFORE = re.compile(r"\W*(?:im vorjahr|last year|(?:a|the) year (?:before|earlier|ago))\b")
_NEAR = 40
_PROSE = re.compile(r"[.!?]\s*$")
_ENTRIES = re.compile(r"(?:[;?!]|[.–]\s)\s*(?=[^\W\d_])")


def spared(
    findings: Iterable[Finding],
    around: Mapping[Figure, Surroundings],
    survey: Survey,
    document: Document,
) -> tuple[Finding, ...]:
    """The findings, of which those that may speak of others or of another time aren't wrong.

    Where nobody says when the field was, the latest year that the report names is its own.
    """
    years = {
        datetime.date.fromordinal(int(one.value)).year
        for one in survey.study
        if one.measure is Measure.DATE
    }
    if not years:
        named = (re.findall(rf"\b{_YEAR}", passage.text) for passage in document.passages)
        years = {max((int(year) for found in named for year in found), default=0)}
    return tuple(
        Finding(one.figure, Verdict.NOT_FOUND)
        if one.verdict is Verdict.DIFFERS
        and (
            _is_of_others(one.figure, around[one.figure], years, _items(one, survey))
            or _is_of_answer(one, survey)
        )
        else one
        for one in findings
    )


def _is_of_answer(finding: Finding, survey: Survey) -> bool:
    """True for an entry of a list or an alternative text that begins with another's answer.

    "City centre: n 99, top two 66%" is of those who gave that answer.
    """
    figure = finding.figure
    passage = figure.passage
    if passage.row or (passage.role is not Role.ALT and _PROSE.search(passage.text)):
        return False
    entry = _ENTRIES.split(passage.text[: figure.start])[-1]
    own = {one.question.casefold() for one in finding.statistics}
    own_labels = {
        label.folded
        for name in own
        if name in survey.by_name
        for label in (*survey.by_name[name].rows, *survey.by_name[name].items)
    }
    words = folded(entry)
    begun = [label for label in survey.answers - own_labels if label and words.startswith(label)]
    longest = max(map(len, begun), default=0)
    return any(len(one) == longest and not words[longest : longest + 1].isalnum() for one in begun)


def _items(finding: Finding, survey: Survey) -> tuple[Label, ...]:
    """The items of the question that a finding is bound to."""
    names = {one.question.casefold() for one in finding.statistics}
    return tuple(
        item for name in names if name in survey.by_name for item in survey.by_name[name].items
    )


def _is_of_others(
    figure: Figure, around: Surroundings, years: set[int], items: Sequence[Label]
) -> bool:
    """True if words beside the figure lead to a group, to an earlier time, or to another year."""
    before, behind = around.before[-_NEAR:], around.behind[:_NEAR]
    said = [found[1] for found in (_BEHIND.search(behind), _BEFORE.search(before)) if found]
    passage = figure.passage
    headed = _HEADED.findall(passage.text[: figure.start])
    labels = [one for one in (passage.row, passage.column) if re.fullmatch(_YEAR, one)]
    if any(int(year) not in years for year in (*said, *headed[-1:], *labels)):
        return True
    return bool(_EARLIER.search(before) or _YEAR_BEFORE.match(behind)) or of_a_group(around, items)
