"""The sheet of a workbook that holds the answers, whatever program wrote the workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from rundfrage.dataset.account import Certainty, Ledger
from rundfrage.dataset.cells import Cells, clean, parsed_number
from rundfrage.dataset.intake.merged import (
    BesideCells,
    Merged,
    fill_downwards,
    filled,
    is_stem,
    rows_of_headings,
)
from rundfrage.dataset.intake.options import Options
from rundfrage.dataset.intake.sheet import Sheet, title_rows
from rundfrage.errors import Problem, Where, did_you_mean
from rundfrage.locales import counted_message, message

OWN = "answers"
Rows = Sequence[Sequence[str]]
_SAMPLE = 50
_FEWEST_WIDE = 2
_SHOWN = 30


def workbook_sheet(
    sheets: Mapping[str, Rows],
    path: Path,
    options: Options,
    ledger: Ledger,
    beside: Mapping[str, BesideCells] = MappingProxyType({}),
) -> Sheet:
    """The sheet that the user names, ours, or that with most cells, below its titles.

    `beside` says what the cells of each sheet don't: a merged cell below the headings is read as if
    its word stood in each of its rows. Raises a Problem for a workbook without answers,
    a sheet that isn't there, and a cell that stands under no name.
    """
    name = _chosen(sheets, path, options, ledger)
    rows = _trimmed(sheets[name])
    about = beside.get(name, BesideCells())
    above = _titles(rows, about.merged) if options.skip is None else options.skip
    if above:
        words = " / ".join(cell for row in rows[:above] for cell in row if clean(cell))[:80]
        count = counted_message(
            "{count} row above the names", "{count} rows above the names", above
        )
        said = options.skip is not None
        evidence = message("The user said so.") if said else message("They are no table.")
        ledger.conclude("headings", count, evidence, Certainty.SAID if said else Certainty.LIKELY)
        if not said and words:
            ledger.doubt(
                message("What stands above the names was left out: “{words}”.", words=words),
                message("If it is no title, say how many rows are to be skipped."),
            )
    rows = rows[above:]
    if not rows:
        raise Problem(
            "file-empty",
            where=Where(str(path)),
            found=message("The sheet is empty."),
            expected=message("a row of column names and a row for each respondent."),
            mend=message("Export the answers again."),
        )
    merged = [one.below(above) for one in about.merged if one.top >= above]
    headings = options.heading_rows or rows_of_headings(merged)
    _note_merged(fill_downwards(rows, merged, max(headings, 1)), ledger)
    _note_uncomputed(rows[0], [one for one in about.uncomputed if one[0] > above], ledger)
    heads = filled(rows[:headings], merged) if headings > 1 else []
    return replace(_sheet(rows, above, path), heads=tuple(map(tuple, heads)))


def _titles(rows: Rows, merged: Sequence[Merged]) -> int:
    """How many rows stand above the names, among which no stem of several columns is."""
    above = title_rows(rows[:_SAMPLE])
    width = max(map(len, rows[:_SAMPLE]), default=0)
    while above and is_stem(rows[above - 1], merged, above - 1, width):
        above -= 1
    return above


def _note_merged(words: Sequence[str], ledger: Ledger) -> None:
    if not words:
        return
    shown = ", ".join(f"“{word[:_SHOWN]}”" for word in dict.fromkeys(words))
    ledger.doubt(
        message(
            "Merged cells were read as if what they hold stood in each of their rows, and in the "
            "first of their columns alone: {words}.",
            words=shown[: 3 * _SHOWN],
        ),
        message("If it is to be read otherwise, unmerge the cells and fill them."),
    )


def _note_uncomputed(
    names: Sequence[str], cells: Sequence[tuple[int, int]], ledger: Ledger
) -> None:
    if not cells:
        return
    columns = sorted({column for _, column in cells})
    named = [names[at] if at < len(names) and names[at] else f"#{at + 1}" for at in columns]
    ledger.doubt(
        message(
            "The file doesn't hold the values of {count} formulas, which were read as blank "
            "({columns}).",
            count=len(cells),
            columns=", ".join(named)[: 3 * _SHOWN],
        ),
        message("Open it in a spreadsheet program, and save it again."),
    )


def _chosen(sheets: Mapping[str, Rows], path: Path, options: Options, ledger: Ledger) -> str:
    names = list(sheets)
    if not names:
        raise Problem(
            "file-empty",
            where=Where(str(path)),
            found=message("The workbook holds no sheet."),
            expected=message("a sheet with a row of column names and a row for each respondent."),
            mend=message("Export the answers again."),
        )
    if options.sheet is not None:
        named = options.sheet
        if named not in sheets and named.isdecimal() and 0 < int(named) <= len(names):
            named = names[int(named) - 1]
        if named not in sheets:
            raise Problem(
                "sheet-absent",
                where=Where(str(path), name=options.sheet),
                found=message("The workbook has no sheet {sheet}.", sheet=options.sheet),
                expected=message("one of {sheets}.", sheets=", ".join(names)),
                mend=did_you_mean(options.sheet, names) or message("Name one of its sheets."),
            )
        ledger.conclude("sheet", named, message("The user said so."), Certainty.SAID)
        return named
    if OWN in sheets or len(names) == 1:
        return OWN if OWN in sheets else names[0]
    sizes = {name: sum(bool(clean(cell)) for row in sheets[name] for cell in row) for name in names}
    chosen = names[0]
    largest = max(names, key=lambda name: sizes[name])
    # The first sheet is it, unless it is a read-me: far fewer cells, or a single column of words.
    if _width(sheets[chosen]) < 2 <= _width(sheets[largest]) or sizes[chosen] * 10 < sizes[largest]:  # noqa: PLR2004
        chosen = largest
    ledger.conclude("sheet", chosen, message("It holds a table."), Certainty.LIKELY)
    others = ", ".join(name for name in names if name != chosen and sizes[name])
    if others:
        ledger.doubt(
            message("The sheet {sheet} was read, and not {others}.", sheet=chosen, others=others),
            message("If another holds the answers, name the sheet."),
        )
    return chosen


def _width(rows: Rows) -> int:
    return max((sum(bool(clean(cell)) for cell in row) for row in rows[:_SAMPLE]), default=0)


def _trimmed(rows: Rows) -> list[list[str]]:
    """The rows without the empty cells behind, and the empty rows below."""
    found = [list(row) for row in rows]
    for row in found:
        while row and not row[-1]:
            row.pop()
    while found and not found[-1]:
        found.pop()
    return found


def _width_of(names: Sequence[str], answers: Rows) -> int:
    """How many columns the sheet has: as its names, or a heading of words below that, say.

    Of three rows of headings the last is the widest; then the answers of many are as wide.
    """
    widths = [len(names), *map(len, answers[:1])]
    third = answers[1:2]
    wide = sum(len(row) > len(names) for row in answers)
    numbers = [parsed_number(cell) for row in third for cell in row]
    if wide > max(_FEWEST_WIDE, len(answers) / 4) and set(numbers) <= {None}:
        widths.extend(map(len, third))
    return max(widths)


def _sheet(rows: Rows, above: int, path: Path) -> Sheet:
    names, answers = rows[0], rows[1:]
    width = _width_of(names, answers)
    for number, row in enumerate(answers, above + 2):
        if any(row[width:]):
            raise Problem(
                "row-ragged",
                where=Where(str(path), number),
                found=message(
                    "The row has {count}; there are {width}.",
                    count=counted_message("{count} cell", "{count} cells", len(row)),
                    width=counted_message("{count} name", "{count} names", len(names)),
                ),
                expected=message("a name above each column."),
                mend=message("Name the columns in the first row."),
            )
    columns = tuple(
        Cells.of(
            names[place] if place < len(names) else "",
            [row[place] if place < len(row) else "" for row in answers],
        )
        for place in range(width)
    )
    return Sheet(columns)
