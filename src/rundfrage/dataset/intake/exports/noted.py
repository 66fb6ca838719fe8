"""Columns that a program adds to the answers by itself: they are set aside, or identify."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from rundfrage.codebook import Use
from rundfrage.dataset.intake.headings import plain_headings
from rundfrage.dataset.intake.layout import Heading, Part
from rundfrage.dataset.intake.scales import folded
from rundfrage.dataset.intake.sheet import Sheet
from rundfrage.locales import message, verbatim


def noted(heading: Heading, program: str, *, name: str = "", identifies: bool = False) -> Heading:
    """The heading of a column that the program adds, under its whole `name` if one is given."""
    return replace(
        heading,
        name=name or heading.name,
        label=name if heading.group else heading.label,
        group="",
        part=Part.ANSWER,
        use=Use.ID if identifies else Use.ASIDE,
        why=message("{program} notes it by itself.", program=verbatim(program)),
    )


def plainly_noted(
    sheet: Sheet, own: Collection[str], ids: Collection[str], program: str
) -> list[Heading]:
    """The headings of the sheet; those that are `own` names of the program, folded, are noted."""
    return [
        noted(heading, program, identifies=word in ids) if word in own else heading
        for heading, word in zip(plain_headings(sheet.names), map(folded, sheet.names), strict=True)
    ]
