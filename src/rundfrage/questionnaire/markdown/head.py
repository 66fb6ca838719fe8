"""The meaning of the front matter: the study, its scales and quotas, the nets of its questions."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from rundfrage.codebook import Net, Sample, Study
from rundfrage.errors import Problem, Where, did_you_mean
from rundfrage.locales import message
from rundfrage.manuscript.front_matter import Entry, FrontMatter, Value
from rundfrage.manuscript.gathering import Gathering
from rundfrage.manuscript.line import Comment
from rundfrage.questionnaire import limits
from rundfrage.questionnaire.markdown.labels import VALUE, bad_value
from rundfrage.questionnaire.markdown.quotas import read_quota
from rundfrage.questionnaire.markdown.scales import read_scale
from rundfrage.questionnaire.model import Participation, Quota, Scale
from rundfrage.text import EMPTY, Text, known_language

KEYS = (
    "survey", "title", "subtitle", "organisation", "language", "languages",
    "field", "sample", "participation", "required", "scales", "nets", "quotas",
)  # fmt: skip
_NESTED = ("scales", "nets", "quotas")
SURVEY = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
SURVEY_LENGTH = 60

T = TypeVar("T")


@dataclass(frozen=True)
class NetLine:
    """A net as the front matter has it, before the question it belongs to is known."""

    question: str
    net: Net
    line: int


@dataclass(frozen=True)
class Head:
    """All that the front matter says."""

    study: Study
    scales: Mapping[str, Scale]
    nets: tuple[NetLine, ...]
    required: bool
    participation: Participation
    quotas: tuple[Quota, ...]
    comments: tuple[Comment, ...]


def read_head(matter: FrontMatter, gathering: Gathering, line: int) -> Head:
    """The head of the questionnaire; Problems are gathered. `line` is where it begins."""
    entries: dict[str, Entry] = {}
    for entry in matter.entries:
        if gathering.enough:
            break
        with gathering.each(line=entry.line):
            _check_key(entry, entries)
            entries[entry.key] = entry
    reading = _Reading(entries, gathering, line)
    language = reading.value("language", _language, default="", needed=True)
    study = Study(
        name=reading.value("survey", _slug, default="", needed=True),
        title=reading.text("title", language, needed=True),
        subtitle=reading.text("subtitle", language),
        organisation=reading.value("organisation", _words, default=""),
        language=language,
        languages=reading.value("languages", _languages(language), default=(language,)),
        field=reading.value("field", _field, default=None),
        sample=reading.value("sample", _sample, default=Sample.OPEN),
    )
    return Head(
        study,
        {scale.name: scale for scale in reading.nested("scales", read_scale(language))},
        reading.nested("nets", _net(language)),
        reading.value("required", _required, default=False),
        reading.value("participation", _participation, default=Participation.OPEN),
        reading.nested("quotas", read_quota),
        matter.comments,
    )


def _check_key(entry: Entry, before: Mapping[str, Entry]) -> None:
    if entry.key not in KEYS:
        raise Problem(
            "unknown-key",
            where=Where(line=entry.line),
            found=message("There is no key {key}.", key=entry.key[:60]),
            expected=message("one of {keys}.", keys=", ".join(KEYS)),
            mend=did_you_mean(entry.key[:60], KEYS) or message("Take the line out."),
        )
    if entry.key in before:
        raise Problem(
            "duplicate-key",
            where=Where(line=entry.line),
            found=message(
                "The key {key} stands in line {line} already.",
                key=entry.key,
                line=str(before[entry.key].line),
            ),
            expected=message("each key once."),
            mend=message("Keep one of the two lines."),
        )
    if entry.nested and entry.key not in _NESTED:
        raise Problem(
            "front-matter-indent",
            where=Where(line=entry.nested[0].line),
            found=message(
                "{key} is indented under {above}.", key=entry.nested[0].key, above=entry.key
            ),
            expected=message("indented keys under scales, nets and quotas only."),
            mend=message("Take the spaces away, or write the value behind the colon."),
        )


@dataclass
class _Reading:
    """Takes values out of the entries; what is wrong is gathered and stands at its default."""

    entries: Mapping[str, Entry]
    gathering: Gathering
    line: int

    def value(self, key: str, read: Callable[[Value], T], *, default: T, needed: bool = False) -> T:
        entry = self.entries.get(key)
        with self.gathering.each(line=entry.line if entry else self.line):
            if entry is None or (needed and not entry.value):
                if needed:
                    raise _missing(key)
                return default
            if entry.value == "":
                raise bad_value(
                    key,
                    message("no value"),
                    message("a value behind the colon"),
                    message("Take the line out."),
                )
            return read(entry.value)
        return default

    def text(self, key: str, language: str, *, needed: bool = False) -> Text:
        words = self.value(key, _words, default="", needed=needed)
        return Text.of(words, language) if words else EMPTY

    def nested(self, key: str, read: Callable[[Entry], T]) -> tuple[T, ...]:
        entry = self.entries.get(key)
        if entry is None:
            return ()
        with self.gathering.each(line=entry.line):
            if entry.value:
                raise bad_value(
                    key,
                    message("a value"),
                    message("indented lines under it"),
                    message("Put each on its own line."),
                )
        found: list[T] = []
        seen: dict[str, int] = {}
        for each in entry.nested:
            with self.gathering.each(line=each.line):
                first = seen.setdefault(each.key.lower(), each.line)
                if first != each.line:
                    raise Problem(
                        "duplicate-key",
                        found=message(
                            "{key} stands in line {first} already.", key=each.key, first=str(first)
                        ),
                        expected=message("each name once under {key}.", key=key),
                        mend=message("Give one of the two another name."),
                    )
                found.append(read(each))
        return tuple(found)


def _missing(key: str) -> Problem:
    examples = {"survey": "my-survey", "title": "What do you think?", "language": "en"}
    return Problem(
        "missing-key",
        found=message("The front matter has no {key}.", key=key),
        expected=message("a line {key}: with a value.", key=key),
        mend=message("Add for example {key}: {examples}", key=key, examples=examples[key]),
    )


def _words(value: Value) -> str:
    """A list in a text's place was meant as a text in brackets."""
    return value if isinstance(value, str) else f"[{', '.join(value)}]"


def _slug(value: Value) -> str:
    words = _words(value)
    if not SURVEY.fullmatch(words) or len(words) > SURVEY_LENGTH:
        raise bad_value(
            "survey",
            words[:80],
            message(
                "small letters a to z, digits and hyphens, at most {slug_length}",
                slug_length=SURVEY_LENGTH,
            ),
            message("Write for example alliance-2020."),
        )
    return words


def _language(value: Value) -> str:
    words = _words(value)
    if not LANGUAGE.fullmatch(words) or not known_language(words):
        raise bad_value(
            "language",
            words[:80],
            message("the short name of a language"),
            message("Write for example de or en."),
        )
    return words


def _languages(source: str) -> Callable[[Value], tuple[str, ...]]:
    def read(value: Value) -> tuple[str, ...]:
        given = (value,) if isinstance(value, str) else value
        languages = tuple(_language(each) for each in given)
        unfit = source not in languages or len(languages) > limits.LANGUAGES
        if unfit or len(set(languages)) < len(languages):
            raise bad_value(
                "languages",
                ", ".join(languages)[:80] or message("no language"),
                message(
                    "each language once, {source} among them",
                    source=source or message("the language of the survey"),
                ),
                message("Write for example [{source}, en].", source=source or "de"),
            )
        return languages

    return read


def _field(value: Value) -> tuple[datetime.date, datetime.date]:
    words = _words(value)
    first, dots, last = (part.strip() for part in words.partition(".."))
    try:
        days = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last or first)
    except ValueError:
        days = None
    if days is None or bool(dots) != bool(last) or days[0] > days[1]:
        raise bad_value(
            "field",
            words[:80],
            message("the first and last day of fieldwork, in that order"),
            message("Write for example 2020-09-23 .. 2020-09-28."),
        )
    return days


def _sample(value: Value) -> Sample:
    words = _words(value)
    known = [one.value for one in Sample if one is not Sample.UNKNOWN]
    if words not in known:
        raise bad_value(
            "sample",
            words[:80],
            message("open (anybody), list (all who were invited) or probability (drawn at random)"),
            did_you_mean(words[:60], known) or message("Write open if in doubt."),
        )
    return Sample(words)


def _participation(value: Value) -> Participation:
    words = _words(value)
    if words not in list(Participation):
        raise bad_value(
            "participation",
            words[:80],
            message(
                "open (a link for everybody), codes (handed out at random), exchange or "
                "blind (by invitation)"
            ),
            did_you_mean(words[:60], list(Participation)) or message("Write open if in doubt."),
        )
    return Participation(words)


def _required(value: Value) -> bool:
    words = _words(value)
    if words not in ("none", "all"):
        raise bad_value(
            "required",
            words[:80],
            message("none or all"),
            message("Mark single questions {{required}}."),
        )
    return words == "all"


def _net(language: str) -> Callable[[Entry], NetLine]:
    def read(entry: Entry) -> NetLine:
        question, dot, name = entry.key.partition(".")
        label, equals, members = (part.strip() for part in _words(entry.value).rpartition("="))
        names = tuple(part.strip() for part in members.split("+"))
        if not (dot and VALUE.fullmatch(name) and equals and label and all(names)):
            raise Problem(
                "bad-net",
                found=message(
                    "A net reads {key}: {words}.",
                    key=entry.key[:60],
                    words=_words(entry.value)[:60],
                ),
                expected=message("question.name: label = answer + answer"),
                mend=message("Write for example q1.engaged: engaged, now or before = now + before"),
            )
        return NetLine(question, Net(name, Text.of(label, language), names), entry.line)

    return read
