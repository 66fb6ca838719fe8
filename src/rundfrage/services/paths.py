"""Paths through a questionnaire: a few patterns of answers that together visit every question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rundfrage.errors import raise_all
from rundfrage.kinds import KINDS
from rundfrage.progress import UNWATCHED, Progress
from rundfrage.questionnaire.checks.conditions import check_conditions
from rundfrage.questionnaire.checks.ground import Ground
from rundfrage.questionnaire.checks.route import route_of
from rundfrage.questionnaire.folder import questionnaire_file, read_folder
from rundfrage.rules.answer_space import Answer
from rundfrage.services.survey import Survey


@dataclass(frozen=True)
class Way:
    """Answers that lead one way through the questionnaire, in words too, and what they visit."""

    answers: Mapping[str, Answer]
    words: str
    visits: Sequence[str]


@dataclass(frozen=True)
class Paths:
    """The ways that were found; `smallest` if no fewer would do.

    `never` are questions that no answers lead to, `unknown` those too intricate to find out.
    """

    ways: tuple[Way, ...]
    questions: int
    smallest: bool
    never: Sequence[str]
    unknown: Sequence[str]


def find_paths(survey: Survey, progress: Progress = UNWATCHED) -> Paths:
    """A few answer patterns that together visit every question, to try a survey out.

    Raises a Problem if a condition can't be understood.
    """
    # The solver's library takes as long to load as all the rest of this service.
    from rundfrage.rules.cover import cover  # noqa: PLC0415

    file = questionnaire_file(survey.path)
    ground = Ground(read_folder(file, KINDS), str(file))
    raise_all(check_conditions(ground))
    route = route_of(ground)
    found = cover(route.stops, route.questions, progress=progress)
    return Paths(
        tuple(
            Way(one.answers, route.words(one.answers), route.questions_at(one.visits))
            for one in found.paths
        ),
        len(route.questions),
        found.smallest,
        route.questions_at(found.missed),
        route.questions_at(found.unknown),
    )
