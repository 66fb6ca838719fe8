"""Datasets small enough to be counted by hand, written as columns of words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from rundfrage.codebook import (
    Battery,
    Category,
    Codebook,
    Missing,
    Net,
    Role,
    Study,
    Variable,
    VariableType,
)
from rundfrage.dataset import Coded, Column, Dataset, Marks, Values
from rundfrage.text import Text

REASONS = {
    "-": Missing.NOT_ASKED,
    "?": Missing.DONT_KNOW,
    "!": Missing.REFUSED,
    "": Missing.LEFT_BLANK,
}
"""How the columns below write a missing answer."""

Answers = Sequence[str]


def words(text: str) -> Text:
    return Text.of(text, "en")


def category(name: str, code: int, role: Role = Role.SUBSTANTIVE) -> Category:
    return Category(name, words(name), code, role)


def single(name: str, names: str, *, nets: Mapping[str, str] | None = None) -> Variable:
    return _coded(name, VariableType.CATEGORICAL, names, nets)


def scale(name: str, names: str, *, nets: Mapping[str, str] | None = None) -> Variable:
    return _coded(name, VariableType.ORDINAL, names, nets)


def multiple(name: str, names: str, *, nets: Mapping[str, str] | None = None) -> Variable:
    return _coded(name, VariableType.MULTIPLE, names, nets)


def _coded(name: str, kind: VariableType, names: str, nets: Mapping[str, str] | None) -> Variable:
    roles = {"other": Role.OTHER, "none": Role.NONE}
    return Variable(
        name,
        kind,
        words(f"{name}?"),
        tuple(
            category(one, code, roles.get(one, Role.SUBSTANTIVE))
            for code, one in enumerate(names.split(), start=1)
        ),
        tuple(Net(net, words(net), tuple(m.split())) for net, m in (nets or {}).items()),
    )


def number(name: str, **limits: object) -> Variable:
    return Variable(name, VariableType.NUMERIC, words(f"{name}?"), **limits)  # type: ignore[arg-type]


def text(name: str, **more: object) -> Variable:
    return Variable(name, VariableType.TEXT, words(f"{name}?"), **more)  # type: ignore[arg-type]


def date(name: str) -> Variable:
    return Variable(name, VariableType.DATE, words(f"{name}?"))


def dataset(
    columns: Sequence[tuple[Variable, Answers]],
    *,
    batteries: Sequence[Battery] = (),
    simulated: bool = False,
) -> Dataset:
    """A dataset whose missing answers are written as in REASONS; a multiple answer is "a b"."""
    study = Study("small", words("Small"), language="en", languages=("en",), simulated=simulated)
    return Dataset(
        Codebook(study, tuple(variable for variable, _ in columns), tuple(batteries)),
        {variable.name: column(variable, answers) for variable, answers in columns},
        len(columns[0][1]),
        "small.csv",
    )


def column(variable: Variable, answers: Answers) -> Column:
    reasons = np.array([REASONS.get(one, 0) for one in answers], np.int8)
    if variable.coded:
        return Coded(
            np.array(
                [REASONS[one] if one in REASONS else variable.position(one) for one in answers],
                np.int16,
            )
        )
    if variable.type is VariableType.MULTIPLE:
        marks = [
            [REASONS[one] if one in REASONS else int(c.name in one.split()) for one in answers]
            for c in variable.categories
        ]
        return Marks(np.array(marks, np.int8).reshape(len(variable.categories), len(answers)))
    given = [None if one in REASONS else one for one in answers]
    if variable.type is VariableType.NUMERIC:
        return Values(np.array([float(one or 0) for one in given]), reasons)
    if variable.type is VariableType.DATE:
        return Values(np.array([one or "1970-01-01" for one in given], "datetime64[D]"), reasons)
    return Values(np.array([one or "" for one in given], object), reasons)
