"""What the words of answers and headings mean in one language: the form of each file beside this.

They are compared folded; see `folding.py`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from rundfrage.folding import fold, listed

__all__ = ["Grading", "Spans", "Steps", "Vocabulary", "fold", "listed", "spans", "steps"]

Steps = tuple[tuple[str, ...], ...]
Spans = Mapping[str, float]


def steps(*rows: str) -> Steps:
    """The steps of a scale, best or most first; wordings of one step are cut by a bar."""
    return tuple(tuple(map(fold, row.split("|"))) for row in rows)


def spans(second: str, minute: str, hour: str, day: str, week: str, month: str, year: str) -> Spans:
    """The words for spans of time, each cut by bars, with the hours of a span."""
    hours = (1 / 3600, 1 / 60, 1.0, 24.0, 168.0, 730.0, 8760.0)
    rows = zip((second, minute, hour, day, week, month, year), hours, strict=True)
    return {fold(word): size for row, size in rows for word in row.split("|")}


@dataclass(frozen=True)
class Grading:
    """How the language grades an adjective or verb: "very satisfied", "not at all important".

    `degrees` are the words before (or, with a leading star, behind) what is graded, with how much
    they say: 50 is the bare word, 100 "extremely"; below 0 they say the opposite, down to -100 for
    "not at all". One that ends with a tilde is written without a blank before what it grades.
    One with three dots stands around it: "not … at all".
    `opposites` are pairs, the good or agreeing one first; words with a `prefix` of negation are the
    opposite of what is left. `middles` are labels of a middle step; in one of them "{x}" stands for
    any words. `alone` says that degrees are enough, whatever they grade, and that a negation before
    a negated word only makes it stronger: where negation changes the graded word itself.
    """

    degrees: Mapping[str, int]
    opposites: tuple[tuple[str, str], ...]
    prefixes: tuple[str, ...] = ()
    middles: tuple[str, ...] = ()
    alone: bool = False

    def __post_init__(self) -> None:
        """Fold all words."""
        degrees = {fold(word): degree for word, degree in self.degrees.items()}
        pairs = tuple((fold(good), fold(bad)) for good, bad in self.opposites)
        object.__setattr__(self, "degrees", degrees)
        object.__setattr__(self, "opposites", pairs)
        object.__setattr__(self, "middles", tuple(map(fold, self.middles)))

    @cached_property
    def longest_first(self) -> tuple[tuple[str, int], ...]:
        """The degrees, the longest words first."""
        return tuple(sorted(self.degrees.items(), key=lambda pair: -len(pair[0])))

    @cached_property
    def hints(self) -> re.Pattern[str]:
        """Found in every label that a degree may be cut off, and in some others."""
        parts = {degree.strip("*~").split(" … ")[0] for degree in self.degrees}
        return re.compile("|".join(map(re.escape, sorted(parts, key=len, reverse=True))))

    @cached_property
    def middle_patterns(self) -> tuple[re.Pattern[str], ...]:
        """What labels of a middle step look like."""
        forms = (re.escape(one).replace(r"\{x\}", "(.+?)") for one in self.middles)
        return tuple(map(re.compile, forms))

    @cached_property
    def any_middle(self) -> re.Pattern[str]:
        """All of them at once."""
        return re.compile("|".join(f"(?:{one.pattern})" for one in self.middle_patterns) or "(?!)")


@dataclass(frozen=True)
class Vocabulary:
    """The words of one language.

    `scales` are whole scales that grading doesn't make, the best or most first; `levels` those of
    size, schooling and the like, the lowest first. `yes` and `no` are what people answer, `chosen`
    and `unchosen` what programs write for an option that was ticked or wasn't. `several` are words
    in a question that say that several answers may be given, `mentions` begin those that say how
    many, and `ranked` those that say that they are put into an order. `below` and `above` are words
    before a number that bound it.
    `spans` are the words for spans of time, `times` those that count how often ("3 times a week"),
    and `one` those that stand for the number 1 before a span ("less than a year"). What says why
    there is no answer stands in codebook/reason_words.
    """

    scales: tuple[Steps, ...]
    levels: tuple[Steps, ...]
    grading: Grading
    yes: frozenset[str]
    no: frozenset[str]
    chosen: frozenset[str]
    unchosen: frozenset[str]
    other: frozenset[str]
    none: frozenset[str]
    ranked: tuple[str, ...]
    mentions: tuple[str, ...]
    several: tuple[str, ...]
    below: tuple[str, ...]
    above: tuple[str, ...]
    spans: Spans = field(default_factory=dict)
    times: tuple[str, ...] = ()
    one: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Fold all words."""
        for name in ("ranked", "mentions", "several", "below", "above", "times", "one"):
            object.__setattr__(self, name, tuple(map(fold, getattr(self, name))))
