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
    VERDICTS,
    about,
    contradiction_words,
    place,
    verdict_words,
)
from rundfrage.text import counted

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


def terminal_text(audit: Audit, *, every: bool, width: int, colours: bool) -> str:
    """The audit in lines of that width, coloured as terminals understand it if they do.

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
        for one in _parts(audit, every=every):
            console.print(one)
    return printed.get()


def _parts(audit: Audit, *, every: bool) -> Iterator[RenderableType]:
    document = audit.document
    yield Text(
        f"{document.name}: {counted(document.pages, document.unit)}, "
        f"{counted(len(audit.figures), 'figure')}",
        style="bold",
    )
    if audit.survey is not None:
        yield Text(f"against {audit.survey} ({counted(audit.interviews or 0, 'interview')})")
    if audit.errors:
        yield Text("\nThe report contradicts itself", style="bold red")
        for one in audit.errors:
            yield Padding(
                Group(
                    Text(contradiction_words(one, document)),
                    Text(_cut(about(one.figures[0])), style="dim"),
                ),
                _INDENT,
                expand=False,
            )
    for verdict, heading in _HEADINGS:
        found = [one for one in audit.findings if one.verdict is verdict]
        if found and (every or verdict not in _QUIET):
            yield Text(f"\n{heading}", style=_COLOURS[verdict])
            yield from (_finding(one, audit) for one in found)
    if audit.notes:
        yield Text("\nTo look at", style="bold yellow")
        for one in audit.notes:
            yield Padding(Text(contradiction_words(one, document)), _INDENT, expand=False)
    if every:
        yield Text("\nEvery figure", style="bold")
        yield _listing(audit)
    yield Text()
    yield _summary(audit)


_HEADINGS = (
    (Verdict.DIFFERS, "The data say otherwise"),
    (Verdict.TOO_VAGUE, "True, but far too weak"),
    (Verdict.AMBIGUOUS, "More than one statistic fits"),
    (Verdict.NOT_FOUND, "Nothing in the data was found for"),
)
_QUIET = frozenset({Verdict.AMBIGUOUS, Verdict.NOT_FOUND})


def _finding(one: Finding, audit: Audit) -> RenderableType:
    head = Text(f"{place(one.figure, audit.document)}: ")
    head.append(one.figure.text, style="bold")
    head.append(f" {verdict_words(one, audit.language)}")
    return Padding(Group(head, Text(_cut(about(one.figure)), style="dim")), _INDENT, expand=False)


def _listing(audit: Audit) -> Table:
    verdicts = {one.figure: one for one in audit.findings}
    rows = [_row(figure, verdicts.get(figure)) for figure in audit.figures]
    headings = ["place", "figure", *(["verdict"] if verdicts else [])]
    table = Table(box=None, pad_edge=False, show_edge=False)
    for at, heading in enumerate(headings):
        # Only the last column may give way.
        width = max([len(heading), *(len(str(row[at])) for row in rows)])
        table.add_column(heading, no_wrap=True, min_width=min(width, _WIDEST))
    table.add_column("bound to" if verdicts else "said of", overflow="ellipsis", no_wrap=True)
    for row in rows:
        table.add_row(*row)
    return table


def _row(figure: Figure, finding: Finding | None) -> tuple[str | Text, ...]:
    where = f"{figure.page}" if figure.line is None else f"{figure.page}:{figure.line}"
    # Text, for what a report says may hold brackets that Rich would take for its own.
    number = Text(figure.text)
    if finding is None:
        return where, number, Text(about(figure))
    verdict = Text(VERDICTS[finding.verdict], style=_COLOURS[finding.verdict])
    return where, number, verdict, Text(", ".join(finding.bindings) or about(figure))


def _summary(audit: Audit) -> Text:
    parts = [counted(len(audit.errors), "contradiction")]
    if audit.survey is not None:
        parts += [f"{audit.counts[one]} {words}" for one, words in VERDICTS.items()]
    line = Text("passed: " if audit.passed else "failed: ", style="bold")
    line.stylize("green" if audit.passed else "red")
    line.append(", ".join(parts), style="default")
    return line


def _cut(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 2]} …"
