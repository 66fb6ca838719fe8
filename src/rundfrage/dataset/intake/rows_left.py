"""Whether a sheet has as many rows as the user says, and a respondent below its headings."""

from __future__ import annotations

from rundfrage.dataset.intake.sheet import Sheet
from rundfrage.errors import Problem, Where
from rundfrage.locales import Message, counted_message, message


def require_rows(sheet: Sheet, heading_rows: int | None, file: str) -> None:
    """Raise a Problem if there are to be more rows of headings than the sheet has rows."""
    rows = sheet.n + 1
    if heading_rows is None or heading_rows <= max(rows, len(sheet.heads)):
        return
    raise Problem(
        "heading-rows-beyond",
        where=Where(file),
        found=message(
            "{said}, but {rows}.",
            said=counted_message(
                "There is to be {count} row of headings",
                "There are to be {count} rows of headings",
                heading_rows,
            ),
            rows=counted_message("the file has {count} row", "the file has {count} rows", rows),
        ),
        expected=message("fewer rows of headings than the file has rows."),
        mend=message("Say how many rows of headings there are, or leave it to the program."),
    )


def nobody(rows: int) -> tuple[tuple[Message, Message], ...]:
    """The doubt of a sheet without a row of answers."""
    if rows:
        return ()
    found = message("No row of answers is left below the headings: there are no respondents.")
    settle = message(
        "Look whether the file is whole, and how many rows are headings or none below the answers."
    )
    return ((found, settle),)
