"""Microsoft Forms: ID, times, address and name first; ticks end with a semicolon each."""

from __future__ import annotations

from dataclasses import replace

from rundfrage.codebook import Use
from rundfrage.dataset.intake.headings import plain_headings
from rundfrage.dataset.intake.layout import Export, Layout
from rundfrage.dataset.intake.scales import folded
from rundfrage.dataset.intake.sheet import Sheet
from rundfrage.dataset.words.vocabulary import listed
from rundfrage.locales import message, verbatim

_OWN = listed(
    "id|start time|completion time|email|name|last modified time|language|startzeit",
    "fertigstellungszeit|e-mail|zeitpunkt der letzten änderung|sprache|heure de début",
    "heure de fin|adresse de messagerie|nom|total points|hora de inicio",
    "hora de finalización|correo electrónico|nombre|quiz feedback",
)
_TIMES = frozenset(["start time", "startzeit", "heure de début", "hora de inicio"])


def lay_out(sheet: Sheet) -> Layout | None:
    """The sheet as Microsoft Forms lays it out, None if its first columns aren't those."""
    words = [folded(name) for name in sheet.names]
    if words[:1] != ["id"] or not _TIMES.intersection(words[1:3]):
        return None
    headings = plain_headings(sheet.names)
    for place, word in enumerate(words):
        if word not in _OWN:
            break
        why = message("{program} notes it by itself.", program=verbatim("Microsoft Forms"))
        headings[place] = replace(headings[place], use=Use.ID if not place else Use.ASIDE, why=why)
    evidence = message(
        "It begins with the columns of {program}.", program=verbatim("Microsoft Forms")
    )
    return Layout(sheet, headings, evidence, separator=";")


EXPORT = Export("Microsoft Forms", lay_out)
