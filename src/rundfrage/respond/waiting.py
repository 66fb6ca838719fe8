"""Waiting: how somebody begins whose browser runs no script that could prove its work.

They are handed a *ticket* for the one interview that their form can begin, wait for some seconds
and press again. The ticket says when it was handed out and is sealed with a key that the server
draws when it starts and forgets when it ends; so nothing is stored of anybody, and who comes with a
ticket of an earlier start waits once more. Many can wait at once, which costs a machine nothing: so
a process lets in no more of them than `Rates.waited`.
"""

from __future__ import annotations

import time
from hashlib import sha256
from hmac import compare_digest, digest

SECONDS = 10
"""So long somebody waits; the page says it in words."""
_SHOWN = 32


def ticket(seal: bytes, token: str, key: str) -> str:
    """A ticket for the interview that a form with this token and key begins."""
    return _sealed(seal, token, key, int(time.monotonic()))


def is_ticket(seal: bytes, token: str, key: str, words: str) -> bool:
    """Whether it is a ticket for that interview, handed out since the server's start."""
    moment = words.partition(".")[0]
    if not (moment.isascii() and moment.isdecimal() and len(moment) < _SHOWN):
        return False
    return compare_digest(words.encode(), _sealed(seal, token, key, int(moment)).encode())


def is_over(words: str) -> bool:
    """Whether the time of a ticket is over."""
    # A moment is cut to whole seconds.
    return time.monotonic() - int(words.partition(".")[0]) >= SECONDS + 1


def _sealed(seal: bytes, token: str, key: str, moment: int) -> str:
    # The machine's clock since its start is the same for all processes, and nobody sets it.
    words = f"{moment}:{token}:{key}".encode()
    return f"{moment}.{digest(seal, words, sha256).hex()[:_SHOWN]}"
