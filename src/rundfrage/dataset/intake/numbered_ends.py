"""Numbers within labels, before their words or behind: "low (1)", 2, 3, 4, "high (5)"."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from rundfrage.patterns import pattern

_BARE = pattern(r"-?\d{1,3}")
_BEHIND = pattern(
    r"(?P<words>[^\W\d][^\d]*?)\s*(?:(?P<mark>[(\[:=–—])\s*|\s-\s|\s)(?P<number>-?\d{1,3})[)\]]?"
)
_WITHIN = pattern(r"(?<![\w.,])-\d+|\d+")
_FIRST = range(-50, 3)
"""Where scales begin that have words at their ends."""
_PAIR = 2
_LONGEST = 5


def number_within(label: str) -> int | None:
    """The one whole number that the label holds; None if it holds none or several."""
    found = _WITHIN.findall(label)
    return int(found[0]) if len(found) == 1 and len(found[0]) <= _LONGEST else None


def numbers_within(labels: Collection[str]) -> dict[str, int] | None:
    """The one number of each label, each another; None if it isn't so."""
    found = {label: number for label in labels if (number := number_within(label)) is not None}
    return found if found and len(set(found.values())) == len(labels) else None


def turned(labels: Sequence[str]) -> Mapping[str, str] | None:
    """Labels with the numbers of the named ends in front: "low (1)" is "1 low"; each by the new.

    None if none has its number behind, or those that do are no ends of a scale.
    """
    behind = {label: match for label in labels if (match := _BEHIND.fullmatch(label.strip()))}
    numbers = numbers_within(labels)
    if not behind or numbers is None or len(behind) > _PAIR:
        return None
    bare = [label for label in labels if _BARE.fullmatch(label.strip())]
    first, last = min(numbers.values()), max(numbers.values())
    ends = all(numbers[label] in {first, last} for label in behind)
    named = len(labels) - len(bare)
    # "About 5" alone is no end; "about (5)" nobody writes.
    told = named >= _PAIR or all(match["mark"] for match in behind.values())
    if not ends or not told or first not in _FIRST or not bare or len(labels) <= _PAIR:
        return None
    return {
        f"{match['number']} {match['words']}" if (match := behind.get(label)) else label: label
        for label in labels
    }
