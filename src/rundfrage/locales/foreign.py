"""Words in another language than those around them: a string that knows its language.

What is not translated is said in the language there is, and outputs mark it, so that a screen
reader doesn't read English aloud as if it were French. Put together with other words it becomes a
plain string: mark first, then join.
"""

from __future__ import annotations

from typing import Self


class Foreign(str):
    """Words, and the `language` they are in. As words it is equal to the plain string."""

    __slots__ = ("language",)

    language: str

    def __new__(cls, words: str, language: str) -> Self:
        """The words, marked."""
        made = super().__new__(cls, words)
        made.language = language
        return made

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]
        """What a copy or an unpickled string is made of."""
        return str(self), self.language

    def __getstate__(self) -> None:
        """Nothing beside what it is made of."""


def language_of(words: str) -> str:
    """The language the words are marked with; empty if they are in that of their surroundings."""
    return words.language if isinstance(words, Foreign) else ""


def marked_like(words: str, other: str) -> str:
    """The words, marked with the other's language if it has one."""
    return Foreign(words, other.language) if isinstance(other, Foreign) else words
