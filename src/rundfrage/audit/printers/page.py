"""An audit as one HTML page that needs nothing from anywhere else and no script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rundfrage.audit.contradict import Contradiction
from rundfrage.audit.examine import Audit
from rundfrage.audit.figure import Figure
from rundfrage.audit.finding import Finding, Verdict
from rundfrage.audit.printers.wording import (
    about,
    against,
    contradiction_words,
    contradictions,
    ground_words,
    otherwise,
    place,
    size,
    verdict_word,
    verdict_words,
    words_in,
)
from rundfrage.locales.foreign import Foreign
from rundfrage.locales.phrases import Phrasebook
from rundfrage.look.templates import page_template
from rundfrage.text import direction, main_part, number


@dataclass(frozen=True)
class _Line:
    """One figure as words; `mark` is the name of its verdict, or empty."""

    place: str
    text: str
    verdict: str
    mark: str
    ground: str
    about: str


def print_page(audit: Audit, language: str) -> bytes:
    """The page in that language, in UTF-8."""
    words = words_in(language)
    findings = {one.figure: one for one in audit.findings}
    lines = [_line(figure, findings.get(figure), audit, words) for figure in audit.figures]
    wrong = {Verdict.DIFFERS.value, Verdict.TOO_VAGUE.value}
    page = page_template("rundfrage.audit.printers", ".", "audit.html").render(
        language=language,
        direction=direction(language),
        say=words,
        title=words("title", name=audit.document.name),
        size=size(audit, words),
        against=against(audit, words),
        passed=audit.passed,
        contradictions=contradictions(audit, words),
        otherwise=otherwise(audit, words),
        lines=lines,
        wrong=[line for line in lines if line.mark in wrong],
        errors=_listed(audit.errors, audit, words),
        notes=_listed(audit.notes, audit, words),
        counts=[
            (verdict_word(verdict, words), number(count, language))
            for verdict, count in audit.counts.items()
        ],
    )
    return page.encode()


def _listed(
    found: Sequence[Contradiction], audit: Audit, words: Phrasebook
) -> list[tuple[str, str]]:
    """Each contradiction in words, with what its first figure is said of."""
    return [
        (
            contradiction_words(one, audit.document, words),
            _quoted(about(one.figures[0]), audit, words),
        )
        for one in found
    ]


def _quoted(text: str, audit: Audit, words: Phrasebook) -> str:
    """The report's own words, marked with its language if that is not the page's."""
    return text if main_part(words.language) == audit.language else Foreign(text, audit.language)


def _line(figure: Figure, finding: Finding | None, audit: Audit, words: Phrasebook) -> _Line:
    return _Line(
        place=place(figure, audit.document, words),
        text=figure.text,
        verdict=verdict_words(finding, words, audit.language) if finding else "",
        mark=finding.verdict.value if finding else "",
        ground=ground_words(finding.ground, words) if finding else "",
        about=_quoted(about(figure), audit, words),
    )
