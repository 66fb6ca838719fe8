"""Answers of a column that are no answer in other columns of the file: doubted, word by word.

"Don't know" is no step of a scale, and an answer among parties; a code may be declared as missing
of one variable and not of its neighbour. Where a file has both, the bases of its tables differ.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rundfrage.codebook import Use, Variable, VariableType
from rundfrage.codebook.reason_words import as_listed
from rundfrage.dataset.account import Ledger
from rundfrage.dataset.intake.label_reasons import is_mark, without_number
from rundfrage.dataset.intake.scales import beside_reason, folded
from rundfrage.locales import message

_CHOSEN = frozenset([VariableType.CATEGORICAL, VariableType.ORDINAL])


def doubt_reasons(variables: Sequence[Variable], told: Collection[str], ledger: Ledger) -> None:
    """Doubt the answers that give a reason elsewhere, of all variables but those that were `told`.

    A word that is doubted already isn't doubted again.
    """
    elsewhere = {_plain(word) for entry in ledger.entries for word, _ in entry.missing}
    doubted = {(name, str(one.found)) for one in ledger.doubts for name in one.variables}
    found: dict[str, list[str]] = {}
    for variable in variables:
        if variable.type not in _CHOSEN or variable.use is not Use.ANSWER or variable.name in told:
            continue
        said = [text for name, text in doubted if name == variable.name]
        for label in (one.label.source for one in variable.categories):
            if beside_reason(label) is None or is_mark(label) or _plain(label) not in elsewhere:
                continue
            if not any(f"“{label}”" in text for text in said):
                found.setdefault(label, []).append(variable.name)
    settle = message("If it stands for a missing answer, name it as missing.")
    for label, names in found.items():
        text = message(
            "“{label}” was read as an answer here, and as none in other columns of the file.",
            label=label,
        )
        ledger.doubt(text, settle, names)


def _plain(label: str) -> str:
    return as_listed(folded(without_number(label)))
