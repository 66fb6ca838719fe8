"""The list of all question kinds, and the ways in that know it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rundfrage.kinds.constant_sum import ConstantSum
from rundfrage.kinds.date import Date
from rundfrage.kinds.grid import Grid
from rundfrage.kinds.multiple import Multiple
from rundfrage.kinds.number import Number
from rundfrage.kinds.numeric_scale import NumericScale
from rundfrage.kinds.ranking import Ranking
from rundfrage.kinds.reading import Reading
from rundfrage.kinds.scale import ScaleKind
from rundfrage.kinds.single import Single
from rundfrage.kinds.slider import Slider
from rundfrage.kinds.text import TextKind
from rundfrage.questionnaire.folder import read_folder
from rundfrage.questionnaire.model import Kind, Questionnaire

KINDS: Sequence[Kind] = (
    Single(),
    Multiple(),
    ScaleKind(),
    Grid(),
    TextKind(),
    Number(),
    Date(),
    Ranking(),
    NumericScale(),
    ConstantSum(),
    Slider(),
    Reading(),
)


def read_questionnaire(path: Path | str) -> Questionnaire:
    """The questionnaire of a survey's folder (or of the file), with its translations.

    Raises a Problem with all that is wrong in `all`.
    """
    return read_folder(Path(path), KINDS)
