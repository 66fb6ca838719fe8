"""What stands out of the whole survey: the largest share, the smallest end of a scale, the divided.

Each prints the share that it names, and holds only if no other question has one that goes further.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rundfrage.errors import Problem
from rundfrage.locales import message
from rundfrage.report.claims.evidence import Evidence
from rundfrage.report.claims.sentence import Assertion
from rundfrage.report.claims.standing import Standing, divided, shares, upper_ends
from rundfrage.report.claims.wordings.wording import Wording, false, listed, require_apart
from rundfrage.report.deck import Part


def _first_of(
    order: Callable[[Evidence, str], Iterable[Standing]], assertion: Assertion, evidence: Evidence
) -> tuple[Part, ...]:
    """The figure of the binding, if it is in front of that order."""
    (binding,) = assertion.bindings
    quantity = evidence.quantity(binding)
    ordered = list(order(evidence, binding.subgroup))
    own = next((one for one in ordered if one.binding.path == binding.path), None)
    if own is None:
        raise Problem(
            "claim-no-order",
            found=message("{binding} has no place in an order of the survey.", binding=binding),
            expected=message(
                "a share on a question that at least 30 people of the group answered."
            ),
            mend=message("See docs/reference/claims.md for each wording with examples."),
        )
    before = [one for one in ordered[: ordered.index(own)] if one.value != own.value]
    equal = [one for one in ordered if one.value == own.value and one.block is not own.block]
    if before or equal:
        others = [evidence.quantity(one.binding) for one in (before or equal)[:3]]
        raise false(
            assertion,
            message("{others} against {own}.", others=listed(others), own=listed([quantity])),
            message("In front is {binding}.", binding=ordered[0].binding)
            if before
            else message("Say of both that they are in front."),
        )
    rival = next((one for one in ordered if one.block is not own.block), None)
    if rival is not None:
        require_apart(assertion, quantity, evidence.quantity(rival.binding), evidence)
    return (quantity.figure,)


def _highest(assertion: Assertion, evidence: Evidence) -> tuple[Part, ...]:
    return _first_of(shares, assertion, evidence)


def _lowest(assertion: Assertion, evidence: Evidence) -> tuple[Part, ...]:
    return _first_of(upper_ends, assertion, evidence)


def _divided(assertion: Assertion, evidence: Evidence) -> tuple[Part, ...]:
    return _first_of(divided, assertion, evidence)


HIGHEST = Wording("highest", _highest, most=1)
LOWEST = Wording("lowest", _lowest, most=1)
DIVIDED = Wording("divided", _divided, most=1)
