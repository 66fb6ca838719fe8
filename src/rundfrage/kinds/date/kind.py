"""A date: `[date]`, or between two days `[date 2020-01-01..2020-12-31]`."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from rundfrage.codebook import Variable, VariableType
from rundfrage.errors import Problem, Where
from rundfrage.manuscript.attributes import Attributes
from rundfrage.manuscript.line import Line
from rundfrage.questionnaire.json_values import JsonObject, without_empty
from rundfrage.questionnaire.labelled import not_an_answer
from rundfrage.questionnaire.model import Measured, Question, Scale, Written
from rundfrage.text import Text

_DATE = re.compile(r"\[\s*date\b")
_RANGE = re.compile(r"\[\s*date(?:\s+(\S{10})\s*\.\.\s*(\S{10}))?\s*\]")


@dataclass(frozen=True)
class DateBody:
    """The first and last day allowed, both or neither."""

    first: datetime.date | None = None
    last: datetime.date | None = None


class Date:
    """A date."""

    name = "date"
    attributes: frozenset[str] = frozenset()
    schema: ClassVar[dict[str, Any]] = {
        "required": [],
        "properties": {
            "first": {"type": "string", "format": "date"},
            "last": {"type": "string", "format": "date"},
        },
    }

    def recognises(self, lines: Sequence[Line]) -> bool:
        """True if the first line is `[date …]`."""
        return bool(lines) and bool(_DATE.match(lines[0].words))

    def read(
        self,
        lines: Sequence[Line],
        attributes: Attributes,  # noqa: ARG002
        scales: Mapping[str, Scale],  # noqa: ARG002
        language: str,  # noqa: ARG002
    ) -> DateBody:
        """The body; raises a Problem if a day is none, or the range empty."""
        if len(lines) > 1:
            raise not_an_answer(lines[1], "nothing after the date.", "Make it a question.")
        match = _RANGE.fullmatch(lines[0].words)
        try:
            days = [datetime.date.fromisoformat(day) for day in match.groups() if day]  # type: ignore[union-attr]
        except (ValueError, AttributeError):
            raise Problem(
                "bad-date",
                where=Where(line=lines[0].number),
                found=f"{lines[0].words[:60]} stands where a date should.",
                expected="[date], or [date 2020-01-01..2020-12-31] with days as year-month-day.",
                mend="Write it so.",
            ) from None
        if days and days[0] > days[1]:
            raise Problem(
                "empty-range",
                where=Where(line=lines[0].number),
                found=f"The range goes from {days[0]} to {days[1]}.",
                expected="a first day that is not after the last.",
                mend="Exchange or change them.",
            )
        return DateBody(*days)

    def write(self, body: DateBody) -> Written:
        """The range in brackets."""
        if body.first is None or body.last is None:
            return Written(("[date]",))
        return Written((f"[date {body.first}..{body.last}]",))

    def to_json(self, body: DateBody) -> dict[str, Any]:
        """The days, as 2020-12-31."""
        return without_empty(
            {
                "first": body.first.isoformat() if body.first else None,
                "last": body.last.isoformat() if body.last else None,
            }
        )

    def from_json(self, data: JsonObject, scales: Mapping[str, Scale]) -> DateBody:  # noqa: ARG002
        """The body; raises a Problem if a day is none, or only one is given."""
        days = []
        for key in ("first", "last"):
            try:
                word = data.words(key, "")
                days.append(datetime.date.fromisoformat(word) if word else None)
            except ValueError:
                raise data.refuse(key, "a day as 2020-12-31.") from None
        if (days[0] is None) != (days[1] is None):
            raise data.refuse("last", "both first and last, or neither.")
        return DateBody(*days)

    def texts(self, body: DateBody) -> Iterable[tuple[str, Text]]:  # noqa: ARG002
        """None."""
        return ()

    def with_texts(self, body: DateBody, texts: Mapping[str, Text]) -> DateBody:  # noqa: ARG002
        """The same body."""
        return body

    def variables(self, question: Question) -> Measured:
        """One date variable."""
        return Measured(
            (
                Variable(
                    question.name,
                    VariableType.DATE,
                    question.wording,
                    hint=question.hint,
                    earliest=question.body.first,
                    latest=question.body.last,
                ),
            )
        )
