"""Columns that hold a word of their own each, which is the option that they stand for."""

from __future__ import annotations

from collections.abc import Sequence

from rundfrage.dataset.cells import parsed_number
from rundfrage.dataset.intake.members import Member
from rundfrage.dataset.intake.scales import folded

SINGLE = 0.8
"""So many of the columns of a multiple choice hold one word; the others may hold it twice."""
_FEWEST = 3


def own_words(members: Sequence[Member]) -> bool:
    """True if each column holds one word of its own at most, which is its option.

    "Not selected" may stand beside it. Few columns may hold their option in two languages, two may
    say the same, and the words may be the numbers that a program gave to the options.
    """
    filled = [words for member in members if (words := chosen_words(member))]
    single = [words[0] for words in filled if len(words) == 1]
    if len(filled) < 2 or len(single) < SINGLE * len(filled):  # noqa: PLR2004  one alone is no group
        return False
    numbers = [number for word in single if (number := parsed_number(word)) is not None]
    if len(numbers) == len(filled):
        enough = len(numbers) >= _FEWEST or all(map(_by_its_number, members))
        return enough and sum(map(_most, members)) > len(members)
    every = {folded(word) for words in filled for word in words}
    if any(len(words) > 2 for words in filled):  # noqa: PLR2004  two languages
        return False
    if len(numbers) == len(single):
        return False
    return len(every) >= sum(map(len, filled)) - (len(filled) > _FEWEST)


def chosen_words(member: Member) -> list[str]:
    """The words of the column that say that its option was chosen."""
    return [word for word in member.counts if member.says_chosen(word)]


def _by_its_number(member: Member) -> bool:
    """True if the column holds nothing but the number that it has among its neighbours."""
    return list(member.counts) == [member.heading.item]


def _most(member: Member) -> int:
    return max(member.counts.values(), default=0)
