"""Headings that stand twice, and that a sheet or a library has numbered to tell them apart.

    Knowledge, Network, …, Knowledge3, Network4         spreadsheets count on
    Trust [police], …, Trust [police].1                  pandas, R
    Trust [police], …, Trust [police]_duplicated_0       polars

Only neighbours get their own headings back, for which the number says no more than that a question
was asked twice: their cells repeat the heading, it names an item in brackets, or all are wordings
of earlier neighbours and have the same answers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rundfrage.dataset.cells import Cells
from rundfrage.dataset.intake.headings import plain_headings
from rundfrage.dataset.intake.layout import Heading, Layout, Unnamed
from rundfrage.dataset.intake.scales import OTHERS, folded
from rundfrage.dataset.intake.sheet import Sheet
from rundfrage.dataset.intake.stems import Kind, kind_of
from rundfrage.locales import message
from rundfrage.patterns import pattern

_NUMBER = pattern(
    r"(?P<words>.*?\D)(?P<mark>\.|_|\.\.\.|_duplicated_|_dup| \(|)(?P<number>\d+)\)?", re.DOTALL
)
_PLACED = pattern(r"(?P<words>.+)\.\.\.\d+", re.DOTALL)
_FEWEST = 2
_FEWEST_ROWS = 3
_SHOWN = 3


@dataclass(frozen=True)
class _Again:
    """A heading that may be an earlier one with a number: where that stands, and the number."""

    place: int
    first: int
    mark: str
    number: int


def with_own_names(sheet: Sheet) -> Sheet:
    """The sheet whose columns have the headings again that they had before they were numbered."""
    names = _without_places(sheet)
    for run in _runs(names):
        if _is_repeated(run, sheet, names):
            for one in run:
                names[one.place] = names[one.first]
    for one in _candidates(names):
        if folded(names[one.first]) in OTHERS:
            names[one.place] = names[one.first]
    return sheet.named(names)


def _without_places(sheet: Sheet) -> list[str]:
    """The names without the places that R writes behind all that stand twice: "Trust [a]...3"."""
    cut = [_PLACED.fullmatch(name) for name in sheet.names]
    words = [match["words"] if match else "" for match in cut]
    often = Counter(words)
    return [
        word if word and often[word] > 1 and item else name
        for word, item, name in zip(words, _items(words), sheet.names, strict=True)
    ]


def with_repeated_rows(layout: Layout, sheet: Sheet) -> Layout:
    """The layout in which items of an earlier question that stand again are a grid of their own.

    Nothing names it; that is doubted. `sheet` is the one before its headings were their own.
    """
    headings, unnamed = list(layout.headings), list(layout.unnamed)
    for run in _runs(sheet.names):
        places = [one.place for one in run]
        if not _rows(run, sheet) or any(headings[place].group for place in places):
            continue
        items = [sheet.names[one.first].strip() for one in run]
        question = " / ".join(items[:_SHOWN]) + (" / …" if len(items) > _SHOWN else "")
        for place, item in zip(places, items, strict=True):
            headings[place] = Heading(headings[place].name, question, question, item, item)
        found = message(
            "The columns “{first}” to “{last}” were taken for the rows of one question, whose "
            "wording the file doesn't hold.",
            first=sheet.names[places[0]],
            last=sheet.names[places[-1]],
        )
        unnamed.append(Unnamed(found, tuple(places)))
    return replace(layout, headings=headings, unnamed=tuple(unnamed))


def _candidates(names: Sequence[str]) -> list[_Again]:
    places: dict[str, int] = {}
    found = []
    for place, name in enumerate(map(str.strip, names)):
        match = _NUMBER.fullmatch(name)
        if match and (first := places.get(match["words"])) is not None:
            found.append(_Again(place, first, match["mark"], int(match["number"])))
        places.setdefault(name, place)
    return found


def _runs(names: Sequence[str]) -> Iterator[list[_Again]]:
    """Neighbours whose headings, but for a number, stood before beside each other, each once."""
    run: list[_Again] = []
    firsts: set[int] = set()
    for one in _candidates(names):
        if folded(names[one.first]) in OTHERS:
            continue
        # None of them stands in the run itself, or twice in it.
        before = one.first < run[0].place if run else True
        if run and not (_continues(run[-1], one) and before and one.first not in firsts):
            yield run
            run, firsts = [], set()
        run.append(one)
        firsts.add(one.first)
    if run:
        yield run


def _continues(last: _Again, one: _Again) -> bool:
    counted = one.number == last.number if one.mark else one.number == last.number + 1
    return one.place == last.place + 1 and one.mark == last.mark and counted


def _items(names: Sequence[str]) -> list[bool]:
    """Which are questions with an item, in words: no codes that may be numbered on purpose."""
    return [" " in one.group and bool(one.item) for one in plain_headings(names)]


def _is_repeated(run: Sequence[_Again], sheet: Sheet, names: Sequence[str]) -> bool:
    """True if the number says nothing of these columns but that they are named as others."""
    if len(run) < _FEWEST:
        return False
    named = [names[one.first] for one in run]
    if all(_items(named)):
        return True
    said = [_words(sheet.columns[one.place]) for one in run]
    repeats = [words == {folded(name)} for words, name in zip(said, named, strict=True) if words]
    return (len(repeats) >= _FEWEST and all(repeats)) or _rows(run, sheet)


def _rows(run: Sequence[_Again], sheet: Sheet) -> bool:
    """True if the columns are wordings of earlier neighbours, and have the same answers."""
    named = [sheet.names[one.first] for one in run]
    firsts = [one.first for one in run]
    if len(run) < _FEWEST_ROWS or max(firsts) - min(firsts) > 2 * len(run):
        return False
    if sum(" " in name for name in named) * 2 < len(named):
        return False
    together = Kind("")
    for one in run:
        joined = together.beside(kind_of(sheet.columns[one.place]))
        if joined is None or joined.name not in {"words", "points", ""}:
            return False
        together = joined
    return together.name in {"words", "points"}


def _words(cells: Cells) -> set[str]:
    return {folded(word) for word in cells.answers}
