"""The admission: the pass that an interview was begun by is looked at first, and spent at its end.

Whoever has a pass may begin as often as they like; the first interview that is ended by it counts.
So a look into somebody's mail uses no invitation up, and doesn't tell whether it was used: what
comes later is taken with the same words, and kept as REPEATED. Until the end the pass lies in the
respondent's cookie alone. At the level blind it was spent for the ticket before.
"""

from __future__ import annotations

from collections.abc import Mapping

from rundfrage.fieldwork.participation import Admission
from rundfrage.fieldwork.participation.passes import read_pass
from rundfrage.questionnaire.model import Participation
from rundfrage.respond.door import Door, first
from rundfrage.respond.form import Form, Refused
from rundfrage.respond.visit import Visit

UNKNOWN: Mapping[Participation, str] = {
    Participation.CODES: "code-unknown",
    Participation.EXCHANGE: "invitation-unknown",
}
"""What is said of a pass that isn't valid, at the levels that spend one at the end."""


def presented(form: Form) -> str:
    """The pass in a form as it was typed; earlier versions' forms call it `invitation`."""
    return first(form, "code") or first(form, "invitation")


async def is_valid(door: Door, typed: str) -> bool:
    """Whether it is a pass of this survey, used or not."""
    if door.gate is None:
        raise Refused(503)
    return await door.gate.valid(typed)


async def is_own(door: Door, visit: Visit, typed: str) -> bool:
    """Whether the interview of this browser was begun by the pass."""
    if visit.interview is None or visit.credential is None:
        return False
    if visit.credential.pass_:
        return visit.credential.pass_ == read_pass(typed)
    # Begun when passes were spent at the beginning, or gone on with by a return code.
    return door.gate is not None and await door.gate.spent_by(typed, visit.credential.secret)


async def admission(door: Door, visit: Visit, typed: str = "") -> Admission:
    """What the gate says to the end of the interview, by the cookie's pass or the one typed.

    ADMITTED where no pass is owed, MISTYPED where there is none.
    """
    if visit.interview is None or visit.credential is None or not visit.interview.owes_pass:
        return Admission.ADMITTED
    if door.gate is None:
        raise Refused(503)
    return await door.gate.admit(visit.credential.pass_ or typed, visit.credential.secret)
