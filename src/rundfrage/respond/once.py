"""One answer a browser, where a survey wishes it: the browser says that answers were sent from it.

It is a wish, for another browser knows nothing of it, and it says that by a word that is the same
in all browsers. Where people have a pass, that is what counts once.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from rundfrage.questionnaire.model import Participation
from rundfrage.respond.door import Door, cookie_named
from rundfrage.respond.visit import Visit, level_of


def has_answered(door: Door, request: Request, visit: Visit) -> bool:
    """Whether answers were sent from the browser, which may send them once."""
    return _wished(door, visit) and bool(cookie_named(request, door.answered))


async def note_answered(door: Door, response: Response, visit: Visit, *, sent: bool) -> None:
    """Have the browser say that answers were sent from it; or not any more."""
    if _wished(door, visit):
        word, seconds = ("yes", await door.kept_for()) if sent else ("", 0)
        said = f"{door.answered}={word}; {door.settings.cookie_rules}; Max-Age={seconds}"
        response.headers.append("set-cookie", said)


def _wished(door: Door, visit: Visit) -> bool:
    return door.settings.once and not door.preview and level_of(visit) is Participation.OPEN
