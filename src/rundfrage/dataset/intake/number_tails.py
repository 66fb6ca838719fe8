"""What stands behind the numbers of a column alike: 12,5/20, 1200/month, 54 years old.

The numbers are read without it where all cells say the same, as marks out of one total or sums of
one period; how old somebody is may be said in several ways.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rundfrage.dataset.cells import parsed_number
from rundfrage.dataset.words.vocabulary import fold
from rundfrage.patterns import pattern

_TAIL = pattern(
    r"(?P<body>.*\d[^\w/]*?[.,]?)\s*(?P<tail>(?:[$€£¥₹₽₺]|[^\W\d_]{1,4}\.?)?\s*"
    r"(?:/|(?<=[\s\d$€£])(?:per|pro|par|por|al|na|im|p\.)\s?)\s*[^\W\d_]{1,10}\.?)"
)
_OUT_OF = pattern(r"(?P<body>\d+(?:[.,]\d+)?)\s?/\s?(?P<total>\d{1,3})")
_TOTALS = frozenset({10, 15, 20, 25, 30, 40, 50, 60, 80, 90, 100, 120, 150, 200})
"""What marks are given out of: 3/12 may be a month, and 18/21 two years."""
_AGED = pattern(
    r"(?P<body>\d+)(?:\s?(?P<unit>[^\W\d_]+)\.?\s+(?:old|of age|alt)"
    r"|\s?(?:y\.?/?o\.?|yaşında\w*))\.?",
    re.IGNORECASE,
)
_YEARS = "years"


def said_aged(word: str) -> str:
    """The cell with nothing but a unit behind its number: 54 years for 54 years old."""
    match = _AGED.fullmatch(word)
    return word if match is None else f"{match['body']} {match['unit'] or _YEARS}"


def without_tails(words: Sequence[str]) -> Mapping[str, str] | None:
    """The cells without what all of them have behind their numbers; None if they differ."""
    if not words or ("/" not in words[0] and " " not in words[0]):
        return None
    for form, group in ((_OUT_OF, "total"), (_TAIL, "tail")):
        if form.fullmatch(words[0]) is None:
            continue
        matches = {word: form.fullmatch(word) for word in words}
        known = {word: match for word, match in matches.items() if match}
        tails = {re.sub(r"\s", "", fold(match[group])) for match in known.values()}
        if len(known) < len(words) or len(tails) > 1:
            return None
        bodies = {word: match["body"].strip() for word, match in known.items()}
        if form is _OUT_OF and not _within(list(bodies.values()), int(tails.pop())):
            return None
        return bodies
    return None


def _within(bodies: Sequence[str], total: int) -> bool:
    """True if the marks go up to the total at most, which is one that marks have."""
    return total in _TOTALS and all((parsed_number(one) or 0) <= total for one in bodies)
