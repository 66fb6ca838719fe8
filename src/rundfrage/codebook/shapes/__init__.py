"""The list of all shapes that answers have; each is a file here."""

from __future__ import annotations

from collections.abc import Sequence

from rundfrage.codebook.shapes.categories import Categories
from rundfrage.codebook.shapes.days import Days
from rundfrage.codebook.shapes.marks import Marks
from rundfrage.codebook.shapes.numbers import Numbers
from rundfrage.codebook.shapes.parts import Parts
from rundfrage.codebook.shapes.ranks import Ranks
from rundfrage.codebook.shapes.ratings import Ratings
from rundfrage.codebook.shapes.shape import BatteryShape, ByShape, Shape, VariableShape
from rundfrage.codebook.shapes.steps import Steps
from rundfrage.codebook.shapes.words import ANSWER_CHARACTERS, Words
from rundfrage.codebook.variable import Variable
from rundfrage.rules.answer_space import Space

__all__ = [
    "ANSWER_CHARACTERS",
    "BATTERIES",
    "CATEGORIES",
    "DAYS",
    "MARKS",
    "NUMBERS",
    "PARTS",
    "RANKS",
    "RATINGS",
    "SHAPES",
    "STEPS",
    "WORDS",
    "BatteryShape",
    "ByShape",
    "Shape",
    "VariableShape",
    "shape_of",
    "space_of",
]

CATEGORIES = Categories()
STEPS = Steps()
MARKS = Marks()
NUMBERS = Numbers()
DAYS = Days()
WORDS = Words()
RATINGS = Ratings()
RANKS = Ranks()
PARTS = Parts()

VARIABLES: Sequence[VariableShape] = (CATEGORIES, STEPS, MARKS, NUMBERS, DAYS, WORDS)
BATTERIES: Sequence[BatteryShape] = (RATINGS, RANKS, PARTS)
SHAPES: Sequence[Shape] = (*VARIABLES, *BATTERIES)

_BY_TYPE = {shape.type: shape for shape in VARIABLES}


def shape_of(variable: Variable) -> VariableShape:
    """The shape of one variable, also of one that belongs to a battery."""
    return _BY_TYPE[variable.type]


def space_of(variable: Variable) -> Space:
    """What can be answered to the variable, as the rules see it."""
    return shape_of(variable).space(variable)
