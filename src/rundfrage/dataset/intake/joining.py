"""What joins several answers in a cell, besides separators: "tv and radio", "tv & radio"."""

from __future__ import annotations

from collections.abc import Sequence

from rundfrage.dataset.intake.scales import folded

_WORDS = tuple(
    f" {word} "
    for word in (
        *("and", "und", "sowie", "et", "y", "e", "en", "och", "og", "i", "oraz", "ve", "и", "та"),
        *("و", "&"),
    )
)
_DASHES = (" - ", " – ", " — ")
JOINING = (*_WORDS, *_DASHES, " · ", "·", " • ", "•", "&", "#", "*", "  ")
"""What joins answers, and stands in the words of one as well: "black and white"."""


def joined_others(options: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The options that join others of them, each with these: "cat and fish"."""
    known = {folded(option): option for option in options}
    apart: dict[str, tuple[str, ...]] = {}
    for option in options:
        for mark in JOINING:
            # "Dog, cat, and fish" leaves "and fish".
            some = [folded(one) for one in f" {option}".split(mark) if one.strip()]
            if mark in f" {option}" and all(one in known for one in some):
                apart[option] = tuple(known[one] for one in some)
                break
    return apart
