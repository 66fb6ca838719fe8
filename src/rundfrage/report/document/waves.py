"""The waves of a report: what was asked before, from where, and which wordings count as the same.

    wave: 2022
    waves:
      2018: ../survey-2018
      2020: [answers-2020.csv, weight=w]
    comparable:
      q2: In 2018 a comma stood elsewhere.

Names hold letters, digits, lines and hyphens; readers see a line as a space.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from posixpath import normpath

from rundfrage.errors import Problem, Where
from rundfrage.locales import Message, message
from rundfrage.manuscript.front_matter import Entry, written
from rundfrage.manuscript.gathering import Gathering
from rundfrage.report.claims.waves import times_of
from rundfrage.tables.sampling_words import read_sampling

WAVE, WAVES, COMPARABLE = "wave", "waves", "comparable"
KEYS = (WAVE, WAVES, COMPARABLE)
_NAME = re.compile(r"\w[\w-]{0,39}")
_QUESTION = re.compile(r"\S{1,80}")
_MOST = 24
_WEIGHT = re.compile(r"weight\s*=\s*(\S+)")


@dataclass(frozen=True)
class WaveSource:
    """An earlier wave: its name, its folder or file as written, and what else is said of it.

    `said` are a weight (`weight=w`) or a whole design, as words; they go before what the source
    says itself.
    """

    name: str
    path: str
    said: tuple[str, ...] = ()
    line: int | None = field(default=None, compare=False)

    @property
    def weight(self) -> str | None:
        """The weight, where nothing but a weight is said."""
        found = _WEIGHT.fullmatch(self.said[0]) if len(self.said) == 1 else None
        return found[1] if found else None

    @property
    def design(self) -> str | None:
        """The design of its sample in words; None where the source says it."""
        return ", ".join(self.said) if self.said and self.weight is None else None


@dataclass(frozen=True)
class Waves:
    """The earlier waves in order of time, and the name of that at hand.

    `excused` says by question why another wording asked the same.
    """

    name: str = ""
    earlier: tuple[WaveSource, ...] = ()
    excused: Mapping[str, str] = field(default_factory=dict)


NO_WAVES = Waves()


def read_waves(entries: Mapping[str, Entry], gathering: Gathering) -> Waves:
    """What the front matter says of waves; Problems are gathered."""
    count = len(gathering.problems)
    today, list_, excused = (entries.get(key) for key in KEYS)
    name = ""
    if today is not None:
        with gathering.each(line=today.line):
            name = _name(today, today.value)
    sources: dict[str, WaveSource] = {}
    for nested in _nested(list_, gathering, "2018: ../survey-2018"):
        with gathering.each(line=nested.line):
            sources[nested.key] = _source(nested, sources, name)
    reasons: dict[str, str] = {}
    for nested in _nested(excused, gathering, "q2: In 2018 a comma stood elsewhere."):
        with gathering.each(line=nested.line):
            reasons[nested.key] = _reason(nested, reasons)
    with gathering.each(line=(today or list_ or excused or _NOWHERE).line):
        if len(gathering.problems) == count:
            _check(name, tuple(sources), bool(reasons))
    return Waves(name, tuple(sources.values()), reasons)


def wave_lines(waves: Waves) -> list[tuple[str, str]]:
    """The lines of the front matter, each with the path that comments before it name."""
    lines: list[tuple[str, str]] = []
    if waves.name:
        lines.append((WAVE, f"{WAVE}: {written(waves.name)}"))
    if waves.earlier:
        lines.append((WAVES, f"{WAVES}:"))
    for one in waves.earlier:
        value = written((one.path, *one.said) if one.said else one.path)
        lines.append((f"{WAVES}.{one.name}", f"  {one.name}: {value}"))
    if waves.excused:
        lines.append((COMPARABLE, f"{COMPARABLE}:"))
    for question, reason in waves.excused.items():
        lines.append((f"{COMPARABLE}.{question}", f"  {question}: {written(reason)}"))
    return lines


_NOWHERE = Entry("", "", 1)


def _nested(entry: Entry | None, gathering: Gathering, example: str) -> tuple[Entry, ...]:
    if entry is None:
        return ()
    with gathering.each(line=entry.line):
        if entry.value or not entry.nested:
            raise _bad(
                entry.key,
                message("has a value") if entry.value else message("has nothing below it"),
                message("lines indented below it"),
                message("Write below it, with two spaces before: {example}", example=example),
            )
    return entry.nested


def _source(entry: Entry, others: Mapping[str, WaveSource], today: str) -> WaveSource:
    name = _name(entry, entry.key)
    if name in others or name == today:
        raise _bad(
            entry.key,
            message("names two waves"),
            message("a name of its own for each wave, that of today among them"),
            message("Give one of them another name."),
        )
    path, *said = [entry.value] if isinstance(entry.value, str) else list(entry.value) or [""]
    if not path:
        raise _bad(
            entry.key,
            message("names no source"),
            message("a survey folder or a file of answers, as seen from the report"),
            message("Write for example {name}: ../survey-{name}", name=name),
        )
    same = [one.name for one in others.values() if normpath(one.path) == normpath(path)]
    if same:
        raise _bad(
            entry.key,
            message("has the source of {other}", other=same[0]),
            message("answers of its own for each wave"),
            message("Correct one of the paths."),
        )
    source = WaveSource(name, path, tuple(said), entry.line)
    if source.design is not None:
        read_sampling(source.design, Where(name=name))
    return source


def _name(entry: Entry, name: object) -> str:
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise _bad(
            entry.key,
            message("is no name of a wave") if name else message("names no wave"),
            message("up to 40 letters, digits, lines and hyphens, such as 2018 or Spring_2018"),
            message("Write for example wave: 2022, and 2018: ../survey-2018 below waves:"),
        )
    return name


def _reason(entry: Entry, reasons: Mapping[str, str]) -> str:
    if not _QUESTION.fullmatch(entry.key) or entry.key in reasons:
        raise _bad(
            entry.key,
            message("is no question, or stands twice"),
            message("the name of a question or of one of its items"),
            message("Write for example q2: In 2018 a comma stood elsewhere."),
        )
    if not isinstance(entry.value, str) or not entry.value:
        raise _bad(
            entry.key,
            message("has no reason"),
            message("why the other wording asks the same, for readers of the method"),
            message("Write for example {name}: In 2018 a comma stood elsewhere.", name=entry.key),
        )
    return entry.value


def _check(name: str, earlier: tuple[str, ...], excused: bool) -> None:  # noqa: FBT001
    """Raise a Problem unless the keys belong together and the waves stand in order of time."""
    if bool(name) != bool(earlier) or (excused and not earlier):
        there = WAVE if name else WAVES if earlier else COMPARABLE
        raise _bad(
            there,
            message("stands without what belongs to it"),
            message("the name of today's wave behind wave: and the earlier ones below waves:"),
            message("Write for example wave: 2022, and 2018: ../survey-2018 below waves:"),
        )
    if len(earlier) > _MOST:
        raise _bad(
            WAVES,
            message("names {count} waves", count=len(earlier)),
            message("at most {most}", most=_MOST),
            message("Leave out those that no reader asks for."),
        )
    times = times_of((*earlier, name)) if earlier else None
    backwards = [at for at, (one, two) in enumerate(pairwise(times or ())) if one >= two]
    if backwards:
        raise _bad(
            WAVES,
            message(
                "has {later} after {sooner}",
                later=(*earlier, name)[backwards[0] + 1],
                sooner=(*earlier, name)[backwards[0]],
            ),
            message("the waves in order of time, that of today last"),
            message("Put the earliest first."),
        )


def _bad(key: str, found: Message, expected: Message, mend: Message) -> Problem:
    return Problem(
        "report-value",
        where=Where(name=key[:40]),
        found=f"{key[:40]} " + found + ".",
        expected=expected + ".",
        mend=mend,
    )
