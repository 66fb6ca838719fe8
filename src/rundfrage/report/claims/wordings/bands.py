"""Word bands: `{band: q4.regional.mean}` says in the author's words where a number lies."""

from __future__ import annotations

from rundfrage.errors import Problem, did_you_mean
from rundfrage.locales import message
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
            found=message("There is no list of bands {name}.", name=name)
            if name
            else message("No list of bands is named."),
            expected=message("one of {known}.", known=", ".join(known))
            if known
            else message("a list under bands in the front matter."),
            mend=did_you_mean(name, known)
            or message(
                "Write in the front matter: bands, and indented below it opinion: [1 .. 2.5 "
                "= good, 2.5 .. 5 = poor]."
            ),
        )
    quantities = evidence.every(assertion.bindings)
    found = [band_of(known[name], float(one.percent)) for one in quantities]
    bare = [one for one, band in zip(quantities, found, strict=True) if band is None]
    if bare:
        raise Problem(
            "claim-no-band",
            found=message("{bare}: no band of {name} holds it.", bare=listed(bare), name=name),
            expected=message("bands for every number that the question can have."),
            mend=message("Add a band in the front matter."),
        )
    words = {band.words for band in found if band is not None}
    if len(words) > 1:
        raise false(
            assertion,
            message(
                "{quantities} lie in different bands: {words}.",
                quantities=listed(quantities),
                words=", ".join(sorted(words)),
            ),
            message("Speak of them one by one."),
        )
    return (capitalised(words.pop(), assertion),)


BAND = Wording("band", _band, Argument.NAME)
