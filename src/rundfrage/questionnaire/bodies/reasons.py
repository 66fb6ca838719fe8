"""Reasons for no answer behind the lines of one question, as `- ( ) dk: Don't know {dk}`.

They belong to questions whose answers are no options: numbers, sliders, numeric scales, rankings.
Where answers are typed, the form has check boxes for them in a field of their own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from rundfrage.codebook import Missing
from rundfrage.errors import Problem, Where
from rundfrage.locales import Message, message
from rundfrage.manuscript.attributes import PIPING, escaped, joined
from rundfrage.manuscript.line import Line
from rundfrage.questionnaire.answers.posted import Given, Mistake, Parsed, Posted
from rundfrage.questionnaire.answers.typed_words import first
from rundfrage.questionnaire.markdown.labels import labelled, not_an_answer, refuse_attributes
from rundfrage.questionnaire.model import Question
from rundfrage.questionnaire.reasons import (
    MARKS,
    Reason,
    attributes_of,
    check_reasons,
    code_in,
    mark_of,
    missing_in,
)
from rundfrage.text import Text

_LINE = re.compile(r"[-*+]\s*\(\s*\)\s*")
_MARKED = re.compile(rf"\{{[^{{}}]*\b(?:{'|'.join(MARKS)})\b[^{{}}]*\}}\s*$")
_MEND = message("Mark it {{dk}}, {{refused}} or {{na}}, or make it a question.")


def reasons_behind(
    lines: Sequence[Line], taken: Collection[int], language: str, mend: Message = _MEND
) -> tuple[Reason, ...]:
    """The reasons in the lines behind a question's own; `taken` are the codes of its answers.

    Raises a Problem at a line that is none, or that has no mark; `mend` says what to do then.
    """
    reasons = tuple(_reason(line, language, mend) for line in lines)
    if lines:
        check_reasons(reasons, taken, lines[0].number)
    return reasons


def _reason(line: Line, language: str, mend: Message) -> Reason:
    match = _LINE.match(line.words)
    if match is None:
        raise _no_reason(line, mend)
    piece = labelled(line, line.words[match.end() :], 0)
    refuse_attributes(piece, frozenset({"code", *MARKS}))
    missing = missing_in(piece.attributes, piece.label)
    if missing is None:
        raise _no_reason(line, mend)
    mark = mark_of(missing)
    if piece.name not in ("0", mark):
        raise Problem(
            "bad-name",
            where=Where(line=line.number),
            found=message("{name} stands before a reason for no answer.", name=piece.name),
            expected=message("its mark as its name, {mark}, or no name.", mark=mark),
            mend=message("Write - ( ) {mark}: and the label.", mark=mark),
        )
    code = code_in(piece.attributes, piece.label, int(missing))
    return Reason(missing, Text.of(piece.label, language), code)


def refuse_reasons(lines: Sequence[Line]) -> None:
    """Raise a Problem at a line that is a reason for no answer, where a kind offers none."""
    for line in lines:
        if _LINE.match(line.words) and _MARKED.search(line.words):
            raise not_an_answer(
                line,
                message("no reason for no answer: this kind of question offers none."),
                message(
                    "Ask in a single choice before it whether they can say, and show it to those "
                    "who can."
                ),
            )


def _no_reason(line: Line, mend: Message) -> Problem:
    return not_an_answer(
        line,
        message("nothing but reasons for no answer, as in - ( ) Don't know {{dk}}."),
        mend,
    )


def written_reasons(reasons: Iterable[Reason]) -> tuple[str, ...]:
    """The lines in the canonical layout, an empty one before them; none if there are no reasons."""
    lines = tuple(
        joined(
            f"- ( ) {one.mark}: {escaped(one.label.source)}",
            attributes_of(one.code, one.missing, int(one.missing)),
        )
        for one in reasons
    )
    return ("", *lines) if lines else ()


def reason_texts(reasons: Iterable[Reason]) -> Iterable[tuple[str, Text]]:
    """The labels to translate by the mark behind a colon, which no item's name has."""
    return ((f":{one.mark}", one.label) for one in reasons)


def with_reason_labels(reasons: Iterable[Reason], texts: Mapping[str, Text]) -> tuple[Reason, ...]:
    """The reasons with the labels of these keys replaced."""
    return tuple(replace(one, label=texts.get(f":{one.mark}", one.label)) for one in reasons)


def reason_chosen(reasons: Iterable[Reason], value: str) -> Missing | None:
    """The reason that a form sends this value for."""
    return next((one.missing for one in reasons if one.mark == value), None)


def mark_viewed(reasons: Iterable[Reason], given: Given | None) -> tuple[str, ...]:
    """What a form sends for this reason; nothing for an answer, or if it isn't offered."""
    return tuple(one.mark for one in reasons if one.missing is given)


def field_of(question: str) -> str:
    """The field of a question's check boxes for reasons."""
    return f"{question}.reason.apart"


def or_reason(
    parsed: Parsed, question: Question, reasons: Sequence[Reason], posted: Posted, language: str
) -> Parsed:
    """What was made of the typed answers, unless a reason for no answer is ticked.

    It stands for each of the question's fields, which are named as its variables. A reason beside
    an answer or another reason is a mistake: it isn't clear which of the two is meant.
    """
    if not reasons:
        return parsed
    ticked = {value for value in posted.get(field_of(question.name), ()) if value}
    chosen = [one for one in reasons if one.mark in ticked]
    if len(chosen) < len(ticked):
        return Parsed(parsed.answers, (Mistake(question.name, "not-offered"),))
    if not chosen:
        return parsed
    if len(chosen) > 1 or any(first(posted, field).strip() for field in parsed.answers):
        label = PIPING.sub("…", chosen[0].label.into(language))
        return Parsed(parsed.answers, (Mistake(question.name, "excludes", {"label": label}),))
    return Parsed(dict.fromkeys(parsed.answers, chosen[0].missing))


def reason_viewed_in(
    question: Question, reasons: Sequence[Reason], given: Given | None
) -> dict[str, tuple[str, ...]]:
    """The field of the check boxes filled with this reason; nothing for an answer."""
    marks = mark_viewed(reasons, given)
    return {field_of(question.name): marks} if marks else {}
