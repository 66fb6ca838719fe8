"""School marks in words: scales of which all steps are always there, chosen or not."""

from __future__ import annotations

from collections.abc import Sequence

from rundfrage.dataset.words.vocabulary import Steps, steps

SCHOOL_MARKS: Sequence[Steps] = (
    steps("sehr gut", "gut", "befriedigend", "ausreichend", "mangelhaft", "ungenügend"),
    steps("sehr gut", "gut", "befriedigend", "genügend", "nicht genügend"),
    steps("sobresaliente", "notable", "bien", "suficiente|aprobado", "insuficiente|suspenso"),
    steps("celujący", "bardzo dobry", "dobry", "dostateczny", "dopuszczający", "niedostateczny"),
    steps("pekiyi", "iyi", "orta", "geçer", "zayıf"),
    steps("отлично", "хорошо", "удовлетворительно", "неудовлетворительно"),
    steps("відмінно", "добре", "задовільно", "незадовільно"),
)
