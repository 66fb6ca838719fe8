"""The questions as DuckDB's SQL: one GROUP BY over generated column names."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

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
from rundfrage.stats.engine.distinct import Answer, Wanted
from rundfrage.stats.engine.source import Field


def query_of(asked: Asked, fields: Mapping[str, Field], relation: str) -> str:
    """The query, where `relation` calls the columns c0, c1, … in the order of `asked.columns`."""
    alias = {name: f"c{place}" for place, name in enumerate(asked.columns)}
    weights = [
        f"{alias[one]}::double" + (f" * {alias[asked.factor]}" if asked.factor else "")
        for one in asked.weights
    ] or ["1.0"]
    conditions = [
        f"not ({missing.format(alias[name])})"
        for name in asked.needed
        if (missing := fields[name].missing) is not None
    ]
    names = [alias[name] for name in asked.keys]
    query = f"select {', '.join([*names, *_sums(asked, alias, weights)])} from {relation}"  # noqa: S608
    if conditions:
        query += f" where {' and '.join(conditions)}"
    if names:
        query += f" group by {', '.join(str(place + 1) for place in range(len(names)))}"
    return query


def _sums(asked: Asked, alias: dict[str, str], weights: Sequence[str]) -> list[str]:
    """The expressions after the keys."""
    terms = ["1.0", *(_term(one, alias) for one in asked.every)]
    count = f"count(*) filter ({weights[0]} > 0)" if asked.weights else "count(*)"
    chosen = ["count(*)", count]
    chosen += [_sum(weight, term) for weight in weights for term in terms]
    if not asked.weights:
        chosen[2] = "count(*)::double"
    if asked.products:
        plain = terms[: len(asked.measures) + 1]
        square = _times(weights[0], weights[0])
        chosen += [
            _sum(square, _times(one, other))
            for place, one in enumerate(plain)
            for other in plain[: place + 1]
        ]
    for name in asked.least:
        chosen += [f"min({alias[name]})::double", f"max({alias[name]})::double"]
    return chosen


def _term(measure: Measure, alias: dict[str, str]) -> str:
    name = alias[measure.column]
    if measure.most is not None:
        return f"({name} <= {float(measure.most)!r}::double)::int::double"
    moved = f"({name} - {float(measure.shift)!r}::double)" if measure.shift else f"{name}::double"
    return " * ".join([moved] * measure.power)


def _times(one: str, other: str) -> str:
    if one == "1.0" or other == "1.0":
        return other if one == "1.0" else one
    return f"{one} * {other}"


def _sum(weight: str, term: str) -> str:
    return f"sum({_times(weight, term)})"


def counting_query(wanted: Wanted, relation: str) -> str:
    """The query of `wanted`, where `relation` calls the answers c0, c1, … and the weight w."""
    keys = [_answer(f"c{place}", one) for place, one in enumerate(wanted.answers)]
    chosen = [f"{key} as k{place}" for place, key in enumerate(keys)]
    if wanted.weight is None:
        chosen += ["count(*)", "count(*)"]
    else:
        chosen += ["count(*)", "count(*) filter (w > 0)"]
        for number, exponent in (
            ("w::double", wanted.exponent),
            ("w::double * w::double", wanted.exponent_of_squares),
        ):
            whole = f"sum(floor({number} * {2.0**exponent!r}::double)::bigint)"
            chosen += [f"({whole} >> 31)::bigint", f"({whole} & {0x7FFFFFFF})::bigint"]
    grouped = f" group by {', '.join(str(place + 1) for place in range(len(keys)))}" if keys else ""
    return f"select {', '.join(chosen)} from {relation}{grouped} limit {wanted.most}"  # noqa: S608


def weighing_query(relation: str) -> str:
    """The largest weight, the sum, and how many can't be used; `relation` calls the weight w."""
    usable = "w is not null and w::double >= 0 and w::double < 'infinity'::double"
    return (
        f"select max(w::double) filter ({usable}), sum(w::double) filter ({usable}), "  # noqa: S608
        f"count(*) filter (not ({usable})) from {relation}"
    )


def quoted(words: str) -> str:
    """The words as a literal."""
    return "'" + words.replace("'", "''") + "'"


def derived_column(one: Derived, alias: Mapping[str, str]) -> str:
    """The expression of a derived column, where `alias` calls the stored columns."""
    match one:
        case Steps():
            return _steps(one, alias[one.column])
        case StoredNumber():
            steps, number = _steps(one.steps, alias[one.column]), f"{alias[one.column]}::double"
            return f"case when {steps} >= 0 then {number} else {_value(float('nan'))} end"
        case WordValues():
            words = [f"when {quoted(word)} then {_value(value)}" for word, value in one.values]
            missing = _value(missing_value(whole=one.whole))
            if not words:
                return missing
            return f"case {alias[one.column]}::varchar {' '.join(words)} else {missing} end"
        case Chosen():
            absent = " and ".join(_absent(alias[name]) for name in one.columns)
            chosen = " or ".join(
                f"coalesce({alias[name]}::double = 1, false)" for name in one.members
            )
            return f"case when {absent} then -1 when {chosen or 'false'} then 1 else 0 end"


def _steps(one: Steps, column: str) -> str:
    value = f"{column}::date" if one.day else f"{column}::double"
    absent = f"{column} is null" if one.day else _absent(column)
    steps = "".join(
        f" when {value} < {_limit(limit)} then {_value(reached)}"
        for limit, reached in zip(one.limits, one.values[:-1], strict=True)
    )
    missing = _value(missing_value(whole=one.whole))
    return f"case when {absent} then {missing}{steps} else {_value(one.values[-1])} end"


def _absent(column: str) -> str:
    return f"({column} is null or isnan({column}::double))"


def _limit(limit: Limit) -> str:
    if isinstance(limit, datetime.date):
        return f"date '{limit.isoformat()}'"
    return _value(float(limit))


def _value(value: float) -> str:
    return str(value) if isinstance(value, int) else f"'{value!r}'::double"


def _answer(column: str, one: Answer) -> str:
    if one.listed is None:
        return column
    listed = ", ".join(map(quoted, one.listed))
    other = f"when {column}::varchar in ({listed}) then {column}::varchar " if listed else ""
    return f"case when {column} is null then null {other}else '' end"
