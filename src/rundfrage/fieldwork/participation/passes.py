"""Passes: the codes on slips and in letters.

A code may be read from paper and typed, so it is short: 60 random bits in the letters and digits
that are hard to mistake (those of Crockford's base 32), with a check character that tells a slip of
the finger from a code that isn't valid. Letters of earlier versions hold a token of 256 random
bits.
"""

from __future__ import annotations

import re
import secrets

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_BASE = len(_ALPHABET)
_VALUES = {letter: value for value, letter in enumerate(_ALPHABET)}
_READ_AS = str.maketrans("OIL", "011")
_RANDOM_LETTERS = 12
_GROUPS = (4, 8)
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
_BETWEEN = re.compile(r"[\s\-\u2010-\u2015\u200e\u200f._]+")
LONGEST = 200
"""Longer input is no pass."""


def draw_codes(count: int) -> list[str]:
    """As many new and different codes, in groups as they are printed: 7K3M-9QX2-HD4TV."""
    codes: set[str] = set()
    while len(codes) < count:
        letters = "".join(secrets.choice(_ALPHABET) for _ in range(_RANDOM_LETTERS))
        codes.add(letters + _check_letter(letters))
    return [_grouped(code) for code in codes]


def link_with(code: str, origin: str) -> str:
    """The link by which the code comes to the survey at the origin.

    What stands behind the # stays in the browser: no server, and no log of one, gets to see it.
    """
    return f"{origin}/#code={code}"


def read_pass(presented: str) -> str | None:
    """The pass in its one spelling, however it was typed; None if it is none."""
    if len(presented) > LONGEST:
        return None
    if _TOKEN.fullmatch(presented.strip()):
        return presented.strip()
    letters = _BETWEEN.sub("", presented).upper().translate(_READ_AS)
    if len(letters) != _RANDOM_LETTERS + 1 or not set(letters) <= set(_ALPHABET):
        return None
    if _check_letter(letters[:-1]) != letters[-1]:
        return None
    return letters


def _grouped(code: str) -> str:
    first, second = _GROUPS
    return f"{code[:first]}-{code[first:second]}-{code[second:]}"


def _check_letter(letters: str) -> str:
    """The letter by Luhn's rule to the base 32, which finds every single letter mistaken.

    It also finds two neighbours exchanged, but for one pair of letters (0 and Z).
    """
    total = 0
    for place, letter in enumerate(reversed(letters)):
        value = _VALUES[letter] * (2 if place % 2 == 0 else 1)
        total += value // _BASE + value % _BASE
    return _ALPHABET[-total % _BASE]
