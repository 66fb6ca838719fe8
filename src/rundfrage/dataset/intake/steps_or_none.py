"""Steps of a scale that may be none of it: "other", "it depends", a code without a label: doubted.

They have places in the order, and so count in the mean and in its ends.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rundfrage.codebook import Use, Variable, VariableType
from rundfrage.dataset.account import Ledger
from rundfrage.dataset.cells import NUMBER
from rundfrage.dataset.intake.scales import OTHERS, beside_reason, folded, is_other
from rundfrage.dataset.words.depends import DEPENDS
from rundfrage.locales import message

_SHORTEST = 4
_OTHERS = tuple(f"{word} " for word in OTHERS if len(word) >= _SHORTEST)
_FEWEST_WORDS = 3


def doubt_steps(variables: Sequence[Variable], told: Collection[str], ledger: Ledger) -> None:
    """Doubt the steps that may be none, of all scales but those that were `told`."""
    found: dict[str, list[str]] = {}
    for variable in variables:
        scale = variable.type is VariableType.ORDINAL and variable.use is Use.ANSWER
        if scale and variable.name not in told:
            for label in _no_steps([one.label.source for one in variable.categories]):
                found.setdefault(label, []).append(variable.name)
    settle = message(
        "If it is no step, name it as missing; if its answers have no order, give the type "
        "“single choice” in the codebook."
    )
    for label, names in found.items():
        text = message(
            "“{label}” counts as a step of the scale and in its mean, and may be none.", label=label
        )
        ledger.doubt(text, settle, names)


def _no_steps(labels: Sequence[str]) -> list[str]:
    numbers = [label for label in labels if NUMBER.fullmatch(label)]
    words = [label for label in labels if any(map(str.isalpha, label))]
    unnamed = numbers if len(numbers) == 1 and len(words) >= _FEWEST_WORDS else []
    return [label for label in labels if label in unnamed or _is_none(label)]


def _is_none(label: str) -> bool:
    if beside_reason(label) is not None or is_other(label):
        return True
    return folded(label).startswith((*_OTHERS, *DEPENDS))
