"""Finds numbers in people's own words that an earlier printing bore and the data no longer bear.

A number counts as an old figure if it reads like it: the same digits with the same decimals, a
percent sign (or the word) where the figure has one and none where it has none. Whole numbers
under ten without a percent sign are never taken for a figure, as too much else is so numbered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rundfrage.report.outputs.pptx.bodies import same_words
from rundfrage.report.update.summary import Stale

PERCENT = r"\s*(?:%|\u066a|(?:Prozent|percent|per\s+cent|v\.\s?H\.)(?!\w))"
_AROUND = 28


@dataclass(frozen=True)
class Figures:
    """The printed figures of old, as pairs of binding and text, and what is printed now.

    `now` maps every binding of the report to its text; `printed` are all texts of the slide, of
    old and of now.
    """

    old: tuple[tuple[str, str], ...]
    now: Mapping[str, str]
    printed: tuple[str, ...] = ()

    def changed(self, *, surely: bool = False) -> dict[str, tuple[str, ...]]:
        """Old texts with what the data say now, for those that changed.

        `surely` leaves out a text that any figure has now.
        """
        printed = frozenset(self.now.values()) if surely else frozenset()
        bindings: dict[str, list[str]] = {}
        for binding, text in self.old:
            bindings.setdefault(text, []).append(binding)
        found: dict[str, tuple[str, ...]] = {}
        for text, names in bindings.items():
            moved = [name for name in dict.fromkeys(names) if self.now.get(name) != text]
            if moved and text not in printed:
                found[text] = tuple(self._named(name) for name in moved)
        return found

    def _named(self, binding: str) -> str:
        text = self.now.get(binding)
        return f"{text} ({binding})" if text else f"no longer in the report ({binding})"


def stale(place: str, text: str, figures: Figures, *, surely: bool = False) -> list[Stale]:
    """The stale numbers in a text of people's own.

    `surely` is for slides that aren't the report's, where any of its figures may be meant: only
    figures with a percent sign or decimals count, and only those that are printed nowhere now.
    """
    found: dict[int, Stale] = {}
    for old, new in figures.changed(surely=surely).items():
        if surely and not _telling(old):
            continue
        for place_of in re.finditer(_pattern(old), text) if _pattern(old) else ():
            one = Stale(place, old, new, around(text, place_of.start(), place_of.end()))
            known = found.get(place_of.start())
            if known is None or len(known.old) < len(old):
                found[place_of.start()] = one
    return [found[at] for at in sorted(found)]


def _telling(figure: str) -> bool:
    return re.search(r"[%\u066a]|\d[.,\u066b]\d", figure) is not None


def _pattern(figure: str) -> str:
    """A regular expression for the figure as people may write it; empty for one too common."""
    core = figure.strip("[]").strip()
    percent = re.search(r"\s*[%\u066a]$", core)
    digits = core[: percent.start()] if percent else core
    if not percent and re.fullmatch(r"\d", digits):
        return ""
    body = r"\s*".join(re.escape(part) for part in re.split(r"\s+", digits))
    after = PERCENT if percent else rf"(?!\d|[.,\u066b]\d)(?!{PERCENT})"
    return rf"(?<![\d.,\u066b]){body}{after}"


def around(text: str, start: int, end: int) -> str:
    """The words around a stretch of a text."""
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    lead = "…" if start > _AROUND else ""
    trail = "…" if end + _AROUND < len(text) else ""
    return lead + same_words(before + text[start:end] + after) + trail


def all_figures(slides: Iterable[tuple[tuple[str, str], ...]]) -> tuple[tuple[str, str], ...]:
    """The figures of several slides, each pair once."""
    return tuple(dict.fromkeys(pair for figures in slides for pair in figures))
