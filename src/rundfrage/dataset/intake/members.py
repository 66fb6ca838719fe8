"""One column of a group of columns: its heading, its cells, and how often each answer was given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rundfrage.dataset.cells import Cells
from rundfrage.dataset.decoding import NOT_CHOSEN_WORDS
from rundfrage.dataset.intake.layout import Heading
from rundfrage.dataset.intake.scales import folded


@dataclass(frozen=True, eq=False)
class Member:
    """One column of a group, with its answers and how often each was given.

    `fillers` are the words, folded, that other columns of the group hold where their option wasn't
    chosen.
    """

    heading: Heading
    cells: Cells
    counts: Mapping[str, int]
    fillers: frozenset[str] = frozenset()

    @staticmethod
    def of(heading: Heading, cells: Cells) -> Member:
        """The member that a column is."""
        return Member(heading, cells, cells.answers)

    def says_chosen(self, word: str) -> bool:
        """True unless the word says that the option wasn't chosen; "No" may be an option's own."""
        plain = plain_word(word)
        own = plain == folded(self.heading.item_label) and plain not in self.fillers
        return own or plain not in NOT_CHOSEN_WORDS


def plain_word(word: str) -> str:
    """The word as marks are compared: folded, and 0 for 0.0."""
    return folded(word).removesuffix(".0")


def with_fillers(members: Mapping[int, Member]) -> dict[int, Member]:
    """The members by their places, each with the words that fill what wasn't chosen beside it."""
    fillers = frozenset(
        plain
        for one in members.values()
        for word in one.counts
        if (plain := plain_word(word)) in NOT_CHOSEN_WORDS
        and plain != folded(one.heading.item_label)
    )
    return {place: replace(one, fillers=fillers) for place, one in members.items()}


def total_of(members: Sequence[Member]) -> dict[str, int]:
    """How often each answer was given in all of these columns."""
    total: dict[str, int] = {}
    for member in members:
        for answer, count in member.counts.items():
            total[answer] = total.get(answer, 0) + count
    return total
