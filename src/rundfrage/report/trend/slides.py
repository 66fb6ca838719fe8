"""The slide of a trend: lines over the waves, what is sure of them, and what was asked of whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from rundfrage.codebook import Sample
from rundfrage.errors import Problem
from rundfrage.locales import message
from rundfrage.report.bind import Press
from rundfrage.report.charts.rows import find_row, row_label
from rundfrage.report.claims.phrases import phrases_in
from rundfrage.report.claims.sentence import Binding
from rundfrage.report.claims.unknown import unknown_binding
from rundfrage.report.claims.waves import shown_name
from rundfrage.report.deck import Chart, Claim, Slide
from rundfrage.report.section.charted import charted_slides
from rundfrage.report.section.lines import Lines
from rundfrage.report.section.material import Material
from rundfrage.report.section.notes import ledger_note, of_wave
from rundfrage.report.section.subject import Subject, brackets_note
from rundfrage.report.trend.changes import Change, change_of
from rundfrage.report.trend.lines import (
    MEAN,
    LinesChart,
    Traced,
    Wave,
    path_of,
    usual_lines,
)
from rundfrage.report.words import comma, compose, isolated
from rundfrage.tables.table import Table
from rundfrage.text import number, percent


def trend_slides(
    what: str | Binding, lines: Lines, material: Material, highlight: str = ""
) -> tuple[Slide, ...]:
    """The slide of a question in its usual lines, or of one number of it.

    Raises a Problem if the report names no earlier wave, or if none asked alike.
    """
    evidence, subject = material.evidence, material.subject
    if not evidence.earlier:
        raise Problem(
            "claim-wave",
            found=message("A slide shows waves."),
            expected=message("earlier waves in the front matter of the report."),
            mend=message("Write for example wave: 2022, and 2018: ../survey-2018 below waves:"),
        )
    if isinstance(what, str):
        table = material.question(what)
        traced = usual_lines(table)
    else:
        table, traced = _named(what, material)
    drawing = LinesChart(table, traced, evidence, subject.theme)
    changes = {path_of(line): _overall(line, drawing) for line in traced}
    sure = [one for one in changes.values() if one is not None]
    chart = drawing.draw(
        {path: one.figure(subject.language) for path, one in changes.items() if one is not None}
    )
    foot = (
        *_bases(drawing, subject),
        *_gaps(drawing, subject),
        *_axis(chart, subject),
        *_tested(sure, drawing, subject),
        *brackets_note(chart.figures, subject.words),
    )
    of = tuple(_number_of(drawing, subject)) if table.shape.items else ()
    lines = replace(lines, claims=(*of, *lines.claims), foot=(*foot, *lines.foot))
    noted = tuple(_notes(drawing, subject))
    return tuple(
        replace(slide, notes=(*slide.notes, *noted))
        for slide in charted_slides(chart, table, lines, subject, highlight)
    )


def _named(binding: Binding, material: Material) -> tuple[Table, tuple[Traced, ...]]:
    """The table and the lines of a binding: one, or one an item of a grid."""
    evidence = material.evidence
    found = [
        one
        for each in evidence.family(binding) or (binding,)
        if (one := evidence.found(each)) is not None
    ]
    traced = tuple(
        Traced(one.block, one.rest.removesuffix(".share"))
        for one in found
        if one.rest == MEAN or find_row(one.block, one.rest.removesuffix(".share")) is not None
    )
    if not traced:
        raise unknown_binding(binding, evidence.names(), list(evidence.questions))
    return found[0].table, traced


def _number_of(drawing: LinesChart, subject: Subject) -> Iterator[Claim]:
    """Which share of each item is drawn; means say so in the foot, with their scale."""
    line = drawing.lines[0]
    row = find_row(line.block, line.statistic)
    if row is not None:
        label = row_label(line.block.rows[row], subject.language)
        yield Claim((f"{subject.words('share')}: {label}",))


def _overall(line: Traced, drawing: LinesChart) -> Change | None:
    """The change of a line from its first point to that of today."""
    names = [wave.name for wave in drawing.shown if drawing.bar(line, wave) is not None]
    today = drawing.evidence.wave
    if len(names) < 2 or names[-1] != today:
        return None
    return change_of(path_of(line), names[0], today, drawing.evidence)


def _bases(drawing: LinesChart, subject: Subject) -> Iterator[Claim]:
    """How many answered in each earlier wave; those of today stand before."""
    words, press = subject.words, Press(subject.language)
    for wave in drawing.shown:
        if wave.evidence is drawing.evidence:
            continue
        counts = [
            of_wave(count, wave.name)
            for line in drawing.lines
            if drawing.bar(line, wave) is not None
            and (found := wave.evidence.found(Binding(line.block.name))) is not None
            and (count := press.count(found.block, "n")) is not None
        ]
        name = isolated(shown_name(wave.name), subject.language)
        low, high = (pick(counts, key=lambda one: one.value) for pick in (min, max))
        if low.value == high.value:
            yield compose(phrases_in(subject.language)["group"], group=name, n=low)
        else:
            yield compose(words["wave-range"], wave=name, low=low, high=high)


def _gaps(drawing: LinesChart, subject: Subject) -> Iterator[Claim]:
    """The waves without a point, and why."""
    words = subject.words
    for key, waves in (
        ("wave-otherwise", [one for one in drawing.waves if one.otherwise]),
        ("wave-hidden", [one for one in drawing.waves if one.hidden]),
    ):
        if waves:
            yield compose(words[key], waves=_listed(waves, subject))


def _listed(waves: Sequence[Wave], subject: Subject) -> str:
    names = (isolated(shown_name(one.name), subject.language) for one in waves)
    return comma(subject.words).join(names)


def _axis(chart: Chart, subject: Subject) -> Iterator[Claim]:
    """Where the axis begins, if that is not at nothing and no scale says it."""
    axis = chart.axis
    start = min(axis.start, axis.end)
    if start > 0 and not axis.start_label:
        language = subject.language
        text = percent(start, language) if chart.percent else number(start, language)
        yield compose(subject.words["axis-start"], start=text)


def _tested(changes: Sequence[Change], drawing: LinesChart, subject: Subject) -> Iterator[Claim]:
    """What the words of change mean; or why there are none."""
    words = subject.words
    if changes:
        yield Claim((words("changes-tested"),))
    elif any(
        one.evidence.sampling is None
        and one.evidence.dataset.codebook.study.sample is Sample.PROBABILITY
        for one in drawing.shown
    ):
        yield Claim((words("changes-untested"),))


def _notes(drawing: LinesChart, subject: Subject) -> Iterator[Claim]:
    """The account of each earlier base, what was excused, and the changes from wave to wave."""
    words, evidence = subject.words, drawing.evidence
    blocks = list({line.block.name: line.block for line in drawing.lines}.values())
    for wave in drawing.shown:
        if wave.evidence is evidence:
            continue
        sample = wave.evidence.dataset.codebook.study.sample
        pointed = {one.block.name for one in drawing.lines if drawing.bar(one, wave) is not None}
        for block in (one for one in blocks if one.name in pointed):
            found = wave.evidence.found(Binding(block.name))
            if found is not None:
                yield from ledger_note(found.block, found.table, subject, wave.name, sample)
        yield _weighted(wave, subject)
    for name in (drawing.table.name, *(block.name for block in blocks)):
        if name in evidence.excused:
            reason = isolated(evidence.excused[name], subject.language)
            yield compose(words["method-excused"], question=name, reason=reason)
    for line in drawing.lines:
        yield from _steps(line, drawing, subject)


def _weighted(wave: Wave, subject: Subject) -> Claim:
    """By what an earlier wave is weighted."""
    words, tables = subject.words, wave.evidence.tables
    name = isolated(shown_name(wave.name), subject.language)
    weight = tables[0].weight if tables else None
    if weight is None:
        return compose(words["note-wave-unweighted"], wave=name)
    return compose(words["note-wave-weighted"], wave=name, weight=weight)


def _steps(line: Traced, drawing: LinesChart, subject: Subject) -> Iterator[Claim]:
    """The changes of a line from one wave to the next."""
    names = [wave.name for wave in drawing.shown if drawing.bar(line, wave) is not None]
    for since, until in pairwise(names) if len(names) > 2 else ():
        change = change_of(path_of(line), since, until, drawing.evidence)
        if change is not None:
            yield compose(
                subject.words["note-change"],
                number=path_of(line),
                wave=isolated(shown_name(until), subject.language),
                change=change.figure(subject.language),
            )
