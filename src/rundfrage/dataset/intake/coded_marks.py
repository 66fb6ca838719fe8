"""Options of a multiple choice under two codes that aren't 1 and 0: 2 for chosen and 1 for not.

Which code says that an option was chosen is known of the program, or told by a column beside them
that counts the chosen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from rundfrage.dataset.cells import Cells, clean, parsed_number
from rundfrage.dataset.intake.members import Member
from rundfrage.dataset.intake.scales import Scale
from rundfrage.dataset.intake.sheet import merged_words

_PAIRS = ({1.0, 2.0}, {-1.0, 0.0}, {-1.0, 1.0}, {0.0, 2.0})
_MOSTLY = 0.95
_FEWEST = 3
CHOSEN, NOT_CHOSEN = "1", "0"

MarkCodes = tuple[float, float]
"""The code for chosen, and that for not chosen."""


def two_codes(answers: Sequence[str]) -> Scale | None:
    """The two codes that these answers are, if they may say chosen and not chosen, in order."""
    numbers = {answer: parsed_number(answer, comma=False) for answer in answers}
    if set(numbers.values()) not in _PAIRS or len(numbers) != 2:  # noqa: PLR2004
        return None
    ordered = sorted(answers, key=lambda answer: numbers[answer] or 0.0)
    return Scale(tuple(ordered), tuple(int(numbers[answer] or 0.0) for answer in ordered))


def codes_by_count(members: Sequence[Member], pair: Scale, counter: Cells) -> MarkCodes | None:
    """The codes of the pair by a column that counts the chosen; None if it counts neither."""
    numbers = [parsed_number(word, comma=False) for word in counter.words] or [None]
    said = np.array([-1.0 if one is None else one for one in numbers])[counter.index]
    told = said >= 0
    if len(np.unique(said[told])) < _FEWEST:
        return None
    low, high = pair.codes
    for chosen, other in ((high, low), (low, high)):
        count = np.sum([_holds(member.cells, chosen) for member in members], axis=0)
        if (count == said)[told].mean() >= _MOSTLY:
            return float(chosen), float(other)
    return None


def _holds(cells: Cells, code: float) -> npt.NDArray[np.bool_]:
    found = [parsed_number(word, comma=False) == code for word in cells.words]
    return np.array(found or [False])[cells.index]


def marked(member: Member, codes: MarkCodes) -> Member:
    """The column with 1 and 0 for these codes; other cells stay as they are."""
    marks: Mapping[float | None, str] = {codes[0]: CHOSEN, codes[1]: NOT_CHOSEN}
    cells = merged_words(
        member.cells, lambda cell: marks.get(parsed_number(clean(cell), comma=False), cell)
    )
    return replace(member, cells=cells, counts=cells.answers)
