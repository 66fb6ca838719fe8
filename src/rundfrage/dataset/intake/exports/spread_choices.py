"""Questions with one answer, whose steps SurveyMonkey puts into a column each.

    How sure are you?          How often do you use
    Sure   Neutral   Unsure    Mail - Often   Mail - Never   Chat - Often   Chat - Never
    Sure                       Often                                        Never

Nobody has a cell in two columns of one row. The steps of a scale exclude each other, and so do
those whose cells say less than the headings, as "Often" below "Mail - Often": such columns are one,
and the first holds the answer. Options without an order stay a multiple choice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from rundfrage.codebook import Use
from rundfrage.dataset.cells import Cells, clean
from rundfrage.dataset.intake.layout import Heading, Layout, Part
from rundfrage.dataset.intake.scales import folded, scale_of
from rundfrage.locales import message

_FEWEST = 2
_FEWEST_PEOPLE = 5
_MOSTLY = 0.8
_BEFORE = " - "


@dataclass(frozen=True)
class _Step:
    """A column of a question: the row that its heading names, if any, and the step."""

    place: int
    row: str
    step: str


def with_choices_together(layout: Layout) -> Layout:
    """The layout in which such columns are one, the others set aside."""
    headings, columns = list(layout.headings), list(layout.sheet.columns)
    groups: dict[str, list[int]] = {}
    for place, one in enumerate(headings):
        if one.group:
            groups.setdefault(one.group, []).append(place)
    for group, places in groups.items():
        rows = _rows(places, headings, columns)
        if not rows:
            continue
        for row, steps in rows.items():
            first = steps[0].place
            columns[first] = _together(steps, columns)
            one = headings[first]
            headings[first] = (
                replace(one, item_label=row) if len(rows) > 1 else Heading(group, one.label)
            )
            why = message("What it says stands in the first column of the question.")
            beside = group if len(rows) > 1 else ""
            for step in steps[1:]:
                aside = headings[step.place]
                headings[step.place] = replace(aside, group=beside, use=Use.ASIDE, why=why)
    return replace(layout, headings=headings, sheet=replace(layout.sheet, columns=tuple(columns)))


def _rows(
    places: Sequence[int], headings: Sequence[Heading], columns: Sequence[Cells]
) -> dict[str, list[_Step]]:
    """The steps of each row of a question with one answer a row; nothing if it is none."""
    if len(places) < _FEWEST or any(headings[place].part is not Part.ANSWER for place in places):
        return {}
    said = {place: list(columns[place].answers) for place in places}
    if any(len(words) > 1 for words in said.values()) or sum(map(bool, said.values())) < _FEWEST:
        return {}
    steps = _under_rows(said, headings) or _as_headed(said, headings)
    rows: dict[str, list[_Step]] = {}
    for one in steps:
        rows.setdefault(one.row, []).append(one)
    once = all(len(some) >= _FEWEST and _once(some, columns) for some in rows.values())
    return rows if once else {}


def _under_rows(said: dict[int, list[str]], headings: Sequence[Heading]) -> list[_Step]:
    """The steps by headings such as "Mail - Often", above nothing but "Often"."""
    found: dict[int, _Step] = {}
    for place, words in said.items():
        item = f"{_BEFORE}{clean(headings[place].item_label).removeprefix('- ')}"
        for word in words:
            if folded(item).endswith(folded(f"{_BEFORE}{word}")):
                row = item.removesuffix(item[-len(word) - len(_BEFORE) :]).removeprefix(_BEFORE)
                found[place] = _Step(place, row, word)
    filled = sum(map(bool, said.values()))
    told = [one for one in found.values() if one.row or _dashed(headings[one.place])]
    if len(told) < _MOSTLY * filled:
        return []
    rows = sorted({one.row for one in told}, key=len, reverse=True)
    for place, words in said.items():
        item = clean(headings[place].item_label)
        named = [row for row in rows if item.startswith(f"{row}{_BEFORE}".lstrip())]
        if not words and named:
            begin = f"{named[0]}{_BEFORE}".lstrip()
            found[place] = _Step(place, named[0], item.removeprefix(begin))
    return [found[place] for place in said] if len(found) == len(said) else []


def _dashed(heading: Heading) -> bool:
    return clean(heading.item_label).startswith("- ")


def _as_headed(said: dict[int, list[str]], headings: Sequence[Heading]) -> list[_Step]:
    """The steps by headings that the cells repeat, if they are those of a scale."""
    labels = {place: clean(headings[place].item_label) for place in said}
    again = all(folded(words[0]) == folded(labels[place]) for place, words in said.items() if words)
    if not again or scale_of(list(labels.values())) is None:
        return []
    return [_Step(place, "", label) for place, label in labels.items()]


def _once(steps: Sequence[_Step], columns: Sequence[Cells]) -> bool:
    """True if enough people have a cell, and nobody in two of the columns."""
    given = sum(_filled(columns[one.place]).astype(np.int32) for one in steps)
    return bool(np.max(given) == 1 and np.sum(given) >= _FEWEST_PEOPLE)


def _filled(column: Cells) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    words = np.array([word in column.answers for word in column.words] or [False])
    return words[column.index]


def _together(steps: Sequence[_Step], columns: Sequence[Cells]) -> Cells:
    """The first column with the step that each person chose; steps that nobody chose stay known."""
    index = np.zeros(len(columns[steps[0].place].index), np.int32)
    for number, one in enumerate(steps, 1):
        index[_filled(columns[one.place])] = number
    return Cells(columns[steps[0].place].name, ("", *(one.step for one in steps)), index)
