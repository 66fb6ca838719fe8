"""Columns that a program adds to the answers by itself: they are set aside, or identify."""

from __future__ import annotations

from dataclasses import replace

from rundfrage.codebook import Use
from rundfrage.dataset.intake.layout import Heading, Part
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
