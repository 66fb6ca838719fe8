"""Any file with a second row of headings: short names above, wordings below, then people."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rundfrage.dataset.account import Certainty
from rundfrage.dataset.cells import Cells, clean, parsed_number
from rundfrage.dataset.intake.dates import parsed_date
from rundfrage.dataset.intake.headings import plain_headings
from rundfrage.dataset.intake.layout import Export, Heading, Layout
from rundfrage.dataset.intake.sheet import Sheet, stands_once
from rundfrage.locales import message

_FEWEST = 4
_MOSTLY = 0.8
_WORDY = 12
_DOUBT = (
    message("The first row below the names was taken for the questions' wording."),
    message("If it is an answer, name the questions in one row."),
)


def lay_out(sheet: Sheet) -> Layout | None:
    """The sheet without a row of wordings below its names, None if there is none."""
    if sheet.n < _FEWEST:
        return None
    words = [clean(cell) for cell in sheet.row(0)]
    said = [place for place, word in enumerate(words) if word]
    if len(said) < max(2, len(sheet.names) // 2):
        return None
    unlike = [_unlike(sheet.columns[place]) for place in said]
    once = [stands_once(sheet.columns[place]) for place in said]
    cells = [words[place] for place in said]
    long = sum(len(cell) > _WORDY for cell in cells) > len(cells) / 2
    questions = sum(cell.endswith(("?", ":")) for cell in cells)
    if not (any(unlike) and all(once)) and not (
        sum(once) >= _MOSTLY * len(said) and long and questions >= len(said) / 3
    ):
        return None
    return Layout(
        sheet.below(1),
        _headings(sheet.names, words),
        message("The first row below the names is unlike all others."),
        Certainty.DOUBTFUL,
        doubts=(_DOUBT,),
    )


def _unlike(column: Cells) -> bool:
    """True if all cells but the first are numbers, or all are dates."""
    first = clean(column.distinct[column.index[0]])
    top = column.index[0]
    again = bool((column.index[1:] == top).any())
    rest = {clean(cell) for place, cell in enumerate(column.distinct) if again or place != top} - {
        ""
    }
    if not rest or re.search(r"\d", first) or len(first) < 2:  # noqa: PLR2004
        return False
    sample = list(rest)[:500]
    numbers = all(parsed_number(word) is not None for word in sample)
    return len(rest) > 1 and (numbers or all(parsed_date(word) is not None for word in sample))


def _headings(names: Sequence[str], words: Sequence[str]) -> list[Heading]:
    by_name, by_words = plain_headings(names), plain_headings(words)
    found = []
    for name, label, one, worded in zip(names, words, by_name, by_words, strict=True):
        if one.group and worded.group:
            found.append(
                Heading(name, worded.label, one.group, one.item, worded.item_label, worded.part)
            )
        elif one.group:
            # Each row of a grid has a wording; what they share stands nowhere.
            found.append(Heading(name, "", one.group, one.item, label or one.item, one.part))
        else:
            found.append(Heading(name, label or name))
    return found


EXPORT = Export("two rows of headings", lay_out)
