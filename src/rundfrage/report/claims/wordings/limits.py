"""Over, under and about a limit: `{over 75: q8.foerder.top2, q8.regional.top2}`.

Of shares the limit is a percentage. A claim that holds is refused as too weak where the data are
ten points (of other numbers: a tenth) beyond the limit, for it would play down what they say.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from rundfrage.errors import Problem, all_of
from rundfrage.locales import Message, message
from rundfrage.report.claims.evidence import Evidence
from rundfrage.report.claims.phrases import phrases_in
from rundfrage.report.claims.quantity import Measure, Quantity
from rundfrage.report.claims.sentence import Assertion
from rundfrage.report.claims.wordings.wording import Argument, Wording, false, listed, spoken
from rundfrage.report.deck import Part
from rundfrage.text import number, percent

_WEAK = 10
"""Percentage points beyond the limit from which a claim is too weak."""
_STEP = 5
_NEAR = 2
"""Percentage points that "about" may be off."""


def _over(assertion: Assertion, evidence: Evidence) -> tuple[Part, ...]:
    quantities, limit = _of_one_measure(assertion, evidence), Fraction(assertion.argument)
    least = min(quantities, key=lambda one: one.exact)
    if not least.percent > limit:
        failing = [one for one in quantities if not one.percent > limit]
        raise false(assertion, listed(failing) + ".", _instead("over", assertion, least))
    if least.percent >= limit + _beyond(limit, least):
        raise _too_weak(assertion, least, _instead("over", assertion, least))
    text = phrases_in(evidence.language)("over", limit=_limit(assertion, least, evidence))
    return spoken(text, assertion, quantities, least)


def _under(assertion: Assertion, evidence: Evidence) -> tuple[Part, ...]:
    quantities, limit = _of_one_measure(assertion, evidence), Fraction(assertion.argument)
    most = max(quantities, key=lambda one: one.exact)
    if not most.percent < limit:
        failing = [one for one in quantities if not one.percent < limit]
        raise false(assertion, listed(failing) + ".", _instead("under", assertion, most))
    if most.percent <= limit - _beyond(limit, most):
        raise _too_weak(assertion, most, _instead("under", assertion, most))
    text = phrases_in(evidence.language)("under", limit=_limit(assertion, most, evidence))
    return spoken(text, assertion, quantities, most)


def _about(assertion: Assertion, evidence: Evidence) -> tuple[Part, ...]:
    quantities, limit = _of_one_measure(assertion, evidence), Fraction(assertion.argument)
    furthest = max(quantities, key=lambda one: abs(one.percent - limit))
    near = _NEAR if furthest.measure is Measure.SHARE else abs(limit) / 40
    if abs(furthest.percent - limit) > near:
        failing = [one for one in quantities if abs(one.percent - limit) > near]
        mend = message(
            "Write {{about {percent}: …}}, or print the numbers.",
            percent=round(float(furthest.percent)),
        )
        raise false(assertion, listed(failing) + ".", mend)
    text = phrases_in(evidence.language)("about", limit=_limit(assertion, furthest, evidence))
    return spoken(text, assertion, quantities, furthest)


def _of_one_measure(assertion: Assertion, evidence: Evidence) -> tuple[Quantity, ...]:
    quantities = evidence.every(assertion.bindings)
    measures = {one.measure for one in quantities}
    if len(measures) > 1 or Measure.DAY in measures:
        raise Problem(
            "claim-mixed",
            found=message(
                "{{{assertion}}} speaks of {measures} at once.",
                assertion=assertion,
                measures=all_of(sorted(measures)),
            ),
            expected=message("numbers of one kind: shares, means or counts."),
            mend=message("Make a wording of its own for each kind."),
        )
    return quantities


def _beyond(limit: Fraction, quantity: Quantity) -> Fraction:
    return Fraction(_WEAK) if quantity.measure is Measure.SHARE else abs(limit) / 10


def _instead(name: str, assertion: Assertion, quantity: Quantity) -> Message:
    """The strongest limit in steps of five that the data bear; of other numbers, the number."""
    bindings = ", ".join(map(str, assertion.bindings))
    whole = quantity.percent
    if quantity.measure is not Measure.SHARE:
        return message("Print the number itself: {{{binding}}}.", binding=quantity.binding)
    down = ceil(whole / _STEP) - 1 if name == "over" else floor(whole / _STEP) + 1
    better = down * _STEP
    if not 0 < better < 100:
        return message("Print the number itself: {{{binding}}}.", binding=quantity.binding)
    return message(
        "Write {{{name} {limit}: {bindings}}}.", name=name, limit=str(better), bindings=bindings
    )


def _too_weak(assertion: Assertion, quantity: Quantity, mend: Message) -> Problem:
    return Problem(
        "claim-too-weak",
        found=message(
            "{{{assertion}}} holds, but far from it: {quantity}.",
            assertion=assertion,
            quantity=listed([quantity]),
        ),
        expected=message("a limit near to the data."),
        mend=mend,
    )


def _limit(assertion: Assertion, quantity: Quantity, evidence: Evidence) -> str:
    places = len(assertion.argument.partition(".")[2])
    value = float(assertion.argument)
    if quantity.measure is Measure.SHARE:
        return percent(value, evidence.language, places)
    return number(value, evidence.language, places)


OVER = Wording("over", _over, Argument.LIMIT)
UNDER = Wording("under", _under, Argument.LIMIT)
ABOUT = Wording("about", _about, Argument.LIMIT)
