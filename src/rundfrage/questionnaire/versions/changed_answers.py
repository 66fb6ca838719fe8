"""What a change of a question does to the answers that are stored already.

Answers are stored by variable, chosen ones by the name of their category. So a question is compared
by the variables that it becomes; what is only worded otherwise is left to `changes`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TypeVar

from rundfrage.codebook import Category, Role, Variable, VariableType
from rundfrage.locales import Message, message, verbatim
from rundfrage.questionnaire.json.form import body_to_json
from rundfrage.questionnaire.measure import measured
from rundfrage.questionnaire.model import Question
from rundfrage.questionnaire.versions.marked import alike, marked_since
from rundfrage.text import Text

Bound = TypeVar("Bound", float, str)


class Severity(StrEnum):
    """What a change does to the answers that are stored already."""

    HARMLESS = "harmless"
    """They stay, and mean what they meant."""
    REINTERPRETS = "reinterprets"
    """They stay, and may mean something else, or may not count any more."""
    ORPHANS = "orphans"
    """They lose the question, the answer or the type that they belong to."""


Effect = tuple[Severity, Message]
"""A severity, and a sentence that says why."""


def changed_answers(old: Question, new: Question) -> Iterator[Effect]:
    """The effects of the change of a question, each once; none if its answers are the same."""
    effects = list(_effects(old, new))
    yield from dict.fromkeys(effects)
    if not effects and _plain_body(old) != _plain_body(new):
        yield Severity.HARMLESS, message("{name} is answered in another form.", name=new.name)


def _effects(old: Question, new: Question) -> Iterator[Effect]:
    before = {one.name: one for one in measured(old).variables}
    after = {one.name: one for one in measured(new).variables}
    for name in before:
        if name not in after:
            words = message("{name} is asked no more, and its answers would be lost.", name=name)
            yield Severity.ORPHANS, words
    for name in after:
        if name not in before:
            words = message("{name} is new; answers sent so far have nothing there.", name=name)
            yield Severity.HARMLESS, words
    same = [name for name in after if name in before]
    if (
        same
        and old.kind != new.kind
        and all(before[name].type is after[name].type for name in same)
    ):
        words = message(
            "{name} is a {now} question, no more a {before}.",
            name=new.name,
            now=new.kind.name,
            before=old.kind.name,
        )
        yield Severity.REINTERPRETS, words
    for name in same:
        if before[name].type is not after[name].type:
            words = message(
                "{name} becomes {now}; its answers so far are {before}.",
                name=name,
                now=after[name].type,
                before=before[name].type,
            )
            yield Severity.ORPHANS, words
            continue
        yield from _categories(new.name, before[name], after[name])
        yield from _missing(new.name, before[name], after[name])
        yield from _bounds(new, before[name], after[name])


def _categories(name: str, old: Variable, new: Variable) -> Iterator[Effect]:
    before = {one.name: one for one in old.categories}
    after = {one.name: one for one in new.categories}
    common = [one for one in after if one in before]
    marked = marked_since(old, new)
    for one in marked:
        words = message(
            "{answer} of {name} is a reason for no answer now; who chose it has that reason.",
            answer=before.pop(one).label.source,
            name=name,
        )
        yield Severity.REINTERPRETS, words
    if new.type is VariableType.ORDINAL and len(before) != len(after):
        severity = Severity.ORPHANS if len(before) > len(after) else Severity.REINTERPRETS
        words = message(
            "The scale of {name} has {now} steps instead of {before}.",
            name=name,
            now=len(after),
            before=len(before),
        )
        yield severity, words
    else:
        for one in before:
            if one not in after:
                words = message(
                    "{name} offers {answer} no more, and who chose it would be lost.",
                    name=name,
                    answer=one,
                )
                yield Severity.ORPHANS, words
        for one in after:
            if one not in before:
                words = message("{name} offers {answer} too.", name=name, answer=one)
                yield Severity.HARMLESS, words
    for one in common:
        yield from _category(name, before[one], after[one])
        other = _taken_over(before, after[one])
        if other is not None:
            words = message(
                "The answer {answer} of {name} has the words that {other} had.",
                answer=one,
                name=name,
                other=other,
            )
            yield Severity.REINTERPRETS, words
    if common != [one for one in before if one in after]:
        words = message("The answers of {name} stand in another order.", name=name)
        yield Severity.HARMLESS, words


def _category(name: str, old: Category, new: Category) -> Iterator[Effect]:
    if old.code != new.code:
        words = message(
            "The answer {answer} of {name} has the code {now} instead of {before}.",
            answer=new.name,
            name=name,
            now=str(new.code),
            before=str(old.code),
        )
        yield Severity.REINTERPRETS, words
    if (old.role is Role.NONE) != (new.role is Role.NONE):
        words = (
            message(
                "The answer {answer} of {name} excludes the others.", answer=new.name, name=name
            )
            if new.role is Role.NONE
            else message(
                "The answer {answer} of {name} no more excludes the others.",
                answer=new.name,
                name=name,
            )
        )
        yield Severity.REINTERPRETS, words


def _taken_over(before: Mapping[str, Category], new: Category) -> str | None:
    """The other answer that had these words before, in any language."""
    if alike(before[new.name].label, new.label):
        return None
    others = (one for one in before.values() if one.name != new.name)
    return next((one.name for one in others if alike(one.label, new.label)), None)


def _missing(name: str, old: Variable, new: Variable) -> Iterator[Effect]:
    before = {(code.value, code.reason) for code in old.missing}
    after = {(code.value, code.reason) for code in new.missing}
    if before - after:
        words = message(
            '{name} offers "don\'t know" or "no answer" no more, or with other codes.', name=name
        )
        yield Severity.REINTERPRETS, words
    elif len(after - before) > len(marked_since(old, new)):
        words = message('{name} offers "don\'t know" or "no answer" too.', name=name)
        yield Severity.HARMLESS, words


def _bounds(question: Question, old: Variable, new: Variable) -> Iterator[Effect]:
    name = question.name
    if (old.low, old.high) != (new.low, new.high) and (question.kind.relative):
        words = message(
            "{name} goes from {low} to {high} instead of {low_before} to {high_before}.",
            name=name,
            low=new.low,
            high=new.high,
            low_before=old.low,
            high_before=old.high,
        )
        yield Severity.REINTERPRETS, words
    else:
        yield from _range(verbatim(name), (old.low, old.high), (new.low, new.high))
    days = [(one.earliest, one.latest) for one in (old, new)]
    yield from _range(verbatim(name), *((_iso(first), _iso(last)) for first, last in days))
    if new.type is VariableType.MULTIPLE:
        number = message("The number of answers to {name}", name=name)
        yield from _range(number, (old.least, old.most), (new.least, new.most))
    yield from _range(
        message("The decimals of {name}", name=name), (0, old.decimals), (0, new.decimals)
    )
    if old.unit != new.unit:
        words = message(
            "{name} is given in {now} instead of {before}.",
            name=name,
            now=new.unit or message("no unit"),
            before=old.unit or message("no unit"),
        )
        yield Severity.REINTERPRETS, words
    if old.ends and new.ends and old.ends != new.ends and alike(old.ends[0], new.ends[1]):
        words = message("The ends of {name} have changed places.", name=name)
        yield Severity.REINTERPRETS, words
    if old.nps != new.nps:
        words = (
            message("{name} counts as a net promoter question.", name=name)
            if new.nps
            else message("{name} counts no more as a net promoter question.", name=name)
        )
        yield Severity.HARMLESS, words


def _range(
    which: Message, old: tuple[Bound | None, Bound | None], new: tuple[Bound | None, Bound | None]
) -> Iterator[Effect]:
    """Whether answers so far may lie outside the new bounds, of which None is no bound."""
    if old == new:
        return
    (low, high), (least, most) = old, new
    narrower = (least is not None and (low is None or least > low)) or (
        most is not None and (high is None or most < high)
    )
    low_now, high_now = (message("open") if one is None else one for one in new)
    if narrower:
        words = message(
            "{which}: the bounds are narrower, {low} to {high}.",
            which=which,
            low=low_now,
            high=high_now,
        )
        yield Severity.REINTERPRETS, words
    else:
        words = message(
            "{which}: the bounds are wider, {low} to {high}.",
            which=which,
            low=low_now,
            high=high_now,
        )
        yield Severity.HARMLESS, words


def _iso(day: object) -> str | None:
    """The day as text, of which a later one is greater."""
    return None if day is None else str(day)


def _plain_body(question: Question) -> object:
    """The body without its words."""
    kind = question.kind
    blank = {key: Text.of("…") for key, _ in kind.texts(question.body)}
    return body_to_json(kind.with_texts(question.body, blank))
