"""The stub: which rows a variable's block has, and which answers each of them counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rundfrage.codebook import Category, Net, Role, Variable, VariableType
from rundfrage.codebook.bands import has_bands
from rundfrage.tables.rounding import Rounding
from rundfrage.tables.table import Row, RowRole
from rundfrage.text import Text

Array = npt.NDArray[Any]
_FEWEST_FOR_NETS = 4
_ROLES = {
    Role.SUBSTANTIVE: RowRole.CATEGORY,
    Role.OTHER: RowRole.OTHER,
    Role.NONE: RowRole.NONE,
}


@dataclass(frozen=True, eq=False)
class Stub:
    """Rows, and for each the answers it counts (positions of categories, or numbers)."""

    rows: tuple[Row, ...]
    answers: tuple[Array, ...]
    rounding: Rounding


def category_stub(variable: Variable) -> Stub:
    """Rows of a categorical, ordinal or multiple variable: categories, then nets.

    A scale of four or more gets the nets "top2" and "bottom2" unless its author declared nets of
    these names.
    """
    categories = variable.categories
    nets = (*scale_nets(variable), *variable.nets)
    rows = (
        *(Row(one.name, one.label, _ROLES[one.role]) for one in categories),
        *(Row(net.name, net.label, RowRole.NET, net.members) for net in nets),
    )
    answers = (
        *(np.array([place]) for place in range(len(categories))),
        *(np.array([variable.position(name) for name in net.members], int) for net in nets),
    )
    return Stub(rows, answers, _rounding(variable))


def _rounding(variable: Variable) -> Rounding:
    if variable.type is VariableType.MULTIPLE:
        return Rounding.EACH
    return Rounding.STACK if variable.type is VariableType.ORDINAL else Rounding.PARTS


def scale_nets(variable: Variable) -> tuple[Net, ...]:
    """The first two and the last two categories of a scale, named by the scale's own words."""
    if not on_scale(variable) or len(variable.categories) < _FEWEST_FOR_NETS:
        return ()
    taken = {one.name for one in variable.categories} | {net.name for net in variable.nets}
    ends = (("top2", variable.categories[:2]), ("bottom2", variable.categories[-2:]))
    return tuple(
        Net(name, joined_labels(members), tuple(one.name for one in members))
        for name, members in ends
        if name not in taken
    )


def on_scale(variable: Variable) -> bool:
    """True for an ordinal variable all of whose categories lie on the scale (no "other")."""
    return variable.type is VariableType.ORDINAL and all(
        one.role is Role.SUBSTANTIVE for one in variable.categories
    )


def scale_values(variable: Variable) -> Array | None:
    """The number of each category for means: its code; shape (categories,).

    None unless the codes count up in scale order or in reverse (1 to k, 0 to k), for only then are
    the steps of the scale equal and a mean can be read off it. Bands of numbers have none.
    """
    if not on_scale(variable) or not variable.categories or has_bands(variable):
        return None
    codes = np.array([one.code for one in variable.categories], float)
    steps = np.diff(codes)
    return codes if (steps == 1).all() or (steps == -1).all() else None


def joined_labels(categories: tuple[Category, ...]) -> Text:
    """The categories' labels with a slash between, in every language that one of them has."""
    languages = dict.fromkeys(language for one in categories for language, _ in one.label.versions)
    return Text(
        tuple(
            (language, " / ".join(one.label.into(language) for one in categories))
            for language in languages
        )
    )
