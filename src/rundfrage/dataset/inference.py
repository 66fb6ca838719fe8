"""The codebook of a text file that brings none, inferred from its columns.

Columns of a group (see headings.py) are one multiple variable (yes or no each), a grid (answers
from one list) or a ranking (the item on each rank); any other column stands for itself.
docs/reference/files.md has the rules in words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import (
    Battery,
    Category,
    Codebook,
    Missing,
    Study,
    Variable,
    VariableType,
)
from rundfrage.codebook.shapes import RANKS, RATINGS
from rundfrage.dataset.cells import Cells, parsed_number
from rundfrage.dataset.column_types import (
    POINTS,
    by_frequency,
    counted,
    few,
    lookup,
    ordinal,
    single,
    slug,
)
from rundfrage.dataset.columns import ANSWERED, Column, Values
from rundfrage.dataset.dataset import Dataset
from rundfrage.dataset.decoding import read_marks
from rundfrage.dataset.flat import joined_marks
from rundfrage.dataset.headings import Heading
from rundfrage.dataset.scales import Scale, role_of, scale_of, yes_or_no
from rundfrage.text import EMPTY, Text

_RANK = re.compile(
    r"(rank|rang|platz|ranking|priority|priorität|position)?\s*[#.]?\s*(\d+)\.?", re.IGNORECASE
)


@dataclass
class _Found:
    """What has been inferred so far, in the order of the columns."""

    variables: list[Variable] = field(default_factory=list)
    columns: dict[str, Column] = field(default_factory=dict)
    batteries: list[Battery] = field(default_factory=list)

    def add(self, variable: Variable, column: Column) -> None:
        taken = {known.casefold() for known in self.columns}
        name, number = variable.name, 1
        while name.casefold() in taken:
            number += 1
            name = f"{variable.name}_{number}"
        self.variables.append(replace(variable, name=name))
        self.columns[name] = column


def infer(
    headings: Sequence[Heading], columns: Sequence[Cells], study: Study, file: str, *, comma: bool
) -> Dataset:
    """The dataset that the columns hold; `comma` reads 1,5 as a number."""
    found = _Found()
    pairs = list(zip(headings, columns, strict=True))
    for group, members in groupby(pairs, key=lambda pair: pair[0].group):
        belonging = list(members)
        if group and len(belonging) > 1:
            _group(found, belonging, file, comma=comma)
        else:
            for heading, cells in belonging:
                found.add(*single(heading, cells, comma=comma))
    n = len(columns[0].index) if columns else 0
    codebook = Codebook(study, tuple(found.variables), tuple(found.batteries))
    return Dataset(codebook, found.columns, n, file)


def _group(
    found: _Found, members: Sequence[tuple[Heading, Cells]], file: str, *, comma: bool
) -> None:
    counts = [counted(cells) for _, cells in members]
    total: dict[str, int] = {}
    for one in counts:
        for answer, count in one.items():
            total[answer] = total.get(answer, 0) + count
    answers = list(total)
    if _ticks(answers):
        _multiple(found, members, file)
    elif _is_ranking(members, total):
        _ranking(found, members, by_frequency(total))
    elif scale := scale_of(answers):
        _grid(found, members, VariableType.ORDINAL, scale)
    elif points := _points(answers):
        _grid(found, members, VariableType.ORDINAL, points)
    elif answers and len(answers) <= POINTS and _shared(counts) and few(total):
        ordered = tuple(yes_or_no(answers) or by_frequency(total))
        scale = Scale(ordered, tuple(range(1, len(ordered) + 1)))
        _grid(found, members, VariableType.CATEGORICAL, scale)
    else:
        for heading, cells in members:
            words = f"{heading.label} [{heading.item_label}]" if heading.label else ""
            found.add(*single(replace(heading, label=words), cells, comma=comma))


def _ticks(answers: Sequence[str]) -> bool:
    words = [answer.removesuffix(".0") for answer in answers]
    return bool(words) and (set(words) <= {"0", "1"} or yes_or_no(words) is not None)


def _multiple(found: _Found, members: Sequence[tuple[Heading, Cells]], file: str) -> None:
    first = members[0][0]
    names: list[str] = []
    categories = []
    for number, (heading, _) in enumerate(members, 1):
        name = heading.item if heading.item not in names else slug(heading.item, names)
        names.append(name)
        words = heading.item_label or heading.item
        categories.append(Category(name, Text.of(words), number, role_of(words)))
    marks = joined_marks([read_marks(cells, heading.name, file) for heading, cells in members])
    label = Text.of(first.label or first.group)
    found.add(Variable(first.group, VariableType.MULTIPLE, label, tuple(categories)), marks)


def _points(answers: Sequence[str]) -> Scale | None:
    """A scale of bare whole numbers, 0 to 10 at most, in numeric order."""
    numbers = [parsed_number(answer, comma=False) for answer in answers]
    whole = {int(number) for number in numbers if number is not None and number == int(number)}
    if None in numbers or len(whole) < max(len(numbers), 2) or not whole <= set(range(POINTS)):
        return None
    keyed = sorted(zip(_whole_numbers(numbers), answers, strict=True))
    return Scale(tuple(answer for _, answer in keyed), tuple(number for number, _ in keyed))


def _whole_numbers(numbers: Sequence[float | None]) -> list[int]:
    """The numbers as whole ones; None becomes 0."""
    return [int(number or 0) for number in numbers]


def _shared(counts: Sequence[dict[str, int]]) -> bool:
    """True if the columns draw from one list: each but the emptiest has an answer of another."""
    filled = [set(one) for one in counts if one]
    return len(filled) > 1 and all(
        any(one & other for other in filled if other is not one) for one in filled
    )


def _grid(
    found: _Found, members: Sequence[tuple[Heading, Cells]], kind: VariableType, scale: Scale
) -> None:
    group = members[0][0].group
    label = Text.of(members[0][0].label)
    names = []
    for heading, cells in members:
        item = Text.of(heading.item_label or heading.item)
        variable = Variable(heading.name, kind, label or item, battery=group, item=item)
        found.add(*ordinal(variable, scale, cells))
        names.append(found.variables[-1].name)
    found.batteries.append(Battery(group, label or Text.of(group), RATINGS, tuple(names)))


def _is_ranking(members: Sequence[tuple[Heading, Cells]], total: dict[str, int]) -> bool:
    """True if the columns are ranks 1, 2, … and nobody puts an item on two of them."""
    ranks = [_rank(heading) for heading, _ in members]
    if ranks != list(range(1, len(members) + 1)) or len(total) < len(members):
        return False
    if not few(total) or all(parsed_number(answer) is not None for answer in total):
        return False
    codes = _rank_codes(members, list(total))
    ordered = np.sort(codes, axis=0)
    return not bool(((ordered[1:] == ordered[:-1]) & (ordered[1:] >= 0)).any())


def _rank(heading: Heading) -> int | None:
    match = _RANK.fullmatch(heading.item_label.strip()) or _RANK.fullmatch(heading.item)
    return int(match[2]) if match else None


def _rank_codes(
    members: Sequence[tuple[Heading, Cells]], items: Sequence[str]
) -> npt.NDArray[np.int16]:
    codes = {item: place for place, item in enumerate(items)}
    return np.stack([lookup(cells, codes) for _, cells in members])


def _ranking(found: _Found, members: Sequence[tuple[Heading, Cells]], items: Sequence[str]) -> None:
    """Ranks holding items become items holding ranks."""
    first = members[0][0]
    codes = _rank_codes(members, items)
    ranked_any = (codes >= 0).any(axis=0)
    reasons = np.where(ranked_any, np.int16(Missing.LEFT_BLANK), codes.max(axis=0))
    label = Text.of(first.label or first.group)
    names: list[str] = []
    slugs: list[str] = []
    for place, item in enumerate(items):
        here = codes == place
        has = here.any(axis=0)
        slugs.append(slug(item, slugs))
        variable = Variable(
            f"{first.group}.{slugs[-1]}", VariableType.NUMERIC, label,
            battery=first.group, item=Text.of(item), low=1.0, high=float(len(members)),
        )  # fmt: skip
        ranks = (here.argmax(axis=0) + 1).astype(np.float64)
        found.add(variable, Values(ranks, np.where(has, ANSWERED, reasons).astype(np.int8)))
        names.append(found.variables[-1].name)
    found.batteries.append(Battery(first.group, label, RANKS, tuple(names), EMPTY))
