"""Answers that a new version marks as reasons for no answer: `{dk}` behind a step or an option.

They are known by their words, which the mark doesn't change.
"""

from __future__ import annotations

from collections.abc import Mapping

from rundfrage.codebook import Missing, Variable
from rundfrage.text import Text


def marked_since(old: Variable, new: Variable) -> Mapping[str, Missing]:
    """The reason that each answer of the old variable has become which the new one has no more."""
    offered = {one.name for one in new.categories}
    return {
        one.name: code.reason
        for one in old.categories
        if one.name not in offered
        for code in new.missing
        if alike(one.label, code.label)
    }


def alike(one: Text, other: Text) -> bool:
    """True if the texts share words in a language that both have."""
    return bool(set(one.versions) & set(other.versions))
