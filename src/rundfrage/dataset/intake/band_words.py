"""Labels of bands with digits for what says a number otherwise, and the words that bound a number.

"8:30 - 10:00" is "8.5 - 10", "4½" "4.5", "less than a year" "less than 1 year", "a few days"
"3 days", ">= 65" "≥ 65"; "none" is 0, "just me" 1, "two" 2, and ★★★☆☆ three stars.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import chain

from rundfrage.dataset.cells import clean
from rundfrage.dataset.words import VOCABULARIES
from rundfrage.dataset.words.bounds import EARLIER, FEW, GRADES, LATER, NUMBERS, ONES, ZEROS
from rundfrage.dataset.words.pictures import ROW
from rundfrage.dataset.words.vocabulary import fold
from rundfrage.patterns import pattern


def _any(words: Collection[str]) -> str:
    """A pattern of any of the words, the longest first; letters don't go on behind one."""
    return "|".join(
        re.escape(word) + (r"(?!\w)" if word[-1].isalpha() else "")
        for word in sorted(words, key=lambda word: (-len(word), word))
    )


BELOW = EARLIER.union(*(one.below for one in VOCABULARIES))
ABOVE = LATER.union(*(one.above for one in VOCABULARIES)) - BELOW
BOUNDS = _any(BELOW | ABOVE)
DIGITS = (
    r"\d{1,3}(?:,\d\d)+,\d{3}(?!\d)|\d{1,3}(?:[.,'\u00a0\u202f\u2009 ]\d{3})+(?!\d)|\d+(?:[.,]\d+)?"
)
LESS = pattern(
    r"(?<!\w)(?:or less|or fewer|or under|or younger|and under|and below|or below|und weniger"
    r"|oder weniger|oder jünger|und jünger|ou moins|et moins|o menos|o meno|lub mniej|i mniej"
    r"|ve alti|altinda|alti|yaşindan küçük|[dt][ae]n (?:az|küçük)|и меньше|или меньше|і менше"
    r"|або менше|او اقل|فاقل"
    r"|و کمتر|یا کمتر|به پایین)(?!\w)|(?:以下|以内|이하|미만)\s*$"
)
MORE = pattern(
    r"(?<!\w)(?:(?:or|and) (?:more|over|older|above|up|greater|higher|longer)"
    r"|(?:und|oder) (?:mehr|älter|darüber|länger|höher)|(?:et|ou) plus|y más|o más|ou mais|e mais"
    r"|[eo] più|e oltre|(?:i|lub) więcej|i starsi|ve üzeri|ve daha fazla|ve üstü|üstü|üzeri|üstünde"
    r"|[dt][ae]n (?:fazla|büyük)"
    r"|and after|or after|and later|or later|und später|et après|y después|и позже"
    r"|و بالاتر|و بیشتر|یا بیشتر|به بالا"
    r"|(?:и|или) (?:более|больше|старше)|(?:і|або|та) (?:більше|старше)|او اكثر|فاكثر)(?!\w)"
    r"|(?:或)?(?:以上|及以上)|이상|초과"
)
_CLOCK = pattern(r"(?<![\d:])(\d{1,2}):([0-5]\d)(?![\d:])")
SPANS = {word: size for one in VOCABULARIES for word, size in one.spans.items()}
_ONES = _any(list(chain.from_iterable(one.one for one in VOCABULARIES)))
_SPAN = rf"(?=(?:{_any(SPANS)}))"
_ONE_SPAN = pattern(rf"^(?:({BOUNDS})\s*(?:(?:{_ONES})\s+)?|(?:{_ONES})\s+){_SPAN}")
_FEW_SPANS = pattern(rf"^(?:{_any(FEW)})\s+{_SPAN}")
_COUNTED_UP = pattern(rf"^(?:{_any(GRADES)})\s+(?=\d{{1,2}}(?!\d))")
_BRACKETED = pattern(r"^(?:\((-?\d{1,3})\)|(-?\d{1,3})\))\s*")
_FRACTIONS = {"½": ".5", "¼": ".25", "¾": ".75"}
_DECADES = pattern(
    r"^(?:years|jahre|(?:les )?années|años|anos|(?:gli )?anni|lata|годы|роки)\s+"
    r"(?:(?=\d{4})|(?=(\d\d)(?!\d)))"
)
_FEWEST = 2
_NUMBER_WORDS = frozenset(chain.from_iterable(NUMBERS)) - ZEROS


def in_digits(label: str) -> str:
    """The label, folded, with digits for what says a number otherwise.

    "8:30 - 10:00" is "8.5 - 10", "4½" "4.5", "less than a year" "less than 1 year", "a few days"
    "3 days", ">= 65" "≥ 65".
    """
    plain = _BRACKETED.sub(r"\1\2 ", fold(clean(label)))
    plain = plain.replace(">=", "≥").replace("<=", "≤")
    for sign, digits in _FRACTIONS.items():
        plain = re.sub(rf"(?<!\d){sign}", f"0{digits}", plain).replace(sign, digits)
    plain = _CLOCK.sub(lambda at: f"{int(at[1]) + int(at[2]) / 60:.4g}", plain)
    plain = _FEW_SPANS.sub(
        "3 ", _DECADES.sub(lambda at: "19" if at[1] else "", _COUNTED_UP.sub("", plain))
    )
    return _ONE_SPAN.sub(lambda at: f"{at[1] or ''} 1 ".lstrip(), plain)


def graded_up(labels: Sequence[str]) -> bool:
    """True if all the labels are a level and its number: grade 9, grade 10."""
    return all(_COUNTED_UP.match(fold(clean(label))) for label in labels)


def number_in_words(label: str) -> str:
    """The label with digits for the number it begins with in words; empty if with none."""
    word = fold(clean(label))
    if word in ZEROS:
        return "0"
    if any(word == one or word.startswith((f"{one} -", f"{one},", f"{one} (")) for one in ONES):
        return "1"
    first, _, rest = word.partition(" ")
    for table in NUMBERS:
        if first in table and (not rest or not rest[0].isdigit()):
            return f"{table[first]} {rest}".strip()
    return ""


def is_number_word(label: str) -> bool:
    """True for a word for a number that isn't "none" or "just me"."""
    return fold(clean(label)).partition(" ")[0] in _NUMBER_WORDS


def by_signs(labels: Sequence[str]) -> tuple[tuple[str, ...], tuple[int, ...]] | None:
    """Rows of one sign, by how often it stands there: ★, ★★, ★★★☆☆."""
    found = [ROW.fullmatch(clean(label)) for label in labels]
    if len(labels) < _FEWEST or not all(found):
        return None
    known = [match for match in found if match]
    counts = [match[1].count(match["sign"]) for match in known]
    if len({match["sign"] for match in known}) > 1 or len(set(counts)) < len(counts):
        return None
    ordered = sorted(zip(counts, labels, strict=True))
    return tuple(label for _, label in ordered), tuple(count for count, _ in ordered)
