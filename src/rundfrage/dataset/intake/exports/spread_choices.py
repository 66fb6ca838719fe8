"""Questions with one answer, whose steps SurveyMonkey puts into a column each.

    How sure are you?          How often do you use
    Sure   Neutral   Unsure    Mail - Often   Mail - Never   Chat - Often   Chat - Never
    Sure                       Often                                        Never

Nobody has a cell in two columns of one row. The steps of a scale exclude each other, and so do
those whose cells say less than the headings, as "Often" below "Mail - Often": such columns are one,
and the first holds the answer. Options without an order stay a multiple choice, and so do those of
a question whose wording says that several may be chosen, or that few people answered.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from rundfrage.codebook import Use
from rundfrage.dataset.cells import Cells, clean
from rundfrage.dataset.intake.edits import Edit, Kind
from rundfrage.dataset.intake.layout import Heading, Layout, Part, Spread
from rundfrage.dataset.intake.places import asks_several
from rundfrage.dataset.intake.scales import folded, scale_of
from rundfrage.locales import message

_FEWEST = 2
_FEWEST_PEOPLE = 20
"""Of fewer it tells too little that nobody chose two."""
_MOSTLY = 0.8
_BEFORE = " - "
MAYBE_SEVERAL = (
    message(
        "Its answers stand in a column each, and nobody chose two: they were read as one choice."
    ),
    message('If several were possible, write type = "multiple choice" in its codebook.'),
)
"""The doubt of a question whose columns were put together, and how it is settled."""


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
    spread = []
    for group, places in groups.items():
        rows = _rows(places, headings, columns)
        ticks = {
            step.place: _tick(headings[step.place], row, number, step.step)
            for row, steps in rows.items()
            for number, step in enumerate(steps, 1)
        }
        if asks_several(headings[places[0]].label) or not _once(rows, columns):
            # Beside "Breakfast - Tea" and "Lunch - Tea" each row is a question of its own.
            for place in ticks if len(rows) > 1 else ():
                headings[place] = ticks[place]
            continue
        for row, steps in rows.items():
            first = steps[0].place
            columns[first] = _together(steps, columns)
            one = headings[first]
            headings[first] = (
                replace(one, item_label=row) if len(rows) > 1 else Heading(group, one.label)
            )
            why = (
                message("What it says stands in the first column of its row.")
                if len(rows) > 1
                else message("What it says stands in the first column of the question.")
            )
            beside = group if len(rows) > 1 else ""
            for step in steps[1:]:
                aside = headings[step.place]
                headings[step.place] = replace(aside, group=beside, use=Use.ASIDE, why=why)
        at = tuple(tuple(step.place for step in steps) for steps in rows.values())
        said = {step.place: step.step for steps in rows.values() for step in steps}
        spread.append(Spread(at, ticks, said))
    sheet = replace(layout.sheet, columns=tuple(columns))
    return replace(layout, headings=headings, sheet=sheet, spread=tuple(spread))


def with_choices_apart(layout: Layout, edits: Sequence[Edit]) -> Layout:
    """The layout in which the questions stay apart that were said to be multiple choices.

    `edits` are what was said of each column.
    """
    told = [
        one
        for one in layout.spread
        if any(edits[place].type is Kind.SEVERAL for place in one.steps)
    ]
    if not told:
        return layout
    headings, columns = list(layout.headings), list(layout.sheet.columns)
    for one in told:
        for place, heading in one.headings.items():
            headings[place] = heading
        for first, *_ in one.rows:
            cells, step = columns[first], one.steps[first]
            columns[first] = Cells(cells.name, ("", step), cells.holds(step).astype(np.int32))
    return replace(
        layout,
        headings=headings,
        sheet=replace(layout.sheet, columns=tuple(columns)),
        spread=tuple(one for one in layout.spread if one not in told),
    )


def _tick(heading: Heading, row: str, number: int, step: str) -> Heading:
    """The heading of a step as an option of its row, of which several may be chosen."""
    if not row:
        return replace(heading, item_label=step)
    return replace(
        heading,
        label=f"{heading.label} [{row}]",
        group=f"{heading.group} [{row}]",
        item=str(number),
        item_label=step,
    )


def _rows(
    places: Sequence[int], headings: Sequence[Heading], columns: Sequence[Cells]
) -> dict[str, list[_Step]]:
    """The steps of each row of a question, of several columns a row; nothing if it is none."""
    if len(places) < _FEWEST or any(headings[place].part is not Part.ANSWER for place in places):
        return {}
    said = {place: list(columns[place].answers) for place in places}
    if any(len(words) > 1 for words in said.values()) or sum(map(bool, said.values())) < _FEWEST:
        return {}
    steps = _under_rows(said, headings) or _as_headed(said, headings)
    rows: dict[str, list[_Step]] = {}
    for one in steps:
        rows.setdefault(one.row, []).append(one)
    return rows if all(len(some) >= _FEWEST for some in rows.values()) else {}


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
    rows = {one.row for one in told}
    for place, words in said.items():
        if not words and (step := _under_one(place, headings[place], rows)):
            found[place] = step
    return [found[place] for place in said] if len(found) == len(said) else []


def _under_one(place: int, heading: Heading, rows: Collection[str]) -> _Step | None:
    """The step that nobody chose, under the longest of the rows that its heading begins with."""
    item = clean(heading.item_label)
    at = item.rfind(_BEFORE)
    while at > 0:
        if item[:at] in rows:
            return _Step(place, item[:at], item[at + len(_BEFORE) :])
        at = item.rfind(_BEFORE, 0, at + len(_BEFORE) - 1)
    return _Step(place, "", item.removeprefix("- ")) if "" in rows and _dashed(heading) else None


def _dashed(heading: Heading) -> bool:
    return clean(heading.item_label).startswith("- ")


def _as_headed(said: dict[int, list[str]], headings: Sequence[Heading]) -> list[_Step]:
    """The steps by headings that the cells repeat, if they are those of a scale."""
    labels = {place: clean(headings[place].item_label) for place in said}
    again = all(folded(words[0]) == folded(labels[place]) for place, words in said.items() if words)
    if not again or scale_of(list(labels.values())) is None:
        return []
    return [_Step(place, "", label) for place, label in labels.items()]


def _once(rows: Mapping[str, Sequence[_Step]], columns: Sequence[Cells]) -> bool:
    """True if enough people have a cell, and nobody in two of the columns of a row."""
    given = [
        np.sum([_filled(columns[one.place]) for one in some], axis=0) for some in rows.values()
    ]
    people = np.sum(np.any(given, axis=0))
    return bool(given and np.max(given) == 1 and people >= _FEWEST_PEOPLE)


def _filled(column: Cells) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    words = np.array([word in column.answers for word in column.words] or [False])
    return words[column.index]


def _together(steps: Sequence[_Step], columns: Sequence[Cells]) -> Cells:
    """The first column with the step that each person chose; steps that nobody chose stay known."""
    index = np.zeros(len(columns[steps[0].place].index), np.int32)
    for number, one in enumerate(steps, 1):
        index[_filled(columns[one.place])] = number
    return Cells(columns[steps[0].place].name, ("", *(one.step for one in steps)), index)
