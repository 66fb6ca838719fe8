"""Columns of one name: batteries in a row, told apart, and options of one that stand scattered.

    Trust [police], Trust [court], Trust - police          needs/food, wants/food, needs/cash

A new one begins where an item comes again, where another mark cuts the items off, where a column
stands that holds all of the next at once, and where the answers are others from then on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from rundfrage.dataset.cells import REASONS, Cells, parsed_number
from rundfrage.dataset.intake.batteries import ticks
from rundfrage.dataset.intake.layout import Heading, Layout, Part
from rundfrage.dataset.intake.scales import beside_reason, folded, scale_of

_FEWEST = 2
_MOST_ANSWERS = 60
_NUMBERS = frozenset(["number", "another"])
"""What stands for all numbers where answers are compared."""


def with_own_groups(layout: Layout) -> Layout:
    """The layout in which each battery has a group of its own."""
    headings = list(layout.headings)
    names, columns = layout.sheet.names, layout.sheet.columns
    for group, some in groupby(range(len(headings)), key=lambda at: headings[at].group):
        places = list(some)
        if not group or len(places) < 2 * _FEWEST:
            continue
        parts = [
            part
            for block in _blocks(places, headings, names)
            for part in _families(block, headings, columns)
        ]
        for number, part in enumerate(parts[1:], 2):
            for place in part:
                headings[place] = replace(headings[place], group=f"{group} ({number})")
    return replace(layout, headings=headings)


def questions(headings: Sequence[Heading], columns: Sequence[Cells]) -> list[tuple[str, list[int]]]:
    """The places of the columns by their groups: neighbours, and ticks wherever they stand.

    Kobo writes the options of several questions by turns. Options of one question that stand apart
    are one only if none comes twice.
    """
    runs = [
        (group, list(places))
        for group, places in groupby(range(len(headings)), key=lambda at: headings[at].group)
    ]
    scattered: dict[str, list[int]] = {}
    for group, places in runs:
        scattered.setdefault(group, []).extend(places)
    ticked = {
        group
        for group, places in scattered.items()
        if group and _options_of_one(places, headings, columns)
    }
    found: list[tuple[str, list[int]]] = []
    for group, places in runs:
        if group not in ticked:
            found.append((group, places))
        elif places[0] == scattered[group][0]:
            found.append((group, scattered[group]))
    return found


def _options_of_one(
    places: Sequence[int], headings: Sequence[Heading], columns: Sequence[Cells]
) -> bool:
    options = [at for at in places if headings[at].part in {Part.ANSWER, Part.TICK}]
    items = {headings[at].item for at in options}
    numbered = any(
        columns[at].name.strip() == f"{headings[at].group}_{headings[at].item}" for at in options
    )
    filled = [words for at in options if (words := list(columns[at].answers))]
    return (
        len(items) == len(options) > 1
        and not numbered  # names such as has_1, that anything may stand between
        and places[-1] - places[0] >= len(places)
        and len(filled) > 1
        and all(map(ticks, filled))
        and ticks([word for words in filled for word in words])
    )


def _blocks(
    places: Sequence[int], headings: Sequence[Heading], names: Sequence[str]
) -> Iterator[list[int]]:
    """The places by where an item or a column of all items comes again, or another mark does."""
    block: list[int] = []
    items: set[str] = set()
    mark = ""
    for place in places:
        one = headings[place]
        own = _mark(one, names[place])
        answers = one.part in {Part.ANSWER, Part.TICK}
        again = answers and (one.item in items or (mark and own and mark != own))
        if items and (again or one.part is Part.TOGETHER):
            yield block
            block, items, mark = [], set(), ""
        block.append(place)
        if answers:
            items.add(one.item)
            mark = mark or own
    yield block


def _mark(heading: Heading, name: str) -> str:
    """What stands between the question and the item in the heading as it is in the file."""
    rest = name.strip().removeprefix(heading.group)
    first = rest.lstrip()[:1]
    return "" if rest == name.strip() or first.isalnum() else first


def _families(
    places: Sequence[int], headings: Sequence[Heading], columns: Sequence[Cells]
) -> list[list[int]]:
    """The places by what the columns answer: neighbours that share no answer are strangers."""
    answers = {
        place: _answers(columns[place])
        for place in places
        if headings[place].part in {Part.ANSWER, Part.TICK}
    }
    filled = [place for place, words in answers.items() if words]
    families: list[tuple[set[str], list[int]]] = []
    for place in filled:
        words = set(answers[place])
        if families and (families[-1][0] & words):
            families[-1][0].update(words)
            families[-1][1].append(place)
        else:
            families.append((words, [place]))
    apart = all(
        not (one & other) for at, (one, _) in enumerate(families) for other, _ in families[:at]
    )
    small = any(len(some) < _FEWEST or len(words) < _FEWEST for words, some in families)
    if len(families) < 2 or small or not apart or scale_of(frozenset().union(*answers.values())):  # noqa: PLR2004
        return [list(places)]
    starts = [some[0] for _, some in families[1:]]
    ends = [*(places.index(start) for start in starts), len(places)]
    return [list(places[start:end]) for start, end in zip([0, *ends], ends, strict=False)]


def _answers(cells: Cells) -> frozenset[str]:
    """The answers of a column, folded, without those that stand beside any; all numbers are one."""
    if len(cells.words) > _MOST_ANSWERS:
        return frozenset()
    words = {folded(cell) for cell in cells.words if cell not in REASONS}
    said = {word for word in words if beside_reason(word) is None}
    numbers = {word for word in said if parsed_number(word) is not None}
    return frozenset(said - numbers | (_NUMBERS if numbers else frozenset()))
