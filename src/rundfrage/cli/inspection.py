"""`rundfrage inspect`: what a file was taken for, on one screen.

Neighbours that became one question have one row. A file of many columns folds those that are alike
further: neighbours first, then all of a kind.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import groupby
from shlex import quote
from typing import Annotated

import typer
from rich.table import Table

from rundfrage import services
from rundfrage.cli.arguments import InAnswers, reading
from rundfrage.cli.console import bar, fitted, results
from rundfrage.cli.language import localised
from rundfrage.locales import Message, counted_message, message

SCREEN = 40
"""So many rows of columns are printed before those that are alike are folded."""
_MOST = 12
"""So many doubts, and columns with words of no answer, are printed."""
_LONGEST = 44
DOUBTFUL = "doubtful"
STEPS = {
    "file": message("file"),
    "encoding": message("letters"),
    "delimiter": message("between cells"),
    "sheet": message("sheet"),
    "rows": message("rows"),
    "headings": message("headings"),
    "labels": message("labels"),
    "codebook": message("codebook"),
}
"""What the steps of the intake are called."""


@reading
def inspect(
    source: InAnswers,
    *,
    reading: services.Reading,
    every: Annotated[
        bool, typer.Option("--all", help=message("Print every column and every doubt."))
    ] = False,
) -> None:
    """Show what each column of a file was taken for, what was left out, and what is doubted."""
    answers = services.open_source(source, reading=reading)
    with bar() as progress:
        seen = services.inspect(answers, progress)
    account = seen.account
    people = counted_message("{count} respondent", "{count} respondents", seen.respondents)
    results.print(message("{file}: {respondents}", file=seen.file, respondents=people))
    if account is None or not account.entries:
        variables = counted_message(
            "{count} variable", "{count} variables", len(seen.codebook.variables)
        )
        results.print(message("Its codebook says what its {variables} are.", variables=variables))
        folded = _print_doubts(account, every=every)
    else:
        for one in account.conclusions:
            step = STEPS[one.step]
            results.print(
                message("  {step}: {what}. {why}", step=step, what=one.what, why=one.evidence)
            )
        results.print("")
        folded = _print_columns(account, seen.codebook, every=every)
        folded = _print_missing(account, every=every) or folded
        folded = _print_doubts(account, every=every) or folded
        results.print("")
        results.print(
            message(
                "To put something right: rundfrage codebook {file} --edit", file=quote(str(source))
            )
        )
    if folded:
        results.print(
            message("To see all: rundfrage inspect {file} --all", file=quote(str(source)))
        )


def _print_doubts(account: services.Account | None, *, every: bool) -> bool:
    """Print what is doubted; True if some of it is not shown."""
    doubts = () if account is None else account.doubts
    most = len(doubts) if every else _MOST
    for doubt in doubts[:most]:
        found = message("{names}: {found}", names=doubt.place, found=doubt.found)
        results.print(message("? {doubt}", doubt=found if doubt.place else doubt.found))
        results.print(f"    {localised(doubt.settle)}")
    more = len(doubts) - most
    if more > 0:
        results.print(message("? … and {count} more doubts.", count=more))
    return more > 0


def _print_columns(account: services.Account, codebook: services.Codebook, *, every: bool) -> bool:
    """A row for each column, or for those that are alike; True if some were folded."""
    headings = (message("column"), message("taken for"), message("question"), message("because"))
    table = Table(*map(localised, headings), box=None, pad_edge=False)
    rows = list(_together(account.entries, codebook))
    shown = [[row] for row in rows] if every else folded(rows)
    for row in shown:
        first = row[0][0]
        known = [codebook[name] for name in first.variables if name in codebook]
        words: str = known[0].label.source if known else ""
        if len(row) > 1:
            words = message("{count} columns", count=sum(map(len, row)))
        kind: str = first.taken_for
        if first.aside is not None:
            kind = message("left out: {taken_for}", taken_for=first.taken_for)
        elif first.certainty == DOUBTFUL:
            kind = message("{taken_for} (doubtful)", taken_for=first.taken_for)
        alike = all(one[0].evidence == first.evidence for one in row)
        cells = (_named(row), kind, words, first.evidence if alike else "")
        table.add_row(*(short(localised(word)) for word in cells))
    fitted.print(table)
    return len(shown) < len(rows)


def _named(row: Sequence[Sequence[services.Entry]]) -> Message | str:
    """What the columns of a row are called."""
    first, last = row[0], row[-1]
    column = first[0].column.strip() or message("(without a name)")
    if len(row) > 1:
        end = last[-1].column.strip() or message("(without a name)")
        return message("{first} … {last}", first=column, last=end)
    if len(first) > 1:
        return message("{column} and {count} more", column=column, count=len(first) - 1)
    return column


def _print_missing(account: services.Account, *, every: bool) -> bool:
    """Print the words that were read as no answer; True if some are not shown."""
    missing = [
        f"{entry.column.strip()}: "
        + ", ".join(f"{word or '“”'} ({count})" for word, count in entry.missing)
        for entry in account.entries
        if entry.missing
    ]
    if not missing:
        return False
    most = len(missing) if every else _MOST
    results.print("")
    results.print(message("Read as no answer:"))
    for line in missing[:most]:
        results.print(f"  {line}")
    more = len(missing) - most
    if more > 0:
        results.print(message("  … and in {count} more columns.", count=more))
    return more > 0


def _together(
    entries: Sequence[services.Entry], codebook: services.Codebook
) -> Iterator[list[services.Entry]]:
    """Neighbours that went into the same variable, or are rows of one grid."""

    def question(entry: services.Entry) -> Hashable:
        if not entry.variables:
            return entry.place
        first = entry.variables[0]
        battery = codebook[first].battery if first in codebook else None
        return battery or first, entry.taken_for, entry.aside, entry.certainty

    for _, some in groupby(entries, key=question):
        yield list(some)


def folded(rows: Sequence[list[services.Entry]]) -> list[list[list[services.Entry]]]:
    """The rows, those that are alike as one if there are more than fit onto a screen."""
    single = [[row] for row in rows]
    if len(rows) <= SCREEN:
        return single
    neighbours = [list(some) for _, some in groupby(rows, key=_kind)]
    if len(neighbours) <= SCREEN:
        return neighbours
    kinds = _by(rows, _kind)
    return (
        kinds
        if len(kinds) <= SCREEN
        else _by(rows, lambda row: (row[0].taken_for, row[0].aside is None))
    )


def _by(
    rows: Sequence[list[services.Entry]], kind: Callable[[list[services.Entry]], Hashable]
) -> list[list[list[services.Entry]]]:
    found: dict[Hashable, list[list[services.Entry]]] = {}
    for row in rows:
        found.setdefault(kind(row), []).append(row)
    return list(found.values())


def _kind(row: Sequence[services.Entry]) -> Hashable:
    first = row[0]
    return first.taken_for, first.aside, first.evidence, first.certainty


def short(words: str) -> str:
    """The words in one line that leaves room for others."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
