"""Whatever people do to a deck: it can be updated, edits stay, numbers are new, all is valid."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from office import made, opened
from people import move_slide, remove_slide, saved, updated
from pptx.dml.color import RGBColor
from pptx.util import Pt
from sample import deck
from sample_later import later

from proofs import examples
from rundfrage.report.outputs.pptx.marks import TITLE, read_mark

pytestmark = pytest.mark.trial

ROLES = (TITLE, "Chart", "Claim 1", "Claims", "Footer", "Kicker", "Figure", "Table", "Quotation 1")


@dataclass(frozen=True)
class How:
    """Which slide and shape an edit is for, and a text for it."""

    number: int
    role: str
    text: str


def found(presentation, how):
    slides = presentation.slides
    slide = slides[how.number % len(slides)]
    return next(
        (one for one in slide.shapes if (mark := read_mark(one.name)) and mark.role == how.role),
        None,
    )


def move(presentation, how):
    one = found(presentation, how)
    if one is not None:
        one.left, one.top = Pt(len(how.text) * 3), Pt(how.number)


def delete(presentation, how):
    one = found(presentation, how)
    if one is not None and how.role != TITLE:
        one._element.getparent().remove(one._element)


def rewrite(presentation, how):
    one = found(presentation, how)
    if one is not None and one.has_text_frame:
        one.text_frame.text = how.text


def insert(presentation, how):
    one = found(presentation, how)
    if one is not None and one.has_text_frame:
        one.text_frame.paragraphs[0].add_run().text = how.text


def paint(presentation, how):
    one = found(presentation, how)
    if one is not None and one.has_text_frame:
        for run in one.text_frame.paragraphs[0].runs:
            run.font.color.rgb = RGBColor(1, 2, how.number)


def add_slide(presentation, how):
    presentation.slides.add_slide(presentation.slide_layouts[1]).shapes.title.text = how.text


def drop_slide(presentation, how):
    if len(presentation.slides) > 2:
        remove_slide(presentation, how.number % len(presentation.slides) + 1)


def shuffle(presentation, how):
    count = len(presentation.slides)
    move_slide(presentation, how.number % count + 1, len(how.text) % count + 1)


def note(presentation, how):
    slide = presentation.slides[how.number % len(presentation.slides)]
    slide.notes_slide.notes_text_frame.add_paragraph().text = how.text


EDITS = (move, delete, rewrite, insert, paint, add_slide, drop_slide, shuffle, note)
TEXTS = st.text(st.sampled_from("ab 12389,%\n.Ø–\u202f"), max_size=30)
HOW = st.builds(How, st.integers(0, 20), st.sampled_from(ROLES), TEXTS)


def plotted(chart) -> list[tuple[str, tuple[float | None, ...]]]:
    """The name and the values of every series."""
    return [(each.name, tuple(each.values)) for plot in chart.plots for each in plot.series]


@examples(25)
@given(st.lists(st.tuples(st.sampled_from(EDITS), HOW), max_size=8))
def test_any_edits_stay_and_every_chart_is_new(edits):
    presentation = opened(made(deck()))
    for edit, how in edits:
        edit(presentation, how)
    content = saved(presentation)
    with tempfile.TemporaryDirectory() as folder:
        done, result = updated(Path(folder), content)
        again, _ = updated(Path(folder), saved(result))
    assert len(result.slides) == len(presentation.slides)
    new = {
        read_mark(one.name).key: plotted(one.chart)
        for slide in opened(made(later())).slides
        for one in slide.shapes
        if one.has_chart
    }
    for slide, before in zip(result.slides, opened(content).slides, strict=True):
        kept = [one.name.split(" #")[0] for one in before.shapes]
        assert [one.name.split(" #")[0] for one in slide.shapes] == kept
        for one in slide.shapes:
            if one.has_chart:
                assert plotted(one.chart) == new[read_mark(one.name).key]
    # What was stale stays on the list, and nothing is renewed twice.
    assert {(at, one.place, one.old) for at, one in done.stale} <= {
        (at, one.place, one.old) for at, one in again.stale
    }
    assert [slide.values for slide in again.slides] == [()] * len(again.slides)


def test_the_edits_of_this_test_do_something():
    presentation = opened(made(deck()))
    for edit in EDITS:
        before = saved(presentation)
        edit(presentation, How(2, TITLE if edit is not delete else "Footer", "neu 12"))
        assert saved(presentation) != before
