"""The audit of somebody's finished report: which of its numbers the data bear out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from rundfrage.audit import LANGUAGES, Audit, examine
from rundfrage.audit.printers import print_json, print_page, terminal_text
from rundfrage.errors import Problem, Where, did_you_mean
from rundfrage.locales import message
from rundfrage.progress import UNWATCHED, Progress, advance
from rundfrage.services.analysis import chosen
from rundfrage.services.answers import load
from rundfrage.services.survey import Source
from rundfrage.services.translation import language_in
from rundfrage.writing import write_whole

TEXT, JSON, HTML = "text", "json", "html"
FORMATS = (TEXT, JSON, HTML)
_WIDTH = 80


def audit(
    report: Path,
    source: Source | None = None,
    *,
    language: str | None = None,
    weight: str | None = None,
    progress: Progress = UNWATCHED,
) -> Audit:
    """Find a report's figures, its contradictions, and what the data say of them, if there are any.

    `language` is that of the report, `de` or `en`, and else found out; `weight` the variable that
    its figures are weighted by. Raises a Problem if the report can't be read.
    """
    if language is not None and language not in LANGUAGES:
        raise Problem(
            "unknown-language",
            where=Where(argument="language"),
            found=message("There is no {language}.", language=repr(language)),
            expected=message("one of {languages}.", languages=", ".join(LANGUAGES)),
            mend=did_you_mean(language, LANGUAGES) or message("Choose one of these."),
        )
    progress.expect(2)
    advance(progress, message("answers"))
    dataset = load(source) if source is not None else None
    advance(progress, message("figures"))
    found = examine(report, dataset, language=language, weight=weight)
    if source is None:
        return found
    return replace(found, language=language_in(source, found.language))


def audit_format(name: str) -> str:
    """The format of that name; raises a Problem if no audit is printed so."""
    return chosen([name], FORMATS, "format", "audit")[0]


def print_audit(
    found: Audit,
    form: str = TEXT,
    *,
    language: str | None = None,
    every: bool = False,
    width: int = _WIDTH,
    colours: bool = False,
) -> bytes:
    """The audit as a file of that format, in that language or else in the report's.

    JSON is for programs, in no language. As text it lists the figures to look at, or with `every`
    all, in lines of that width, coloured as terminals understand it if they do.
    """
    spoken = language or found.language
    if form == JSON:
        return print_json(found)
    if form == HTML:
        return print_page(found, spoken)
    return terminal_text(found, spoken, every=every, width=width, colours=colours).encode()


def write_audit(
    found: Audit,
    file: Path,
    form: str = TEXT,
    *,
    language: str | None = None,
    every: bool = False,
) -> None:
    """Write the audit to a file; see print_audit."""
    write_whole(file, print_audit(found, form, language=language, every=every))
