"""The list of all checks; each is a file here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice

from rundfrage.errors import Problem
from rundfrage.manuscript import limits
from rundfrage.progress import UNWATCHED, Progress
from rundfrage.questionnaire.checks.answers import check_answers
from rundfrage.questionnaire.checks.conditions import check_conditions
from rundfrage.questionnaire.checks.ground import Ground
from rundfrage.questionnaire.checks.identity import check_identity
from rundfrage.questionnaire.checks.piping import check_piping
from rundfrage.questionnaire.checks.plan import NO_PLAN, Plan
from rundfrage.questionnaire.checks.reasons import check_idle_attributes, check_unmarked
from rundfrage.questionnaire.checks.routing import check_routing
from rundfrage.questionnaire.checks.scales import check_scales
from rundfrage.questionnaire.checks.translated import check_translations
from rundfrage.questionnaire.checks.uniqueness import check_uniqueness
from rundfrage.questionnaire.model import Questionnaire

CHECKS: Sequence[Callable[[Ground], Iterator[Problem]]] = (
    check_conditions,
    check_piping,
    check_scales,
    check_answers,
    check_unmarked,
    check_idle_attributes,
    check_translations,
    check_identity,
    check_uniqueness,
)
"""All but the proof of the routing, which comes last and takes long."""


def check(
    questionnaire: Questionnaire,
    file: str,
    progress: Progress = UNWATCHED,
    plan: Plan = NO_PLAN,
) -> list[Problem]:
    """The errors and warnings of a questionnaire that could be read, in the order of its lines.

    The steps are those of the proof. After limits.PROBLEMS of them it stops looking for more.
    """
    ground = Ground(questionnaire, file, plan)
    plain = chain.from_iterable(one(ground) for one in CHECKS)
    found = chain(plain, check_routing(ground, progress))
    problems = list(islice(found, limits.PROBLEMS))
    return sorted(problems, key=lambda problem: problem.where.line or 0)
