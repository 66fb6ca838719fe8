"""What the name of a column says: a variable, or one *item* of a *group* of columns."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Heading:
    """What a column's name says. `group` is empty for a column that stands for itself."""

    name: str
    label: str
    group: str = ""
    item: str = ""
    item_label: str = ""


_ITEM = re.compile(r"(?P<group>.+?)(?:\.(?P<dotted>[^.\[\]]+)|\s*\[(?P<bracketed>[^\[\]]*)\])")
_NUMBERED = re.compile(r"(?P<group>.+?)_(?P<number>\d{1,3})")


def heading(name: str) -> Heading:
    """What a column's name says: `q4.info`, `q4[info]`, `Question [item]` and `q4_1` are items."""
    if match := _ITEM.fullmatch(name):
        item = (match["dotted"] or match["bracketed"] or "").strip()
        group = match["group"].strip()
        own = f"{group}.{item}" if match["bracketed"] is not None else name
        return Heading(own, group, group, item or "1", item)
    if match := _NUMBERED.fullmatch(name):
        return Heading(name, match["group"], match["group"], match["number"], match["number"])
    return Heading(name, name)
