"""The front matter of a report: its title, its language, the design of its sample, word bands."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rundfrage.errors import Problem, Where, did_you_mean
from rundfrage.locales import Message, message, verbatim
from rundfrage.manuscript.front_matter import (
    FENCE,
    Entry,
    Value,
    read_front_matter,
    split_front_matter,
    written,
)
from rundfrage.manuscript.gathering import Gathering
from rundfrage.manuscript.line import Comment, Line
from rundfrage.manuscript.source import lines_of, read_bytes
from rundfrage.report.claims import Band, Passage, check_title
from rundfrage.report.claims.bands import read_bands
from rundfrage.report.document.model import Document
from rundfrage.report.document.waves import KEYS as WAVE_KEYS
from rundfrage.report.document.waves import NO_WAVES, Waves, WaveSource, read_waves, wave_lines
from rundfrage.tables.sampling_words import read_sampling
from rundfrage.text import known_language

KEYS = ("title", "language", "design", "names", "bands", *WAVE_KEYS)
_NAME = re.compile(r"[^\W\d][\w-]{0,59}")


@dataclass(frozen=True)
class Head:
    """What the front matter says."""

    title: str = ""
    language: str = ""
    design: str = ""
    names: Mapping[str, str] | None = None
    bands: Mapping[str, tuple[Band, ...]] | None = None
    waves: Waves = NO_WAVES
    comments: tuple[Comment, ...] = ()


def read_head(
    lines: Sequence[Line], gathering: Gathering, spoken: str
) -> tuple[Head, Sequence[Line]]:
    """The front matter, and the lines after it; a report may do without one.

    `spoken` is the survey's language, where it names none.
    """
    first = next((line for line in lines if line.words.strip()), None)
    if first is None or first.words.rstrip() != FENCE:
        return Head(), lines
    inner, rest = split_front_matter(lines, gathering.file)
    front = read_front_matter(inner, gathering)
    entries: dict[str, Entry] = {}
    for entry in front.entries:
        with gathering.each(line=entry.line):
            _check_key(entry, entries)
            entries[entry.key] = entry
    language = _words(entries.get("language"), gathering)
    with gathering.each(line=entries["language"].line if language else None):
        if language and not known_language(language):
            raise Problem(
                "unknown-language",
                found=message("There is no language {language}.", language=language[:40]),
                expected=message("a language tag such as de, en or ar."),
                mend=message("Correct it."),
            )
    title = _words(entries.get("title"), gathering)
    if title:
        spot = Passage(title, ((0, entries["title"].line, 1),), gathering.file)
        gathering.problems.extend(check_title(spot, language or spoken))
    design = _words(entries.get("design"), gathering)
    with gathering.each(line=entries["design"].line if design else None):
        if design:
            read_sampling(design, Where(name="design"))
    bands = _bands(entries.get("bands"), gathering)
    names = _names(entries.get("names"), gathering)
    waves = read_waves(entries, gathering)
    return Head(title, language, design, names, bands, waves, front.comments), rest


def design_of(path: Path) -> tuple[str | None, Where]:
    """What the front matter of a file says of the design, and where it says so; None if nothing.

    Whatever else is wrong with the file is not looked at.
    """
    for entry in _entries(path):
        if entry.key == "design" and isinstance(entry.value, str) and entry.value:
            return entry.value, Where(str(path), entry.line, "design")
    return None, Where()


def waves_in(path: Path) -> tuple[WaveSource, ...]:
    """The earlier waves that the front matter of a file names, as far as it does so rightly."""
    entries = {entry.key: entry for entry in _entries(path)}
    return read_waves(entries, Gathering(str(path))).earlier


def _entries(path: Path) -> tuple[Entry, ...]:
    """The entries of the front matter of a file; none without one."""
    gathering = Gathering(str(path))
    lines = lines_of(read_bytes(path, message("a report in Markdown.")), str(path))
    first = next((line for line in lines if line.words.strip()), None)
    if first is None or first.words.rstrip() != FENCE:
        return ()
    inner, _ = split_front_matter(lines, gathering.file)
    return read_front_matter(inner, gathering).entries


def head_lines(document: Document) -> list[str]:
    """The front matter with its fences; nothing if there is nothing to say in it."""
    values: list[tuple[str, str]] = []
    settings = (
        ("title", document.title),
        ("language", document.language),
        ("design", document.design),
    )
    for key, value in settings:
        if value:
            values.append((key, f"{key}: {written(value)}"))
    if document.names:
        values.append(("names", "names:"))
    for name, variable in document.names.items():
        values.append((f"names.{name}", f"  {name}: {written(variable)}"))
    if document.bands:
        values.append(("bands", "bands:"))
    for name, bands in document.bands.items():
        items = tuple(map(str, bands))
        values.append((f"bands.{name}", f"  {name}: {written(items)}"))
    values += wave_lines(document.waves)
    if not values and not document.comments:
        return []
    lines = [FENCE]
    left = list(document.comments)
    for path, line in values:
        own = [comment for comment in left if comment.before == path]
        left = [comment for comment in left if comment.before != path]
        indent = "  " if line.startswith(" ") else ""
        lines += [f"{indent}{comment.words}" for comment in own if not comment.beside]
        lines.append("  ".join([line, *(comment.words for comment in own if comment.beside)]))
    return [*lines, *(comment.words for comment in left), FENCE]


def _check_key(entry: Entry, entries: Mapping[str, Entry]) -> None:
    if entry.key not in KEYS:
        raise Problem(
            "unknown-report-key",
            where=Where(name=entry.key[:40]),
            found=message("The front matter has the key {key}.", key=entry.key[:40]),
            expected=verbatim(f"{', '.join(KEYS)}."),
            mend=did_you_mean(entry.key[:40], KEYS) or message("Take it out."),
        )
    if entry.key in entries:
        raise _bad_value(
            entry, message("stands twice"), message("it once"), message("Take one of them out.")
        )


def _words(entry: Entry | None, gathering: Gathering) -> str:
    if entry is None:
        return ""
    with gathering.each(line=entry.line):
        if entry.nested or not isinstance(entry.value, str) or not entry.value:
            raise _bad_value(
                entry,
                message("has no text"),
                message("a text"),
                message("Write {key}: and the text.", key=entry.key),
            )
        return entry.value
    return ""


def _names(entry: Entry | None, gathering: Gathering) -> dict[str, str]:
    names: dict[str, str] = {}
    if entry is None:
        return names
    with gathering.each(line=entry.line):
        if entry.value:
            raise _bad_value(
                entry, message("has a value"), message("names indented below it"),
                message("Write them below: future: q2."),
            )  # fmt: skip
    for nested in entry.nested:
        with gathering.each(line=nested.line):
            if not _NAME.fullmatch(nested.key) or nested.key in names:
                raise _bad_value(
                    nested, message("is no name, or stands twice"),
                    message("a name of letters, digits and lines"),
                    message("Write for example future: q2."),
                )  # fmt: skip
            if not isinstance(nested.value, str) or not nested.value:
                raise _bad_value(
                    nested, message("names no variable"), message("the name of a variable"),
                    message("Write for example future: q2."),
                )  # fmt: skip
            names[nested.key] = nested.value
    return names


def _bands(entry: Entry | None, gathering: Gathering) -> dict[str, tuple[Band, ...]]:
    bands: dict[str, tuple[Band, ...]] = {}
    if entry is None:
        return bands
    with gathering.each(line=entry.line):
        if entry.value:
            raise _bad_value(
                entry, message("has a value"), message("lists indented below it"),
                message("Write them below: opinion: [1 .. 2.5 = good, 2.5 .. 5 = poor]."),
            )  # fmt: skip
    for nested in entry.nested:
        with gathering.each(line=nested.line):
            if not nested.key.isidentifier() or nested.key in bands:
                raise _bad_value(
                    nested, message("is no name for a list, or stands twice"),
                    message("a name of letters"),
                    message("Write for example opinion."),
                )  # fmt: skip
            bands[nested.key] = read_bands(_list(nested.value, nested), Where())
    return bands


def _list(value: Value, entry: Entry) -> tuple[str, ...]:
    if isinstance(value, str) or not value:
        raise _bad_value(
            entry,
            message("is no list"),
            message("a list"),
            message("Write [1 .. 2.5 = good, 2.5 .. 5 = poor]."),
        )
    return value


def _bad_value(entry: Entry, found: Message, expected: Message, mend: Message) -> Problem:
    return Problem(
        "report-value",
        where=Where(name=entry.key[:40]),
        found=f"{entry.key[:40]} " + found + ".",
        expected=expected + ".",
        mend=mend,
    )
