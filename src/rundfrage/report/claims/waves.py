"""Waves: the same question asked before, of other people, and whether it was the same question.

`[wave=2018]` behind a binding names the wave, alone or joined to a condition by "and".
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from functools import lru_cache

from rundfrage.codebook import Variable, VariableType
from rundfrage.errors import Problem, Where
from rundfrage.locales import Message, message, verbatim
from rundfrage.report.claims.subgroup import long_form
from rundfrage.rules import And, Compare, Condition, Or, atoms, parse, write
from rundfrage.text import Text

WAVE = "wave"
_YEAR = re.compile(r"(\d{4})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_QUARTER = re.compile(r"(\d{4})-?[qQ]([1-4])")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def shown_name(name: str) -> str:
    """A wave's name as readers see it."""
    return name.replace("_", " ")


@lru_cache(maxsize=4096)
def wave_in(words: str) -> tuple[str, str] | None:
    """The wave that a condition names and the rest of the condition; None if it names none.

    Raises a Problem where a wave is named in another way than by "wave=NAME and …".
    """
    if WAVE not in words:
        return None
    condition = parse(long_form(words), Where())
    parts = list(condition.parts) if isinstance(condition, And) else [condition]
    named = [part for part in parts if _names_wave(part)]
    rest = [part for part in parts if not _names_wave(part)]
    if any(atom.variable == WAVE for part in rest for atom in atoms(part)) or len(named) > 1:
        raise Problem(
            "claim-wave",
            found=message("The condition says {words} of a wave.", words=words[:60]),
            expected=message("one wave, and what else is to hold behind “and”."),
            mend=message("Write for example [wave=2018 and q11=kommune]."),
        )
    if not named:
        return None
    value = named[0].value  # type: ignore[union-attr]  # a comparison, as _names_wave says
    name = f"{value:.0f}" if isinstance(value, float) else str(value)
    if not rest:
        return name, ""
    return name, write(And(tuple(rest)) if len(rest) > 1 else rest[0])


def _names_wave(part: Condition) -> bool:
    return isinstance(part, Compare) and part.variable == WAVE and part.operator == "=="


def in_wave(name: str, rest: str = "") -> str:
    """The condition of those in a wave for whom the rest holds."""
    if not rest:
        return f"{WAVE}={name}"
    inner = parse(long_form(rest), Where())
    return f"{WAVE}={name} and " + (f"({rest})" if isinstance(inner, Or) else rest)


def times_of(names: Sequence[str]) -> tuple[float, ...] | None:
    """When the waves were, in years; None unless all names are years, quarters, months or days."""
    times = [_time(name) for name in names]
    known = tuple(one for one in times if one is not None)
    return known if len(known) == len(times) else None


def _time(name: str) -> float | None:
    if found := _YEAR.fullmatch(name):
        return float(found[1])
    if found := _QUARTER.fullmatch(name):
        return int(found[1]) + (int(found[2]) - 1) / 4
    if (found := _MONTH.fullmatch(name)) and 1 <= int(found[2]) <= 12:
        return int(found[1]) + (int(found[2]) - 1) / 12
    if _DAY.fullmatch(name):
        try:
            day = datetime.date.fromisoformat(name)
        except ValueError:
            return None
        first = datetime.date(day.year, 1, 1)
        return day.year + (day - first).days / 366
    return None


def places_of(names: Sequence[str]) -> tuple[float, ...]:
    """Where the waves stand along a line, from 0 to 1: by time if their names tell it."""
    times = times_of(names) or tuple(map(float, range(len(names))))
    first, whole = times[0], times[-1] - times[0]
    return tuple((one - first) / whole if whole else 0.0 for one in times)


def difference(
    today: Variable, earlier: Variable, language: str, *, excused: bool
) -> tuple[Message, Message] | None:
    """What was asked otherwise before: as it is today, and as it was; None if nothing was.

    Where the wording is `excused`, kinds and answers must still be the same.
    """
    structure = (
        (verbatim(today.type.value), verbatim(earlier.type.value)),
        (_answers(today), _answers(earlier)),
        (_scale(today), _scale(earlier)),
    )
    for one, other in structure:
        if one != other:
            return one, other
    if excused:
        return None
    texts = [
        (today.label, earlier.label),
        (today.item, earlier.item),
        *(
            (one.label, two.label)
            for one, two in zip(today.categories, earlier.categories, strict=True)
        ),
        *zip(today.ends or (), earlier.ends or (), strict=False),
    ]
    for first, second in texts:
        now, then = _words(first, language), _words(second, language)
        if now != then:
            return _quoted(now), _quoted(then)
    return None


def _answers(variable: Variable) -> Message:
    """The answers by their names, with the numbers of a scale."""
    shown = (
        f"{one.name} = {one.code}" if variable.type == "ordinal" else one.name
        for one in variable.categories
    )
    return message("the answers {names}", names=", ".join(shown))


def _scale(variable: Variable) -> Message:
    """The ends of a scale of numbers, the unit of others, and how many answers may be chosen."""
    scaled = variable.ends is not None or variable.nps
    bounds: tuple[float | None, ...] = (variable.least, variable.most)
    if variable.type is VariableType.NUMERIC:
        bounds = (variable.low, variable.high) if scaled else ()
    elif variable.type is not VariableType.MULTIPLE:
        bounds = ()
    shown = " – ".join(f"{one:g}" for one in bounds if one is not None)
    return message("a scale of {scale}", scale=f"{shown} {variable.unit}".strip() or "–")


def _words(text: Text, language: str) -> str:
    return " ".join(text.into(language).split())


def _quoted(words: str) -> Message:
    return message("“{words}”", words=words or "–")
