"""Shares as simple fractions: nine out of ten, half, a third, a quarter, the majority."""

from __future__ import annotations

from fractions import Fraction
from functools import partial

from rundfrage.errors import Problem
from rundfrage.locales import message
from rundfrage.report.claims.evidence import Evidence
from rundfrage.report.claims.phrases import phrases_in
from rundfrage.report.claims.quantity import Measure, Quantity
from rundfrage.report.claims.sentence import Assertion
from rundfrage.report.claims.wordings.wording import Wording, false, listed, spoken
from rundfrage.report.deck import Part

_NEAR = Fraction(3, 100)
"""How far a share may be from a fraction that it is called by."""
_EQUAL = Fraction(1, 200)
"""Up to here it is the fraction; beyond, "just under" or "just over" it."""
_TENTH = Fraction(1, 40)
_MAJORITY = Fraction(1, 2)
_LARGE = Fraction(3, 4)
"""From here on "a majority" would be far too weak."""


def _shares(assertion: Assertion, evidence: Evidence) -> tuple[Quantity, ...]:
    quantities = evidence.every(assertion.bindings)
    if any(one.measure is not Measure.SHARE for one in quantities):
        raise Problem(
            "claim-mixed",
            found=message(
                "{{{assertion}}} speaks of something other than shares.", assertion=assertion
            ),
            expected=message("shares, such as q2.top2 or q3.haltung."),
            mend=message("Name shares, or print the number itself."),
        )
    return quantities


def _of10(assertion: Assertion, evidence: Evidence) -> tuple[Part, ...]:
    quantities = _shares(assertion, evidence)
    nearest = round(quantities[0].exact * 10)
    failing = [one for one in quantities if abs(one.exact - Fraction(nearest, 10)) > _TENTH]
    if failing:
        raise false(
            assertion,
            message(
                "{failing}, which is not {nearest} out of 10.",
                failing=listed(failing),
                nearest=nearest,
            ),
            message("Print the number itself: {{{binding}}}.", binding=failing[0].binding),
        )
    text = phrases_in(evidence.language)("of10", k=nearest)
    furthest = max(quantities, key=lambda one: abs(one.exact - Fraction(nearest, 10)))
    return spoken(text, assertion, quantities, furthest)


def _fraction(wanted: Fraction, assertion: Assertion, evidence: Evidence) -> tuple[Part, ...]:
    quantities = _shares(assertion, evidence)
    failing = [one for one in quantities if abs(one.exact - wanted) > _NEAR]
    if failing:
        raise false(
            assertion,
            listed(failing) + ".",
            message("Print the number itself: {{{binding}}}.", binding=failing[0].binding),
        )
    sides = {_side(one.exact - wanted) for one in quantities}
    ending = _ENDINGS[sides.pop()] if len(sides) == 1 else "-about"
    text = phrases_in(evidence.language)(assertion.name.replace(" ", "-") + ending)
    furthest = max(quantities, key=lambda one: abs(one.exact - wanted))
    return spoken(text, assertion, quantities, furthest)


_ENDINGS = {0: "", -1: "-under", 1: "-over"}
"""What the phrase of a fraction is called, by the side of it on which a share lies."""


def _side(off: Fraction) -> int:
    return 0 if abs(off) <= _EQUAL else (1 if off > 0 else -1)


def _majority(assertion: Assertion, evidence: Evidence) -> tuple[Part, ...]:
    quantities = _shares(assertion, evidence)
    least = min(quantities, key=lambda one: one.exact)
    failing = [one for one in quantities if not one.exact > _MAJORITY]
    if failing:
        raise false(
            assertion,
            listed(failing) + ".",
            message("Print the number itself: {{{binding}}}.", binding=failing[0].binding),
        )
    if least.exact >= _LARGE:
        raise Problem(
            "claim-too-weak",
            found=message(
                "{{{assertion}}} holds, but far from it: {least}.",
                assertion=assertion,
                least=listed([least]),
            ),
            expected=message("a wording that says how large the majority is."),
            mend=message("Print the number itself: {{{binding}}}.", binding=least.binding),
        )
    return spoken(phrases_in(evidence.language)("majority"), assertion, quantities, least)


OF10 = Wording("of10", _of10)
HALF = Wording("half", partial(_fraction, Fraction(1, 2)))
THIRD = Wording("third", partial(_fraction, Fraction(1, 3)))
QUARTER = Wording("quarter", partial(_fraction, Fraction(1, 4)))
TWO_THIRDS = Wording("two thirds", partial(_fraction, Fraction(2, 3)))
THREE_QUARTERS = Wording("three quarters", partial(_fraction, Fraction(3, 4)))
MAJORITY = Wording("majority", _majority)
