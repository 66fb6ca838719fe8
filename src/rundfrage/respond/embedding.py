"""Embedding: which pages of other sites may show the survey in a frame, and when none may."""

from __future__ import annotations

from urllib.parse import urlsplit

from rundfrage.errors import Problem
from rundfrage.locales import message
from rundfrage.questionnaire.model import Participation
from rundfrage.respond.settings import LOOPBACK, Settings, origin_of

_ANYBODY = (Participation.OPEN, Participation.CODES)


def embedder_of(address: str) -> str:
    """The origin of pages that may show the survey; raises a Problem if it can't be one of those.

    A page that came unencrypted could be anybody's by the time it arrives.
    """
    try:
        origin = origin_of(address)
    except Problem:
        origin = ""
    here = urlsplit(origin).hostname in LOOPBACK
    if not origin or not (here or origin.startswith("https://")):
        raise Problem(
            "bad-embed",
            found=message(
                "Pages of {address} can't be allowed to show the survey.", address=address[:100]
            ),
            expected=message("https and a name, as https://www.example.org."),
            mend=message(
                "Leave out what stands behind the name; pages without https can't embed a survey."
            ),
        )
    return origin


def require_embeddable(settings: Settings, level: Participation) -> None:
    """Raise a Problem if no frame of another site could hold the survey, or none should."""
    if not settings.secure:
        raise Problem(
            "embed-without-https",
            found=message("The survey is at {origin}, without encryption.", origin=settings.origin),
            expected=message("https: in frames of other sites browsers send no other cookie."),
            mend=message(
                "Put nginx or Caddy with a certificate before it, and name that as the origin."
            ),
        )
    if level not in _ANYBODY:
        raise Problem(
            "embed-by-invitation",
            found=message(
                'People take part by invitation (participation "{level}").', level=level.value
            ),
            expected=message(
                'participation "open" or "codes": an invitation leads to the survey itself.'
            ),
            mend=message("Name no pages that may show it."),
        )
