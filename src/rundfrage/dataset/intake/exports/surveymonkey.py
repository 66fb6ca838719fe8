"""SurveyMonkey and others with two rows of headings: the question above its first column alone.

Below it stand "Response", the items of a grid, or the options of a multiple choice, whose cells
repeat the option's words.
"""

from __future__ import annotations

from collections.abc import Sequence

from rundfrage.dataset.cells import clean
from rundfrage.dataset.intake.headings import heading, is_blank, part_of
from rundfrage.dataset.intake.layout import Export, Heading, Layout
from rundfrage.dataset.intake.scales import folded
from rundfrage.dataset.intake.sheet import Sheet
from rundfrage.dataset.words.vocabulary import listed
from rundfrage.locales import message

_RESPONSE = listed(
    "response|open-ended response|antwort|antworten|offene antwort|réponse|respuesta",
    "respuesta abierta|réponse ouverte|risposta|odpowiedź|yanıt",
)
_OWN = frozenset(["respondent id", "respondentid", "collector id", "collectorid"])


def lay_out(sheet: Sheet) -> Layout | None:
    """The sheet as SurveyMonkey lays it out, None if its headings don't stand in two rows."""
    if not sheet.n or len(sheet.names) < 2:  # noqa: PLR2004  a row below would be an answer
        return None
    names = ["" if is_blank(name) else clean(name) for name in sheet.names]
    below = [clean(cell) for cell in sheet.row(0)]
    words = [folded(cell) for cell in below]
    continued = [place for place, name in enumerate(names) if not name and below[place]]
    said = any(word in _RESPONSE for word in words)
    own = any(folded(name) in _OWN for name in names)
    if not names[0] and not below[0]:
        names[0] = ""
    if not (
        (said and (own or continued or _alone(sheet, words)))
        or (continued and _repeats(sheet, continued))
    ):
        return None
    headings = _headings(names, below)
    return Layout(
        sheet.below(1),
        headings,
        message("The headings stand in two rows, questions above options."),
    )


def answers_below(row: Sequence[str]) -> bool:
    """True if "Response" stands among these cells, as it does below questions."""
    return any(folded(clean(cell)) in _RESPONSE for cell in row)


def _alone(sheet: Sheet, words: Sequence[str]) -> bool:
    """True if the words "Response" stand nowhere else in their columns."""
    return all(
        int((column.index == column.index[0]).sum()) == 1
        for column, word in zip(sheet.columns, words, strict=True)
        if word in _RESPONSE
    )


def _repeats(sheet: Sheet, continued: Sequence[int]) -> bool:
    """True if below unnamed columns their first cells come again, or can be no answers."""
    if not all(sheet.names[0:1]):
        return False
    again = 0
    for place in continued:
        column = sheet.columns[place]
        first, rest = column.index[0], column.index[1:]
        others = {clean(column.distinct[one]) for one in set(rest.tolist())} - {""}
        again += bool((rest == first).any()) and len(others) == 1
        again += not (rest == first).any() and len(others) > 1
    return again > len(continued) / 2


def _headings(names: Sequence[str], below: Sequence[str]) -> list[Heading]:
    found: list[Heading] = []
    question, number = "", 0
    for place, (name, item) in enumerate(zip(names, below, strict=True)):
        if name:
            question, number = name, 0
        number += 1
        follows = place + 1 < len(names) and not names[place + 1] and bool(below[place + 1])
        if not item or folded(item) in _RESPONSE:
            alone = heading(name) if name and not item else Heading(question, question)
            found.append(alone if name else Heading(f"{question} {number}".strip(), question))
        elif follows or not name:
            found.append(
                Heading(
                    f"{question}.{number}", question, question, str(number), item, part_of(item)
                )
            )
        else:
            found.append(Heading(question, f"{question} – {item}", "", "", "", part_of(item)))
    return found


EXPORT = Export("SurveyMonkey", lay_out)
