"""Questions above their options in two rows, as old Typeform reports and sheets made by hand have.

The question stands above the first column of its options alone; below it stand the options, whose
cells repeat them, or a question that has no other columns.
"""

from __future__ import annotations

from collections.abc import Sequence

from rundfrage.dataset.cells import Cells, clean
from rundfrage.dataset.intake.headings import is_blank, part_of
from rundfrage.dataset.intake.layout import Export, Heading, Layout, Part
from rundfrage.dataset.intake.scales import folded
from rundfrage.dataset.intake.sheet import Sheet, stands_once
from rundfrage.dataset.intake.stems import Kind, kind_of
from rundfrage.dataset.words.vocabulary import listed
from rundfrage.locales import message

_FEWEST = 2
_MOSTLY = 0.8
_ANSWER = listed("choice|response|answer|antwort|réponse|respuesta|risposta|resposta")


def lay_out(sheet: Sheet) -> Layout | None:
    """The sheet with both rows as its headings, None if few columns repeat the lower one."""
    if sheet.n < 2:  # noqa: PLR2004  a row below would be all answers
        return None
    names = ["" if is_blank(name) else clean(name) for name in sheet.names]
    below = [clean(cell) for cell in sheet.row(0)]
    body = sheet.below(1)
    kinds = [kind_of(cells) for cells in body.columns]
    unnamed = [place for place, name in enumerate(names) if not name and below[place]]
    repeated = [place for place in unnamed if kinds[place].words == {folded(below[place])}]
    if len(repeated) < max(_FEWEST, len(unnamed) / 4) or not any(names):
        return None
    others = [place for place, cell in enumerate(below) if cell and place not in repeated]
    once = [place for place in others if _once(sheet.columns[place])]
    if len(once) < _MOSTLY * len(others):
        return None
    return Layout(
        body,
        _headings(names, below, kinds),
        message("The headings stand in two rows, questions above options."),
    )


def _once(column: Cells) -> bool:
    """True if the first cell stands nowhere else, or is the only word of an option."""
    first = column.distinct[column.index[0]]
    return stands_once(column) or kind_of(column).words == {folded(clean(first))}


def _headings(names: Sequence[str], below: Sequence[str], kinds: Sequence[Kind]) -> list[Heading]:
    found: list[Heading] = []
    question, number = "", 0
    together: Kind | None = None
    for place, (name, item, said) in enumerate(zip(names, below, kinds, strict=True)):
        if name:
            question, number = name, 0
            together = said if _goes_on(place, names, below, kinds) else None
        else:
            together = _joined(together, item, said)
        number += 1
        if question and not name and part_of(item) is Part.OTHER and said.name == "text":
            found.append(Heading(f"{question}.{number}", question, question, "other", item,
                                 Part.OTHER))  # fmt: skip
        elif together is not None and question:
            found.append(_item(question, number, item, said))
        elif name:
            worded = item and folded(item) not in _ANSWER
            found.append(Heading(item if worded else name, item if worded else name))
        else:
            question = ""
            found.append(Heading(item, item))
    return found


def _goes_on(place: int, names: Sequence[str], below: Sequence[str], kinds: Sequence[Kind]) -> bool:
    """True if the column is the first of several that answer alike."""
    after = place + 1
    if after >= len(names) or names[after] or not below[after]:
        return False
    return _joined(kinds[place], below[after], kinds[after]) is not None


def _joined(together: Kind | None, item: str, kind: Kind) -> Kind | None:
    """What the columns of a question are with one more, None if it isn't one of them."""
    if together is None or not item:
        return None
    if together.name == "own" and kind.words and kind.words != {folded(item)}:
        return None
    return together.beside(kind)


def _item(question: str, number: int, item: str, kind: Kind) -> Heading:
    words = item or next(iter(kind.words), str(number))
    return Heading(f"{question}.{number}", question, question, str(number), words, part_of(words))


EXPORT = Export("options below questions", lay_out)
