"""Renders templates once per version and language: the pages' own, and those of the kinds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from jinja2 import FunctionLoader

from rundfrage.look.templates import environment
from rundfrage.questionnaire.model import Question
from rundfrage.respond.pages.marking import FUNCTIONS, Marks
from rundfrage.respond.pages.phrases import DoorPhrases
from rundfrage.respond.pages.skeleton import Skeleton

_OWN = files("rundfrage.respond.pages") / "templates"
_KINDS = files("rundfrage.kinds")
_EMPTY_LINES = re.compile(r"\n\s*\n")


class Rendering:
    """The templates of the pages and of the kinds, ready to be rendered."""

    def __init__(self) -> None:
        self.environment = environment(FunctionLoader(self._source))

    def _source(self, name: str) -> str | None:
        # Kinds have folders of their own; what several of them share stands beside these.
        for file in (_OWN / name, _KINDS / name):
            if file.is_file():
                return file.read_text("utf-8")
        return None

    def question(self, question: Question, words: DoorPhrases, *, mark_required: bool) -> Skeleton:
        """The skeleton of one question."""
        marks = Marks(words, question.name, question.shuffle)
        name = f"{question.kind.name}/question.html"
        context = {
            "question": question,
            "body": question.body,
            "mark_required": mark_required and question.required,
        }
        return self._skeleton(name, marks, context)

    def page(self, template: str, words: DoorPhrases, context: Mapping[str, Any]) -> Skeleton:
        """The skeleton of a page."""
        return self._skeleton(template, Marks(words), context)

    def _skeleton(self, template: str, marks: Marks, context: Mapping[str, Any]) -> Skeleton:
        functions = {name: getattr(marks, name) for name in FUNCTIONS}
        html = self.environment.get_template(template).render(
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
        return marks.skeleton(_EMPTY_LINES.sub("\n", html))
