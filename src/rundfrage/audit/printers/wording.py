"""The words an audit is printed in: places, verdicts, and what the data say."""

from __future__ import annotations

import datetime

from rundfrage.audit.compare import as_printed
from rundfrage.audit.contradict import Contradiction
from rundfrage.audit.document import Document, Role
from rundfrage.audit.examine import Audit
from rundfrage.audit.figure import Figure
from rundfrage.audit.finding import Finding, Ground, Verdict
from rundfrage.audit.statistics import Measure, Statistic
from rundfrage.locales.phrases import Phrasebook
from rundfrage.text import date, number

_PAGES = {"slide": "slides", "page": "pages", "section": "sections"}
"""What counts a document's pages, by what they are."""


def words_in(language: str) -> Phrasebook:
    """The words of audits in the language."""
    return Phrasebook(language, "audit")


def size(audit: Audit, words: Phrasebook) -> str:
    """How large the report is: "36 slides, 412 figures"."""
    document = audit.document
    pages = _counted(_PAGES[document.unit], document.pages, words)
    return words("size", pages=pages, figures=_counted("figures", len(audit.figures), words))


def against(audit: Audit, words: Phrasebook) -> str:
    """What the report was examined against; empty if against nothing but itself."""
    if audit.survey is None:
        return ""
    interviews = _counted("interviews", audit.interviews or 0, words)
    return words("against", survey=audit.survey, interviews=interviews)


def contradictions(audit: Audit, words: Phrasebook) -> str:
    """How many contradictions are beyond doubt."""
    return _counted("contradictions", len(audit.errors), words)


def otherwise(audit: Audit, words: Phrasebook) -> str:
    """Of how many figures the data say otherwise."""
    return _counted("otherwise", audit.counts[Verdict.DIFFERS], words)


def _counted(key: str, count: int, words: Phrasebook) -> str:
    return words(key, n=number(count, words.language))


def place(figure: Figure, document: Document, words: Phrasebook) -> str:
    """Where the figure stands: "slide 26", "page 3", "section 26, line 572"."""
    where = words(f"place-{document.unit}", n=figure.page)
    if figure.line is not None:
        where = words("place-line", place=where, line=figure.line)
    role = figure.passage.role
    if role not in {Role.TEXT, Role.HEADING}:
        where = words("place-role", place=where, role=words(f"role-{role.value}"))
    return where


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


def verdict_word(verdict: Verdict, words: Phrasebook) -> str:
    """The verdict by its name."""
    return words(f"verdict-{verdict.value}".replace("_", "-"))


def verdict_words(finding: Finding, words: Phrasebook, language: str) -> str:
    """The verdict in a clause, with what the data say where that is something else.

    `language` is the report's, in which it prints its numbers.
    """
    bindings = ", ".join(finding.bindings)
    values = [value_words(finding.figure, one, language) for one in finding.statistics]
    match finding.verdict:
        case Verdict.DIFFERS:
            clauses = [
                words("value-is", binding=one.binding, value=value)
                for one, value in zip(finding.statistics, values, strict=True)
            ]
            return words("says-differs", values="; ".join(clauses))
        case Verdict.TOO_VAGUE:
            return words("says-too-vague", values=", ".join(values), bindings=bindings)
        case Verdict.AMBIGUOUS:
            return words("says-ambiguous", bindings=bindings)
        case Verdict.MATCHES:
            return words("says-matches", bindings=bindings)
        case _:
            return words("says-not-found")


def ground_words(ground: Ground, words: Phrasebook) -> str:
    """What a binding rests on."""
    return words(f"ground-{ground.value}")


def contradiction_words(one: Contradiction, document: Document, words: Phrasebook) -> str:
    """What contradicts what, and where."""
    places = [f"{figure.text} ({place(figure, document, words)})" for figure in one.figures]
    listed = places[0]
    for other in places[1:]:
        listed = words("and", first=listed, last=other)
    return words(f"contradiction-{one.code}", places=listed)
