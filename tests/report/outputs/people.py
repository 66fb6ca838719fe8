"""What people do to a deck, done with python-pptx; and how its parts are found for it."""

from __future__ import annotations

import io
from pathlib import Path

from office import made, opened
from sample import deck
from sample_later import later

from rundfrage.report.deck import Deck
from rundfrage.report.outputs.pptx.marks import read_mark
from rundfrage.report.update import Update, update_deck


def shape(slide, role: str):
    """The program's shape of that role on a slide."""
    return next(one for one in slide.shapes if (read_mark(one.name) or NONE).role == role)


NONE = read_mark("none @none")


def saved(presentation) -> bytes:
    # Asking for the slides gives their parts the names that saving needs.
    assert presentation.slides is not None
    buffer = io.BytesIO()
    presentation.save(buffer)
    return buffer.getvalue()


def edited(*edits) -> bytes:
    """The sample deck after each of the edits, which are functions of a presentation."""
    presentation = opened(made(deck()))
    for edit in edits:
        edit(presentation)
    return saved(presentation)


def updated(folder: Path, content: bytes, new: Deck | None = None) -> tuple[Update, object]:
    """What an update did, and the presentation it wrote."""
    (folder / "deck.pptx").write_bytes(content)
    done, path = update_deck(new or later(), folder / "deck.pptx", folder / "new.pptx")
    return done, opened(path.read_bytes())


def remove_slide(presentation, number: int) -> None:
    entry = list(presentation.slides._sldIdLst)[number - 1]
    presentation.part.drop_rel(entry.rId)
    presentation.slides._sldIdLst.remove(entry)
    # Office numbers the parts anew; python-pptx would give the next slide a name that is taken.
    presentation.part.rename_slide_parts([one.rId for one in presentation.slides._sldIdLst])


def move_slide(presentation, number: int, place: int) -> None:
    entries = presentation.slides._sldIdLst
    entry = list(entries)[number - 1]
    entries.remove(entry)
    entries.insert(place - 1, entry)


def rewrite(run_holder, *texts: str) -> None:
    """Set the texts of a shape's runs; what is over loses its text."""
    runs = run_holder.text_frame.paragraphs[0].runs
    for run, text in zip(runs, (*texts, *[""] * len(runs)), strict=False):
        run.text = text
