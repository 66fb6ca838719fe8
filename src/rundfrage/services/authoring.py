"""Writing a questionnaire: start a survey, check what is wrong, and lay the file out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from rundfrage.errors import Problem
from rundfrage.kinds import KINDS
from rundfrage.progress import UNWATCHED, Progress
from rundfrage.questionnaire.checks import check as check_questionnaire
from rundfrage.questionnaire.checks.plan import NO_PLAN
from rundfrage.questionnaire.folder import JSON, questionnaire_file, read_folder, read_source
from rundfrage.questionnaire.json.form import to_json
from rundfrage.questionnaire.markdown.read import content_of
from rundfrage.questionnaire.markdown.write import write
from rundfrage.questionnaire.starter import start
from rundfrage.questionnaire.translation.translations import with_po_files
from rundfrage.respond.pages.phrases import unsaid
from rundfrage.services.plan import planned
from rundfrage.services.survey import Survey, open_survey
from rundfrage.writing import write_whole


@dataclass(frozen=True)
class Checked:
    """What was found in a questionnaire, and its size; that is 0 if it couldn't be read."""

    file: Path
    problems: tuple[Problem, ...]
    questions: int = 0
    pages: int = 0

    @property
    def errors(self) -> int:
        """How many of the problems keep it from the field."""
        return sum(one.severity == "error" for one in self.problems)


class Layout(StrEnum):
    """How a questionnaire's file stands to the canonical layout."""

    CANONICAL = "canonical"
    OTHER = "other"
    """It could be laid out."""
    LAID_OUT = "laid out"
    """It was, just now."""
    JSON = "json"
    """It is a JSON file, which stays as it is."""


@dataclass(frozen=True)
class LaidOut:
    """A questionnaire in the canonical layout: the words of the file, and how it stands to them."""

    file: Path
    words: str
    layout: Layout


def start_survey(folder: Path, language: str = "en") -> Survey:
    """Start a survey with a questionnaire that shows the usual kinds of question."""
    start(folder, language)
    return open_survey(folder)


def check(survey: Survey, progress: Progress = UNWATCHED) -> Checked:
    """Find all that is wrong with a questionnaire, with its translations and the door's words."""
    file = questionnaire_file(survey.path)
    try:
        questionnaire = read_source(file, KINDS)
    except Problem as problem:
        return Checked(file, problem.all)
    broken: tuple[Problem, ...] = ()
    if file.suffix != JSON:
        try:
            questionnaire = with_po_files(questionnaire, file.parent)
        except Problem as problem:
            broken = problem.all
    plan = NO_PLAN
    try:
        plan = planned(survey)
    except Problem as problem:
        broken += problem.all
    problems = (
        *broken,
        *check_questionnaire(questionnaire, str(file), progress, plan),
        *unsaid(questionnaire, str(file)),
    )
    return Checked(file, problems, len(questionnaire.questions), len(questionnaire.pages))


def lay_out(survey: Survey, *, write_file: bool = True) -> LaidOut:
    """Write a questionnaire in the canonical layout, or only say how it would be.

    A JSON file stays as it is. Raises a Problem if it can't be read.
    """
    file = questionnaire_file(survey.path)
    words = write(read_source(file, KINDS))
    if file.suffix == JSON:
        return LaidOut(file, words, Layout.JSON)
    if words.encode() == content_of(file):
        return LaidOut(file, words, Layout.CANONICAL)
    if not write_file:
        return LaidOut(file, words, Layout.OTHER)
    write_whole(file, words)
    return LaidOut(file, words, Layout.LAID_OUT)


def json_form(survey: Survey) -> Mapping[str, Any]:
    """The JSON form of a questionnaire, with all its translations."""
    return to_json(read_folder(questionnaire_file(survey.path), KINDS))
