"""The words that an SPSS file holds: labels of columns and answers, cut to what it can hold."""

from __future__ import annotations

from collections.abc import Mapping

from rundfrage.dataset.columns import ANSWERED, CHOSEN
from rundfrage.dataset.flat import Flat
from rundfrage.locales.phrases import Phrasebook

LONGEST_VALUE_LABEL = 120
LONGEST_LABEL = 250
_DASH = " – "


def cut(text: str, size: int) -> str:
    """The text cut to `size` bytes, at the end of a character."""
    return text.encode()[:size].decode(errors="ignore")


def plain(text: str) -> str:
    """The text without what SPSS can't hold."""
    return text.replace("\0", "").encode(errors="replace").decode()


def column_label(flat: Flat) -> str:
    """The question, and behind a dash what the column is within it; cut to what a label may hold.

    Where both don't fit the question is cut, for the part tells the columns apart.
    """
    variable = flat.variable
    question = plain(variable.label.source)
    if flat.category is not None:
        part = variable.categories[flat.category].label.source
    elif variable.battery is not None:
        part = variable.item.source
    elif variable.of is not None:
        part = variable.item.source or variable.opened_by
    else:
        return cut(question, LONGEST_LABEL)
    part = cut(plain(part), LONGEST_VALUE_LABEL)
    if not question or question == part:
        return part
    room = LONGEST_LABEL - len(_DASH.encode()) - len(part.encode())
    return f"{cut(question, room)}{_DASH}{part}"


def value_labels(flat: Flat, words: Phrasebook, numbers: Mapping[float, str]) -> dict[float, str]:
    """The words of the column's codes or `numbers`; yes and no in the language of the survey."""
    if flat.category is not None:
        return {float(CHOSEN): str(words("yes")), float(ANSWERED): str(words("no"))}
    named = {one.code: one.label.source for one in flat.variable.categories}
    return {
        float(code): cut(plain(label), LONGEST_VALUE_LABEL)
        for code, label in (named or numbers).items()
    }
