"""The secret of an interview, which only the respondent has, and the name that follows from it.

Whoever knows the name alone can't find the secret. So whoever shows the secret may do with the
interview what nobody else may: go on with it, and withdraw it.
"""

from __future__ import annotations

from hashlib import sha256

NAME_DIGITS = 32


def hash_of(secret: str) -> str:
    """64 hexadecimal digits, of which the first half is the name of the interview.

    The other half tells nothing of the first, and is free for another use.
    """
    return sha256(f"interview:{secret}".encode()).hexdigest()


def name_of(secret: str) -> str:
    """The name of the interview in the journal."""
    return hash_of(secret)[:NAME_DIGITS]
