"""One rating on a named scale of the front matter: `(wichtig)`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rundfrage.codebook import Variable, VariableType
from rundfrage.locales import message
from rundfrage.manuscript.attributes import Attributes
from rundfrage.manuscript.line import Line
from rundfrage.questionnaire.answers.posted import Given, Parsed, Posted
from rundfrage.questionnaire.bodies.parts import Parts
from rundfrage.questionnaire.bodies.ratings import (
    NAMED,
    categories,
    rating_in,
    ratings_viewed,
    scale_named,
    scale_texts,
    with_scale_texts,
)
from rundfrage.questionnaire.model import Kind, Measured, Question, Scale, Written
from rundfrage.questionnaire.reasons import missing_codes
from rundfrage.text import Text


@dataclass(frozen=True)
class ScaleBody:
    """The scale to rate on."""

    scale: Scale


class ScaleKind(Kind):
    """One rating."""

    name = "scale"
    title = message("Rating")
    explanation = message("One step of a scale that is named in the front matter.")
    starter = ("(scale)",)
    body = ScaleBody

    def recognises(self, lines: Sequence[Line]) -> bool:
        """True if the scale's name in parentheses is all there is."""
        return len(lines) == 1 and bool(NAMED.fullmatch(lines[0].words))

    def read(
        self,
        lines: Sequence[Line],
        attributes: Attributes,  # noqa: ARG002
        scales: Mapping[str, Scale],
        language: str,  # noqa: ARG002
    ) -> ScaleBody:
        """The scale; raises a Problem if there is none of that name."""
        return ScaleBody(scale_named(lines[0], scales))

    def write(self, body: ScaleBody) -> Written:
        """The scale's name."""
        return Written((f"({body.scale.name})",))

    def texts(self, body: ScaleBody) -> Iterable[tuple[str, Text]]:
        """The labels of the scale."""
        return scale_texts(body.scale)

    def with_texts(self, body: ScaleBody, texts: Mapping[str, Text]) -> ScaleBody:
        """The body with other labels of the scale."""
        return ScaleBody(with_scale_texts(body.scale, texts))

    def offers(self, body: ScaleBody) -> Parts:
        """What the body is made of."""
        return Parts(scale=body.scale)

    def made_of(self, parts: Parts) -> ScaleBody | None:
        """The body with what fits."""
        return None if parts.scale is None else ScaleBody(parts.scale)

    def variables(self, question: Question) -> Measured:
        """One ordinal variable."""
        body: ScaleBody = question.body
        rating = Variable(
            question.name,
            VariableType.ORDINAL,
            question.wording,
            categories=categories(body.scale),
            nets=question.nets,
            missing=missing_codes(body.scale.reasons),
            hint=question.hint,
        )
        return Measured((rating,))

    def parse(self, question: Question, posted: Posted, language: str) -> Parsed:  # noqa: ARG002
        """The step chosen."""
        body: ScaleBody = question.body
        name = question.name
        step, mistake = rating_in(posted, name, body.scale, required=question.required)
        return Parsed({name: step}, () if mistake is None else (mistake,))

    def view(
        self,
        question: Question,
        answers: Mapping[str, Given],
        language: str,  # noqa: ARG002
    ) -> dict[str, tuple[str, ...]]:
        """The step."""
        return ratings_viewed((question.name,), question.body.scale, answers)
