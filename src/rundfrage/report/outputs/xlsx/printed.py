"""A printed figure as a cell's number and the format in which it reads as printed.

"62 %" is 0.62 as `0 %`, "[1,82]" is 1.82 as `"["0.00"]"`. The decimal sign is that of the reader's
computer, as everywhere in a workbook.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rundfrage.text import number_marks

_PERCENT = ("%", "٪")


@dataclass(frozen=True)
class Printed:
    """The number, and its format."""

    value: float
    format: str


def printed(text: str, language: str) -> Printed | None:
    """What a text says as a number; None if it isn't one number with signs around it."""
    decimal, thousands = number_marks(language)
    marks = re.escape(decimal + thousands)
    found = re.fullmatch(rf"(\D*?)([-−]?\d(?:[\d{marks}]*\d)?)(\D*)", text)
    if found is None:
        return None
    before, digits, after = found.groups()
    whole, _, decimals = digits.replace(thousands, "").replace("−", "-").partition(decimal)
    if not decimals.isdecimal() and decimals:
        return None
    value = float(f"{whole}.{decimals}" if decimals else whole)
    pattern = "#,##0" if thousands in digits else "0"
    pattern += f".{'0' * len(decimals)}" if decimals else ""
    share = any(sign in after for sign in _PERCENT)
    return Printed(
        round(value / 100, 12) if share else value, f"{_quoted(before)}{pattern}{_quoted(after)}"
    )


def _quoted(words: str) -> str:
    """Words as they stand in a format, whose sign for percent is none of them."""
    pieces = re.split(f"([{''.join(_PERCENT)}])", words)
    return "".join(
        "%" if piece in _PERCENT else f'"{piece}"' for piece in pieces if piece.replace('"', "")
    )
