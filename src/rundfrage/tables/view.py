"""A View: a design with the columns of one block, asked for estimates and letters by the banner.

Columns are known by their place in the banner, 0 for everybody.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from rundfrage.dataset import CHOSEN

if TYPE_CHECKING:
    from rundfrage.stats.design import Design
    from rundfrage.stats.estimate import Estimate, Estimates
    from rundfrage.stats.letters import ColumnLetters

ANSWER, NUMBER, COLUMN = "answer of a table", "number of a table", "column of a table"
"""Names of the columns that a block adds to the design's."""
_FEWEST = 2
"""So many columns have to be there for any to be compared."""

Key = tuple[int, Any]
"""The place of a column, and what a row is called."""


@dataclass(frozen=True)
class Letters:
    """Letters by column and row, and those of columns of which the usual test says otherwise."""

    letters: Mapping[Key, str] = field(default_factory=dict)
    usual: Mapping[Key, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class View:
    """`places` are the columns that may be shown, without everybody; `names` their letters.

    The banner's columns are codes in one column, or where they overlap a mark each.
    """

    design: Design
    places: tuple[int, ...]
    names: Mapping[int, str]
    adjust: str
    overlapping: bool

    def estimates(self, make: Callable[[Sequence[str]], Estimates]) -> dict[Key, Estimate]:
        """What `make` estimates, for everybody and for each column; None for numbers' rows."""
        found = {(0, _row(label, 0)): one for label, one in _labelled(make(()))}
        if self.overlapping:
            for place in self.places:
                for label, one in _labelled(make((_mark(place),))):
                    if label[0] == CHOSEN:
                        found[place, _row(label, 1)] = one
        elif self.places:
            for label, one in _labelled(make((COLUMN,))):
                found[int(label[0]) + 1, _row(label, 1)] = one
        return found

    def share_letters(self, name: str, members: Mapping[Any, Sequence[int]]) -> Letters:
        """Letters of the rows that count the `members` among the codes of a column."""
        from rundfrage.stats.letters import Adjustment, share_letters  # noqa: PLC0415

        if len(self.places) < _FEWEST:
            return Letters()
        marks = {_mark(place): place for place in self.places}
        places = marks if self.overlapping else {place - 1: place for place in self.places}
        design = self.design if self.overlapping else self.design.condensed((name, COLUMN))
        found = share_letters(
            design,
            name,
            tuple(marks) if self.overlapping else COLUMN,
            adjustment=Adjustment(self.adjust),
            members=members,
            names={key: self.names[place] for key, place in places.items()},
        )
        return _placed(found, places)

    def mean_letters(self) -> Letters:
        """Letters of means; none for columns that overlap."""
        from rundfrage.stats.letters import Adjustment, mean_letters  # noqa: PLC0415

        if len(self.places) < _FEWEST or self.overlapping:
            return Letters()
        places = {place - 1: place for place in self.places}
        names = {key: self.names[place] for key, place in places.items()}
        adjustment = Adjustment(self.adjust)
        found = mean_letters(self.design, NUMBER, COLUMN, adjustment=adjustment, names=names)
        return _placed(found, places)


def _mark(place: int) -> str:
    return f"{COLUMN} {place}"


def _labelled(found: Estimates) -> list[tuple[tuple[Any, ...], Estimate]]:
    return list(zip(found.labels, found, strict=True))


def _row(label: tuple[Any, ...], crossed: int) -> Any:  # noqa: ANN401  (whatever names a row)
    return label[crossed] if len(label) > crossed else None


def _placed(found: ColumnLetters, places: Mapping[Any, int]) -> Letters:
    letters = {(places[column], _own(row)): words for (row, column), words in found.letters.items()}
    usual: dict[Key, tuple[str, ...]] = {}
    for pair in found.pairs:
        if pair.disagrees:
            above, below = (pair.one, pair.other) if pair.difference > 0 else (pair.other, pair.one)
            key = (places[above], _own(pair.row))
            usual[key] = (*usual.get(key, ()), found.names[below])
    return Letters(letters, usual)


def _own(row: Any) -> Any:  # noqa: ANN401
    return None if row == NUMBER else row
