"""The questions as expressions of Ibis, which writes them in the dialect of each engine."""

from __future__ import annotations

import datetime
from importlib import import_module
from typing import Any

from rundfrage.stats.engine.asked import Asked, Measure
from rundfrage.stats.engine.derived import (
    Chosen,
    Derived,
    Limit,
    Steps,
    StoredNumber,
    WordValues,
    missing_value,
)
from rundfrage.stats.engine.distinct import Answer

Expression = Any
"""An expression or table of Ibis, which is no dependency of the core and brings no types here."""


def sums_of(rows: Expression, asked: Asked, alias: dict[str, str]) -> dict[str, Expression]:
    """The expressions of engine.asked in their order, under generated names."""
    ibis = import_module("ibis")
    one = ibis.literal(1.0)
    weights = [
        rows[alias[name]].cast("float64") * (rows[alias[asked.factor]] if asked.factor else one)
        for name in asked.weights
    ] or [one]
    terms = [one, *(_term(rows[alias[measure.column]], measure) for measure in asked.every)]
    heavy = rows.count(where=weights[0] > 0) if asked.weights else rows.count()
    found = [rows.count(), heavy]
    # A literal alone can't be summed by every engine, so the constant is counted.
    found += [
        rows.count().cast("float64") if not asked.weights and place == 0 else (weight * term).sum()
        for weight in weights
        for place, term in enumerate(terms)
    ]
    if asked.products:
        plain = terms[: len(asked.measures) + 1]
        square = weights[0] * weights[0]
        found += [
            rows.count().cast("float64")
            if not asked.weights and place == 0
            else (square * one_term * other).sum()
            for place, one_term in enumerate(plain)
            for other in plain[: place + 1]
        ]
    for name in asked.least:
        column = rows[alias[name]].cast("float64")
        found += [column.min(), column.max()]
    return {f"s{place}": expression for place, expression in enumerate(found)}


def _term(column: Expression, measure: Measure) -> Expression:
    number = column.cast("float64")
    if measure.most is not None:
        return (number <= float(measure.most)).ifelse(1.0, 0.0)
    moved = number - float(measure.shift)
    product = moved
    for _ in range(measure.power - 1):
        product *= moved
    return product


def answer_of(column: Expression, one: Answer) -> Expression:
    """What is grouped by: the column, or of a text only the words that are listed."""
    if one.listed is None:
        return column
    ibis = import_module("ibis")
    empty = ibis.literal("")
    if column.type().is_string() and one.listed:
        empty = column.isin(one.listed).ifelse(column, "")
    return column.isnull().ifelse(ibis.null("string"), empty)


def derived_expression(table: Expression, one: Derived) -> Expression:
    """A derived column of the table."""
    match one:
        case Steps():
            return _steps(table[one.column], one)
        case StoredNumber():
            column = table[one.column]
            missing = _literal(float("nan"), whole=False)
            return (_steps(column, one.steps) >= 0).ifelse(_number(column), missing)
        case WordValues():
            missing = _literal(missing_value(whole=one.whole), whole=one.whole)
            words = [
                (table[one.column].cast("string") == word, _literal(value, whole=one.whole))
                for word, value in one.values
            ]
            return import_module("ibis").cases(*words, else_=missing) if words else missing
        case Chosen():
            return _chosen(table, one)


def _steps(column: Expression, one: Steps) -> Expression:
    value = column.cast("date") if one.day else _number(column)
    missing = _literal(missing_value(whole=one.whole), whole=one.whole)
    *below, last = (_literal(reached, whole=one.whole) for reached in one.values)
    return import_module("ibis").cases(
        (column.isnull() if one.day else _absent(column), missing),
        *(
            (value < _limit(limit), reached)
            for limit, reached in zip(one.limits, below, strict=True)
        ),
        else_=last,
    )


def _chosen(table: Expression, one: Chosen) -> Expression:
    ibis = import_module("ibis")
    absent, chosen = ibis.literal(value=True), ibis.literal(value=False)
    for name in one.columns:
        absent &= _absent(table[name])
    for name in one.members:
        chosen |= _number(table[name]).fill_null(0.0) == 1
    codes = (_literal(code, whole=True) for code in (-1, 1, 0))
    missing, set_, unset = codes
    return ibis.cases((absent, missing), (chosen, set_), else_=unset)


def _number(column: Expression) -> Expression:
    # PostgreSQL makes no float of a truth.
    return (column.cast("int32") if column.type().is_boolean() else column).cast("float64")


def _absent(column: Expression) -> Expression:
    absent = column.isnull()
    return absent | column.isnan() if column.type().is_floating() else absent


def _limit(limit: Limit) -> Expression:
    kind = "date" if isinstance(limit, datetime.date) else "float64"
    return import_module("ibis").literal(limit, kind)


def _literal(value: float, *, whole: bool) -> Expression:
    return import_module("ibis").literal(value, "int32" if whole else "float64")
