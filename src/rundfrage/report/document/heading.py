"""The heading of a slide: its title, and in braces at its end what the slide is.

## Wer mitmacht {chart=q1 kicker="Frage 1"}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rundfrage.errors import Problem, Where, did_you_mean
from rundfrage.locales import NOTHING, Message, message, verbatim
from rundfrage.manuscript.attributes import Attributes, split, value_written
from rundfrage.manuscript.gathering import Gathering
from rundfrage.manuscript.line import Line
from rundfrage.report.claims import (
    Passage,
    Sentence,
    check_label,
    read_binding,
    read_sentence,
    write_sentence,
)
from rundfrage.report.section.attribute import Words
from rundfrage.report.section.model import Section, SlideKind, Topic
from rundfrage.report.slides import KINDS

_BY_NAME = {kind.name: kind for kind in KINDS}
_KICKER, _FOOTER, _HIDDEN = "kicker", "footer", "hidden"


def read_heading(line: Line, language: str, gathering: Gathering) -> Section:
    """The section without its sentences; raises a Problem if its braces say nothing sensible."""
    words = line.words[2:].rstrip()
    at = _braces(words)
    if at is None:
        raise _no_kind(line, message("The heading has no braces at its end."))
    attributes = split(words[at:], line.number)[1]
    kind = _kind(attributes, line)
    start = len(words[:at]) - len(words[:at].lstrip())
    title = words[start:at].rstrip()
    passage = Passage(title, ((0, line.number, 3 + start),), gathering.file)
    sentence = read_sentence(passage, language, gathering.problems)
    value = attributes.given[kind.name]
    figure = None
    if kind.topic is Topic.FIGURE:
        place = Passage(value, ((0, line.number, 3 + at),), gathering.file)
        figure = read_binding(place, gathering.problems)
    return Section(
        kind,
        title=sentence,
        question=value if kind.topic is Topic.QUESTION else "",
        figure=figure,
        attributes=dict(_given(kind, attributes, language, gathering)),
        kicker=_kicker(attributes, language, gathering),
        footer=_footer(attributes, language, gathering),
        hidden=_HIDDEN in attributes,
        line=line.number,
    )


def heading_of(section: Section) -> str:
    """The heading in the canonical layout."""
    kind, topic = section.kind, section.question
    if section.figure is not None:
        topic = str(getattr(section.figure, "binding", section.figure))
    pieces = [_written(kind.name, topic) if topic else kind.name]
    pieces += [
        _written(attribute.name, str(section.attributes[attribute.name]))
        for attribute in kind.attributes
        if attribute.name in section.attributes
    ]
    if section.kicker is not None:
        pieces.append(_written(_KICKER, section.kicker))
    if section.footer.pieces:
        pieces.append(_written(_FOOTER, write_sentence(section.footer)))
    pieces += [_HIDDEN] if section.hidden else []
    title = write_sentence(section.title)
    return " ".join(["##", *([title] if title else []), f"{{{' '.join(pieces)}}}"])


def _footer(attributes: Attributes, language: str, gathering: Gathering) -> Sentence:
    """The author's line for the footer; empty without one."""
    passage = _value(_FOOTER, attributes, gathering)
    return read_sentence(passage, language, gathering.problems)


def _kicker(attributes: Attributes, language: str, gathering: Gathering) -> str | None:
    """The author's line above the title; None for the usual one."""
    passage = _value(_KICKER, attributes, gathering)
    gathering.problems.extend(check_label(passage, language))
    return attributes.given.get(_KICKER)


def _value(name: str, attributes: Attributes, gathering: Gathering) -> Passage:
    return Passage(attributes.given.get(name, ""), ((0, attributes.line, 1),), gathering.file)


def _written(name: str, value: str) -> str:
    return f"{name}={value_written(value)}"


def _braces(words: str) -> int | None:
    """Where the last group in braces opens, if it stands at the end of the line."""
    at, opened, quote = 0, None, ""
    last: tuple[int, int] | None = None
    while at < len(words):
        sign = words[at]
        if sign == "\\":
            at += 2
            continue
        if opened is None:
            if sign == "{":
                opened, quote = at, ""
        elif quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'":
            quote = sign
        elif sign == "}":
            last = (opened, at)
            opened = None
        at += 1
    if last is None or words[last[1] + 1 :].strip():
        return None
    return last[0]


def _kind(attributes: Attributes, line: Line) -> SlideKind:
    """The kind that the braces begin with, if all that they name is of that kind."""
    names = list(attributes.given)
    if not names or names[0] not in _BY_NAME:
        raise _no_kind(
            line,
            message(
                "The braces begin with {names}.", names=names[0] if names else message("nothing")
            ),
            names,
        )
    kind = _BY_NAME[names[0]]
    takes = kind.topic is not Topic.NOTHING
    value = attributes.given[kind.name]
    if takes != bool(value):
        raise Problem(
            "slide-attribute",
            where=Where(line=line.number),
            found=message("The braces have {kind}={words}.", kind=kind.name, words=value)
            if value
            else message("{kind} is bare.", kind=kind.name),
            expected=verbatim(f"{{{kind.example}}}.")
            if takes
            else message("{{{kind}}} alone.", kind=kind.name),
            mend=message("Name what the slide shows.")
            if takes
            else message("Take out what stands behind the equals sign."),
        )
    footed = (_FOOTER,) if kind.footed else ()
    allowed = (_KICKER, *footed, _HIDDEN, *(attribute.name for attribute in kind.attributes))
    for name in names[1:]:
        if name not in allowed:
            raise Problem(
                "slide-attribute",
                where=Where(line=line.number),
                found=message(
                    "A {kind} slide has {attribute} in its braces.",
                    kind=kind.name,
                    attribute=name[:40],
                ),
                expected=verbatim(f"{', '.join(allowed)}."),
                mend=did_you_mean(name[:40], allowed) or message("Take it out."),
            )
    if attributes.given.get(_HIDDEN):
        raise Problem(
            "slide-attribute",
            where=Where(line=line.number),
            found=message("The braces have hidden={words}.", words=attributes.given[_HIDDEN][:40]),
            expected=message("hidden alone, or nothing."),
            mend=message("Take out what stands behind the equals sign."),
        )
    return kind


def _no_kind(line: Line, found: Message, names: list[str] | None = None) -> Problem:
    return Problem(
        "slide-kind",
        where=Where(line=line.number),
        found=found,
        expected=message("what the slide is: {kinds}.", kinds=", ".join(_BY_NAME)),
        mend=(did_you_mean(names[0], _BY_NAME) if names else NOTHING)
        or message("Write for example ## A sentence {{chart=q2}}."),
    )


def _given(
    kind: SlideKind, attributes: Attributes, language: str, gathering: Gathering
) -> Iterator[tuple[str, Any]]:
    """The attributes of the kind with their values; raises a Problem if one lacks or is wrong."""
    for attribute in kind.attributes:
        if attribute.required and not attributes.given.get(attribute.name):
            raise Problem(
                "slide-attribute",
                where=Where(line=attributes.line),
                found=message(
                    "A {kind} slide has no {attribute} in its braces.",
                    kind=kind.name,
                    attribute=attribute.name,
                ),
                expected=message(
                    "{attribute}= and behind it {takes}",
                    attribute=attribute.name,
                    takes=attribute.takes,
                ),
                mend=message("Write for example {{{example}}}.", example=kind.example),
            )
        if attribute.name in attributes:
            yield attribute.name, attribute.read(attributes)
            if isinstance(attribute, Words) and attribute.printed:
                passage = _value(attribute.name, attributes, gathering)
                gathering.problems.extend(check_label(passage, language))
