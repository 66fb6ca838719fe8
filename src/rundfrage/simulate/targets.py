"""Targets: the figures that simulated answers must give when they are tabulated and printed.

A targets file is TOML with the tables [percent] (binding to whole percent), [mean] (variable to
the mean as printed, a string that keeps its digits: "3.00") and [answered] (variable to the number
of answers among `n` respondents).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from rundfrage.errors import Problem, Where, did_you_mean, raise_all
from rundfrage.locales import Message, message
from rundfrage.manuscript.toml_file import read_toml

_TABLES = ("percent", "mean", "answered")
_MAX_PLACES = 6


@dataclass(frozen=True)
class Targets:
    """Figures to meet.

    `percent` maps a binding (q3.haltung, q2.top2) to a whole percent of those who answered;
    `mean` a variable to the printed mean, whose decimals say how it is rounded; `answered` a
    variable to a number of answers out of `n` respondents, scaled when others are simulated.
    """

    n: int | None = None
    percent: Mapping[str, int] = field(default_factory=dict)
    mean: Mapping[str, Decimal] = field(default_factory=dict)
    answered: Mapping[str, int] = field(default_factory=dict)
    file: str = "targets.toml"


def read_targets(path: Path) -> Targets:
    """Targets from a TOML file; raises a Problem that names the entry."""
    expected = message(
        'lines such as "q2.top2" = 80 under [percent]; names with a dot stand in quotation marks.'
    )
    return _targets(read_toml(path, expected), str(path))


def _targets(data: Mapping[str, Any], file: str) -> Targets:
    raise_all(_strange_tables(data, file))
    n = data.get("n")
    given: dict[str, dict[str, Any]] = {name: dict(data.get(name, {})) for name in _TABLES}
    means = {name: _decimal(value) for name, value in given["mean"].items()}
    raise_all(
        [
            *_out_of_range(given["percent"], 100, message("a whole number from 0 to 100"), file),
            *_out_of_range(
                given["answered"], n, message("a whole number from 0 to n ({n})", n=n), file
            ),
            *(
                _invalid(
                    file,
                    name,
                    message("{given} is no mean.", given=repr(given["mean"][name])),
                    message('a number as printed, such as "2.07" or "3.00".'),
                    message("Write it with a decimal point and in quotation marks."),
                )
                for name, mean in means.items()
                if mean is None
            ),
        ]
    )
    return Targets(
        n=n,
        percent=given["percent"],
        mean={name: mean for name, mean in means.items() if mean is not None},
        answered=given["answered"],
        file=file,
    )


def _strange_tables(data: Mapping[str, Any], file: str) -> Iterator[Problem]:
    for key, value in data.items():
        if key != "n" and key not in _TABLES:
            yield _invalid(
                file,
                key,
                message("There is no table [{key}] of targets.", key=key),
                message("n, [percent], [mean] or [answered]."),
                did_you_mean(key, ("n", *_TABLES)) or message("Take it out."),
            )
        elif key != "n" and not isinstance(value, dict):
            yield _invalid(
                file,
                key,
                message("{key} is no table.", key=key),
                message("[{key}] and lines below it.", key=key),
                message("Write it so."),
            )
    n = data.get("n")
    if n is not None and not _whole(n, 1, None):
        yield _invalid(
            file,
            "n",
            message("n is {n}.", n=repr(n)),
            message("a whole number above zero."),
            message("Write n = 484, for example."),
        )
    if n is None and data.get("answered"):
        yield _invalid(
            file,
            "answered",
            message("Numbers of answers are given, but not of how many respondents."),
            message("n = … at the top of the file."),
            message("Add it."),
        )


def _out_of_range(
    given: Mapping[str, Any], high: int | None, expected: Message, file: str
) -> Iterator[Problem]:
    for name, value in given.items():
        if not _whole(value, 0, high):
            yield _invalid(
                file,
                name,
                message("The target is {target}.", target=repr(value)),
                expected + ".",
                message("Give it as printed, without decimals and without a sign."),
            )


def _invalid(file: str, name: str, found: Message, expected: Message, mend: Message) -> Problem:
    return Problem(
        "target-invalid", where=Where(file, name=name), found=found, expected=expected, mend=mend
    )


def _whole(value: object, low: int, high: int | None) -> bool:
    return (
        isinstance(value, int)
        and not isinstance(value, bool)
        and value >= low
        and (high is None or value <= high)
    )


def _decimal(value: object) -> Decimal | None:
    """The number with its decimals kept, or None if it is none."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    if not number.is_finite() or -int(number.as_tuple().exponent) > _MAX_PLACES:
        return None
    return number
