"""A Line of an author's file with its number, and a Comment of its front matter."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One line of the file: its number, counted from 1, and its words without the line end."""

    number: int
    words: str


@dataclass(frozen=True)
class Comment:
    """A note to the authors in the front matter; `before` is the path of the key it belongs to.

    A note at the end of a line stands `beside` its key, any other above it.
    """

    before: str
    words: str
    beside: bool
