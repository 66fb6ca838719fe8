"""The words an audit is printed in: places, verdicts, and what the data say."""

from __future__ import annotations

import datetime

from rundfrage.audit.compare import as_printed
from rundfrage.audit.contradict import Contradiction
from rundfrage.audit.document import Document, Role
from rundfrage.audit.figure import Figure
from rundfrage.audit.finding import Finding, Ground, Verdict
from rundfrage.audit.statistics import Measure, Statistic
from rundfrage.text import date, number

VERDICTS = {
    Verdict.MATCHES: "matches",
    Verdict.DIFFERS: "differs",
    Verdict.TOO_VAGUE: "too vague",
    Verdict.NOT_FOUND: "not found",
    Verdict.AMBIGUOUS: "ambiguous",
}

GROUNDS = {
    Ground.NAME: "the report names the variable",
    Ground.LABEL: "the survey's words stand beside it",
    Ground.ORDER: "its place in a row of shares in the order of the scale",
    Ground.VALUE: "the only statistic in question with this value",
    Ground.LINK: "the same statement stands elsewhere in the report",
    Ground.NONE: "nothing in the report says which statistic it is",
}

CONTRADICTIONS = {
    "value": "The same statement has another value",
    "narrower-wording": "The same number stands for two answers here and for one of them there",
}

ROLES = {
    Role.TEXT: "text",
    Role.HEADING: "heading",
    Role.CELL: "table",
    Role.LABEL: "label",
    Role.CHART: "chart data",
    Role.ALT: "alternative text",
    Role.NOTE: "notes",
    Role.QUOTE: "quotation",
}


def place(figure: Figure, document: Document) -> str:
    """Where the figure stands: "slide 26", "page 3", "section 26, line 572"."""
    words = f"{document.unit} {figure.page}"
    if figure.line is not None:
        words = f"{words}, line {figure.line}"
    if figure.passage.role not in {Role.TEXT, Role.HEADING}:
        words = f"{words} ({ROLES[figure.passage.role]})"
    return words


def about(figure: Figure) -> str:
    """What the figure is said of: its row and column, or the words around it."""
    passage = figure.passage
    labels = [" ".join(one.split()) for one in (passage.row, passage.column) if one]
    return " · ".join(labels) if labels else figure.context


def value_words(figure: Figure, statistic: Statistic, language: str) -> str:
    """What the data say, printed as the report would: "1,82", "62 %", "484"."""
    if statistic.measure is Measure.DATE:
        return date(datetime.date.fromordinal(int(statistic.value)), language)
    printed = as_printed(figure, statistic)
    words = printed.replace(".", ",") if language == "de" else printed
    if statistic.measure is Measure.SHARE:
        return f"{words} %" if language == "de" else f"{words}%"
    if statistic.measure in {Measure.COUNT, Measure.CASES}:
        return number(statistic.value, language)
    return words


def verdict_words(finding: Finding, language: str) -> str:
    """The verdict in a clause, with what the data say where that is something else."""
    match finding.verdict:
        case Verdict.DIFFERS:
            values = "; ".join(
                f"{one.binding} is {value_words(finding.figure, one, language)}"
                for one in finding.statistics
            )
            return f"differs: {values}"
        case Verdict.TOO_VAGUE:
            values = ", ".join(
                value_words(finding.figure, one, language) for one in finding.statistics
            )
            return f"too vague: the data say {values} ({', '.join(finding.bindings)})"
        case Verdict.AMBIGUOUS:
            return f"ambiguous: {', '.join(finding.bindings)}"
        case Verdict.MATCHES:
            return f"matches {', '.join(finding.bindings)}"
        case _:
            return "not found in the data"


def contradiction_words(one: Contradiction, document: Document) -> str:
    """What contradicts what, and where."""
    values = " and ".join(f"{figure.text} ({place(figure, document)})" for figure in one.figures)
    return f"{CONTRADICTIONS[one.code]}: {values}"
