"""Numbers as respondents type them: digits of any script, with the marks of the page's language.

In German 1.500,5 and in English 1,500.5 are the same number; a space, a narrow one and an
apostrophe may part thousands in any language. A mark that can't part thousands where it stands is
taken for a decimal mark, so that 2.5 is understood on a German page. Nothing is guessed beyond
that: 50.0 is 50 where a whole number is asked for, but 1.000, which may be a thousand, never 1.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from unicodedata import decimal as digit

from rundfrage.text import number_marks

_LONGEST = 10_000
_GROUP = 3
_SPACES = " \u00a0\u2009\u202f'’"
_UNSEEN = str.maketrans("", "", "\u200e\u200f\u061c\u202a\u202b\u202c\u2066\u2067\u2068\u2069")
_FOREIGN = re.compile(r"([+-]?)([0-9]*)()[.,]([0-9]+)")


def western(typed: str) -> str:
    """The typed characters with the digits 0 to 9 for those of other scripts.

    Surrounding spaces, and the signs that only tell the direction of writing, are left out. What
    is longer than any number stays as it is.
    """
    if not typed.isascii() and len(typed) <= _LONGEST:
        typed = "".join(
            str(digit(one)) if one.isdecimal() else one for one in typed.translate(_UNSEEN)
        )
    return typed.strip()


def number_in(typed: str, language: str, places: int | None = None) -> Decimal | None:
    """The number, with as many decimals as were typed; None if it is none.

    Zeros that end it are left out beyond `places` decimals, unless the decimals may be thousands.
    """
    if len(typed) > _LONGEST:
        return None
    decimal_mark, _ = number_marks(language)
    plain = western(typed)
    if not plain.isascii():
        for other, mark in (("−", "-"), ("–", "-"), ("٫", decimal_mark), ("٬", " "), ("،", ",")):
            plain = plain.replace(other, mark)
    match = _own(language).fullmatch(plain) or _FOREIGN.fullmatch(plain)
    if match is None:
        return None
    sign, whole, _, part = match.groups(default="")
    digits = re.sub("[^0-9]", "", whole)
    if not digits + part:
        return None
    if places is not None and len(part) != _GROUP and not part[places:].strip("0"):
        part = part[:places]
    number = Decimal(f"{digits or 0}.{part}" if part else digits or 0)
    return -number if sign == "-" and number else number


def number_written(number: Decimal, language: str) -> str:
    """The number as one would type it: all decimals, no mark between thousands."""
    return f"{number:f}".replace(".", number_marks(language)[0])


def number_shown(number: Decimal, language: str) -> str:
    """The number as one reads it: all decimals, a real minus, from 10,000 on marks in thousands."""
    decimal_mark, thousands_mark = number_marks(language)
    whole, point, part = f"{abs(number):f}".partition(".")
    if len(whole) > _GROUP + 1:
        whole = f"{int(whole):,}".replace(",", thousands_mark)
    sign = "\u2212" if number < 0 else ""
    return f"{sign}{whole}{decimal_mark if point else ''}{part}"


def decimals(number: Decimal) -> int:
    """How many decimals the number is written with."""
    return max(0, -int(number.as_tuple().exponent))


@lru_cache(maxsize=64)
def _own(language: str) -> re.Pattern[str]:
    decimal_mark, thousands_mark = number_marks(language)
    marks = re.escape(_SPACES + thousands_mark)
    grouped = rf"[1-9][0-9]{{0,2}}([{marks}])[0-9]{{3}}(?:\3[0-9]{{3}})*"
    return re.compile(rf"([+-]?)([0-9]*|{grouped})(?:{re.escape(decimal_mark)}([0-9]*))?")
