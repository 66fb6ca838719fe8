"""What a change of a question does to the answers that are stored already.

Answers are stored by variable, chosen ones by the name of their category. So a question is compared
by the variables that it becomes; what is only worded otherwise is left to `changes`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TypeVar

from rundfrage.codebook import Category, Role, Variable, VariableType
from rundfrage.questionnaire.json.form import body_to_json
from rundfrage.questionnaire.measure import measured
from rundfrage.questionnaire.model import Question
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


Effect = tuple[Severity, str]
"""A severity, and a sentence that says why."""


def changed_answers(old: Question, new: Question) -> Iterator[Effect]:
    """The effects of the change of a question, each once; none if its answers are the same."""
    effects = list(_effects(old, new))
    yield from dict.fromkeys(effects)
    if not effects and _plain_body(old) != _plain_body(new):
        yield Severity.HARMLESS, f"{new.name} is answered in another form."


def _effects(old: Question, new: Question) -> Iterator[Effect]:
    before = {one.name: one for one in measured(old).variables}
    after = {one.name: one for one in measured(new).variables}
    for name in before:
        if name not in after:
            yield Severity.ORPHANS, f"{name} is asked no more, and its answers would be lost."
    for name in after:
        if name not in before:
            yield Severity.HARMLESS, f"{name} is new; answers sent so far have nothing there."
    same = [name for name in after if name in before]
    if (
        same
        and old.kind != new.kind
        and all(before[name].type is after[name].type for name in same)
    ):
        yield (
            Severity.REINTERPRETS,
            f"{new.name} is a {new.kind.name} question, no more a {old.kind.name}.",
        )
    for name in same:
        if before[name].type is not after[name].type:
            words = (
                f"{name} becomes {after[name].type}; its answers so far are {before[name].type}."
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
    if new.type is VariableType.ORDINAL and len(before) != len(after):
        severity = Severity.ORPHANS if len(before) > len(after) else Severity.REINTERPRETS
        yield severity, f"The scale of {name} has {len(after)} steps instead of {len(before)}."
    else:
        for one in before:
            if one not in after:
                yield (
                    Severity.ORPHANS,
                    f"{name} offers {one} no more, and who chose it would be lost.",
                )
        for one in after:
            if one not in before:
                yield Severity.HARMLESS, f"{name} offers {one} too."
    for one in common:
        yield from _category(name, before[one], after[one])
        other = _taken_over(before, after[one])
        if other is not None:
            words = f"The answer {one} of {name} has the words that {other} had."
            yield Severity.REINTERPRETS, words
    if common != [one for one in before if one in after]:
        yield Severity.HARMLESS, f"The answers of {name} stand in another order."


def _category(name: str, old: Category, new: Category) -> Iterator[Effect]:
    if old.code != new.code:
        words = f"The answer {new.name} of {name} has the code {new.code} instead of {old.code}."
        yield Severity.REINTERPRETS, words
    if (old.role is Role.NONE) != (new.role is Role.NONE):
        does = "excludes" if new.role is Role.NONE else "no more excludes"
        yield Severity.REINTERPRETS, f"The answer {new.name} of {name} {does} the others."


def _taken_over(before: Mapping[str, Category], new: Category) -> str | None:
    """The other answer that had these words before, in any language."""
    if _alike(before[new.name].label, new.label):
        return None
    others = (one for one in before.values() if one.name != new.name)
    return next((one.name for one in others if _alike(one.label, new.label)), None)


def _alike(one: Text, other: Text) -> bool:
    """True if the texts share words in a language that both have."""
    return bool(set(one.versions) & set(other.versions))


def _missing(name: str, old: Variable, new: Variable) -> Iterator[Effect]:
    before = {(code.value, code.reason) for code in old.missing}
    after = {(code.value, code.reason) for code in new.missing}
    if before - after:
        words = f'{name} offers "don\'t know" or "no answer" no more, or with other codes.'
        yield Severity.REINTERPRETS, words
    elif after - before:
        yield Severity.HARMLESS, f'{name} offers "don\'t know" or "no answer" too.'


def _bounds(question: Question, old: Variable, new: Variable) -> Iterator[Effect]:
    name = question.name
    if (old.low, old.high) != (new.low, new.high) and (question.kind.relative):
        words = (
            f"{name} goes from {new.low:g} to {new.high:g} instead of {old.low:g} to {old.high:g}."
        )
        yield Severity.REINTERPRETS, words
    else:
        yield from _range(name, (old.low, old.high), (new.low, new.high))
    days = [(one.earliest, one.latest) for one in (old, new)]
    yield from _range(name, *((_iso(first), _iso(last)) for first, last in days))
    if new.type is VariableType.MULTIPLE:
        yield from _range(f"The number of answers to {name}", (old.least, old.most),
                          (new.least, new.most))  # fmt: skip
    yield from _range(f"The decimals of {name}", (0, old.decimals), (0, new.decimals))
    if old.unit != new.unit:
        unit = f"{new.unit or 'no unit'} instead of {old.unit or 'no unit'}"
        yield Severity.REINTERPRETS, f"{name} is given in {unit}."
    if old.ends and new.ends and old.ends != new.ends and _alike(old.ends[0], new.ends[1]):
        yield Severity.REINTERPRETS, f"The ends of {name} have changed places."
    if old.nps != new.nps:
        does = "counts" if new.nps else "counts no more"
        yield Severity.HARMLESS, f"{name} {does} as a net promoter question."


def _range(
    name: str, old: tuple[Bound | None, Bound | None], new: tuple[Bound | None, Bound | None]
) -> Iterator[Effect]:
    """Whether answers so far may lie outside the new bounds, of which None is no bound."""
    if old == new:
        return
    (low, high), (least, most) = old, new
    narrower = (least is not None and (low is None or least > low)) or (
        most is not None and (high is None or most < high)
    )
    if narrower:
        yield Severity.REINTERPRETS, f"{name}: the bounds are narrower, {_bounded(new)}."
    else:
        yield Severity.HARMLESS, f"{name}: the bounds are wider, {_bounded(new)}."


def _bounded(bounds: tuple[float | str | None, float | str | None]) -> str:
    first, last = ("open" if one is None else one if isinstance(one, str) else f"{one:g}"
                   for one in bounds)  # fmt: skip
    return f"{first} to {last}"


def _iso(day: object) -> str | None:
    """The day as text, of which a later one is greater."""
    return None if day is None else str(day)


def _plain_body(question: Question) -> object:
    """The body without its words."""
    kind = question.kind
    blank = {key: Text.of("…") for key, _ in kind.texts(question.body)}
    return body_to_json(kind.with_texts(question.body, blank))
