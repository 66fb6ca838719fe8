"""The list of all checks; each is a file here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice

from rundfrage.errors import Problem
from rundfrage.manuscript import limits
from rundfrage.questionnaire.checks.answers import check_answers
from rundfrage.questionnaire.checks.conditions import check_conditions
from rundfrage.questionnaire.checks.ground import Ground
from rundfrage.questionnaire.checks.piping import check_piping
from rundfrage.questionnaire.checks.routing import check_routing
from rundfrage.questionnaire.checks.scales import check_scales
from rundfrage.questionnaire.checks.translated import check_translations
from rundfrage.questionnaire.model import Questionnaire

CHECKS: Sequence[Callable[[Ground], Iterator[Problem]]] = (
    check_conditions,
    check_piping,
    check_scales,
    check_answers,
    check_translations,
    check_routing,
)


def check(questionnaire: Questionnaire, file: str) -> list[Problem]:
    """The errors and warnings of a questionnaire that could be read, in the order of its lines.

    After limits.PROBLEMS of them it stops looking for more.
    """
    ground = Ground(questionnaire, file)
    found = chain.from_iterable(one(ground) for one in CHECKS)
    problems = list(islice(found, limits.PROBLEMS))
    return sorted(problems, key=lambda problem: problem.where.line or 0)
