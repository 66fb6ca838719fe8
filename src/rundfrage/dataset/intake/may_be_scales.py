"""Choices that may be scales because three or more questions offer the same answers.

So do grids of agreement and the like, whatever words they use.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet

from rundfrage.codebook import Role, Use, Variable, VariableType
from rundfrage.dataset.account import Ledger
from rundfrage.dataset.cells import NUMBER
from rundfrage.dataset.intake.may_be_ordered import MAY_BE_SCALE, are_names
from rundfrage.dataset.intake.periods import read_periods
from rundfrage.dataset.intake.scales import beside_reason, folded, scale_of, yes_or_no
from rundfrage.dataset.words import NO, YES
from rundfrage.locales import message

_FEWEST, _MOST = 3, 7
"""So many answers has a scale that may be none."""
_ALIKE = 3
"""From so many questions with the same answers on these may be a scale."""


def doubt_choices(variables: Sequence[Variable], told: Collection[str], ledger: Ledger) -> None:
    """Doubt the choices that share their answers, of all but those whose type was `told`.

    Where nobody chose some of the answers that the others share, a choice has the rest of them.
    """
    alike: dict[frozenset[str], list[str]] = {}
    steps: Counter[frozenset[str]] = Counter()
    for variable in variables:
        labels = _open(variable) if variable.name not in told else []
        if labels:
            alike.setdefault(frozenset(map(folded, labels)), []).append(variable.name)
        if variable.type is VariableType.ORDINAL:
            steps[frozenset(folded(one.label.source) for one in variable.categories)] += 1
    shared = {labels for labels, some in alike.items() if len(some) >= _ALIKE}
    wider = shared | {labels for labels, count in steps.items() if count >= _ALIKE}
    names = [
        variable.name
        for variable in variables
        if variable.name not in told and _is_choice(variable) and _among(variable, shared, wider)
    ]
    doubted = {name for one in ledger.doubts if one.settle in _ORDERED for name in one.variables}
    if left := [name for name in names if name not in doubted]:
        ledger.doubt(*MAY_BE_SCALE, left)


def _among(
    variable: Variable, shared: AbstractSet[frozenset[str]], wider: AbstractSet[frozenset[str]]
) -> bool:
    """True if other questions have the same answers, or these and some that nobody chose here."""
    given = [one for one in variable.categories if beside_reason(one.label.source) is None]
    labels = frozenset(folded(one.label.source) for one in given)
    plain = labels <= YES | NO or all(map(NUMBER.fullmatch, labels))
    plain = plain or any(one.role is not Role.SUBSTANTIVE for one in given)
    return labels in shared or (not plain and any(labels < some for some in wider))


def _is_choice(variable: Variable) -> bool:
    return variable.type is VariableType.CATEGORICAL and variable.use is Use.ANSWER


_ORDERED = frozenset([MAY_BE_SCALE[1], message("If they have an order, give it in its codebook.")])
"""How doubts are settled that say the same of a column already."""


def _open(variable: Variable) -> list[str]:
    """The answers of a choice that may be a scale by their number; none of other variables."""
    if not _is_choice(variable):
        return []
    labels = [
        one.label.source
        for one in variable.categories
        if one.role is Role.SUBSTANTIVE and beside_reason(one.label.source) is None
    ]
    if not _FEWEST <= len(labels) <= _MOST or all(map(NUMBER.fullmatch, labels)):
        return []
    if are_names(labels):
        return []
    paired = [label for label in labels if yes_or_no([label]) is not None]
    if len(paired) > 1 or read_periods(labels) is not None or scale_of(labels) is not None:
        return []
    return labels
