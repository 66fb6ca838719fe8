"""What sets of respondents tell of a small group, when the answers of all of them are known.

Whoever knows how often each answer was given in some sets can add and subtract: everybody less
everybody but one is one person. A set is a row of zeros and ones with a column for each respondent,
and what can be computed are the combinations of the rows. One that is zero outside of fewer
respondents than the threshold *tells of* them, be it their sum or their difference. So a set may
be released if no combination of it with those released before does. This is the audit of Chin and
Özsoyoğlu (1982, "Auditing and inference control in statistical databases", IEEE Transactions on
Software Engineering 8), with a group in the place of one person.

Respondents who are in the same sets are one *atom*. A combination that is not zero has to show in
each set of atoms that tells all combinations apart; if so many of them can be chosen as the
threshold says, and nobody is in two, none is small (the bound of Brouwer and Zimmermann on the
weight of codes). What some of them don't tell apart is searched on. The search is exact up to a
number of steps; beyond them it says that a set tells, which is never less safe. Numbers are counted
modulo a prime, so that nothing is lost by rounding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
Flags = npt.NDArray[np.bool_]
_PRIME = 2**31 - 1
_STEPS = 300
_SPARE = 4
_FEW_ROWS = 2
_HALF = 16
_TERMS = 64
"""So many products of a number below the prime and one of half its digits add up below 2**53."""
_LARGEST = 1 << 20
"""A coefficient beyond it is a fraction, as numbers modulo the prime write them."""


class Together:
    """What a wanted set and those released before tell together, found out when it is asked for.

    Sets are flags of the shape (respondents,); `threshold` is the size from which a group is large.
    """

    def __init__(self, released: Sequence[Flags], wanted: Flags, threshold: int) -> None:
        atoms, sizes = _atoms(released, wanted)
        self._chosen, self._made = _independent(atoms)
        self._search = _Search(atoms[[*self._chosen, len(released)]], sizes, threshold)

    @cached_property
    def telling(self) -> tuple[int, ...] | None:
        """With which of the released sets the wanted one tells of a group under the threshold.

        Their places; none of them if it is such a group itself, or if the search was given up. None
        if it tells of no such group.
        """
        if self._made is not None:
            return None
        found = self._search.lightest(np.eye(len(self._chosen) + 1, dtype=np.int64))
        if found is None:
            return () if self._search.given_up else None
        return tuple(self._chosen[place] for place in np.flatnonzero(found[:-1]))

    @cached_property
    def made_of(self) -> tuple[tuple[int, int], ...] | None:
        """The places of released sets and how often each is added to be the wanted one, or None.

        Only whole numbers are found.
        """
        if self._made is None:
            return None
        times = np.where(self._made > _PRIME // 2, self._made - _PRIME, self._made)
        if (np.abs(times) > _LARGEST).any():
            return None
        return tuple((self._chosen[at], int(times[at])) for at in np.flatnonzero(times))


def _atoms(released: Sequence[Flags], wanted: Flags) -> tuple[Array, Array]:
    """A row for each set, the wanted one last, by a column for each atom; and how many are in it.

    Who is in none of the sets is in no atom. Atoms are told apart by sums of random numbers.
    """
    rows = [*released, wanted]
    numbers = np.random.default_rng(len(rows)).integers(2**63, size=len(rows), dtype=np.uint64)
    atom = np.zeros(len(wanted), np.uint64)
    for one, number in zip(rows, numbers, strict=True):
        atom[one] += number
    _, first, sizes = np.unique(atom, return_index=True, return_counts=True)
    table = np.array([one[first] for one in rows], float)
    somewhere = table.any(axis=0)
    return table[:, somewhere], sizes[somewhere]


def _independent(atoms: Array) -> tuple[list[int], Array | None]:
    """The places of rows that are not made of those before; and of what the last one is made."""
    # Few columns tell most rows apart; those that show that they didn't are added.
    looked_at = np.arange(min(atoms.shape[1], len(atoms) + _SPARE))
    while True:
        zero = _kernel(atoms[:, looked_at].astype(np.int64))
        left = (zero.astype(float) @ atoms) % _PRIME
        unlike = np.flatnonzero(left.any(axis=0))
        if not len(unlike):
            break
        looked_at = np.concatenate([looked_at, unlike[: len(zero)]])
    # A row that is made of those before is the last of those that add up to zero.
    dependent = {int(np.flatnonzero(one)[-1]): one for one in zero}
    last = len(atoms) - 1
    made = dependent.get(last)
    chosen = [place for place in range(last) if place not in dependent]
    return chosen, None if made is None else -made[chosen] % _PRIME


def _kernel(rows: Array) -> Array:
    """The combinations of the rows that are zero, a row of coefficients each.

    One for each row that is made of those before; its coefficient is one.
    """
    count, width = rows.shape
    basis = np.hstack([rows, np.eye(count, dtype=np.int64)])
    zero = []
    for place in range(count):
        filled = np.flatnonzero(basis[place, :width])
        if len(filled):
            _clear(basis, place, int(filled[0]), range(place + 1, count))
        else:
            zero.append(place)
    return basis[zero, width:]


def _clear(basis: Array, place: int, pivot: int, others: range) -> None:
    """Take so much of the row from the others that nothing is left in the pivot's column."""
    row = basis[place] * pow(int(basis[place, pivot]), -1, _PRIME) % _PRIME
    rest = basis[others.start : others.stop]
    touched = np.flatnonzero(rest[:, pivot])
    rest[touched] = (rest[touched] - rest[touched, pivot][:, None] * row % _PRIME) % _PRIME


def _product(one: Array, other: Array) -> Array:
    """The product of two matrices of numbers below the prime.

    By floats, since these are multiplied fast: with half of the digits at a time, and so many terms
    that their sums are exact.
    """
    total = np.zeros((len(one), other.shape[1]), np.int64)
    for start in range(0, len(other), _TERMS):
        left, right = one[:, start : start + _TERMS], other[start : start + _TERMS].astype(float)
        high, low = (
            (half.astype(float) @ right).astype(np.int64) % _PRIME
            for half in (left >> _HALF, left & ((1 << _HALF) - 1))
        )
        total = (total + (high << _HALF) + low) % _PRIME
    return total


@dataclass
class _Search:
    """The search for a combination that few respondents are in, and the last row is.

    Combinations are written by their coefficients, shape (combinations, rows of `atoms`).
    """

    atoms: Array
    sizes: Array
    threshold: int
    steps: int = 0

    @property
    def given_up(self) -> bool:
        """Whether it took too long."""
        return self.steps > _STEPS

    def lightest(self, space: Array) -> Array | None:
        """The coefficients of such a combination among those of the rows of `space`, or None."""
        self.steps += 1
        if self.given_up or not space[:, -1].any():
            return None
        parts = list(self._parts(2 * len(space) + _SPARE))
        if len(space) > _FEW_ROWS and len(parts) == self.threshold:
            rests = [self._missing(space, part) for part in parts]
            if all(len(rest) < len(space) for rest in rests):
                tried = (self.lightest(rest) for rest in rests if len(rest))
                return next((one for one in tried if one is not None), None)
        return self._within(space)

    def _missing(self, space: Array, part: Array) -> Array:
        """Those combinations that are in none of the atoms of the part."""
        columns = _product(space, self.atoms[:, part].astype(np.int64))
        return _product(_kernel(columns), space)

    def _parts(self, columns: int) -> Iterator[Array]:
        """As many sets of atoms as the threshold, each respondent in one of them at most.

        So a combination of fewer respondents misses one of them. Atoms as large as the threshold
        are in all. More columns than about twice the combinations would hardly tell more.
        """
        places = np.random.default_rng(self.steps).permutation(len(self.sizes))
        large = places[self.sizes[places] >= self.threshold][:columns]
        small = places[self.sizes[places] < self.threshold]
        dealt = np.repeat(small, self.sizes[small])
        for turn in range(self.threshold):
            part = np.concatenate([large, dealt[turn :: self.threshold][:columns]])
            if len(part):
                yield part

    def _within(self, space: Array) -> Array | None:
        """The same, atom by atom: the last row's combination, and others that may be added."""
        width = len(self.sizes)
        columns = _product(space, self.atoms.astype(np.int64))
        both = np.hstack([columns, space])
        at = int(np.flatnonzero(space[:, -1])[0])
        both[[0, at]] = both[[at, 0]]
        _clear(both, 0, both.shape[1] - 1, range(1, len(both)))
        found = self._settle(both[0], both[1:], np.zeros(width, bool), self.threshold - 1)
        return None if found is None else found[width:]

    def _settle(self, target: Array, basis: Array, settled: Flags, room: int) -> Array | None:
        """Each atom that the target is in stays and takes room, or a row clears it."""
        self.steps += 1
        if self.given_up:
            return None
        open_ones = np.flatnonzero((target[: len(settled)] != 0) & ~settled)
        if not len(open_ones):
            return target
        atom = int(open_ones[np.argmax(self.sizes[open_ones])])
        clearing = np.flatnonzero(basis[:, atom])
        if len(clearing):
            rows = np.vstack([np.roll(basis, -int(clearing[0]), axis=0), target])
            _clear(rows, 0, atom, range(1, len(rows)))
            found = self._settle(rows[-1], rows[1:-1], settled, room)
            if found is not None:
                return found
        if self.sizes[atom] > room:
            return None
        staying = settled.copy()
        staying[atom] = True
        return self._settle(target, basis, staying, room - int(self.sizes[atom]))
