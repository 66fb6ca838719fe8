"""LimeSurvey's export of answers: `code[item]. question [item]`, or codes alone.

Columns that share a code are a grid, a multiple choice or a ranking. "N/A" is a question that
wasn't shown. Full wordings without codes are read like any other program's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from rundfrage.codebook import Missing
from rundfrage.dataset.intake.headings import part_of, plain_headings
from rundfrage.dataset.intake.layout import Export, Heading, Layout, Part
from rundfrage.dataset.intake.sheet import Sheet
from rundfrage.locales import message, verbatim

_HEADING = re.compile(
    r"(?P<code>[A-Za-z]\w*)(?:\[(?P<item>[^\]]+)\](?:\[(?P<scale>[^\]]+)\])?)?"
    r"\.\s(?P<words>.*)",
    re.DOTALL,
)
_OWN = frozenset(["submitdate", "lastpage", "startlanguage"])
_NOT_SHOWN = {"n/a": Missing.NOT_ASKED}
_HALF = 0.5


def lay_out(sheet: Sheet) -> Layout | None:
    """The sheet as LimeSurvey lays it out, None if most of its headings aren't LimeSurvey's."""
    names = [name.strip("\ufeff ") for name in sheet.names]
    fitting = sum(bool(_HEADING.fullmatch(name)) for name in names)
    if fitting > len(names) * _HALF:
        headings = _alone([_heading(name) for name in names])
        evidence = message("Its headings are code, point and question.")
    elif len(_OWN.intersection(names)) >= len(_OWN) - 1:
        headings = [_coded(one) for one in plain_headings(names)]
        evidence = message(
            "It has the columns that {program} adds.", program=verbatim("LimeSurvey")
        )
    else:
        return None
    return Layout(sheet, headings, evidence, missing=_NOT_SHOWN, shown_unticked=True)


def _heading(name: str) -> Heading:
    match = _HEADING.fullmatch(name.strip())
    if not match:
        return Heading(name, name)
    code, item, words = match["code"], match["item"], match["words"].strip()
    if item is None:
        return Heading(code, words)
    question, label = split(words)
    if match["scale"]:
        # Two scales beside each item: a group for each of them.
        question, point = split(question)
        scaled = f"{question} [{label}]" if label else question
        name = f"{code}.{item}.{match['scale']}"
        return Heading(name, scaled, f"{code}.{match['scale']}", item, point or item)
    return Heading(f"{code}.{item}", question, code, item, label, part_of(item))


def _coded(heading: Heading) -> Heading:
    return replace(heading, part=part_of(heading.item)) if heading.group else heading


def split(words: str) -> tuple[str, str]:
    """The question and the item in the brackets at the end, which may hold brackets themselves."""
    if not words.endswith("]"):
        return words, ""
    depth = 0
    for place in range(len(words) - 1, -1, -1):
        depth += {"]": 1, "[": -1}.get(words[place], 0)
        if depth == 0:
            return words[:place].strip(), words[place + 1 : -1].strip()
    return words, ""


def _alone(headings: Sequence[Heading]) -> list[Heading]:
    """A question of one item takes the question's code as its name."""
    sizes = Counter(heading.group for heading in headings)
    names = {heading.name for heading in headings}
    return [
        Heading(heading.group, _label(heading))
        if heading.group
        and sizes[heading.group] == 1
        and heading.part is Part.ANSWER
        and heading.group not in names
        else heading
        for heading in headings
    ]


def _label(heading: Heading) -> str:
    if "." in heading.group:
        return f"{heading.label} – {heading.item_label}"
    return heading.label or heading.item_label


EXPORT = Export("LimeSurvey", lay_out)
