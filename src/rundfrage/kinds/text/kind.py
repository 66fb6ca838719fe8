"""Open text: one line `____` asks for a short text, two or more for a long one.

`{max=500}` bounds the number of characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from rundfrage.codebook import Missing, Variable, VariableType
from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.manuscript.attributes import Attributes
from rundfrage.manuscript.line import Line
from rundfrage.questionnaire.answers.posted import Given, Mistake, Parsed, Posted
from rundfrage.questionnaire.answers.typed_words import words_in
from rundfrage.questionnaire.bodies.parts import Parts
from rundfrage.questionnaire.bodies.reasons import refuse_reasons
from rundfrage.questionnaire.limits import NUMBER
from rundfrage.questionnaire.markdown.labels import not_an_answer
from rundfrage.questionnaire.model import Kind, Measured, Question, Scale, Written
from rundfrage.records import Limit
from rundfrage.text import Text

_BLANK = re.compile(r"_{3,}")
_LINE = "_____"
_MOST_CHARACTERS = 100_000


@dataclass(frozen=True)
class TextBody:
    """A short or a long text, and the most characters it may have (None: no bound)."""

    long: bool = False
    max: Annotated[int, Limit(1, NUMBER)] | None = None


class TextKind(Kind):
    """Open text."""

    name = "text"
    title = message("Open text")
    explanation = message("An answer in one's own words.")
    starter = ("____",)
    body = TextBody
    attributes = frozenset({"max"})

    def recognises(self, lines: Sequence[Line]) -> bool:
        """True if the first line is a blank to fill in."""
        return bool(lines) and bool(_BLANK.fullmatch(lines[0].words))

    def read(
        self,
        lines: Sequence[Line],
        attributes: Attributes,
        scales: Mapping[str, Scale],  # noqa: ARG002
        language: str,  # noqa: ARG002
    ) -> TextBody:
        """The body; raises a Problem at a line that is no blank."""
        refuse_reasons(lines)
        for line in lines:
            if not _BLANK.fullmatch(line.words):
                raise not_an_answer(
                    line,
                    message("only lines of ____ for an open text."),
                    message("Make it a question of its own."),
                )
        most = attributes.whole_number("max")
        if most is not None and not 1 <= most <= _MOST_CHARACTERS:
            raise Problem(
                "attribute-value",
                where=Where(line=attributes.line),
                found=message("max={most} stands in the braces.", most=most),
                expected=message(
                    "a number of characters from 1 to {most_characters}.",
                    most_characters=_MOST_CHARACTERS,
                ),
                mend=message("Change max or leave it out."),
            )
        return TextBody(len(lines) > 1, most)

    def write(self, body: TextBody) -> Written:
        """One blank line to fill in, or two."""
        lines = (_LINE, _LINE) if body.long else (_LINE,)
        return Written(lines, {} if body.max is None else {"max": str(body.max)})

    def texts(self, body: TextBody) -> Iterable[tuple[str, Text]]:  # noqa: ARG002
        """None."""
        return ()

    def with_texts(self, body: TextBody, texts: Mapping[str, Text]) -> TextBody:  # noqa: ARG002
        """The same body."""
        return body

    def made_of(self, parts: Parts) -> TextBody:  # noqa: ARG002
        """The body with what fits."""
        return TextBody()

    def variables(self, question: Question) -> Measured:
        """One text variable."""
        return Measured(
            (
                Variable(
                    question.name,
                    VariableType.TEXT,
                    question.wording,
                    hint=question.hint,
                    most=question.body.max,
                ),
            )
        )

    def parse(self, question: Question, posted: Posted, language: str) -> Parsed:  # noqa: ARG002
        """The words; a short text is one line."""
        body: TextBody = question.body
        name = question.name
        words, mistake = words_in(posted, name, lines=body.long, most=body.max)
        if mistake is None and question.required and isinstance(words, Missing):
            mistake = Mistake(name, "required")
        return Parsed({name: words}, () if mistake is None else (mistake,))

    def view(
        self,
        question: Question,
        answers: Mapping[str, Given],
        language: str,  # noqa: ARG002
    ) -> dict[str, tuple[str, ...]]:
        """The words."""
        words = answers.get(question.name)
        return {question.name: (words,)} if isinstance(words, str) else {}
