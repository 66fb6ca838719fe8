"""States a sentence: prints its bindings, checks its wordings, and so makes a claim of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rundfrage.errors import Problem
from rundfrage.locales import message
from rundfrage.look.direction import way_of
from rundfrage.report.claims.evidence import Evidence
from rundfrage.report.claims.passage import where
from rundfrage.report.claims.sentence import (
    Assertion,
    Bound,
    Closes,
    Mark,
    Opens,
    PlainText,
    QuotedText,
    Sentence,
)
from rundfrage.report.claims.wordings import WORDINGS
from rundfrage.report.deck import Claim, Emphasis, Figure, Part
from rundfrage.report.words import joined
from rundfrage.text import number


def state(sentence: Sentence, evidence: Evidence, problems: list[Problem]) -> Claim:
    """The claim that the sentence makes; what the data don't bear is added to `problems`."""
    parts: list[Part] = []
    emphases: list[Emphasis] = []
    marks: list[Mark] = []
    end = 0
    for piece in sentence.pieces:
        match piece:
            case Opens(mark):
                marks.append(mark)
            case Closes():
                marks.pop()
            case _:
                said = _stated(piece, evidence, problems)
                parts.extend(said)
                start, end = end, end + sum(len(_words(part)) for part in said)
                if marks and end > start:
                    upright = way_of("".join(map(_words, said))) == "rtl"
                    emphases.append(_emphasis(start, end, marks, upright=upright))
    point = sentence.point
    if point.endswith("."):
        point = number(int(point[:-1]), evidence.language) + "."
    return Claim(joined(parts), tuple(_merged(emphases)), point)


def _words(part: Part) -> str:
    return part if isinstance(part, str) else part.text


def _emphasis(start: int, end: int, marks: Sequence[Mark], *, upright: bool) -> Emphasis:
    """How the letters stand out; in scripts that know no italics, such as Arabic, they are bold."""
    italic = any(mark.italic for mark in marks)
    return Emphasis(
        start,
        end,
        any(mark.bold for mark in marks) or (italic and upright),
        italic,
        next((mark.address for mark in marks if mark.address), ""),
    )


def _merged(emphases: Sequence[Emphasis]) -> Iterator[Emphasis]:
    """Neighbours that look alike as one."""
    last: Emphasis | None = None
    for one in emphases:
        if (
            last is not None
            and last == replace(one, start=last.start, end=last.end)
            and (last.end == one.start)
        ):
            last = replace(last, end=one.end)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def state_figure(
    piece: Bound | Assertion, evidence: Evidence, problems: list[Problem]
) -> Figure | None:
    """The one figure that a binding or a wording prints; None with a Problem if it prints none."""
    count = len(problems)
    parts = _stated(piece, evidence, problems)
    figures = [part for part in parts if isinstance(part, Figure)]
    if len(figures) == 1 and len(parts) == 1:
        return figures[0]
    if len(problems) == count:
        problems.append(
            Problem(
                "headline-no-figure",
                where=where(piece.spot),
                found=message("The headline is no number."),
                expected=message("a binding such as q2.top2, or a wording that prints a number."),
                mend=message("Write it into a sentence, and a number into the headline."),
            )
        )
    return None


def _stated(
    piece: PlainText | QuotedText | Bound | Assertion, evidence: Evidence, problems: list[Problem]
) -> tuple[Part, ...]:
    match piece:
        case PlainText(words) | QuotedText(words):
            return (words,)
        case Bound():
            try:
                return (evidence.quantity(piece.binding).figure,)
            except Problem as problem:
                problems.extend(_placed(problem, piece))
                return ()
        case Assertion():
            try:
                return WORDINGS[piece.name].say(piece, evidence)
            except Problem as problem:
                problems.extend(_placed(problem, piece))
                return ()


def _placed(problem: Problem, piece: Bound | Assertion) -> tuple[Problem, ...]:
    return problem.placed(lambda _: where(piece.spot)).all
