"""A report in several languages: `report.en.md` and `report.ar.md` beside `report.md`.

A *version* is such a file; its *tag* is what stands between the dots: a language, with "-easy"
behind it for easy language ("de-easy"). All are checked against the same data, and what one says
and another doesn't is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path

from rundfrage.errors import Problem, Where
from rundfrage.locales import Message, message
from rundfrage.report.claims import Assertion, Bound, Sentence, write_sentence
from rundfrage.report.document.model import Document
from rundfrage.report.document.names import resolved
from rundfrage.report.section.model import Section
from rundfrage.text import known_language

_EASY = "-easy"
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_MOST = 20
_SHOWN = 60
_LISTED = 20


@dataclass(frozen=True)
class Version:
    """A file of the report, the language it is written in, and its tag."""

    path: Path
    language: str
    tag: str


def versions_of(report: Path) -> tuple[Version, ...]:
    """The versions beside the report, by their tags; files of other names are none."""
    found = []
    for path in sorted(report.parent.glob(f"{report.stem}.*{report.suffix}")):
        tag = path.name.removeprefix(f"{report.stem}.").removesuffix(report.suffix)
        language = tag.removesuffix(_EASY)
        if _TAG.fullmatch(language) and known_language(language) and path.is_file():
            found.append(Version(path, language, tag))
    return tuple(found)


def differences(one: Document, other: Document) -> tuple[Problem, ...]:
    """A warning for each sentence that one of the two has and the other hasn't, and one for slides.

    Slides are the same if they show the same, sentences if they hold the same numbers and wordings.
    """
    found = (
        *_designs(one, other),
        *_waves(one, other),
        *_differences(resolved(one), resolved(other)),
    )
    return found[:_MOST]


def _designs(one: Document, other: Document) -> Iterator[Problem]:
    """A warning if the other version names a design of the sample that doesn't count."""
    if other.design and other.design != one.design:
        yield Problem(
            "report-differs",
            where=Where(other.file, name="design"),
            found=message("It names another design of the sample than the report itself."),
            expected=message("one design, for all are made of the same tables."),
            mend=message("Take it out here: that of the report counts."),
            severity="warning",
        )


def _waves(one: Document, other: Document) -> Iterator[Problem]:
    """A warning if the other version compares with other waves."""
    if one.waves != replace(other.waves, excused=one.waves.excused):
        yield Problem(
            "report-differs",
            where=Where(other.file, name="waves"),
            found=message("It names other waves than the report itself."),
            expected=message("the same waves in each language, by the same names."),
            mend=message("Copy them from the report itself."),
            severity="warning",
        )


def _differences(one: Document, other: Document) -> Iterator[Problem]:
    absent: tuple[list[Section], list[Section]] = ([], [])
    keys = [_key(section) for section in one.sections], [_key(two) for two in other.sections]
    for kind, a, b, c, d in SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes():
        if kind == "equal":
            for first, second in zip(one.sections[a:b], other.sections[c:d], strict=True):
                yield from _sentences(first, second, one, other)
            continue
        absent[0].extend(one.sections[a:b])
        absent[1].extend(other.sections[c:d])
    for sections, here, there in ((absent[0], one, other), (absent[1], other, one)):
        if sections:
            yield _missing(_all_named(sections), sections[0], here, there)


def _key(section: Section) -> tuple[str, str, str, str]:
    shown = section.figure
    figure = "" if shown is None else str(getattr(shown, "binding", shown))
    attributes = ", ".join(f"{name}={value}" for name, value in sorted(section.attributes.items()))
    return section.kind.name, section.question, figure, attributes


def _all_named(sections: Sequence[Section]) -> Message:
    """What the slides show, the first of them by name."""
    if len(sections) == 1:
        return _named(sections[0])
    names = [_shown(section) for section in sections[:_LISTED]]
    return message(
        "{count} slides: {names}",
        count=len(sections),
        names=", ".join(names) + (" …" if len(sections) > _LISTED else ""),
    )


def _shown(section: Section) -> str:
    _, question, figure, _ = _key(section)
    about = question or figure
    return f"{{{section.kind.name}={about}}}" if about else f"{{{section.kind.name}}}"


def _named(section: Section) -> Message:
    return message("the slide {what}", what=_shown(section))


def _sentences(
    first: Section, second: Section, one: Document, other: Document
) -> Iterator[Problem]:
    pair = [_spoken(section) for section in (first, second)]
    said = [[(place, *_numbers(one)) for place, one in sentences] for sentences in pair]
    for kind, a, b, c, d in SequenceMatcher(None, said[0], said[1], autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        for _, sentence in pair[0][a:b]:
            yield from _unsaid(sentence, first, one, other)
        for _, sentence in pair[1][c:d]:
            yield from _unsaid(sentence, second, other, one)


def _spoken(section: Section) -> list[tuple[str, Sentence]]:
    """What is written on a slide, each with its place on it."""
    return [
        ("title", section.title),
        ("footer", section.footer),
        *(("sentence", one) for one in section.sentences),
        *(("note", one) for one in section.speech),
    ]


def _unsaid(
    sentence: Sentence, section: Section, one: Document, other: Document
) -> Iterator[Problem]:
    if sentence.pieces:
        words = write_sentence(sentence)
        start = words if len(words) <= _SHOWN else words[:_SHOWN].rstrip() + "…"
        yield _missing(message("“{start}”", start=start), section, one, other)


def _numbers(sentence: Sentence) -> tuple[str, ...]:
    """What a sentence says of the data, in any language; whether it says anything, if nothing."""
    bound = sorted(
        str(piece.binding if isinstance(piece, Bound) else piece).casefold()
        for piece in sentence.pieces
        if isinstance(piece, Bound | Assertion)
    )
    return tuple(bound) or (("words",) if sentence.pieces else ())


def _missing(what: Message, section: Section, one: Document, other: Document) -> Problem:
    return Problem(
        "report-differs",
        where=Where(one.file, section.line),
        found=message("{file} doesn't have {what}.", file=Path(other.file or "").name, what=what),
        expected=message("the same slides and the same numbers in each language."),
        mend=message("Write it there too, or leave it: both are built as they are."),
        severity="warning",
    )


def chosen_version(versions: Sequence[Version], language: str) -> Version | None:
    """The version in a language, not in easy language where both are there."""
    return min(
        (one for one in versions if one.language == language),
        key=lambda one: len(one.tag),
        default=None,
    )
