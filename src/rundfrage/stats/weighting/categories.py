"""Categories as a file of targets writes them: names, codes, labels, joined ones, classes."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rundfrage.codebook import Category, Variable
from rundfrage.errors import Problem, Where, did_you_mean
from rundfrage.locales import message
from rundfrage.stats.weighting.targets import Axis, Class, Target, joined
from rundfrage.text import Text

_RANGE = re.compile(r"(-?[\d.]+)?\s*\.\.\s*(-?[\d.]+)?")


@dataclass(frozen=True)
class Row:
    """One row of the file, its figure still as written."""

    line: int
    variable: str
    category: str
    figure: str


def target_of(
    row: Row, parts: Sequence[str], variables: Sequence[Variable], axes: Sequence[Axis], file: str
) -> Target:
    """The target of a row without its share; `parts` are its categories, one a variable."""
    codes: list[tuple[int, ...]] = []
    labels: list[Text] = []
    for words, variable, axis in zip(parts, variables, axes, strict=True):
        if axis.classes:
            found = _range(words)
            codes.append((axis.classes.index(found),) if found else ())
            labels.append(Text.of(words))
            continue
        whole = _position(words, variable)
        places = (
            (whole,)
            if whole is not None
            else tuple(_require(one.strip(), variable, row, file) for one in words.split("|"))
        )
        codes.append(places)
        labels.append(
            joined(
                [
                    variable.categories[one].label or Text.of(variable.categories[one].name)
                    for one in places
                ],
                " / ",
            )
        )
    return Target(tuple(codes), 0.0, joined(labels, " × "), line=row.line)


def _require(words: str, variable: Variable, row: Row, file: str) -> int:
    found = _position(words, variable)
    if found is None:
        names = [one.name for one in variable.categories]
        raise Problem(
            "margin-category-unknown",
            where=Where(file, row.line, variable.name),
            found=message("There is no category {words}.", words=repr(words)),
            expected=message("one of {names} (names, codes or labels).", names=", ".join(names)),
            mend=did_you_mean(words, names) or message("Correct the category."),
        )
    return found


def _position(words: str, variable: Variable) -> int | None:
    """The place of the category with that name, else that code, else that label."""
    keys: tuple[Callable[[Category], set[str]], ...] = (
        lambda one: {one.name},
        lambda one: {one.written},
        lambda one: {label for _, label in one.label.versions},
    )
    for key in keys:
        found = [place for place, one in enumerate(variable.categories) if words in key(one)]
        if len(found) == 1:
            return found[0]
    return None


def classes_of(
    variable: Variable, words: Sequence[str], rows: Sequence[Row], file: str
) -> tuple[Class, ...]:
    """The classes of a numeric variable, ascending; none for a coded one.

    `words` are the categories of the rows. Raises a Problem for classes that overlap or are none.
    """
    if variable.coded:
        return ()
    found = set()
    for one, row in zip(words, rows, strict=True):
        bounds = _range(one)
        if bounds is None or bounds[0] > bounds[1]:
            raise Problem(
                "margin-category-unknown",
                where=Where(file, row.line, variable.name),
                found=message("{one} is no class of numbers.", one=repr(one)),
                expected=message("16..29, ..15 or 60.., both ends included."),
                mend=message("Write the class with two dots."),
            )
        found.add(bounds)
    ordered = sorted(found)
    for (_, high), (low, _) in pairwise(ordered):
        if low <= high:
            raise Problem(
                "margin-category-twice",
                where=Where(file, rows[0].line, variable.name),
                found=message("Two classes hold {low}.", low=low),
                expected=message("classes that do not overlap; both ends belong to a class."),
                mend=message("End one class before the next begins, such as ..29 and 30.."),
            )
    return tuple(ordered)


def _range(words: str) -> Class | None:
    match = _RANGE.fullmatch(words.strip())
    if not match or not any(match.groups()):
        return None
    try:
        low = float(match[1]) if match[1] else -math.inf
        return low, float(match[2]) if match[2] else math.inf
    except ValueError:
        return None
