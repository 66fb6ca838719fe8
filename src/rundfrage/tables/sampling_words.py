"""Reads how a sample was drawn from words: `strata=region, psu=school, weight=w`.

The words stand behind `--design` and in the front matter of a report. Several columns are joined
by a plus sign (`psu=school+class`, the first stage first). A sample drawn one by one from
everybody with equal chances is `simple`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from rundfrage.errors import Problem, Where, did_you_mean
from rundfrage.locales import Message, message
from rundfrage.tables.sampling import Sampling

SIMPLE = "simple"
_NAMES = ("weight", "margins", "base")
_LISTS = ("strata", "psu", "fpc", "replicates")
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "lonely": ("fail", "adjust", "average", "certainty"),
    "type": ("JK1", "JKn", "BRR", "Fay", "bootstrap", "other"),
    "interval": ("logit", "wald", "arcsine", "beta", "wilson"),
    "adjust": ("holm", "BH", "none"),
}
_NUMBERS = ("rho", "scale")
_SWITCHES = ("combined", "mse")
_YES = {"yes": True, "no": False}
_KNOWN = (*_NAMES, *_LISTS, *_CHOICES, *_NUMBERS, *_SWITCHES)


def read_sampling(words: str, where: Where | None = None) -> Sampling:
    """The sampling that the words say; raises a Problem for words that say none."""
    place = where or Where(argument="design")
    pieces = [piece.strip() for piece in words.split(",") if piece.strip()]
    if pieces == [SIMPLE]:
        return Sampling()
    if SIMPLE in pieces:
        raise _unfit(
            place,
            message("The design says {simple}, and more.", simple=SIMPLE),
            message("{simple} alone, or columns by what they are.", simple=SIMPLE),
            message("Leave {simple} out: what is not named is simple.", simple=SIMPLE),
        )
    given: dict[str, str] = {}
    for piece in pieces or [""]:
        key, sign, value = (part.strip() for part in piece.partition("="))
        if not sign or not value or key not in _KNOWN or key in given:
            raise _unfit(
                place,
                message("The design says {piece} twice.", piece=piece[:60])
                if key in given and value
                else message("The design says {piece}.", piece=piece[:60] or message("nothing")),
                message(
                    "columns by what they are, such as strata=region, psu=school, weight=w; or "
                    "{simple} for a sample drawn one by one.",
                    simple=SIMPLE,
                ),
                did_you_mean(key, [*_KNOWN, SIMPLE])
                or message("See docs/how-to/sample-with-a-design.md."),
            )
        given[key] = value
    fields = {name: _value(name, value, place) for name, value in given.items()}
    _require_sense(fields, place)
    return Sampling(**{"kind" if name == "type" else name: one for name, one in fields.items()})


def _value(name: str, value: str, where: Where) -> Any:  # noqa: ANN401  (as the field has it)
    if name in _LISTS:
        columns = tuple(one.strip() for one in value.split("+"))
        if not all(columns):
            raise _unfit(
                where,
                message("The design says {name}={value}.", name=name, value=value[:40]),
                message("names of columns, with a plus sign between."),
                message("Complete them, or take the plus sign away."),
            )
        return columns
    if name in _CHOICES:
        return _choice(name, value, _CHOICES[name], where)
    if name in _NUMBERS:
        return _number(name, value, where)
    return _YES[_choice(name, value, tuple(_YES), where)] if name in _SWITCHES else value


def _choice(name: str, value: str, known: tuple[str, ...], where: Where) -> str:
    for one in known:
        if one.lower() == value.lower():
            return one
    raise _unfit(
        where,
        message("The design says {name}={value}.", name=name, value=value[:40]),
        message("{name}= with one of {known}.", name=name, known=", ".join(known)),
        did_you_mean(value, known) or message("Leave it out for the usual one."),
    )


def _number(name: str, value: str, where: Where) -> float:
    try:
        number = float(value)
    except ValueError:
        number = math.nan
    if not (0 <= number < 1 if name == "rho" else 0 < number < math.inf):
        raise _unfit(
            where,
            message("The design says {name}={value}.", name=name, value=value[:40]),
            message("a number above 0; of rho from 0 to below 1."),
            message("Look it up in the documentation of the data."),
        )
    return number


def _require_sense(fields: Mapping[str, Any], where: Where) -> None:
    """Raise a Problem for a word without another that it needs, or with one it contradicts."""
    kind = fields.get("type")
    if "replicates" in fields and kind is None:
        raise _unfit(
            where,
            message("Replicate weights are named without their type."),
            message("type= with one of {names}.", names=", ".join(_CHOICES["type"])),
            message("Look it up in the documentation of the data."),
        )
    if kind == "Fay" and "rho" not in fields:
        raise _unfit(
            where,
            message("Replicates are of the type Fay, and their factor is not told."),
            message("rho= with the factor, such as 0.3 or 0.5."),
            message("Look it up in the documentation of the data."),
        )
    if kind is not None and "margins" in fields:
        raise _unfit(
            where,
            message("Margins are named with replicates."),
            message("one of them: given replicates were calibrated each, and made ones are not."),
            message("Leave margins= out, or the type of replicates."),
        )
    for name, there, owner in (
        ("base", "margins" in fields, "margins="),
        ("rho", kind == "Fay", "type=Fay"),
        ("scale", "replicates" in fields, "replicates="),
        ("combined", "replicates" in fields, "replicates="),
        ("mse", kind is not None, "type="),
    ):
        if name in fields and not there:
            raise _unfit(
                where,
                message("The design says {name}= without {owner}.", name=name, owner=owner),
                message("{name}= only where it has a meaning.", name=name),
                message("Add {owner}, or leave {name}= out.", owner=owner, name=name),
            )


def _unfit(where: Where, found: Message, expected: Message, mend: Message) -> Problem:
    return Problem("design-form", where=where, found=found, expected=expected, mend=mend)
