"""An audit as text for a terminal: what to look at first, then, if wanted, every figure."""

from __future__ import annotations

import io
from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rundfrage.audit.examine import Audit
from rundfrage.audit.figure import Figure
from rundfrage.audit.finding import Finding, Verdict
from rundfrage.audit.printers.wording import (
    about,
    against,
    contradiction_words,
    contradictions,
    place,
    size,
    verdict_word,
    verdict_words,
    words_in,
)
from rundfrage.locales.phrases import Phrasebook
from rundfrage.text import number

_COLOURS = {
    Verdict.MATCHES: "green",
    Verdict.DIFFERS: "bold red",
    Verdict.TOO_VAGUE: "yellow",
    Verdict.NOT_FOUND: "dim",
    Verdict.AMBIGUOUS: "yellow",
}
_LONGEST = 160
_WIDEST = 24
_INDENT = (0, 0, 0, 2)


def terminal_text(audit: Audit, language: str, *, every: bool, width: int, colours: bool) -> str:
    """The audit in that language in lines of that width, coloured as terminals understand it.

    `every` lists all figures, and not only those to look at.
    """
    console = Console(
        file=io.StringIO(),
        width=width,
        highlight=False,
        markup=False,
        emoji=False,
        force_terminal=colours,
        color_system="standard" if colours else None,
    )
    with console.capture() as printed:
        for one in _parts(audit, words_in(language), every=every):
            console.print(one)
    return printed.get()


def _parts(audit: Audit, words: Phrasebook, *, every: bool) -> Iterator[RenderableType]:
    document = audit.document
    yield Text(f"{document.name}: {size(audit, words)}", style="bold")
    if survey := against(audit, words):
        yield Text(survey)
    if audit.errors:
        yield _heading("contradicts-itself", words, "bold red")
        for one in audit.errors:
            yield Padding(
                Group(
                    Text(contradiction_words(one, document, words)),
                    Text(_cut(about(one.figures[0])), style="dim"),
                ),
                _INDENT,
                expand=False,
            )
    for verdict, heading in _HEADINGS.items():
        found = [one for one in audit.findings if one.verdict is verdict]
        if found and (every or verdict not in _QUIET):
            yield _heading(heading, words, _COLOURS[verdict])
            yield from (_finding(one, audit, words) for one in found)
    if audit.notes:
        yield _heading("to-look-at", words, "bold yellow")
        for one in audit.notes:
            yield Padding(Text(contradiction_words(one, document, words)), _INDENT, expand=False)
    if every:
        yield _heading("every-figure", words, "bold")
        yield _listing(audit, words)
    yield Text()
    yield _summary(audit, words)


_HEADINGS = {
    Verdict.DIFFERS: "data-otherwise",
    Verdict.TOO_VAGUE: "too-weak",
    Verdict.AMBIGUOUS: "several-fit",
    Verdict.NOT_FOUND: "found-nothing",
}
_QUIET = frozenset({Verdict.AMBIGUOUS, Verdict.NOT_FOUND})


def _heading(key: str, words: Phrasebook, style: str) -> Text:
    return Text(f"\n{words(key)}", style=style)


def _finding(one: Finding, audit: Audit, words: Phrasebook) -> RenderableType:
    head = Text(f"{place(one.figure, audit.document, words)}: ")
    head.append(one.figure.text, style="bold")
    head.append(f" {verdict_words(one, words, audit.language)}")
    return Padding(Group(head, Text(_cut(about(one.figure)), style="dim")), _INDENT, expand=False)


def _listing(audit: Audit, words: Phrasebook) -> Table:
    verdicts = {one.figure: one for one in audit.findings}
    rows = [_row(figure, verdicts.get(figure), words) for figure in audit.figures]
    headings = [words("place"), words("figure"), *([words("verdict")] if verdicts else [])]
    table = Table(box=None, pad_edge=False, show_edge=False)
    for at, heading in enumerate(headings):
        # Only the last column may give way.
        width = max([len(heading), *(len(str(row[at])) for row in rows)])
        table.add_column(heading, no_wrap=True, min_width=min(width, _WIDEST))
    last = words("bound-to") if verdicts else words("said-of")
    table.add_column(last, overflow="ellipsis", no_wrap=True)
    for row in rows:
        table.add_row(*row)
    return table


def _row(figure: Figure, finding: Finding | None, words: Phrasebook) -> tuple[str | Text, ...]:
    where = f"{figure.page}" if figure.line is None else f"{figure.page}:{figure.line}"
    # Text, for what a report says may hold brackets that Rich would take for its own.
    printed = Text(figure.text)
    if finding is None:
        return where, printed, Text(about(figure))
    verdict = Text(verdict_word(finding.verdict, words), style=_COLOURS[finding.verdict])
    return where, printed, verdict, Text(", ".join(finding.bindings) or about(figure))


def _summary(audit: Audit, words: Phrasebook) -> Text:
    parts = [contradictions(audit, words)]
    if audit.survey is not None:
        parts += [
            words("count-of", n=number(count, words.language), verdict=verdict_word(verdict, words))
            for verdict, count in audit.counts.items()
        ]
    line = Text(f"{words('passed') if audit.passed else words('failed')}: ", style="bold")
    line.stylize("green" if audit.passed else "red")
    line.append(", ".join(parts), style="default")
    return line


def _cut(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 2]} …"
