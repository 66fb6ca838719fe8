"""The heading of a slide: its title, and in braces at its end what the slide is.

## Wer mitmacht {chart=q1 kicker="Frage 1"}
"""

from __future__ import annotations

from rundfrage.errors import Problem, Where, did_you_mean
from rundfrage.locales import message
from rundfrage.manuscript.attributes import Attributes, split, value_written
from rundfrage.manuscript.gathering import Gathering
from rundfrage.manuscript.line import Line
from rundfrage.report.charts import CHARTS
from rundfrage.report.claims import Passage, read_binding, read_sentence, write_sentence
from rundfrage.report.document.model import Section, SectionKind

FORMS = tuple(dict.fromkeys(name for forms in CHARTS.values() for name in forms))
"""The forms of a chart that may be asked for."""

_OF_QUESTION = frozenset(
    {SectionKind.CHART, SectionKind.TOP, SectionKind.QUOTE, SectionKind.QUOTES}
)
_OF_FIGURE = frozenset({SectionKind.HEADLINE, SectionKind.COMPARE})
_KINDS = tuple(kind.value for kind in SectionKind)
_ALLOWED = {
    SectionKind.CHART: ("form",),
    SectionKind.COMPARE: ("by",),
    SectionKind.TOP: ("k",),
    SectionKind.QUOTES: ("k",),
}
_MOST = 99


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
    given = attributes.given
    value = given[kind.value]
    headline = None
    if kind in _OF_FIGURE:
        place = Passage(value, ((0, line.number, 3 + at),), gathering.file)
        headline = read_binding(place, gathering.problems)
    return Section(
        kind,
        title=sentence,
        question=value if kind in _OF_QUESTION else "",
        headline=headline,
        kicker=given.get("kicker"),
        form=_form(attributes, line),
        count=_count(attributes, line),
        by=_by(kind, attributes, line),
        line=line.number,
    )


def heading_of(section: Section) -> str:
    """The heading in the canonical layout."""
    value = section.question
    if section.headline is not None:
        head = section.headline
        value = str(getattr(head, "binding", head))
    pieces = [f"{section.kind.value}={value_written(value)}" if value else section.kind.value]
    if section.form:
        pieces.append(f"form={section.form}")
    if section.count is not None:
        pieces.append(f"k={section.count}")
    if section.by:
        pieces.append(f"by={value_written(section.by)}")
    if section.kicker is not None:
        pieces.append(f"kicker={value_written(section.kicker)}")
    title = write_sentence(section.title)
    return " ".join(["##", *([title] if title else []), f"{{{' '.join(pieces)}}}"])


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


def _kind(attributes: Attributes, line: Line) -> SectionKind:
    names = list(attributes.given)
    if not names or names[0] not in _KINDS:
        raise _no_kind(
            line,
            message("The braces begin with {names}.", names=names[0] if names else "nothing"),
            names,
        )
    kind = SectionKind(names[0])
    takes = kind in _OF_QUESTION or kind in _OF_FIGURE
    value = attributes.given[kind.value]
    if takes != bool(value):
        example = f"{kind.value}=q2{'.top2' if kind in _OF_FIGURE else ''}"
        raise Problem(
            "slide-attribute",
            where=Where(line=line.number),
            found=message("The braces have {value}={value2}.", value=kind.value, value2=value)
            if value
            else message("{value} is bare.", value=kind.value),
            expected=f"{{{example}}}."
            if takes
            else message("{{{value}}} alone.", value=kind.value),
            mend=message("Name what the slide shows.")
            if takes
            else message("Take out what stands behind the equals sign."),
        )
    allowed = ("kicker", *_ALLOWED.get(kind, ()))
    for name in names[1:]:
        if name not in allowed:
            raise Problem(
                "slide-attribute",
                where=Where(line=line.number),
                found=message(
                    "A {value} slide has {name} in its braces.", value=kind.value, name=name[:40]
                ),
                expected=f"{', '.join(allowed)}.",
                mend=did_you_mean(name[:40], allowed) or message("Take it out."),
            )
    return kind


def _no_kind(line: Line, found: str, names: list[str] | None = None) -> Problem:
    return Problem(
        "slide-kind",
        where=Where(line=line.number),
        found=found,
        expected=message("what the slide is: {kinds}.", kinds=", ".join(_KINDS)),
        mend=did_you_mean(names[0], _KINDS)
        if names
        else "" or message("Write for example ## A sentence {{chart=q2}}."),
    )


def _form(attributes: Attributes, line: Line) -> str:
    form = attributes.given.get("form")
    if form is None:
        return ""
    if form not in FORMS:
        raise Problem(
            "slide-attribute",
            where=Where(line=line.number),
            found=message("There is no form {form} of a chart.", form=form[:40] or "(nothing)"),
            expected=f"{', '.join(FORMS)}.",
            mend=did_you_mean(form[:40], FORMS) or message("Leave it out for the usual form."),
        )
    return form


def _by(kind: SectionKind, attributes: Attributes, line: Line) -> str:
    by = attributes.given.get("by", "")
    if kind is SectionKind.COMPARE and not by:
        raise Problem(
            "slide-attribute",
            where=Where(line=line.number),
            found=message("The braces compare, and name no groups."),
            expected=message("by= with the question whose answers are the groups."),
            mend=message("Write for example {{compare=q2.top2 by=q11}}."),
        )
    return by


def _count(attributes: Attributes, line: Line) -> int | None:
    count = attributes.whole_number("k")
    if count is not None and not 1 <= count <= _MOST:
        raise Problem(
            "slide-attribute",
            where=Where(line=line.number),
            found=message("k is {count}.", count=count),
            expected=message("a whole number from 1 to {most}.", most=_MOST),
            mend=message("Leave it out for the usual number."),
        )
    return count
