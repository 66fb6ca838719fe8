"""Proof of work: what a browser has spent before it begins an interview at the level open.

A browser looks for eight hexadecimal digits that, behind the token and the key of its form, have a
SHA-256 that begins with as many zero bits as are asked for (Back 2002, "Hashcash"). It takes about
2 to the power of the bits trials to find them, and one hash to check. Token and key name the one
interview that the form can begin: so what was found begins no other one, the server remembers
nothing, and nobody else is asked.
"""

from __future__ import annotations

from hashlib import sha256

USUAL_BITS = 16
"""About a second on an old phone, a tenth of one on a desk."""
MOST_BITS = 22
"""A minute on an old phone."""
DIGITS = 8
_HEXADECIMAL = frozenset("0123456789abcdef")


def is_proved(token: str, key: str, digits: str, bits: int) -> bool:
    """Whether the digits were found for this form."""
    if len(digits) != DIGITS or not _HEXADECIMAL.issuperset(digits):
        return False
    return zero_bits(sha256(f"{token}{key}{digits}".encode()).digest()) >= bits


def zero_bits(digest: bytes) -> int:
    """With how many zero bits the digest begins."""
    return 8 * len(digest) - int.from_bytes(digest).bit_length()
