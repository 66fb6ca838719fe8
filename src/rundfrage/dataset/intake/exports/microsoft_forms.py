"""Microsoft Forms: ID, times, address and name first; ticks end with a semicolon each."""

from __future__ import annotations

import re
from dataclasses import replace

from rundfrage.dataset.intake.exports.noted import noted
from rundfrage.dataset.intake.headings import plain_headings
from rundfrage.dataset.intake.layout import Export, Layout
from rundfrage.dataset.intake.scales import folded
from rundfrage.dataset.intake.sheet import Sheet
from rundfrage.dataset.words.vocabulary import listed
from rundfrage.locales import message, verbatim
from rundfrage.patterns import pattern

_PROGRAM = "Microsoft Forms"
_OWN = listed(
    "id|start time|completion time|email|name|last modified time|language|startzeit",
    "fertigstellungszeit|e-mail|zeitpunkt der letzten änderung|sprache|heure de début",
    "heure de fin|adresse de messagerie|nom|total points|hora de inicio",
    "hora de finalización|correo electrónico|nombre|quiz feedback",
)
_ROW = pattern(r"(?P<question>.{8,}?[?:.…!])\.(?P<row>[^.\s].*)", re.DOTALL)
_TIMES = frozenset(["start time", "startzeit", "heure de début", "hora de inicio"])


def lay_out(sheet: Sheet) -> Layout | None:
    """The sheet as Microsoft Forms lays it out, None if its first columns aren't those."""
    words = [folded(name) for name in sheet.names]
    if words[:1] != ["id"] or not _TIMES.intersection(words[1:3]):
        return None
    # A row of a grid is "Question.Row"; neighbours that share the question are a group.
    marked = [_ROW.sub(r"\g<question>: \g<row>", name) for name in sheet.names]
    headings = [
        replace(one, name=name, label=name if one.label == mark else one.label)
        for one, name, mark in zip(plain_headings(marked), sheet.names, marked, strict=True)
    ]
    for place, word in enumerate(words):
        if word not in _OWN:
            break
        headings[place] = noted(headings[place], _PROGRAM, identifies=not place)
    evidence = message("It begins with the columns of {program}.", program=verbatim(_PROGRAM))
    return Layout(sheet, headings, evidence, separator=";")


EXPORT = Export(_PROGRAM, lay_out)
