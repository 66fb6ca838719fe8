"""Several rows of headings above each other: what they say together of each column.

                 | Satisfaction |         |           q1               | q2
        No.      | Price        | Service |           How satisfied?   | How old are you?
        1        | good        | bad     |           Scale of 1 to 5  | open

A *stem* stands over several columns, whose own words are below it. Where a row has a word of its
own for each column, these are the columns' names. No word of a heading is lost.
"""

from __future__ import annotations

from collections.abc import Sequence

from rundfrage.dataset.account import Certainty
from rundfrage.dataset.cells import clean
from rundfrage.dataset.intake.headings import is_blank, part_of
from rundfrage.dataset.intake.layout import Heading, Layout
from rundfrage.dataset.intake.sheet import Sheet
from rundfrage.dataset.intake.stems import kind_of
from rundfrage.locales import message

Words = Sequence[str]
_BETWEEN = " – "


def under_rows(sheet: Sheet, rows: int) -> Layout:
    """The sheet under so many rows of headings, its names among them."""
    body = sheet.below(rows - 1)
    evidence = message("The headings stand in {count} rows.", count=rows)
    return Layout(body, headings_of(heads_of(sheet, rows)), evidence, Certainty.LIKELY)


def heads_of(sheet: Sheet, rows: int) -> list[list[str]]:
    """So many rows of headings, in each of which a stem stands over all its columns."""
    if len(sheet.heads) >= rows:
        heads = [list(map(_worded, row)) for row in sheet.heads[:rows]]
        return [row + [""] * (len(sheet.columns) - len(row)) for row in heads]
    above = [sheet.names, *(sheet.row(place) for place in range(rows - 1))]
    return _continued([list(map(_worded, row)) for row in above], sheet.below(rows - 1))


def headings_of(heads: Sequence[Words]) -> list[Heading]:
    """What these rows say of each column."""
    named = _names(heads)
    rest = [row for row in heads if row is not named]
    found = []
    number, last = 0, ""
    for place in range(len(heads[0])):
        stems = [row[place] for row in rest if _spans(row, place)]
        own = [row[place] for row in rest if row[place] and not _spans(row, place)]
        name = named[place] if named is not None else ""
        stem, words = _joined(stems, ""), _joined(own, name)
        number = number + 1 if stem and stem == last else 1
        last = stem
        if stem:
            item = words or name or stem
            called = name or f"{stem}.{number}"
            found.append(Heading(called, stem, stem, str(number), item, part_of(item)))
        else:
            called = name or _joined(own[-1:], "") or ""
            found.append(Heading(called, words or name))
    return found


def _joined(words: Words, but: str) -> str:
    """The different words from above to below, without those of the name."""
    return _BETWEEN.join(word for word in dict.fromkeys(words) if word != but)


def _worded(cell: str) -> str:
    return "" if is_blank(cell) else clean(cell)


def _spans(row: Words, place: int) -> bool:
    """True if the word stands over a neighbour, too."""
    beside = (near for near in (place - 1, place + 1) if 0 <= near < len(row))
    return bool(row[place]) and any(row[near] == row[place] for near in beside)


def _names(heads: Sequence[Words]) -> Words | None:
    """The row with a word of its own for each column: the first, or one of codes."""
    full = [row for row in heads if all(row) and len(set(row)) == len(row)]
    codes = [row for row in full if not any(" " in word for word in row)]
    if heads[0] in full:
        return heads[0]
    return codes[0] if codes and len(heads) > 2 else None  # noqa: PLR2004  names, stems, items


def _continued(heads: Sequence[list[str]], body: Sheet) -> list[list[str]]:
    """The rows, in which words stand over the columns behind that have none, and answer alike."""
    kinds = [kind_of(cells) for cells in body.columns]
    named = _names(heads)
    together = None
    for place in range(1, len(kinds)):
        together = kinds[place - 1] if together is None else together
        together = together.beside(kinds[place])
        for at, row in enumerate(heads[:-1]):
            stems = [one for one in heads[:at] if one is not named]
            above = all(one[place] == one[place - 1] for one in stems)
            lower = [any(one[near] for one in heads[at + 1 :]) for near in (place - 1, place)]
            if not row[place] and together is not None and above and all(lower):
                row[place] = row[place - 1]
    return list(heads)
