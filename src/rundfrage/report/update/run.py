"""Updates a whole deck file: reads it, renews every slide, and writes it whole or not at all."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from pptx import Presentation
from pptx.presentation import Presentation as Pptx

from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.look.theme import DEFAULT, Theme
from rundfrage.progress import UNWATCHED, Progress, advance, stepwise
from rundfrage.report.deck import Deck
from rundfrage.report.outputs.pptx.broken import FAILURES
from rundfrage.report.outputs.pptx.drawn import lines_of
from rundfrage.report.outputs.pptx.record import read_record, write_record
from rundfrage.report.outputs.pptx.snapshot import DrawnSlide, Snapshot
from rundfrage.report.outputs.pptx.write import arranged, pptx, same_dates
from rundfrage.report.update.deck_file import check_survey, open_deck, unreadable
from rundfrage.report.update.notes import figures_in_notes
from rundfrage.report.update.shape import Printing
from rundfrage.report.update.shapes import Marked, key_of, marked_shapes
from rundfrage.report.update.slide import update_slide
from rundfrage.report.update.stale import Figures, all_figures
from rundfrage.report.update.summary import Update
from rundfrage.report.update.tokens import as_printed_before, without_numbers
from rundfrage.writing import write_whole

Pairs = tuple[tuple[str, str], ...]
"""Printed figures as (binding, text)."""


def updated_name(edited: Path) -> Path:
    """Where an updated deck is written unless the user says otherwise: beside the edited one."""
    return edited.with_name(f"{edited.stem}-updated.pptx")


def update_deck(
    deck: Deck,
    edited: Path,
    target: Path | None = None,
    theme: Theme = DEFAULT,
    progress: Progress = UNWATCHED,
) -> tuple[Update, Path]:
    """Write the edited deck with the numbers of `deck` to `target`; what was done, and where.

    `target` may be the edited file itself. Without a target it is `updated_name`, which must not
    be there yet, as people may have edited it too. Raises a Problem for a file that is no deck of
    this survey or cannot be read or written; nothing is changed then. Each slide is a step.
    """
    progress.expect(2)
    advance(progress, message("slides"))
    presentation = open_deck(edited)
    made = Presentation(io.BytesIO(pptx(deck, arranged(deck, theme), theme)))
    new = read_record(made)
    if new is None:
        raise ValueError("a deck that was just written has no record")
    place = target if target is not None else updated_name(edited)
    if target is None and place.exists():
        raise Problem(
            "update-output-exists",
            where=Where(str(place)),
            found=message("The file for the updated deck is already there."),
            expected=message("a new file, as somebody may have edited this one."),
            mend=message("Name the file to write with -o. To write over this one, name this one."),
        )
    record = read_record(presentation)
    check_survey(edited, presentation, record, new)
    now = {figure.binding: figure.text for _, figure in deck.figures}
    now.update(pair for slide in new.slides for pair in slide.figures)
    try:
        update = _update(presentation, made, new, record, now, progress)
        content = io.BytesIO()
        presentation.save(content)
    # Whatever people's programs left in a deck, the file stays as it was.
    except FAILURES as error:
        raise unreadable(
            edited, message("Its slides cannot be worked on ({error}).", error=error)
        ) from error
    advance(progress, place.name)
    write_whole(place, same_dates(content.getvalue()))
    return update, place


def _update(
    presentation: Pptx,
    made: Pptx,
    new: Snapshot,
    record: Snapshot | None,
    now: Mapping[str, str],
    progress: Progress,
) -> Update:
    keys = [slide.key for slide in new.slides]
    usual = frozenset(without_numbers(line.text) for slide in new.slides for line in slide.notes)
    printing = Printing(new, dict(zip(keys, made.slides, strict=True)), record, usual)
    old = _old_figures(presentation, new, record)
    figures = {
        key: Figures(pairs, now, tuple(_printed(key, pairs, new, record)))
        for key, pairs in old.items()
    }
    figures[""] = Figures(all_figures(old.values()), now)
    there = [key_of(marked_shapes(slide)) for slide in presentation.slides]
    numbered = list(enumerate(presentation.slides, start=1))
    slides = tuple(
        update_slide(slide, number, printing, figures)
        for number, slide in stepwise(numbered, progress, lambda one: str(one[0]))
    )
    missing = [slide for slide in new.slides if slide.key not in there]
    printed = {slide.key for slide in record.slides} if record else set()
    common = [key for key in there if key in keys]
    update = Update(
        slides,
        deleted=tuple(slide.title for slide in missing if slide.key in printed),
        added=tuple(slide.title for slide in missing if record and slide.key not in printed),
        absent=() if record else tuple(slide.title for slide in missing),
        sorted_anew=list(dict.fromkeys(common)) != [key for key in keys if key in common],
        recorded=record is not None,
    )
    write_record(presentation, _record(update, there, new, record, old))
    return update


def _printed(key: str, pairs: Pairs, new: Snapshot, record: Snapshot | None) -> Iterator[str]:
    """All texts of a slide, of old and of now."""
    yield from (text for _, text in pairs)
    for slide in (new.slide(key), record.slide(key) if record else None):
        if slide is None:
            continue
        yield from (text for _, text in slide.figures)
        for shape in slide.shapes:
            yield shape.alt
            yield shape.words.text if shape.words else ""
            if shape.table:
                yield from (cell.text for row in shape.table.cells for cell in row)
        yield from (line.text for line in slide.notes)


def _old_figures(presentation: Pptx, new: Snapshot, record: Snapshot | None) -> dict[str, Pairs]:
    """The figures of each slide as printed then, from the record or from what is left of it."""
    if record is not None:
        known = {slide.key: (*slide.past, *slide.figures) for slide in record.slides}
        return {slide.key: () for slide in new.slides} | known
    found: dict[str, Pairs] = {slide.key: () for slide in new.slides}
    bindings = {binding for slide in new.slides for binding, _ in slide.figures}
    for slide in presentation.slides:
        shapes = marked_shapes(slide)
        key = key_of(shapes)
        frame = slide.notes_slide.notes_text_frame if key and slide.has_notes_slide else None
        lines = [one.text for one in lines_of(frame._txBody)] if frame else []  # noqa: SLF001
        found[key] = tuple(figures_in_notes(lines, bindings)) or _figures_in_texts(shapes, new)
    return found


def _figures_in_texts(shapes: list[Marked], new: Snapshot) -> Pairs:
    """The figures in texts that say the same words as the new ones."""
    found = []
    for shape in shapes:
        slide = new.slide(shape.mark.key)
        drawn = slide.shape(shape.mark.role) if slide else None
        was = as_printed_before(drawn.words, shape.text) if drawn and drawn.words else None
        found += [(span.binding, was.figure(span)) for span in was.spans] if was else []
    return tuple(dict.fromkeys(found))


def _record(
    update: Update,
    there: list[str],
    new: Snapshot,
    record: Snapshot | None,
    old: Mapping[str, Pairs],
) -> Snapshot:
    """The record of the updated deck, which remembers figures that still stand in own words."""
    past: dict[str, Pairs] = {}
    for slide, key in zip(update.slides, there, strict=True):
        texts = {one.old for one in slide.stale}
        known = old.get(key) or all_figures(old.values())
        home = key if key in old else new.slides[0].key
        left = tuple(pair for pair in known if pair[1] in texts)
        past[home] = tuple(dict.fromkeys((*past.get(home, ()), *left)))
    slides: list[DrawnSlide] = [
        replace(slide, past=past.get(slide.key, ())) for slide in new.slides
    ]
    present = {slide.key for slide in slides}
    slides += [slide for slide in (record.slides if record else ()) if slide.key not in present]
    return replace(new, slides=tuple(slides))
