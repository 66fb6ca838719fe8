"""A date: `[date]`, or between two days `[date 2020-01-01..2020-12-31]`."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rundfrage.codebook import Missing, Variable, VariableType
from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.manuscript.attributes import Attributes
from rundfrage.manuscript.line import Line
from rundfrage.questionnaire.answers.posted import Given, Mistake, Parsed, Posted
from rundfrage.questionnaire.answers.typed_numbers import western
from rundfrage.questionnaire.answers.typed_words import first
from rundfrage.questionnaire.bodies.reasons import refuse_reasons
from rundfrage.questionnaire.markdown.labels import not_an_answer
from rundfrage.questionnaire.model import Kind, Measured, Question, Scale, Written
from rundfrage.records import Misfit
from rundfrage.text import Text
from rundfrage.text import date as date_words

_PARTS = ("day", "month", "year")
_DAY_OR_MONTH = re.compile("[0-9]{1,2}")
_YEAR = re.compile("[0-9]{4}")
_EARLIEST = 1000  # an earlier year is a slip of the finger where no range says otherwise
_DATE = re.compile(r"\[\s*date\b")
_RANGE = re.compile(r"\[\s*date(?:\s+(\S{10})\s*\.\.\s*(\S{10}))?\s*\]")


@dataclass(frozen=True)
class DateBody:
    """The first and last day allowed, both or neither."""

    first: datetime.date | None = None
    last: datetime.date | None = None


class Date(Kind):
    """A date."""

    name = "date"
    title = message("Date")
    explanation = message("A day, between two days if there are bounds.")
    starter = ("[date]",)
    body = DateBody

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
        refuse_reasons(lines)
        if len(lines) > 1:
            raise not_an_answer(
                lines[1], message("nothing after the date."), message("Make it a question.")
            )
        match = _RANGE.fullmatch(lines[0].words)
        try:
            days = [datetime.date.fromisoformat(day) for day in match.groups() if day]  # type: ignore[union-attr]
        except (ValueError, AttributeError):
            raise Problem(
                "bad-date",
                where=Where(line=lines[0].number),
                found=message("{words} stands where a date should.", words=lines[0].words[:60]),
                expected=message(
                    "[date], or [date 2020-01-01..2020-12-31] with days as year-month-day."
                ),
                mend=message("Write it so."),
            ) from None
        if days and days[0] > days[1]:
            raise Problem(
                "empty-range",
                where=Where(line=lines[0].number),
                found=message(
                    "The range goes from {first} to {last}.", first=days[0], last=days[1]
                ),
                expected=message("a first day that is not after the last."),
                mend=message("Exchange or change them."),
            )
        return DateBody(*days)

    def write(self, body: DateBody) -> Written:
        """The range in brackets."""
        if body.first is None or body.last is None:
            return Written(("[date]",))
        return Written((f"[date {body.first}..{body.last}]",))

    def settled(self, body: DateBody) -> DateBody:
        """The body; raises a Misfit if it has only one of the days."""
        if (body.first is None) != (body.last is None):
            absent = "first" if body.first is None else "last"
            raise Misfit(message("both first and last, or neither"), (absent,))
        return body

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

    def parse(self, question: Question, posted: Posted, language: str) -> Parsed:
        """The day, from three fields; years have four digits."""
        body: DateBody = question.body
        name = question.name
        typed = [western(first(posted, f"{name}.{part}")) for part in _PARTS]
        if not any(typed):
            mistakes = (Mistake(name, "required"),) if question.required else ()
            return Parsed({name: Missing.LEFT_BLANK}, mistakes)
        day = _day(*typed)
        mistake = _mistake(name, day, body, language)
        if day is None or mistake is not None:
            return Parsed({name: Missing.LEFT_BLANK}, (mistake,) if mistake else ())
        return Parsed({name: day})

    def view(
        self,
        question: Question,
        answers: Mapping[str, Given],
        language: str,  # noqa: ARG002
    ) -> dict[str, tuple[str, ...]]:
        """Day, month and year."""
        answer = answers.get(question.name)
        if not isinstance(answer, datetime.date):
            return {}
        values = (str(answer.day), str(answer.month), f"{answer.year:04}")
        return {
            f"{question.name}.{part}": (value,) for part, value in zip(_PARTS, values, strict=True)
        }


def _day(day: str, month: str, year: str) -> datetime.date | None:
    if not (
        _DAY_OR_MONTH.fullmatch(day) and _DAY_OR_MONTH.fullmatch(month) and _YEAR.fullmatch(year)
    ):
        return None
    try:
        return datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None


def _mistake(
    control: str, day: datetime.date | None, body: DateBody, language: str
) -> Mistake | None:
    if body.first is None or body.last is None:
        unlikely = day is None or day.year < _EARLIEST
        return Mistake(control, "not-a-date") if unlikely else None
    if day is None:
        return Mistake(control, "not-a-date")
    if not body.first <= day <= body.last:
        bounds = {"first": body.first, "last": body.last}
        words = {name: date_words(bound, language) for name, bound in bounds.items()}
        return Mistake(control, "date-out-of-range", words)
    return None
