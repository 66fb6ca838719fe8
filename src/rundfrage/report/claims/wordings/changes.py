"""Risen, fallen, unchanged: one number in two waves.

`{risen: q2.top2}` speaks of the wave before and today's, `{risen: q2.top2[wave=2018]}` of that wave
and today's, `{risen: q2.top2[wave=2018], q2.top2[wave=2020]}` of these two. The test is that of
`more`, of two samples that were drawn apart. That nothing changed needs more than a test that finds
nothing, which small samples always give: the numbers themselves must be near each other.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import partial

from rundfrage.errors import Problem
from rundfrage.locales import message
from rundfrage.report.charts.rows import best_end
from rundfrage.report.claims.evidence import Evidence
from rundfrage.report.claims.phrases import phrases_in
from rundfrage.report.claims.quantity import Measure, Quantity
from rundfrage.report.claims.sentence import Assertion, Binding
from rundfrage.report.claims.testing import LEVEL
from rundfrage.report.claims.waves import in_wave, wave_in
from rundfrage.report.claims.wordings.differences import (
    pair_of,
    require_significance,
    significance,
)
from rundfrage.report.claims.wordings.wording import Wording, capitalised, false, listed
from rundfrage.report.deck import Part

NAMES = ("risen", "fallen", "unchanged")
_NEAR = Fraction(3, 100)
"""How far an unchanged share may be from what it was; of a scale, the part of its width."""


def _moved(word: str, up: bool, assertion: Assertion, evidence: Evidence) -> tuple[Part, ...]:  # noqa: FBT001
    pair = spanned(assertion, evidence)
    before, now = pair_of(pair, evidence)
    if not (now.exact > before.exact if up else now.exact < before.exact):
        other = "fallen" if up else "risen"
        raise false(
            pair,
            listed([before, now]) + ".",
            message("Look whether {{{other}: …}} or {{unchanged: …}} holds.", other=other),
        )
    require_significance(pair, before, now, evidence)
    return (capitalised(phrases_in(evidence.language)(word), assertion),)


def _unchanged(assertion: Assertion, evidence: Evidence) -> tuple[Part, ...]:
    pair = spanned(assertion, evidence)
    before, now = pair_of(pair, evidence)
    if before.measure not in {Measure.SHARE, Measure.MEAN}:
        require_significance(pair, before, now, evidence)
    far = abs(now.exact - before.exact) > _near(pair.bindings[0], before, now, evidence)
    if far or significance(pair, before, now, evidence) < LEVEL:
        raise false(
            pair,
            listed([before, now]) + ".",
            message("Print both numbers, or look whether {{risen: …}} or {{fallen: …}} holds."),
        )
    return (capitalised(phrases_in(evidence.language)("unchanged"), assertion),)


def _near(binding: Binding, before: Quantity, now: Quantity, evidence: Evidence) -> Fraction:
    """How far apart the two may be: three points, or as much of the scale, or of the number."""
    if before.measure is Measure.SHARE:
        return _NEAR
    found = evidence.found(binding)
    best, worst = (1.0, 1.0) if found is None else best_end(found.block.variable)
    width = Fraction(abs(best - worst)) or max(abs(before.exact), abs(now.exact))
    return _NEAR * width


def spanned(assertion: Assertion, evidence: Evidence) -> Assertion:
    """The assertion with both its numbers, the earlier first; raises a Problem if it has none.

    One that speaks of no change stays as it is.
    """
    if assertion.name not in NAMES:
        return assertion
    names = (*evidence.earlier, evidence.wave)
    if not evidence.earlier:
        raise Problem(
            "claim-wave",
            found=message("{{{assertion}}} speaks of waves.", assertion=assertion),
            expected=message("earlier waves in the front matter of the report."),
            mend=message("Write for example wave: 2022, and 2018: ../survey-2018 below waves:"),
        )
    bindings = assertion.bindings
    if len(bindings) == 1:
        (one,) = bindings
        named = wave_in(one.subgroup)
        rest = one.subgroup if named is None else named[1]
        earlier = names[-2] if named is None else named[0]
        bindings = (
            replace(one, subgroup=in_wave(earlier, rest)),
            replace(one, subgroup=rest),
        )
    waves = [(wave_in(one.subgroup) or (evidence.wave,))[0] for one in bindings]
    for binding in bindings:
        evidence.home(binding)
    if names.index(waves[0]) >= names.index(waves[1]):
        raise Problem(
            "claim-wave",
            found=message(
                "{{{assertion}}} goes from {sooner} to {later}.",
                assertion=assertion,
                sooner=waves[0],
                later=waves[1],
            ),
            expected=message("an earlier wave first, then a later one."),
            mend=message("Write for example {{risen: q2.top2[wave={wave}]}}.", wave=names[0]),
        )
    return replace(assertion, bindings=bindings)


RISEN = Wording("risen", partial(_moved, "risen", True), most=2)  # noqa: FBT003
FALLEN = Wording("fallen", partial(_moved, "fallen", False), most=2)  # noqa: FBT003
UNCHANGED = Wording("unchanged", _unchanged, most=2)
