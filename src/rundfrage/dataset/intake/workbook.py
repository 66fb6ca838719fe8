"""The sheet of a workbook that holds the answers, whatever program wrote the workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from rundfrage.dataset.account import Certainty, Ledger
from rundfrage.dataset.cells import Cells, clean, parsed_number
from rundfrage.dataset.intake.options import Options
from rundfrage.dataset.intake.sheet import Sheet, title_rows
from rundfrage.errors import Problem, Where, did_you_mean
from rundfrage.locales import counted_message, message

OWN = "answers"
Rows = Sequence[Sequence[str]]
_SAMPLE = 50
_FEWEST_WIDE = 2


def workbook_sheet(
    sheets: Mapping[str, Rows], path: Path, options: Options, ledger: Ledger
) -> Sheet:
    """The sheet that the user names, ours, or that with most cells, below its titles.

    Raises a Problem for a workbook without answers, a sheet that isn't there, and a cell that
    stands under no name.
    """
    name = _chosen(sheets, path, options, ledger)
    rows = _trimmed(sheets[name])
    above = title_rows(rows[:_SAMPLE]) if options.skip is None else options.skip
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
    return _sheet(rows, above, path)


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
