"""A Bond: what an answer to one variable of a question says of its others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rundfrage.rules.answer_space import Answer


@dataclass(frozen=True)
class Order:
    """The answers are ranks: 1, 2 and so on without gaps, each once."""

    def fits(self, variables: Sequence[str], answers: Mapping[str, Answer]) -> bool:
        """Whether the answers to these variables keep the bond."""
        ranks = sorted(Decimal(str(answers[name])) for name in variables if name in answers)
        return ranks == [Decimal(rank) for rank in range(1, len(ranks) + 1)]


@dataclass(frozen=True)
class Total:
    """The answers are numbers that add up to the total; all are given or none is."""

    total: Decimal

    def fits(self, variables: Sequence[str], answers: Mapping[str, Answer]) -> bool:
        """Whether the answers to these variables keep the bond."""
        given = [Decimal(str(answers[name])) for name in variables if name in answers]
        return not given or (len(given) == len(variables) and sum(given) == self.total)


Bond = Order | Total
