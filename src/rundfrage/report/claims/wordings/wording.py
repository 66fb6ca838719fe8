"""What a checked wording is: a name, what stands around its colon, and how it speaks."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rundfrage.errors import Problem, Where
from rundfrage.locales import Message, joined, message, rounded, verbatim
from rundfrage.locales.foreign import marked_like
from rundfrage.report.claims.evidence import Evidence
from rundfrage.report.claims.quantity import Quantity
from rundfrage.report.claims.sentence import Assertion
from rundfrage.report.claims.testing import LEVEL, chance
from rundfrage.report.deck import Figure, Part

_NUMBER = re.compile(r"-?\d{1,9}(?:\.\d{1,4})?")
_COUNT = re.compile(r"[1-9]\d?")
_NAME = re.compile(r"[^\W\d]\w*")


class Argument(StrEnum):
    """What stands between a wording's name and its colon."""

    NONE = "none"
    LIMIT = "limit"
    COUNT = "count"
    NAME = "name"


_DESCRIBED = {
    Argument.NONE: message("nothing"),
    Argument.LIMIT: message("a number such as 75 or 2.5"),
    Argument.COUNT: message("a whole number from 1 to 99"),
    Argument.NAME: message("nothing, or the name of a list of bands"),
}
_FORMS = {Argument.LIMIT: _NUMBER, Argument.COUNT: _COUNT, Argument.NAME: _NAME}


@dataclass(frozen=True)
class Wording:
    """A wording; `say` returns what is printed, or raises a Problem if the data don't bear it.

    `fewest` and `most` are how many bindings it takes.
    """

    name: str
    say: Callable[[Assertion, Evidence], tuple[Part, ...]]
    argument: Argument = Argument.NONE
    fewest: int = 1
    most: int = 99

    def check_argument(self, words: str, where: Where) -> None:
        """Raise a Problem unless the words may stand before the colon."""
        form = _FORMS.get(self.argument)
        fits = form.fullmatch(words) is not None if form is not None else not words
        if self.argument is Argument.NAME:
            fits = fits or not words
        if not fits:
            raise Problem(
                "wording-form",
                where=where,
                found=message(
                    "After {name} stands {words}.",
                    name=self.name,
                    words=words or message("nothing"),
                ),
                expected=message(
                    "{argument} between {name} and the colon.",
                    argument=_DESCRIBED[self.argument],
                    name=self.name,
                ),
                mend=message("See docs/reference/claims.md for each wording with examples."),
            )

    def check_number(self, count: int, where: Where) -> None:
        """Raise a Problem unless the wording takes so many bindings."""
        if not self.fewest <= count <= self.most:
            alone = self.fewest == self.most
            raise Problem(
                "wording-form",
                where=where,
                found=message("{name} has {count} bindings.", name=self.name, count=count),
                expected=verbatim(f"{self.fewest}.")
                if alone
                else message("{fewest} or more.", fewest=self.fewest),
                mend=message("See docs/reference/claims.md for each wording with examples."),
            )


def capitalised(words: str, assertion: Assertion) -> str:
    """The words, with a capital if the wording was written with one."""
    return marked_like(words[:1].upper() + words[1:], words) if assertion.capital else words


def spoken(
    words: str, assertion: Assertion, quantities: Sequence[Quantity], decisive: Quantity
) -> tuple[Part, ...]:
    """The phrase as a figure; its value and base are those of the quantity that decided.

    It is bracketed where one of the quantities has a small base.
    """
    text = capitalised(words, assertion)
    figure = decisive.figure
    small = any(one.small for one in quantities)
    return (
        Figure(
            binding=str(assertion),
            value=float(decisive.exact),
            text=marked_like(f"[{text}]", text) if small else text,
            base=figure.base,
            asked=figure.asked,
            weight=figure.weight,
        ),
    )


def false(assertion: Assertion, found: Message, mend: Message) -> Problem:
    """The Problem of a wording that the data contradict."""
    return Problem(
        "claim-false",
        found=message("{{{assertion}}} is not so: {found}", assertion=assertion, found=found),
        expected=message("a claim that the data bear."),
        mend=mend,
    )


def not_significant(assertion: Assertion, quantities: Sequence[Quantity], p: float) -> Problem:
    """The Problem of a comparison that chance alone may have brought about."""
    shown = rounded(p, ".2f" if p >= 0.01 else ".3f")
    return Problem(
        "claim-not-significant",
        found=message(
            "{{{assertion}}}: {quantities}; a difference of this size comes about by "
            "chance with a probability of {shown}.",
            assertion=assertion,
            quantities=listed(quantities),
            shown=shown,
        ),
        expected=message("a probability under 0.05."),
        mend=message("Say that both are alike, or print both numbers without a comparison."),
    )


def require_apart(
    assertion: Assertion, first: Quantity, second: Quantity, evidence: Evidence
) -> None:
    """Raise a Problem if the design of the sample is known and chance may part the two."""
    p = chance(first, second, evidence)
    if p is not None and p >= LEVEL:
        raise not_significant(assertion, (first, second), p)


def listed(quantities: Sequence[Quantity], most: int = 6) -> Message:
    """Bindings with what they are, unrounded enough to see why: q2.top2 = 79.6 %."""
    shown = joined(f"{one.binding} = " + plain(one) for one in quantities[:most])
    return shown + (" …" if len(quantities) > most else "")


def plain(quantity: Quantity) -> Message:
    """A number for a Problem: with two decimals more than a deck prints."""
    if quantity.measure == "share":
        return message("{share} %", share=rounded(float(quantity.percent), ".2f"))
    value = float(quantity.exact)
    return message("{value}", value=rounded(value, ".0f" if value.is_integer() else ".4f"))
