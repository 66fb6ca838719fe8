"""Renders templates once per version and language: the pages' own, and those of the kinds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader

from rundfrage.look.templates import environment
from rundfrage.questionnaire.model import Question
from rundfrage.respond.pages.marking import FUNCTIONS, Marks
from rundfrage.respond.pages.phrases import DoorPhrases
from rundfrage.respond.pages.skeleton import Skeleton

_OWN = files("rundfrage.respond.pages") / "templates"
_KINDS = files("rundfrage.kinds")
_EMPTY_LINES = re.compile(r"\n\s*\n")


def _source(name: str) -> str | None:
    # Kinds have folders of their own; what several of them share stands beside these.
    for file in (_OWN / name, _KINDS / name):
        if file.is_file():
            return file.read_text("utf-8")
    return None


@lru_cache(maxsize=1)
def templates() -> Environment:
    """The templates, which are the program's own: compiled once, whoever's pages are rendered."""
    return environment(FunctionLoader(_source))


def question_skeleton(question: Question, words: DoorPhrases, *, mark_required: bool) -> Skeleton:
    """The skeleton of one question."""
    marks = Marks(words, question.name, question.shuffle)
    name = f"{question.kind.name}/question.html"
    context = {
        "question": question,
        "body": question.body,
        "mark_required": mark_required and question.required,
    }
    return _skeleton(name, marks, context)


def page_skeleton(template: str, words: DoorPhrases, context: Mapping[str, Any]) -> Skeleton:
    """The skeleton of a page."""
    return _skeleton(template, Marks(words), context)


def _skeleton(template: str, marks: Marks, context: Mapping[str, Any]) -> Skeleton:
    functions = {name: getattr(marks, name) for name in FUNCTIONS}
    html = (
        templates()
        .get_template(template)
        .render(
            {
                **functions,
                "word": marks.words.marked,
                "plain_word": marks.words,
                "foreign": marks.words.foreign,
                "language": marks.words.language,
                "direction": marks.words.direction,
                **context,
            }
        )
    )
    return marks.skeleton(_EMPTY_LINES.sub("\n", html))
