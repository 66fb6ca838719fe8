"""A text to read: a heading without answer lines. It asks nothing and becomes no variable."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rundfrage.locales import message
from rundfrage.manuscript.attributes import Attributes
from rundfrage.manuscript.line import Line
from rundfrage.questionnaire.answers.posted import Given, Parsed, Posted
from rundfrage.questionnaire.model import Kind, Measured, Question, Scale, Written
from rundfrage.text import Text


@dataclass(frozen=True)
class ReadingBody:
    """Nothing to answer."""


class Reading(Kind):
    """A text to read."""

    name = "reading"
    title = message("Text to read")
    explanation = message("Words without a question.")
    starter = ()
    body = ReadingBody

    def recognises(self, lines: Sequence[Line]) -> bool:
        """True if there are no answer lines."""
        return not lines

    def read(
        self,
        lines: Sequence[Line],  # noqa: ARG002
        attributes: Attributes,  # noqa: ARG002
        scales: Mapping[str, Scale],  # noqa: ARG002
        language: str,  # noqa: ARG002
    ) -> ReadingBody:
        """The empty body."""
        return ReadingBody()

    def write(self, body: ReadingBody) -> Written:  # noqa: ARG002
        """No lines."""
        return Written(())

    def texts(self, body: ReadingBody) -> Iterable[tuple[str, Text]]:  # noqa: ARG002
        """None."""
        return ()

    def with_texts(self, body: ReadingBody, texts: Mapping[str, Text]) -> ReadingBody:  # noqa: ARG002
        """The same body."""
        return body

    def variables(self, question: Question) -> Measured:  # noqa: ARG002
        """None."""
        return Measured(())

    def parse(self, question: Question, posted: Posted, language: str) -> Parsed:  # noqa: ARG002
        """No answers."""
        return Parsed({})

    def view(
        self,
        question: Question,  # noqa: ARG002
        answers: Mapping[str, Given],  # noqa: ARG002
        language: str,  # noqa: ARG002
    ) -> dict[str, tuple[str, ...]]:
        """No fields."""
        return {}
