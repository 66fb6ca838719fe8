"""What is asked of an engine: which sums of which measures, by which groups.

A *measure* is a number of each respondent, made of one column: (x - shift)^power, or 1 where x is
at most a limit and 0 above. An engine answers with columns in this order: the keys (groups, then
cells), the count of rows, the count of rows with a weight above zero, for each weight the sums of
w m over the constant 1 and the measures, the sums of w^2 m_a m_b for each pair b <= a, and the
least and largest of each column in `least`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Measure:
    """A number of each respondent: (x - shift)^power, or whether x <= `most` (1 or 0)."""

    column: str
    shift: float = 0.0
    power: int = 1
    most: float | None = None


@dataclass(frozen=True)
class Asked:
    """What is summed, and by what.

    `groups` are columns of the design, `cells` columns whose missing answers are left out, as are
    rows that lack a measure or a column of `complete`. `weights` holds columns of weights (none: 1
    each; several: replicates, each multiplied by `factor` if that is given). `products` asks for
    the sums of w^2 m_a m_b, by the first weight. `beside` are measures without products.
    """

    groups: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    measures: tuple[Measure, ...] = ()
    beside: tuple[Measure, ...] = ()
    complete: tuple[str, ...] = ()
    weights: tuple[str, ...] = ()
    factor: str | None = None
    products: bool = False
    least: tuple[str, ...] = ()
    """Columns of which the smallest and the largest value in each group is wanted."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The columns to group by."""
        return (*self.groups, *self.cells)

    @property
    def every(self) -> tuple[Measure, ...]:
        """All measures, those with products first."""
        return (*self.measures, *self.beside)

    @property
    def numbers(self) -> tuple[str, ...]:
        """The columns that are summed or multiplied."""
        factor = () if self.factor is None else (self.factor,)
        return tuple(dict.fromkeys([*(one.column for one in self.every), *self.weights, *factor]))

    @property
    def needed(self) -> tuple[str, ...]:
        """The columns without which a row is left out."""
        measured = (one.column for one in self.every)
        return tuple(dict.fromkeys([*self.cells, *self.complete, *measured]))

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns, each once."""
        return tuple(dict.fromkeys([*self.keys, *self.needed, *self.numbers, *self.least]))
