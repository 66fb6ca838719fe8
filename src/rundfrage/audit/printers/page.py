"""An audit as one HTML page that needs nothing from anywhere else and no script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rundfrage.audit.contradict import Contradiction
from rundfrage.audit.examine import Audit
from rundfrage.audit.figure import Figure
from rundfrage.audit.finding import Finding, Verdict
from rundfrage.audit.printers.wording import (
    GROUNDS,
    VERDICTS,
    about,
    contradiction_words,
    place,
    verdict_words,
)
from rundfrage.look.templates import page_template


@dataclass(frozen=True)
class _Line:
    """One figure as words; `mark` is the name of its verdict, or empty."""

    place: str
    text: str
    verdict: str
    mark: str
    ground: str
    about: str


def print_page(audit: Audit) -> bytes:
    """The page, in UTF-8."""
    findings = {one.figure: one for one in audit.findings}
    lines = [_line(figure, findings.get(figure), audit) for figure in audit.figures]
    wrong = {Verdict.DIFFERS.value, Verdict.TOO_VAGUE.value}
    page = page_template("rundfrage.audit.printers", ".", "audit.html").render(
        audit=audit,
        lines=lines,
        wrong=[line for line in lines if line.mark in wrong],
        errors=_listed(audit.errors, audit),
        notes=_listed(audit.notes, audit),
        counts=[(words, audit.counts[verdict]) for verdict, words in VERDICTS.items()],
    )
    return page.encode()


def _listed(found: Sequence[Contradiction], audit: Audit) -> list[tuple[str, str]]:
    """Each contradiction in words, with what its first figure is said of."""
    return [(contradiction_words(one, audit.document), about(one.figures[0])) for one in found]


def _line(figure: Figure, finding: Finding | None, audit: Audit) -> _Line:
    return _Line(
        place=place(figure, audit.document),
        text=figure.text,
        verdict=verdict_words(finding, audit.language) if finding else "",
        mark=finding.verdict.value if finding else "",
        ground=GROUNDS[finding.ground] if finding else "",
        about=about(figure),
    )
