"""The Skeleton: HTML that was rendered once, with the slots that a request fills.

The pieces of the page stand in one list; each slot has a place in it and holds what it shows when
nothing is filled in. A request copies the list, changes the few places it has something to say
to, and joins it: the work grows with what was answered, not with what could be.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from hashlib import shake_256

from markupsafe import escape

from rundfrage.respond.pages.filling import Filling

_NOTHING: Mapping[str, bytes] = {}


@dataclass(frozen=True, slots=True)
class Order:
    """Pieces that stand in each interview's own order.

    `pieces` are the first place and the place behind the last of each, one behind the other;
    `last` says which of them stay last, in the order they were written.
    """

    name: str
    pieces: tuple[tuple[int, int], ...]
    last: tuple[bool, ...]

    def permuted(self, seed: bytes) -> list[int]:
        """The pieces' numbers in the order of the interview of that seed."""
        count = len(self.pieces)
        free = [number for number in range(count) if not self.last[number]]
        # SHAKE, and not the random module, whose sequences may change with Python's versions.
        noise = shake_256(seed + self.name.encode()).digest(8 * count)
        free.sort(key=lambda number: noise[8 * number : 8 * number + 8])
        return free + [number for number in range(count) if self.last[number]]


@dataclass(frozen=True, slots=True)
class Skeleton:
    """Pieces of HTML in UTF-8, and the places of the slots among them.

    `chosen`: by field and value, where a radio, checkbox or option is marked, and with what.
    `typed`: where a field's first value stands. `flags`: what marks a control that has a mistake.
    `wrong`: where its message stands, with what goes around it. `clearable`: the button that takes
    a stored answer back. `pipes`: where the label of an earlier answer stands. `named`: where the
    page puts what it knows by name. `blocks`: parts that are shown on demand. `whole`: all pieces
    in one, if nothing but a field could change them.
    """

    pieces: tuple[bytes, ...]
    chosen: Mapping[str, Mapping[str, tuple[int, bytes]]]
    typed: Mapping[str, tuple[int, ...]]
    flags: Mapping[str, tuple[tuple[int, bytes], ...]]
    wrong: Mapping[str, tuple[int, bytes, bytes]]
    clearable: Mapping[str, tuple[int, bytes]]
    pipes: tuple[tuple[int, str], ...]
    orders: tuple[Order, ...]
    named: Mapping[str, tuple[int, ...]]
    blocks: Mapping[str, tuple[tuple[int, Skeleton], ...]]
    whole: bytes | None = field(init=False)
    _fields: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Join the pieces once, if all that could change them is a field."""
        changes = self.pipes or self.orders or self.named or self.blocks
        object.__setattr__(self, "whole", None if changes else b"".join(self.pieces))
        fields = frozenset((*self.chosen, *self.typed, *self.clearable))
        object.__setattr__(self, "_fields", fields)

    @property
    def repeated(self) -> frozenset[str]:
        """The variables whose answers it repeats, also in its blocks."""
        own = frozenset(variable for _, variable in self.pipes)
        blocks = (block for pairs in self.blocks.values() for _, block in pairs)
        return own.union(*(block.repeated for block in blocks))

    def filled(
        self,
        filling: Filling,
        named: Mapping[str, bytes] = _NOTHING,
        shown: Collection[str] = (),
    ) -> bytes:
        """The HTML with the filling, what is put in by name, and the blocks shown."""
        if (
            self.whole is not None
            and not filling.mistakes
            and self._fields.isdisjoint(filling.fields)
            and self._fields.isdisjoint(filling.answered)
        ):
            return self.whole
        pieces = list(self.pieces)
        self._show_answers(pieces, filling)
        if filling.mistakes:
            self._mark_mistakes(pieces, filling.mistakes)
        for name, spots in self.named.items():
            for at in spots:
                pieces[at] = named.get(name, b"")
        for name, blocks in self.blocks.items():
            if name in shown:
                for at, block in blocks:
                    pieces[at] = block.filled(filling, named, shown)
        for order in self.orders:
            _put_in_order(pieces, order, filling.seed)
        return b"".join(pieces)

    def _show_answers(self, pieces: list[bytes], filling: Filling) -> None:
        fields = filling.fields
        for name, places in self.chosen.items():
            for value in fields.get(name, ()):
                if value in places:
                    at, mark = places[value]
                    pieces[at] = mark
        for name, spots in self.typed.items():
            if values := fields.get(name):
                words = written(values[0])
                for at in spots:
                    pieces[at] = words
        for name in self.clearable.keys() & filling.answered:
            at, button = self.clearable[name]
            pieces[at] = button
        for at, variable in self.pipes:
            pieces[at] = written(filling.pipes.get(variable, "…"))

    def _mark_mistakes(self, pieces: list[bytes], mistakes: Mapping[str, str]) -> None:
        for control, message in mistakes.items():
            for at, flag in self.flags.get(control, ()):
                pieces[at] = flag
            if control in self.wrong:
                at, before, after = self.wrong[control]
                pieces[at] = before + written(message) + after


def written(words: str) -> bytes:
    """The words in UTF-8, escaped for text and for attributes in double quotes."""
    return str(escape(words)).encode("utf-8", "replace")


def _put_in_order(pieces: list[bytes], order: Order, seed: bytes) -> None:
    if not order.pieces:
        return
    first, behind = order.pieces[0][0], order.pieces[-1][1]
    moved = [
        piece for number in order.permuted(seed) for piece in pieces[slice(*order.pieces[number])]
    ]
    pieces[first:behind] = moved
