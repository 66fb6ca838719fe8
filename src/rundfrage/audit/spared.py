"""Figures that differ from the data, and may well speak of something else: a group, another year.

What can't be known is no error: such a figure counts as not found.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping

from rundfrage.audit.document import Document
from rundfrage.audit.figure import Figure
from rundfrage.audit.finding import Finding, Verdict
from rundfrage.audit.hints import of_a_group
from rundfrage.audit.statistics import Measure
from rundfrage.audit.surroundings import Surroundings
from rundfrage.audit.survey import Survey

_YEAR = r"((?:19|20)\d\d)\b(?!\s?%)"
_BEHIND = re.compile(
    rf"^\W{{0,3}}(?:(?:in|im|of|from|aus|für|for|seit|since|anno|jahre?)\s){{0,2}}\W?{_YEAR}"
)
_BEFORE = re.compile(rf"{_YEAR}[^.;%]{{0,25}}$")
_EARLIER = re.compile(
    r"\b(?:(?:up|down) from|previously|last year|(?:a|the) year (?:before|earlier|ago)|zuvor"
    r"|vorjahr(?:e?s)?|letztes jahr|im jahr (?:davor|zuvor)"
    r"|(?:previous|last|earlier) (?:survey|wave)|(?:letzten?|vorigen?|früheren?|ersten)"
    r" (?:befragung|erhebung|umfrage|welle))\b"
)
_YEAR_BEFORE = re.compile(r"\W*(?:im vorjahr|last year|(?:a|the) year (?:before|earlier|ago))\b")
_NEAR = 40


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
        if one.verdict is Verdict.DIFFERS and _is_of_others(around[one.figure], years)
        else one
        for one in findings
    )


def _is_of_others(around: Surroundings, years: set[int]) -> bool:
    """True if words beside the figure lead to a group, to an earlier time, or to another year."""
    before, behind = around.before[-_NEAR:], around.behind[:_NEAR]
    said = [found[1] for found in (_BEHIND.search(behind), _BEFORE.search(before)) if found]
    if any(int(year) not in years for year in said):
        return True
    return bool(_EARLIER.search(before) or _YEAR_BEFORE.match(behind)) or of_a_group(around)
