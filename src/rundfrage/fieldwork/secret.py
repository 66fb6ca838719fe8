"""The secret of an interview, which only the respondent has, and the name that follows from it.

Between them stands the *proof*: it follows from the secret, and the name from it. Whoever knows the
name alone can find neither. So whoever shows the proof may do with the interview what nobody else
may, go on with it and withdraw it, and whoever sees the proof still can't find the secret, with
which a browser takes an interview up again.

Interviews that began with earlier versions are named by the secret itself, which is their proof.
"""

from __future__ import annotations

from hashlib import sha256

NAME_DIGITS = 32


def token_of(secret: str) -> str:
    """32 hexadecimal digits that tell nothing of the proof, nor of the name."""
    return sha256(_former(secret).encode()).hexdigest()[NAME_DIGITS:]


def proof_of(secret: str, *, former: bool = False) -> str:
    """What shows that somebody has the secret; `former` is the rule of earlier versions."""
    return _former(secret) if former else sha256(f"proof:{secret}".encode()).hexdigest()


def name_of(secret: str, *, former: bool = False) -> str:
    """The name of the interview in the journal: the beginning of its proof's hash."""
    return sha256(proof_of(secret, former=former).encode()).hexdigest()[:NAME_DIGITS]


def _former(secret: str) -> str:
    return f"interview:{secret}"
