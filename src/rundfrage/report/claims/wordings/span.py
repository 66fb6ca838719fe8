"""From the smallest to the largest: `{range: q4.mean}` prints both ends."""

from __future__ import annotations

from rundfrage.errors import Problem
from rundfrage.locales import message
from rundfrage.report.claims.evidence import Evidence
from rundfrage.report.claims.phrases import phrases_in
from rundfrage.report.claims.sentence import Assertion
from rundfrage.report.claims.wordings.wording import Wording
from rundfrage.report.deck import Part
from rundfrage.report.words import compose


def _range(assertion: Assertion, evidence: Evidence) -> tuple[Part, ...]:
    quantities = evidence.every(assertion.bindings)
    if len({one.measure for one in quantities}) > 1:
        raise Problem(
            "claim-mixed",
            found=message(
                "{{{assertion}}} speaks of numbers of different kinds.", assertion=assertion
            ),
            expected=message("numbers of one kind: shares, means or counts."),
            mend=message("Make a wording of its own for each kind."),
        )
    low = min(quantities, key=lambda one: one.exact)
    high = max(quantities, key=lambda one: one.exact)
    if low.figure.text == high.figure.text:
        return (low.figure,)
    return compose(phrases_in(evidence.language)["span"], low=low.figure, high=high.figure).parts


RANGE = Wording("range", _range)
