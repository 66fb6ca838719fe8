"""Compares a new version of a questionnaire with the one in the field.

Each change says what it does to the answers that are stored already. Changes of wording are
harmless and listed: whether a question still asks the same, people must judge.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rundfrage.codebook import Net
from rundfrage.locales import Message, message, verbatim
from rundfrage.questionnaire.measure import measured
from rundfrage.questionnaire.model import Page, PageRole, Question, Questionnaire
from rundfrage.questionnaire.roles import BESIDE_THE_INTERVIEW
from rundfrage.questionnaire.translation.texts import texts
from rundfrage.questionnaire.versions.canonical import canonical
from rundfrage.questionnaire.versions.changed_answers import Severity, changed_answers
from rundfrage.rules import Condition
from rundfrage.rules import write as write_condition
from rundfrage.text import Text

__all__ = ["Change", "Severity", "changes"]

_SHOWN = 60
_MOST_SEVERE_FIRST = (Severity.ORPHANS, Severity.REINTERPRETS, Severity.HARMLESS)


@dataclass(frozen=True)
class Change:
    """One change.

    `name` is what it is confirmed by: the question's name; `page:3` (of the new version) for a
    page, `quota:young` for a quota, the key for the front matter. `words` is a sentence.
    """

    name: str
    severity: Severity
    words: Message


def changes(old: Questionnaire, new: Questionnaire) -> tuple[Change, ...]:
    """The changes from the old version to the new one, the most severe first.

    There are none if they are the same. Both have their translations.
    """
    if canonical(old) == canonical(new):
        return ()
    comparison = _Comparison(old, new)
    found = dict.fromkeys(
        (
            *comparison.front_matter(),
            *comparison.quotas(),
            *comparison.questions(),
            *comparison.pages(),
            *comparison.wording(),
            *comparison.door(),
        )
    )
    if not found:
        words = message("Only pages are cut otherwise, or have words that they didn't have.")
        found = {Change("pages", Severity.HARMLESS, words): None}
    return tuple(sorted(found, key=lambda change: _MOST_SEVERE_FIRST.index(change.severity)))


class _Comparison:
    """The two versions, and what both of them ask."""

    def __init__(self, old: Questionnaire, new: Questionnaire) -> None:
        self.old = old
        self.new = new
        self.before = {question.name: question for question in old.questions}
        self.after = {question.name: question for question in new.questions}
        self.common = [name for name in self.after if name in self.before]

    def front_matter(self) -> Iterator[Change]:
        if self.old.participation is not self.new.participation:
            yield Change(
                "participation",
                Severity.REINTERPRETS,
                message(
                    "Participation is {now} instead of {before}, which respondents were promised.",
                    now=self.new.participation,
                    before=self.old.participation,
                ),
            )
        old, new = self.old.study, self.new.study
        yield from _worded("title", verbatim("title"), old.title, new.title)
        yield from _worded("subtitle", verbatim("subtitle"), old.subtitle, new.subtitle)
        for key, before, after in (
            ("survey", old.name, new.name),
            ("organisation", old.organisation, new.organisation),
            ("language", old.language, new.language),
            ("languages", ", ".join(old.languages), ", ".join(new.languages)),
            ("field", _days(old.field), _days(new.field)),
            ("sample", old.sample, new.sample),
        ):
            if before != after:
                words = message(
                    "{key} is {now}, was {before}.",
                    key=key,
                    now=_short(after),
                    before=_short(before),
                )
                yield Change(key, Severity.HARMLESS, words)

    def quotas(self) -> Iterator[Change]:
        before = {quota.name: quota for quota in self.old.quotas}
        after = {quota.name: quota for quota in self.new.quotas}
        for name in before:
            if name not in after:
                words = message("The quota {name} is gone.", name=name)
                yield Change(f"quota:{name}", Severity.HARMLESS, words)
        for name, quota in after.items():
            if name not in before:
                words = message("The quota {name} is new, and counts from now on.", name=name)
                yield Change(f"quota:{name}", Severity.HARMLESS, words)
            elif quota.condition != before[name].condition:
                words = message(
                    "The quota {name} counts others, and keeps those counted so far.", name=name
                )
                yield Change(f"quota:{name}", Severity.REINTERPRETS, words)
            elif quota.most != before[name].most:
                words = message(
                    "The quota {name} is {now} instead of {before}.",
                    name=name,
                    now=quota.most,
                    before=before[name].most,
                )
                yield Change(f"quota:{name}", Severity.HARMLESS, words)

    def questions(self) -> Iterator[Change]:
        for name, question in self.before.items():
            if name not in self.after:
                answered = bool(measured(question).variables)
                if answered:
                    words = message("{name} is gone, and its answers would be lost.", name=name)
                    yield Change(name, Severity.ORPHANS, words)
                else:
                    yield Change(name, Severity.HARMLESS, message("{name} is gone.", name=name))
        for name in self.after:
            if name not in self.before:
                yield Change(name, Severity.HARMLESS, message("{name} is new.", name=name))
        old_conditions, new_conditions = _conditions(self.old), _conditions(self.new)
        stay = _in_order([list(self.before).index(name) for name in self.common])
        for at, name in enumerate(self.common):
            old, new = self.before[name], self.after[name]
            for severity, words in changed_answers(old, new):
                yield Change(name, severity, words)
            yield from _condition(name, old_conditions[name], new_conditions[name])
            yield from _settings(old, new)
            if at not in stay:
                yield Change(name, Severity.HARMLESS, message("{name} has moved.", name=name))

    def pages(self) -> Iterator[Change]:
        """Pages without questions of their own; those of others are seen by their questions."""
        before = {_key(page): page for page in self.old.pages}
        after = {_key(page) for page in self.new.pages}
        for number, page in enumerate(self.new.pages, start=1):
            name = f"page:{number}"
            title = message("The page {title}", title=_short(page.title.source))
            old = before.get(_key(page))
            if old is not None:
                yield from _worded(
                    name, message("{page}: its title", page=title), old.title, page.title
                )
                yield from _worded(
                    name, message("{page}: its text", page=title), old.text, page.text
                )
            if page.role is PageRole.SCREENOUT and (old is None or self.earlier(old, page)):
                words = message(
                    "{page} ends interviews here that went on; answers after it count no more.",
                    page=title,
                )
                yield Change(name, Severity.REINTERPRETS, words)
            elif old is None and not page.questions:
                yield Change(name, Severity.HARMLESS, message("{name} is new.", name=title))
            elif old is not None and not page.questions and old.show_if != page.show_if:
                words = message("{page} is shown on another condition.", page=title)
                yield Change(name, Severity.HARMLESS, words)
        for page in self.old.pages:
            if _key(page) not in after and not page.questions:
                title = message("The page {title}", title=_short(page.title.source))
                words = message("{page} is gone, or is another.", page=title)
                yield Change("pages", Severity.HARMLESS, words)

    def earlier(self, old: Page, new: Page) -> bool:
        """True if a question that both ask stood before the old page and not before the new."""
        before = set(_before(self.old, old)) & set(self.common)
        return not before <= set(_before(self.new, new))

    def wording(self) -> Iterator[Change]:
        """The texts that both have, but for those of pages, which have no names of their own."""
        before = {one.path: one.text for one in texts(self.old)}
        for one in texts(self.new):
            first, _, rest = one.path.partition(":")
            if first != "page" and one.path in before:
                name = first if first in self.after else one.path
                which = f"{name}, {rest}" if first in self.after and rest else name
                yield from _worded(name, verbatim(which), before[one.path], one.text)

    def door(self) -> Iterator[Change]:
        """The words of the door itself."""
        before = {(one.language, one.key): one.forms for one in self.old.door}
        for one in self.new.door:
            was = before.get((one.language, one.key), one.forms)
            if was != one.forms:
                words = _reworded(one.key, one.forms[0], one.language, was[0])
                yield Change("door", Severity.HARMLESS, words)


def _worded(name: str, which: Message, old: Text, new: Text) -> Iterator[Change]:
    if bool(old) != bool(new):
        words = (
            message("{name} is new.", name=which) if new else message("{name} is gone.", name=which)
        )
        yield Change(name, Severity.HARMLESS, words)
        return
    before = dict(old.versions)
    for language, now in new.versions:
        was = before.get(language, now)
        if was != now:
            yield Change(name, Severity.HARMLESS, _reworded(which, now, language, was))


def _reworded(which: str, now: str, language: str, was: str) -> Message:
    return message(
        "{which}: {now} ({language}), was: {was}",
        which=which,
        now=_short(now),
        language=language,
        was=_short(was),
    )


def _conditions(questionnaire: Questionnaire) -> dict[str, list[Condition]]:
    """For each question that of its page and its own, without one that stands twice."""
    return {
        question.name: [
            one for one in dict.fromkeys((page.show_if, question.show_if)) if one is not None
        ]
        for page in questionnaire.pages
        for question in page.questions
    }


def _condition(name: str, old: Sequence[Condition], new: Sequence[Condition]) -> Iterator[Change]:
    if set(old) == set(new):
        return
    if set(new) - set(old):
        conditions = " and ".join(write_condition(one) for one in new)
        words = message(
            "{name} is asked if {conditions}; answers of others count no more.",
            name=name,
            conditions=conditions,
        )
        yield Change(name, Severity.REINTERPRETS, words)
    else:
        words = message("{name} is asked with fewer conditions.", name=name)
        yield Change(name, Severity.HARMLESS, words)


def _settings(old: Question, new: Question) -> Iterator[Change]:
    if old.required != new.required:
        words = (
            message("{name} must be answered.", name=new.name)
            if new.required
            else message("{name} need not be answered.", name=new.name)
        )
        yield Change(new.name, Severity.HARMLESS, words)
    if old.shuffle != new.shuffle:
        words = (
            message("{name} has its answers in random order.", name=new.name)
            if new.shuffle
            else message("{name} has its answers in fixed order.", name=new.name)
        )
        yield Change(new.name, Severity.HARMLESS, words)
    if old.identifying != new.identifying:
        words = (
            message("{name} is marked as identifying.", name=new.name)
            if new.identifying
            else message("{name} is not marked as identifying any more.", name=new.name)
        )
        yield Change(new.name, Severity.HARMLESS, words)
    yield from _worded(new.name, message("{name}, hint", name=new.name), old.hint, new.hint)
    if _members(old.nets) != _members(new.nets):
        yield Change(new.name, Severity.HARMLESS, message("{name} has other nets.", name=new.name))


def _members(nets: Sequence[Net]) -> list[tuple[str, tuple[str, ...]]]:
    return [(net.name, net.members) for net in nets]


def _key(page: Page) -> tuple[str, ...]:
    """What a page is known by in both versions."""
    if page.role in BESIDE_THE_INTERVIEW:
        return (page.role,)
    if page.role is PageRole.SCREENOUT and page.show_if is not None:
        return (page.role, write_condition(page.show_if))
    if page.questions:
        return ("question", page.questions[0].name)
    return ("words", page.title.source)


def _before(questionnaire: Questionnaire, page: Page) -> Iterator[str]:
    """The names of the questions on the pages before the page."""
    for one in questionnaire.pages:
        if one is page:
            return
        yield from (question.name for question in one.questions)


def _in_order(places: Sequence[int]) -> set[int]:
    """The positions in a longest rising row of the places; all others have moved."""
    ends: list[int] = []
    lengths: list[int] = []
    for place in places:
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
        lengths.append(at + 1)
    left = len(ends)
    kept: set[int] = set()
    for position in reversed(range(len(places))):
        if lengths[position] == left:
            kept.add(position)
            left -= 1
    return kept


def _days(field: tuple[object, object] | None) -> str:
    return "" if field is None else f"{field[0]} .. {field[1]}"


def _short(words: str) -> str:
    words = " ".join(words.split())
    if not words:
        return message("(nothing)")
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()} …"
