"""Choices that may be scales because three or more questions offer the same answers.

So do grids of agreement and the like, whatever words they use.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rundfrage.codebook import Role, Use, Variable, VariableType
from rundfrage.dataset.account import Ledger
from rundfrage.dataset.cells import NUMBER
from rundfrage.dataset.intake.label_order import MAY_BE_SCALE
from rundfrage.dataset.intake.periods import read_periods
from rundfrage.dataset.intake.scales import beside_reason, folded, scale_of, yes_or_no
from rundfrage.locales import message

_FEWEST, _MOST = 3, 7
"""So many answers has a scale that may be none."""
_ALIKE = 3
"""From so many questions with the same answers on these may be a scale."""


def doubt_choices(variables: Sequence[Variable], told: Collection[str], ledger: Ledger) -> None:
    """Doubt the choices that share their answers, of all but those whose type was `told`."""
    alike: dict[frozenset[str], list[str]] = {}
    for variable in variables:
        labels = _open(variable) if variable.name not in told else []
        if labels:
            alike.setdefault(frozenset(map(folded, labels)), []).append(variable.name)
    names = [name for some in alike.values() if len(some) >= _ALIKE for name in some]
    doubted = {name for one in ledger.doubts if one.settle in _ORDERED for name in one.variables}
    if left := [name for name in names if name not in doubted]:
        ledger.doubt(*MAY_BE_SCALE, left)


_ORDERED = frozenset([MAY_BE_SCALE[1], message("If they have an order, give it in its codebook.")])
"""How doubts are settled that say the same of a column already."""


def _open(variable: Variable) -> list[str]:
    """The answers of a choice that may be a scale by their number; none of other variables."""
    if variable.type is not VariableType.CATEGORICAL or variable.use is not Use.ANSWER:
        return []
    labels = [
        one.label.source
        for one in variable.categories
        if one.role is Role.SUBSTANTIVE and beside_reason(one.label.source) is None
    ]
    if not _FEWEST <= len(labels) <= _MOST or all(map(NUMBER.fullmatch, labels)):
        return []
    paired = [label for label in labels if yes_or_no([label]) is not None]
    if len(paired) > 1 or read_periods(labels) is not None or scale_of(labels) is not None:
        return []
    return labels
