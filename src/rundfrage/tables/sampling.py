"""How a sample was drawn, as its author says it in words: `strata=region, psu=school, weight=w`.

The words stand behind `--design` and in the front matter of a report. Several columns are joined
by a plus sign (`psu=school+class`, the first stage first). A sample drawn one by one from
everybody with equal chances is `simple`. What is said here is no more than names; the design
itself is made of them and of the answers when tables are counted.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase

from rundfrage.codebook import Codebook, Sample, Study
from rundfrage.errors import Problem, Where, did_you_mean

SIMPLE = "simple"
_LONELY = ("fail", "adjust", "average", "certainty")
_INTERVALS = ("logit", "wald", "arcsine", "beta", "wilson")
_ADJUSTMENTS = ("holm", "BH", "none")
_KINDS = ("JK1", "JKn", "BRR", "Fay", "bootstrap", "other")
_YES = {"yes": True, "no": False}


@dataclass(frozen=True)
class Sampling:
    """What was said of the sample; see rundfrage.stats.design.Design for what it means.

    `replicates` are names of columns of replicate weights, or patterns such as `rep*`; without
    them a `kind` has replicates made. `interval` names the interval of shares, `adjust` how the
    letters of columns are adjusted.
    """

    weight: str | None = None
    strata: tuple[str, ...] = ()
    psu: tuple[str, ...] = ()
    fpc: tuple[str, ...] = ()
    lonely: str = "fail"
    replicates: tuple[str, ...] = ()
    kind: str = ""
    rho: float = 0.0
    scale: float | None = None
    combined: bool = True
    mse: bool = False
    interval: str = "logit"
    adjust: str = "holm"
    aside: tuple[str, ...] = ()
    """Columns of the answers that no question has, and that are there for the design alone."""

    @property
    def technical(self) -> tuple[str, ...]:
        """Names and patterns of the columns that only describe the sample, and are no answers."""
        weight = () if self.weight is None else (self.weight,)
        return (*weight, *self.psu, *self.fpc, *self.replicates)

    def describes(self, name: str) -> bool:
        """True for a column that gets no table of its own, for it only describes the sample."""
        return name in self.aside or any(fnmatchcase(name, pattern) for pattern in self.technical)


def read_sampling(words: str, where: Where | None = None) -> Sampling:
    """The sampling that the words say; raises a Problem for words that say none."""
    place = where or Where("--design")
    pieces = [piece.strip() for piece in words.split(",") if piece.strip()]
    if pieces == [SIMPLE]:
        return Sampling()
    given: dict[str, str] = {}
    for piece in pieces or [""]:
        key, sign, value = (part.strip() for part in piece.partition("="))
        known = (*_LISTS, *_CHOICES, *_NUMBERS, "weight", "combined", "mse")
        if not sign or not value or _field(key) not in known or key in given:
            raise Problem(
                "design-form",
                where=place,
                found=f"The design says {piece[:60] or 'nothing'}"
                f"{' twice' if key in given and value else ''}.",
                expected="columns by what they are, such as strata=region, psu=school, weight=w; "
                f"or {SIMPLE} for a sample drawn one by one.",
                mend=did_you_mean(key, [*map(_word, known), SIMPLE])
                or "See docs/how-to/sample-with-a-design.md.",
            )
        given[key] = value
    return _sampling({_field(key): value for key, value in given.items()}, place)


_LISTS = ("strata", "psu", "fpc", "replicates")
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "lonely": _LONELY, "kind": _KINDS, "interval": _INTERVALS, "adjust": _ADJUSTMENTS,
}  # fmt: skip
_NUMBERS = ("rho", "scale")


def _field(key: str) -> str:
    """What a key of the words is called here: kind is written `type`, as in R."""
    return {"type": "kind", "kind": ""}.get(key, key)


def _word(field: str) -> str:
    return "type" if field == "kind" else field


def _sampling(given: Mapping[str, str], where: Where) -> Sampling:
    found = Sampling(weight=given.get("weight"))
    for name in _LISTS:
        if name in given:
            columns = tuple(one.strip() for one in given[name].split("+") if one.strip())
            found = replace(found, **{name: columns})  # type: ignore[arg-type]
    for name, known in _CHOICES.items():
        if name in given:
            found = replace(found, **{name: _choice(name, given[name], known, where)})  # type: ignore[arg-type]
    for name in _NUMBERS:
        if name in given:
            found = replace(found, **{name: _number(name, given[name], where)})  # type: ignore[arg-type]
    for name in ("combined", "mse"):
        if name in given:
            yes = _YES[_choice(name, given[name], tuple(_YES), where)]
            found = replace(found, **{name: yes})  # type: ignore[arg-type]
    if found.replicates and not found.kind:
        raise Problem(
            "design-form",
            where=where,
            found="Replicate weights are named without their type.",
            expected=f"type= with one of {', '.join(_KINDS)}.",
            mend="Look it up in the documentation of the data.",
        )
    return found


def _choice(name: str, value: str, known: tuple[str, ...], where: Where) -> str:
    for one in known:
        if one.lower() == value.lower():
            return one
    raise Problem(
        "design-form",
        where=where,
        found=f"The design says {_word(name)}={value[:40]}.",
        expected=f"{_word(name)}= with one of {', '.join(known)}.",
        mend=did_you_mean(value, known) or "Leave it out for the usual one.",
    )


def _number(name: str, value: str, where: Where) -> float:
    try:
        number = float(value)
    except ValueError:
        number = math.nan
    fits = number >= 0 and (name != "rho" or number < 1) and math.isfinite(number)
    if not fits:
        raise Problem(
            "design-form",
            where=where,
            found=f"The design says {name}={value[:40]}.",
            expected="a number from 0, of rho below 1.",
            mend="Look it up in the documentation of the data.",
        )
    return number


def sampling_for(
    study: Study, sampling: Sampling | None, weight: str | None, where: Where | None = None
) -> Sampling | None:
    """The sampling that holds for a study: as said, weighted by `weight` if it says no weight.

    A probability sample with weights alone has the design of these. Raises a Problem where an open
    sample, or a list all of whose members were asked, would get margins of error.
    """
    if sampling is None:
        drawn = study.sample is Sample.PROBABILITY and weight is not None
        return Sampling(weight=weight) if drawn else None
    place = where or Where("--design")
    if study.sample is Sample.OPEN:
        raise Problem(
            "design-of-open-sample",
            where=place,
            found="Those who answered decided so themselves (sample: open), and a design is given.",
            expected="no design: a margin of error speaks of chance in drawing, and nobody drew.",
            mend="Leave the design out; weights may stay. If respondents were drawn at random, "
            "write sample: probability in the questionnaire.",
        )
    if study.sample is Sample.LIST and not sampling.fpc:
        raise Problem(
            "design-of-whole-list",
            where=place,
            found="All on a list were asked (sample: list), and the design names no population "
            "size.",
            expected="no design, for nothing was left to chance; or fpc= with the length of the "
            "list, if only some of it were drawn.",
            mend="Leave the design out, name the population size, or write sample: probability.",
        )
    if weight is not None and sampling.weight not in {None, weight}:
        raise Problem(
            "design-two-weights",
            where=place,
            found=f"The design weighs by {sampling.weight}, and {weight} is asked for.",
            expected="one weight.",
            mend="Leave one of them out.",
        )
    return replace(sampling, weight=sampling.weight or weight)


def columns_named(patterns: tuple[str, ...], codebook: Codebook) -> tuple[str, ...]:
    """The variables that the patterns name, in the order of the codebook for each pattern.

    Raises a Problem for a pattern that names none.
    """
    names: list[str] = []
    for pattern in patterns:
        found = [one.name for one in codebook.variables if fnmatchcase(one.name, pattern)]
        if not found:
            raise Problem(
                "design-column-unknown",
                where=Where(name=pattern),
                found=f"No column is called {pattern}.",
                expected="a column of the answers.",
                mend=did_you_mean(pattern, [one.name for one in codebook.variables])
                or "Correct the name.",
            )
        names += found
    return tuple(dict.fromkeys(names))
