"""The speaker's notes of a slide: wording, ledgers, labels in full, figures with their bindings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rundfrage.codebook import Sample
from rundfrage.report.charts.rows import item_label, one_line, row_label, table_title
from rundfrage.report.claims.sentence import Binding
from rundfrage.report.claims.waves import in_wave, shown_name
from rundfrage.report.deck import Claim, Figure, Slide
from rundfrage.report.section.subject import Subject
from rundfrage.report.words import compose
from rundfrage.tables.table import Block, Table

_LONG_LABEL = 60
_ROWS = 30


def with_notes(slide: Slide, table: Table, subject: Subject) -> Slide:
    """The slide with its speaker's notes: wording, ledgers, long labels, figures and bindings."""
    return replace(slide, notes=tuple(_notes(slide, table, subject)))


def with_figures(slide: Slide, subject: Subject) -> Slide:
    """The slide with notes on its figures alone, for slides that belong to no question."""
    return replace(slide, notes=tuple(_figures(slide, subject)))


def _notes(slide: Slide, table: Table, subject: Subject) -> Iterator[Claim]:
    words, language = subject.words, subject.language
    yield compose(words["note-wording"], title=table_title(table, language))
    if table.hint:
        yield compose(words["note-hint"], hint=one_line(table.hint, language))
    for block in _spoken_of(slide, table):
        yield from ledger_note(block, table, subject)
    long = _long_labels(slide, table, language)
    if long:
        yield compose(words["note-labels"], list=" | ".join(long))
    yield from _figures(slide, subject)


def _figures(slide: Slide, subject: Subject) -> Iterator[Claim]:
    words = subject.words
    if subject.study.simulated:
        yield Claim((words("note-simulated"),))
    seen = {figure.binding: figure for figure in slide.figures}
    for binding, figure in seen.items():
        yield compose(words["note-figure"], binding=binding, figure=figure)


def ledger_note(
    block: Block, table: Table, subject: Subject, wave: str = "", sample: Sample | None = None
) -> Iterator[Claim]:
    """The account of a block's base; in an earlier `wave` of that `sample`, if one is named."""
    ledger = block.bases[0]
    if ledger is None:
        return
    press = subject.press(table)
    label = block.name
    if len(table.blocks) > 1:
        label = f"{block.name} ({item_label(block, table, subject.language)})"
    if wave:
        label = f"{shown_name(wave)}, {label}"
    places: dict[str, Figure] = {
        name: of_wave(figure, wave)
        for name in ("interviews", "not_asked", "asked", "dont_know", "refused", "left_blank")
        if (figure := press.count(block, name)) is not None
    }
    counted = press.count(block, "n")
    answered = None if counted is None else of_wave(counted, wave)
    if answered is not None and (sample or subject.study.sample) is Sample.UNKNOWN:
        yield compose(subject.words["note-base-file"], label=label, answered=answered, **places)
    elif answered is not None:
        yield compose(subject.words["note-base"], label=label, answered=answered, **places)


def of_wave(figure: Figure, wave: str) -> Figure:
    """The figure bound to an earlier wave; as it is without one."""
    if not wave:
        return figure
    return replace(figure, binding=str(Binding(figure.binding, in_wave(wave))), wave=wave)


def _spoken_of(slide: Slide, table: Table) -> list[Block]:
    """The blocks whose figures stand on the slide; all of a table with a single one."""
    if len(table.blocks) == 1:
        return list(table.blocks)
    bindings = [figure.binding for figure in slide.figures]
    return [
        block
        for block in table.blocks
        if any(binding.startswith(f"{block.name}.") for binding in bindings)
    ]


def _long_labels(slide: Slide, table: Table, language: str) -> list[str]:
    """The labels on the slide that may have been shortened, in full."""
    charts = [one for one in (slide.chart, *(pane.chart for pane in slide.panes)) if one]
    if charts:
        drawn = [[*chart.categories, *(one.name for one in chart.series)] for chart in charts]
        labels = list(dict.fromkeys(label for each in drawn for label in each))
    else:
        blocks = _spoken_of(slide, table)
        labels = [row_label(row, language) for block in blocks[:1] for row in block.rows[:_ROWS]]
        labels += [item_label(block, table, language) for block in blocks if len(table.blocks) > 1]
    return [label for label in labels if len(label) > _LONG_LABEL]
