"""Preparing: at the level open, what somebody brings along who begins an interview.

Either the proof of their browser's work or, where no script runs, a ticket whose time is over. Who
has neither is shown a page that says how it goes on; nothing was typed by then, so nothing is lost.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from rundfrage.questionnaire.model import Participation
from rundfrage.respond import waiting
from rundfrage.respond.door import Door, first, is_key, new_key, page
from rundfrage.respond.form import Form
from rundfrage.respond.pages.offered import Preparation
from rundfrage.respond.proof import is_proved
from rundfrage.respond.visit import Visit, level_of


def bits_for(door: Door, visit: Visit) -> int:
    """How many zero bits the proof of a beginning has; 0 if none is asked for."""
    asked = level_of(visit) is Participation.OPEN and not door.preview
    return door.settings.proof_of_work if asked else 0


def still_to_come(door: Door, request: Request, visit: Visit, form: Form) -> Response | None:
    """The page of somebody who can't begin yet; None if they can."""
    bits = bits_for(door, visit)
    token, key, proof = first(form, "token"), first(form, "key"), first(form, "proof")
    if not bits or (is_key(key) and is_proved(token, key, proof, bits)):
        return None
    # Without a key of ours a form would begin another interview each time.
    key = key if is_key(key) else new_key()
    seal, ticket = door.settings.seal, first(form, "ticket")
    word = ""
    if not waiting.is_ticket(seal, token, key, ticket):
        ticket = waiting.ticket(seal, token, key)
    elif not waiting.is_over(ticket):
        word = "waiting-early"
    elif door.lets_one_in_who_waited(ticket):
        return None
    else:
        word = "waiting-many"
    preparation = Preparation(
        token=token,
        key=key,
        bits=bits,
        ticket=ticket,
        keep=first(form, "keep"),
        notice=visit.edition.pages.word(visit.language, word) if word else "",
        # A browser whose proof was refused would be sent round and round.
        by_itself=not proof,
    )
    return page(request, visit.edition.pages.preparing(visit.language, preparation))
