"""What is sure of a line's change between two waves, in words and as a figure."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from rundfrage.errors import Problem
from rundfrage.locales.foreign import marked_like
from rundfrage.report.claims.evidence import Evidence
from rundfrage.report.claims.phrases import phrases_in
from rundfrage.report.claims.quantity import Measure, Quantity
from rundfrage.report.claims.sentence import Assertion, Binding
from rundfrage.report.claims.testing import LEVEL
from rundfrage.report.claims.waves import in_wave, shown_name
from rundfrage.report.claims.wordings.differences import significance
from rundfrage.report.deck import Figure
from rundfrage.report.words import isolated, words_in
from rundfrage.text import direction, number

_LEFT_TO_RIGHT = "\u200e"


@dataclass(frozen=True)
class Change:
    """A number in two waves; `sure` says that chance alone doesn't explain the difference."""

    since: str
    before: Quantity
    now: Quantity
    sure: bool

    def figure(self, language: str) -> Figure:
        """The change in words: "risen since 2018: +12 percentage points"."""
        gap = float(self.now.percent - self.before.percent)
        key = "change-none" if not self.sure else "change-up" if gap > 0 else "change-down"
        words = words_in(language)
        wave = isolated(shown_name(self.since), language)
        text = words(key, wave=wave, change=_signed(gap, self.now.measure, language))
        small = self.before.small or self.now.small
        now = self.now.figure
        return Figure(
            binding=f"change: {self.before.binding}, {self.now.binding}",
            value=gap,
            text=marked_like(f"[{text}]", text) if small else text,
            base=now.base,
            asked=now.asked,
            weight=now.weight,
        )


def change_of(path: str, since: str, until: str, evidence: Evidence) -> Change | None:
    """The change of a number from one wave to another; None where it can't be tested."""
    bindings = (
        Binding(path, in_wave(since)),
        Binding(path, "" if until == evidence.wave else in_wave(until)),
    )
    with suppress(Problem):
        before, now = (evidence.quantity(one) for one in bindings)
        p = significance(Assertion("risen", "", bindings), before, now, evidence)
        return Change(since, before, now, p < LEVEL)
    return None


def _signed(gap: float, measure: Measure, language: str) -> str:
    """The change with its sign: points of a share, else a number."""
    text = number(gap, language, 0 if measure is Measure.SHARE else 2)
    if text.lstrip(_LEFT_TO_RIGHT)[:1].isdigit() and any(one in text for one in "123456789"):
        text = f"{_LEFT_TO_RIGHT if direction(language) == 'rtl' else ''}+{text}"
    return phrases_in(language)("points", n=text) if measure is Measure.SHARE else text
