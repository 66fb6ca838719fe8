"""From pieces of text with their places on a page to passages, as an eye would join them.

A *piece* is a run of text on one line. Lines that stand under each other in one column are joined
to a paragraph. A piece that is nothing but a number is a *value*: the label of its row is the
paragraph left of it on its height, the heading of its column the label above it. So the bars of a
drawn chart and the cells of a drawn table get their labels, though the file only knows letters and
places. Values without labels may be the segments of one bar whose ends are named (strips.py), or
figures in large letters (large.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rundfrage.audit.document import Passage, Role
from rundfrage.audit.reading.large import texts_beside
from rundfrage.audit.reading.piece import DIRECTIONS, Piece, lines
from rundfrage.audit.reading.strips import strips
from rundfrage.audit.reading.upright import named

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "iw", "ps", "ur", "yi"})
_PITCH = 1.62
"""Lines of a paragraph are at most so many letter heights apart."""
_SLACK = 4.0
_SAME_SIZE = 0.12
_EDGE = 1.5
_MOST_ROWS = 0.6
_FAR = 8
"""A heading stands at most so many letter heights above the first value of its column."""
_OPEN = ("–", "-", "−", "—", "<", ">", "≤", "≥")
"""A line that ends so goes on with a number: 0 – < / 1.000."""
_CODE = re.compile(r"(\d{1,2})(?![\d.,]|\s?%)")
_SCALE, _WHOLE_SCALE = 3, 5
"""How many numbers that follow each other are a scale, with an end that is named and without."""
_STRIPS = 1000
"""A page has at most so many strips."""
_NEAR = 1.4
"""A value belongs to a line if it stands at most so many letter heights above or below it."""


def laid_out(
    pieces: Sequence[Piece], page: int, group: int, language: str = ""
) -> Iterator[Passage]:
    """The passages of one page or drawing, in the order of the pieces.

    Where the language is written from right to left, labels stand at the right of their values.
    """
    pieces = [replace(one, text=one.text.translate(DIRECTIONS)) for one in pieces]
    if language in RIGHT_TO_LEFT:
        pieces = [replace(one, left=-one.right, right=-one.left) for one in pieces]
    paragraphs = _paragraphs([one for one in pieces if one.text.strip()])
    steps_of_scales = _scale_steps(paragraphs)
    values = [one for one in paragraphs if one.is_value and id(one) not in steps_of_scales]
    labels = [one for one in paragraphs if not one.is_value]
    rows = {id(value): _row_label(value, labels) for value in values}
    beside: dict[tuple[str, int], list[Piece]] = {}
    for value in values:
        label = rows[id(value)]
        if label is not None:
            beside.setdefault((label.text, round(label.top)), []).append(value)
    steps = {
        id(value): place
        for line in beside.values()
        for place, value in enumerate(sorted(line, key=lambda one: one.left))
    }
    counts = {id(value): len(line) for line in beside.values() for value in line}
    drawn = _drawn(values, rows)
    heads = _column_labels(values, labels, rows)
    bare = [value for value in values if rows[id(value)] is None]
    strips_ = tuple(strips(bare, labels))
    ends = {id(one) for strip in strips_ for one in strip.ends}
    stripped = {
        id(value): Passage(
            value.text, page, None, Role.CELL, step=place, steps=len(strip.values),
            group=_STRIPS * group + number, chart=True,
            ends=(strip.ends[0].text, strip.ends[1].text),
        )
        for number, strip in enumerate(strips_)
        for place, value in enumerate(strip.values)
    }  # fmt: skip
    heading = {id(one): text for one in paragraphs if (text := texts_beside(one, labels))}
    free = [one for one in bare if id(one) not in stripped and id(one) not in heading]
    columns = named(free, [one for one in paragraphs if one not in values])
    signs = steps_of_scales | {id(one) for one in columns.values()} | ends
    for one in paragraphs:
        if id(one) in stripped:
            yield stripped[id(one)]
            continue
        if id(one) in signs:
            yield Passage(one.text, page, role=Role.LABEL)
            continue
        if id(one) in columns:
            row = columns[id(one)].text
            yield Passage(one.text, page, None, Role.CELL, row=row, group=group, chart=True)
            continue
        label = rows.get(id(one)) if drawn else None
        if label is None:
            headed = heading.get(id(one))
            yield Passage(one.text, page, beside=() if headed is None else (headed.text,))
            continue
        yield Passage(
            text=one.text,
            page=page,
            role=Role.CELL,
            row=label.text,
            column=heads.get(id(one), ""),
            step=steps[id(one)],
            steps=counts[id(one)],
            group=group,
            chart=True,
        )


def _scale_steps(pieces: Sequence[Piece]) -> frozenset[int]:
    """The bare numbers of a scale: 1 (bad), 2, 3, 4, 5, or 0 to 10 below upright bars."""
    found: set[int] = set()
    for line in lines(pieces, lambda one: one.middle):
        runs: list[list[Piece]] = [[]]
        for one in line:
            number = _CODE.match(one.text)
            last = _CODE.match(runs[-1][-1].text) if runs[-1] else None
            if not (number and last and int(number[1]) == int(last[1]) + 1):
                runs.append([])
            if number:
                runs[-1].append(one)
        for run in runs:
            bare = {id(one) for one in run if one.is_value}
            if len(run) >= (_SCALE if len(bare) < len(run) else _WHOLE_SCALE):
                found |= bare
    return frozenset(found)


def _drawn(values: Sequence[Piece], rows: dict[int, Piece | None]) -> bool:
    """True if the values stand in rows of their own: at least two, with different labels."""
    return len({label.text for value in values if (label := rows[id(value)])}) > 1


def _paragraphs(pieces: Sequence[Piece]) -> list[Piece]:
    """Lines joined where one stands under the other in the same column and letter size."""
    done: list[Piece] = []
    last: Piece | None = None
    for one in pieces:
        joins = (
            last is not None
            and (not one.is_value or last.text.endswith(_OPEN))
            and not last.is_value
            and _follows(done[-1], last, one)
            and _same_row(last, one, pieces)
        )
        if joins:
            above = done[-1]
            hyphen = above.text.endswith("-") and one.text[:1].islower()
            text = above.text[:-1] + one.text if hyphen else f"{above.text}\n{one.text}"
            done[-1] = replace(
                above,
                text=text,
                left=min(above.left, one.left),
                right=max(above.right, one.right),
                bottom=max(above.bottom, one.bottom),
            )
        else:
            done.append(one)
        last = one
    return done


def _follows(paragraph: Piece, above: Piece, below: Piece) -> bool:
    size = max(above.size, below.size)
    pitch = below.bottom - above.bottom
    aligned = (
        abs(paragraph.left - below.left) < _SLACK
        or abs(paragraph.right - below.right) < _SLACK
        or abs((paragraph.left + paragraph.right) - (below.left + below.right)) < 2 * _SLACK
    )
    same = abs(above.size - below.size) <= _SAME_SIZE * size
    return aligned and same and 0 < pitch <= _PITCH * size


def _same_row(above: Piece, below: Piece, pieces: Sequence[Piece]) -> bool:
    """False if the two lines belong to values of different rows at their right."""
    one, other = _nearest(above, pieces), _nearest(below, pieces)
    if one is None or other is None:
        return True
    return abs(one.middle - other.middle) < one.size / 2


def _nearest(line: Piece, pieces: Sequence[Piece]) -> Piece | None:
    """The value at the right of a line that no other text stands before."""
    near = [
        one
        for one in pieces
        if one.is_value
        and one.left >= line.right - _SLACK
        and abs(one.middle - line.middle) < _NEAR * line.size
    ]
    value = min(near, key=lambda one: abs(one.middle - line.middle), default=None)
    if value is None or any(_parts(one, line, value) for one in pieces):
        return None
    return value


def _parts(one: Piece, line: Piece, value: Piece) -> bool:
    """True if a text stands between a line and a value, on the value's height."""
    return (
        not one.is_value
        and one.left >= line.right - _SLACK
        and one.right <= value.left + _SLACK
        and abs(one.middle - value.middle) < _NEAR * one.size
    )


def _row_label(value: Piece, labels: Sequence[Piece]) -> Piece | None:
    """The nearest label left of the value whose height covers the value's middle."""
    near = [
        one
        for one in labels
        if one.right <= value.left + _SLACK
        and one.top - one.size / 3 <= value.middle <= one.bottom + one.size / 3
    ]
    if not near:
        return None
    return min(near, key=lambda one: (value.left - one.right, abs(one.middle - value.middle)))


def _column_labels(
    values: Sequence[Piece], labels: Sequence[Piece], rows: dict[int, Piece | None]
) -> dict[int, str]:
    """The heading of each value that stands in a column with those of most other rows.

    Segments of a stacked bar stand in no column, so a legend above them is no heading.
    """
    every = {label.text for value in values if (label := rows[id(value)])}
    found: dict[int, str] = {}
    for value in values:
        column = [one for one in values if rows[id(one)] is not None and _aligned(one, value)]
        covered = {label.text for one in column if (label := rows[id(one)])}
        if len(covered) < max(2, _MOST_ROWS * len(every)):
            continue
        top = min(one.top for one in column)
        row = rows[id(value)]
        above = [
            one
            for one in labels
            if one.bottom <= top + _SLACK
            and top - one.bottom < _FAR * value.size
            and (row is None or one.right > row.right + _SLACK)
            and min(one.right, value.right) - max(one.left, value.left) > 0
        ]
        if above:
            nearest = max(above, key=lambda one: (round(one.bottom), -_apart(one, value)))
            found[id(value)] = nearest.text
    return found


def _apart(one: Piece, other: Piece) -> float:
    return abs((one.left + one.right) - (other.left + other.right))


def _aligned(one: Piece, other: Piece) -> bool:
    """True if the two stand under each other: flush left, flush right or centred."""
    return (
        abs(one.left - other.left) < _EDGE
        or abs(one.right - other.right) < _EDGE
        or _apart(one, other) < 2 * _EDGE
    )
