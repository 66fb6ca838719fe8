"""Why there is no answer. Missing is never a value, and its reasons are kept apart."""

from __future__ import annotations

from enum import IntEnum


class Missing(IntEnum):
    """A reason for a missing answer; the number is how columns of codes store it (below zero)."""

    NOT_ASKED = -1
    """The routing led past the question."""
    DONT_KNOW = -2
    REFUSED = -3
    LEFT_BLANK = -4
    """Asked, and left without an answer."""

    @property
    def word(self) -> str:
        """The reason as files write it: not_asked, dont_know, refused, left_blank."""
        return self.name.lower()

    @staticmethod
    def from_word(word: str) -> Missing:
        """The reason that files write as `word`; raises KeyError if there is none."""
        return Missing[word.upper()]
