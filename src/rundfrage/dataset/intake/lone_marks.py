"""Neighbours that hold nothing but one mark each, under names that share nothing: tv, radio, print.

A column of x and blanks answers no question by itself, nor does one of a word and blanks, or of
"mentioned" and "not mentioned": three and more of them are the options of one, whose wording stands
nowhere. That is doubted.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from rundfrage.dataset.cells import REASONS, Cells, parsed_number
from rundfrage.dataset.decoding import CHOSEN_WORDS
from rundfrage.dataset.intake.label_reasons import is_mark
from rundfrage.dataset.intake.layout import Heading, Layout, Part, Unnamed
from rundfrage.dataset.intake.scales import folded
from rundfrage.dataset.words import MENTIONED, NO, NOT_NOTED

_FEWEST = 3
_PAIR = 2
_OWN = "own"
_NOTED = "mentioned or not"


def with_lone_marks(layout: Layout) -> Layout:
    """The layout in which such columns are the options of a multiple choice."""
    headings, unnamed = list(layout.headings), list(layout.unnamed)
    marks = [
        _mark(heading, cells) for heading, cells in zip(headings, layout.sheet.columns, strict=True)
    ]
    for alike, some in groupby(range(len(headings)), key=lambda place: _alike(marks[place])):
        places = list(some)
        words = [marks[place] for place in places]
        own = alike == _OWN
        if not alike or len(places) < _FEWEST or (own and len(set(words)) < len(words)):
            continue
        names = [headings[place].name for place in places]
        question = f"{names[0]}_{names[-1]}"
        for place, name in zip(places, names, strict=True):
            headings[place] = replace(
                headings[place], label=question, group=question, item=name, item_label=name,
                part=Part.TICK,
            )  # fmt: skip
        unnamed.append(Unnamed.options(names, places))
    return replace(layout, headings=headings, unnamed=tuple(unnamed))


def _alike(mark: str) -> str:
    """What neighbours have in common: the same mark, or words of their own."""
    return mark if not mark or mark == _NOTED or mark in CHOSEN_WORDS else _OWN


def _mark(heading: Heading, cells: Cells) -> str:
    """The mark or word that is all that a column holds beside blanks; empty if it holds more."""
    if heading.group or heading.use is not None or not heading.name.strip():
        return ""
    if heading.label not in {"", heading.name}:
        return ""  # A question of its own, such as a page that was read.
    words: set[str] = set()
    blank = False
    for cell in cells.words:
        word = folded(cell)
        if cell in REASONS or is_mark(cell):
            blank = True
        else:
            words.add(word.removesuffix(".0"))
        if len(words) > _PAIR:
            return ""
    if len(words) == _PAIR:
        return _NOTED if words & MENTIONED and words & NOT_NOTED else ""
    (word,) = words or {""}
    again = sum(cells.answers.values()) > 1
    told = word in CHOSEN_WORDS or (again and word not in NO and parsed_number(word) is None)
    return word if blank and told else ""
