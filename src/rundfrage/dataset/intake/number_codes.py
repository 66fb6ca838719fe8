"""Numbers that are no quantities, so that their mean says nothing: two codes, versions, codes."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from rundfrage.dataset.account import Certainty
from rundfrage.dataset.intake.layout import Heading
from rundfrage.dataset.intake.scales import folded
from rundfrage.locales import Message, message
from rundfrage.patterns import pattern

_PAIRS = (frozenset([0.0, 1.0]), frozenset([1.0, 2.0]))
_VERSION = pattern(r"\b(versions?|versione|versión|versão|wersj[aięy]|sürüm\w*|версия)\b")
_WHICH = pattern(
    r"\b(?:which|what|welche[rsn]?|quelles?|qu[ée]|cuál|qual|quale|jaka|jakiej|hangi|как\w+)\b[^,;.]*"
    r"\b(?:version|versión|versão|versione|wersj\w+|sürüm\w*|версия|версию)"
)
"""A question for a version: "Which version do you use?"."""
_SHORT, _LONG = 4, 15
"""Words of a name, and of a question; longer texts may speak of versions as of other things."""
_CUT = pattern(r"(\d{1,3})\.(\d{1,2})")
_MOST = 40
OF_VERSIONS = message("It holds numbers of versions.")


_LARGE = 1_000
_YEARS = (1_900, 2_100)
_OFTEN = 5
_FEWEST = 3


def may_name(counts: Mapping[float, int]) -> bool:
    """True for large whole numbers that come again and again though they are not rounded.

    Quantities of that size are rounded, or hardly two are alike; years are neither.
    """
    given = sum(counts.values())
    if len(counts) < _FEWEST or len(counts) * _OFTEN > given:
        return False
    if not all(value == int(value) and value >= _LARGE for value in counts):
        return False
    rounded = sum(count for value, count in counts.items() if value % 10 == 0)
    years = all(_YEARS[0] <= value <= _YEARS[1] for value in counts)
    return not years and rounded * 2 < given


def versions(words: Collection[str]) -> Certainty | None:
    """How surely cells such as 3.7, 3.10 and 3.11 are no decimals, which have no last zero.

    They are none where what stands behind the point counts on; None if nothing shows it.
    """
    if len(words) > _MOST:
        return None
    cut = [match for word in words if (match := _CUT.fullmatch(word))]
    lengths = {len(match[2]) for match in cut}
    zero = any(len(match[2]) > 1 and match[2].endswith("0") for match in cut)
    if len(cut) < len(words) or len(lengths) < 2 or not zero:  # noqa: PLR2004  all are alike
        return None
    parts: dict[str, set[int]] = {}
    for match in cut:
        parts.setdefault(match[1], set()).add(int(match[2]))
    counted = all(max(some) - min(some) < 2 * len(some) for some in parts.values())
    return Certainty.LIKELY if counted and len(parts) < len(cut) else Certainty.DOUBTFUL


def in_parts(word: str) -> tuple[int, ...]:
    """The numbers of a version, by which it is sorted: 3.7 comes before 3.10."""
    return tuple(map(int, re.findall(r"\d+", word)))


def dialled(words: Collection[str]) -> bool:
    """True if a plus stands before all the numbers, as before the codes of countries."""
    return all(word.startswith("+") for word in words)


def _asks_version(heading: Heading, values: Collection[float]) -> bool:
    """True if the heading asks for a version: it names little else, or the cells have points."""
    words = folded(f"{heading.label} {heading.item_label}")
    if not _VERSION.search(words):
        return False
    cut = any(value != int(value) for value in values)
    count = len(words.split())
    return cut or count <= _SHORT or (count <= _LONG and _WHICH.search(words) is not None)


def why_codes(heading: Heading, values: Collection[float], *, coded: bool) -> Message | None:
    """Why these numbers of a column stand for answers, None if they may be quantities.

    `coded` is True if the file writes answers as numbers that nothing explains.
    """
    different = frozenset(values)
    once = len(different) == len(values)  # 1 and 1.0 are one number, and no two answers
    if once and different in _PAIRS:
        return message("It holds two numbers, as the codes of two answers are.")
    if len(different) <= _MOST and _asks_version(heading, different):
        return OF_VERSIONS
    whole = all(value == int(value) and 0 <= value <= _MOST for value in different)
    if coded and once and whole:
        return message("The file writes answers as codes.")
    return None
