"""What a user says of a file that the file itself can't say."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from rundfrage.errors import Problem, Where
from rundfrage.locales import message

DECIMALS = (".", ",")
ONE_COLUMN = "none"
"""The delimiter of a text without one, which is a single column."""
TAB = "tab"
TWICE = "utf-8-twice"
"""The name for UTF-8 whose letters were taken for those of cp1252 and encoded again."""


@dataclass(frozen=True)
class Options:
    """How a file is to be read; None and empty where the file decides.

    `encoding` is that of its text, `sheet` the name or number (from 1) of a workbook's sheet,
    `skip` how many rows stand above the headings, `footer` how many below the last respondent,
    `heading` whether there is a row of headings at all, `heading_rows` how many there are,
    `missing` words and codes that are no answer, `decimal` the mark between whole and part of a
    number: "." or ",", `day_first` whether 3/4/2020 is the third of April, `delimiter` the sign
    between cells, also "tab", or "none" in a text of one column.
    """

    encoding: str | None = None
    sheet: str | None = None
    skip: int | None = None
    missing: tuple[str, ...] = ()
    decimal: str | None = None
    day_first: bool | None = None
    heading: bool | None = None
    footer: int | None = None
    heading_rows: int | None = None
    delimiter: str | None = None

    def __post_init__(self) -> None:
        if self.encoding not in {None, TWICE}:
            try:
                codecs.lookup(self.encoding)
            except LookupError:
                raise Problem(
                    "encoding-unknown",
                    where=Where(name=self.encoding),
                    found=message("There is no encoding {encoding}.", encoding=self.encoding),
                    expected=message("one such as utf-8, cp1252, cp1250, cp1251 or shift_jis."),
                    mend=message("Correct its name, or leave it to the program."),
                ) from None
        if self.decimal is not None and self.decimal not in DECIMALS:
            raise Problem(
                "decimal-mark-unknown",
                where=Where(name=self.decimal),
                found=message("The decimal mark is to be {decimal}.", decimal=repr(self.decimal)),
                expected=message("a point or a comma."),
                mend=message("Correct it, or leave it to the program."),
            )
        said = self.delimiter
        if said is not None and said not in {ONE_COLUMN, TAB} and len(said) != 1:
            raise Problem(
                "delimiter-unknown",
                where=Where(name=said),
                found=message("The delimiter is to be {delimiter}.", delimiter=repr(said)),
                expected=message("a single sign, “tab”, or “none” where there is one column."),
                mend=message("Correct it, or leave it to the program."),
            )


AS_IT_IS = Options()
