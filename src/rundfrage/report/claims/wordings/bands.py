"""Word bands: `{band: q4.regional.mean}` says in the author's words where a number lies."""

from __future__ import annotations

from rundfrage.errors import Problem, did_you_mean
from rundfrage.report.claims.bands import band_of
from rundfrage.report.claims.evidence import Evidence
from rundfrage.report.claims.sentence import Assertion
from rundfrage.report.claims.wordings.wording import (
    Argument,
    Wording,
    capitalised,
    false,
    listed,
)
from rundfrage.report.deck import Part


def _band(assertion: Assertion, evidence: Evidence) -> tuple[Part, ...]:
    known = evidence.bands
    name = assertion.argument or (next(iter(known)) if len(known) == 1 else "")
    if name not in known:
        raise Problem(
            "unknown-bands",
            found=f"There is no list of bands {name}." if name else "No list of bands is named.",
            expected=f"one of {', '.join(known)}."
            if known
            else "a list under bands in the front matter.",
            mend=did_you_mean(name, known)
            or "Write in the front matter: bands, and indented below it "
            "opinion: [1 .. 2.5 = good, 2.5 .. 5 = poor].",
        )
    quantities = evidence.every(assertion.bindings)
    found = [band_of(known[name], float(one.percent)) for one in quantities]
    bare = [one for one, band in zip(quantities, found, strict=True) if band is None]
    if bare:
        raise Problem(
            "claim-no-band",
            found=f"{listed(bare)}: no band of {name} holds it.",
            expected="bands for every number that the question can have.",
            mend="Add a band in the front matter.",
        )
    words = {band.words for band in found if band is not None}
    if len(words) > 1:
        raise false(
            assertion,
            f"{listed(quantities)} lie in different bands: {', '.join(sorted(words))}.",
            "Speak of them one by one.",
        )
    return (capitalised(words.pop(), assertion),)


BAND = Wording("band", _band, Argument.NAME)
