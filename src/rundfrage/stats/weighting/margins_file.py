"""Reads the targets of a weighting from a CSV file: variable, category, and a share or a count.

    variable,category,share
    sex,female,51.2
    sex,male,48.8
    age,16..29,17
    age,30..59,48
    age,60..,35
    school*sex,basic|none*female,24.1

A category is given by its name, its code or its label; `|` joins categories under one figure, `*`
crosses variables, and `..` makes classes of a numeric variable, both ends included.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

from rundfrage.codebook import Codebook, Variable, VariableType
from rundfrage.dataset.account import Ledger
from rundfrage.dataset.intake.dialect import read_text
from rundfrage.dataset.intake.options import AS_IT_IS
from rundfrage.errors import Problem, Where, did_you_mean, raise_all
from rundfrage.locales import message, rounded
from rundfrage.reading import readable
from rundfrage.stats.weighting.categories import Row, classes_of, target_of
from rundfrage.stats.weighting.targets import Axis, Margin, Target, joined
from rundfrage.text import Text

_KEYS = ("variable", "category")
_FIGURES = ("share", "count")
_PERCENT = 100.0


@dataclass(frozen=True)
class _Figure:
    """A figure as a number, and how far rounding may have moved it."""

    value: float
    slack: float


def read_margins(path: Path, codebook: Codebook) -> tuple[Margin, ...]:
    """The margins of a file, in its order; shares of each sum to 1.

    Percentages must sum to 100 and fractions to 1, as far as rounding of the printed digits lets
    them. Raises a Problem for each thing that is wrong: unknown variables and categories, figures
    that are none, sums, categories named twice.
    """
    rows, counted, comma = _rows(path)
    grouped: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        names = tuple(one.strip() for one in row.variable.split("*"))
        grouped.setdefault(names, []).append(row)
    problems: list[Problem] = []
    margins: list[Margin] = []
    for names, some in grouped.items():
        try:
            margins.append(_margin(path, names, some, codebook, counted=counted, comma=comma))
        except Problem as problem:
            problems += problem.all
    raise_all(problems)
    return tuple(margins)


def _rows(path: Path) -> tuple[list[Row], bool, bool]:
    """The rows, whether they hold counts, and whether a comma divides decimals."""
    expected = message(
        "a CSV file of targets with the columns variable, category, and share or count."
    )
    with readable(path, expected):
        sheet = read_text(path, AS_IT_IS, Ledger())
    named = {one.name.strip("\ufeff ").lower(): one for one in sheet.columns}
    figures = [name for name in _FIGURES if name in named]
    if len(figures) != 1 or any(name not in named for name in _KEYS):
        raise Problem(
            "margins-columns",
            where=Where(str(path), 1),
            found=message("The columns are {named}.", named=", ".join(named)),
            expected=message("variable, category, and either share or count."),
            mend=message("Name the columns so in the first row."),
        )
    wanted = [named[name] for name in (*_KEYS, *figures)]
    cells = [[one.distinct[place].strip() for place in one.index] for one in wanted]
    rows = [
        Row(line, variable, category, figure)
        for line, (variable, category, figure) in enumerate(zip(*cells, strict=True), start=2)
        if variable or category or figure
    ]
    if not rows:
        raise Problem(
            "margins-none",
            where=Where(str(path)),
            found=message("The file holds no targets."),
            expected=message("a row for each category of each variable to weight by."),
            mend=message("Add them: variable,category,share"),
        )
    return rows, figures[0] == "count", sheet.delimiter != ","


def _margin(
    path: Path,
    names: Sequence[str],
    rows: Sequence[Row],
    codebook: Codebook,
    *,
    counted: bool,
    comma: bool,
) -> Margin:
    file = str(path)
    variables = [_variable(name, codebook, Where(file, rows[0].line)) for name in names]
    _refuse_repeated(names, Where(file, rows[0].line, "*".join(names)))
    words = [_split(row, len(names), file) for row in rows]
    axes, sizes = [], []
    for place, variable in enumerate(variables):
        classes = classes_of(variable, [one[place] for one in words], rows, file)
        axes.append(Axis(variable.name, classes))
        sizes.append(len(classes) or len(variable.categories))
    problems: list[Problem] = []
    targets: list[Target] = []
    figures: list[_Figure] = []
    for row, parts in zip(rows, words, strict=True):
        try:
            figures.append(_figure(row, file, comma=comma))
            targets.append(target_of(row, parts, variables, axes, file))
        except Problem as problem:
            problems.append(problem)
    raise_all(problems)
    margin = Margin(
        tuple(axes),
        tuple(sizes),
        tuple(targets),
        joined([one.label or Text.of(one.name) for one in variables], " × "),
        counted=counted,
        file=file,
    )
    _refuse_twice(margin)
    return _scaled(margin, figures)


def _variable(name: str, codebook: Codebook, where: Where) -> Variable:
    by_name = {one.name: one for one in codebook.variables}
    if name not in by_name:
        raise Problem(
            "margin-variable-unknown",
            where=where,
            found=message("There is no variable {name}.", name=repr(name)),
            expected=message("a variable of the survey."),
            mend=did_you_mean(name, by_name) or message("Look at the list of its variables."),
        )
    variable = by_name[name]
    if not variable.coded and variable.type is not VariableType.NUMERIC:
        raise Problem(
            "margin-variable-unfit",
            where=replace(where, name=name),
            found=message("{name} is a {type} variable.", name=name, type=variable.type),
            expected=message("a variable with one answer each: single choice, scale, or a number."),
            mend=message("Weight by another variable."),
        )
    return variable


def _refuse_repeated(names: Sequence[str], where: Where) -> None:
    if len(set(names)) < len(names):
        raise Problem(
            "margin-variable-unfit",
            where=where,
            found=message("A variable is crossed with itself."),
            expected=message("different variables on both sides of *."),
            mend=message("Name each variable once."),
        )


def _split(row: Row, count: int, file: str) -> tuple[str, ...]:
    # A label of a variable that isn't crossed may hold an asterisk itself.
    parts = tuple(one.strip() for one in row.category.split("*")) if count > 1 else (row.category,)
    if len(parts) != count:
        raise Problem(
            "margin-category-unknown",
            where=Where(file, row.line, row.variable),
            found=message(
                "{category} names {count} categories.",
                category=repr(row.category),
                count=len(parts),
            ),
            expected=message("{count}, divided by *, one for each variable.", count=count),
            mend=message("Use names or codes of categories where a label holds an asterisk."),
        )
    return parts


def _figure(row: Row, file: str, *, comma: bool) -> _Figure:
    words = row.figure.removesuffix("%").strip()
    if comma:
        words = words.replace(",", ".")
    try:
        value = float(words)
    except ValueError:
        value = math.nan
    if not (math.isfinite(value) and value >= 0):
        raise Problem(
            "margin-not-a-number",
            where=Where(file, row.line, row.variable),
            found=message("The figure is {figure}.", figure=repr(row.figure)),
            expected=message("a number of 0 or more, without separators between thousands."),
            mend=message("Correct it, such as 12.5 or 48210."),
        )
    decimals = len(words.partition(".")[2]) if "e" not in words.lower() else 0
    return _Figure(value, 0.5 * 10.0**-decimals if words.strip("0.") else 0.0)


def _refuse_twice(margin: Margin) -> None:
    seen: dict[tuple[int, ...], Target] = {}
    for target in margin.targets:
        for cell in product(*target.codes):
            if cell in seen:
                raise Problem(
                    "margin-category-twice",
                    where=Where(margin.file, target.line, margin.name),
                    found=message(
                        "“{source}” is also in line {line}.",
                        source=target.label.source,
                        line=str(seen[cell].line),
                    ),
                    expected=message("each category under one figure."),
                    mend=message("Remove one of the rows."),
                )
            seen[cell] = target


def _scaled(margin: Margin, figures: Sequence[_Figure]) -> Margin:
    # As a person adds them: 33.3 + 33.3 + 33.3 is 99.9.
    total = float(f"{math.fsum(one.value for one in figures):.12g}")
    slack = math.fsum(one.slack for one in figures) + 1e-9
    fits = total > 0 if margin.counted else _near(total, slack)
    if not fits:
        wanted = "a count above 0" if margin.counted else "100 in percent, or 1"
        raise Problem(
            "margin-sum",
            where=Where(margin.file, margin.targets[0].line, margin.name),
            found=message(
                "The figures of {name} sum to {total}.",
                name=margin.name,
                total=rounded(total, ".10g"),
            ),
            expected=message("{wanted}, as far as rounding lets them.", wanted=wanted),
            mend=message("Correct or complete the figures; counts stand in a column called count."),
        )
    targets = tuple(
        replace(target, share=one.value / total, slack=one.slack / total)
        for target, one in zip(margin.targets, figures, strict=True)
    )
    return replace(margin, targets=targets, total=total)


def _near(total: float, slack: float) -> bool:
    return total > 0 and (abs(total - _PERCENT) <= slack or abs(total - 1.0) <= min(slack, 0.5))
