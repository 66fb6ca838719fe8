"""Neighbouring columns whose cells repeat their headings: options of a question without wording.

Typeform and others write a multiple choice so, and its wording nowhere. Two such questions side by
side can't be told apart; that is doubted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from rundfrage.dataset.cells import REASONS, Cells, clean
from rundfrage.dataset.intake.layout import Heading, Layout, Part, Unnamed
from rundfrage.dataset.intake.scales import OTHERS, folded

_SHOWN = 3


def with_named_options(layout: Layout) -> Layout:
    """The layout in which such columns are the options of a multiple choice."""
    headings = list(layout.headings)
    unnamed = list(layout.unnamed)
    for places in _runs(headings, layout.sheet.columns):
        options = [headings[place].name for place in places]
        more = " / …" if len(options) > _SHOWN else ""
        question = " / ".join(options[:_SHOWN]) + more
        after = places[-1] + 1
        if after < len(headings) and _opens(headings[after]):
            other = headings[after]
            headings[after] = Heading(
                other.name, question, question, "other", other.name, Part.OTHER
            )
        for place, option in zip(places, options, strict=True):
            headings[place] = Heading(option, question, question, option, option, Part.TICK)
        unnamed.append(Unnamed.options(options, places))
    return replace(layout, headings=headings, unnamed=tuple(unnamed))


def _runs(headings: Sequence[Heading], columns: Sequence[Cells]) -> list[list[int]]:
    """The places of each run of such columns; what nobody chose may stand within it."""
    named = [
        place
        for place, (heading, cells) in enumerate(zip(headings, columns, strict=True))
        if _alone(heading) and _words(cells) == {folded(heading.name)}
    ]
    runs = [named[:1]] if named else []
    for before, place in pairwise(named):
        between = range(before + 1, place)
        if all(_alone(headings[one]) and not _words(columns[one]) for one in between):
            runs[-1] += [*between, place]
        else:
            runs.append([place])
    return [_to_other(run, headings, columns) for run in runs if len(run) > 1]


def _to_other(
    run: Sequence[int], headings: Sequence[Heading], columns: Sequence[Cells]
) -> list[int]:
    """The run with the options up to its "other" that nobody chose."""
    end = run[-1] + 1
    while end < len(headings) and _alone(headings[end]) and not _words(columns[end]):
        if _opens(headings[end]):
            return [*run, *range(run[-1] + 1, end)]
        end += 1
    opens = end < len(headings) and _opens(headings[end])
    return [*run, *range(run[-1] + 1, end)] if opens else list(run)


def _alone(heading: Heading) -> bool:
    return not heading.group and heading.use is None and bool(heading.name.strip())


def _words(cells: Cells) -> set[str]:
    """What stands in the column besides blanks; of many words only two, as more say no more."""
    found: set[str] = set()
    for word in map(clean, cells.distinct):
        if word not in REASONS:
            found.add(folded(word))
        if len(found) > 1:
            break
    return found


def _opens(heading: Heading) -> bool:
    return _alone(heading) and folded(heading.name) in OTHERS
