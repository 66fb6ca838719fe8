"""Plural forms as gettext counts them, and the places in a phrase that take values."""

from __future__ import annotations

from functools import lru_cache
from string import Formatter


@lru_cache(maxsize=64)
def plural_rule(language: str) -> tuple[int, str]:
    """How many plural forms the language has, and the expression that chooses one, as in C.

    By Babel's table, which its PO files say in their head.
    """
    # All of Babel's messages take 50 ms to import, and compiled catalogues know their rule.
    from babel.messages.plurals import get_plural  # noqa: PLC0415

    count, expression = get_plural(language.replace("-", "_"))
    return count, expression


def placeholders(words: str) -> frozenset[str] | None:
    """The names in braces; None if a brace stands for anything else."""
    try:
        pieces = list(Formatter().parse(words))
    except ValueError:
        return None
    names = frozenset(name for _, name, _, _ in pieces if name is not None)
    plain = all(
        not form and not conversion and not {*text} & {*"{}"}
        for text, _, form, conversion in pieces
    )
    return names if plain and all(map(str.isidentifier, names)) else None


def first_place(words: str) -> str:
    """The name of the first place in the words; empty if there is none."""
    return next((name for _, name, _, _ in Formatter().parse(words) if name), "")
