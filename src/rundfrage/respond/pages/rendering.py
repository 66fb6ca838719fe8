"""Renders templates once per version and language: the pages' own, and those of the kinds."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from jinja2 import FunctionLoader

from rundfrage.look.templates import environment
from rundfrage.questionnaire.kind_of import kind_of
from rundfrage.questionnaire.model import Kind, Question
from rundfrage.respond.pages.marking import FUNCTIONS, Marks
from rundfrage.respond.pages.phrases import DoorPhrases
from rundfrage.respond.pages.skeleton import Skeleton

_OWN = files("rundfrage.respond.pages") / "templates"
_EMPTY_LINES = re.compile(r"\n\s*\n")


class Rendering:
    """The templates of the pages and of these kinds, ready to be rendered."""

    def __init__(self, kinds: Sequence[Kind]) -> None:
        self._kinds = kinds
        self._folders = {kind.name: _folder(kind) for kind in kinds}
        self.environment = environment(FunctionLoader(self._source))

    def _source(self, name: str) -> str | None:
        kind, _, file = name.rpartition("/")
        if kind:
            return (self._folders[kind] / file).read_text("utf-8")
        own = _OWN / name
        if own.is_file():
            return own.read_text("utf-8")
        # What the templates of several kinds share stands beside their folders.
        beside = files("rundfrage.kinds") / name
        return beside.read_text("utf-8") if beside.is_file() else None

    def question(self, question: Question, words: DoorPhrases, *, mark_required: bool) -> Skeleton:
        """The skeleton of one question."""
        marks = Marks(words, question.name, question.shuffle)
        name = f"{kind_of(question, self._kinds).name}/question.html"
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


def _folder(kind: Kind) -> Traversable:
    return files(type(kind).__module__.rpartition(".")[0])
