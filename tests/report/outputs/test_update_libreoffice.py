"""A deck that was saved by LibreOffice is still updated, and what was updated opens there."""

from __future__ import annotations

from pathlib import Path

import pytest
from office import made, opened
from people import edited, move_slide, remove_slide, rewrite, shape, updated
from PIL import Image, ImageChops, ImageStat
from pptx.dml.color import RGBColor
from pptx.util import Pt
from pypdfium2 import PdfDocument
from sample import deck
from sample_later import later
from test_pptx_libreoffice import drawn, printed, unlabelled

from libreoffice import converted

pytestmark = pytest.mark.trial

RED = RGBColor(0xC0, 0x10, 0x10)


def through_libreoffice(content: bytes, folder: Path) -> bytes:
    """The deck as LibreOffice saves it."""
    folder.mkdir()
    (folder / "deck.pptx").write_bytes(content)
    return converted(folder / "deck.pptx", folder / "out", "pptx").read_bytes()


def edit(presentation) -> None:
    bars = shape(presentation.slides[2], "Chart")
    bars.left += Pt(20)
    fill = bars.chart.plots[0].series[0].points[0].format.fill
    fill.solid()
    fill.fore_color.rgb = RED
    rewrite(presentation.slides[4].shapes.title, "Termine: 1,82, so gut wie nie")
    own = presentation.slides.add_slide(presentation.slide_layouts[1])
    own.shapes.title.text = "Unser Ausblick"
    remove_slide(presentation, 6)
    move_slide(presentation, len(presentation.slides), 3)


def test_an_untouched_deck_from_libreoffice_gets_every_new_number(tmp_path):
    saved = through_libreoffice(made(deck()), tmp_path / "lo")
    done, presentation = updated(tmp_path, saved)
    assert not done.recorded
    assert done.stale == ()
    assert [slide.edits for slide in done.slides] == [()] * len(deck().slides)
    pages = drawn((tmp_path / "new.pptx").read_bytes(), tmp_path)
    assert len(pages) == len(deck().slides)
    for page, slide in zip(pages, later().slides, strict=True):
        for figure in slide.figures:
            assert printed(figure.text, page) == (figure not in unlabelled(slide)), figure
    fresh = opened(made(later()))
    for one, other in zip(presentation.slides, fresh.slides, strict=True):
        assert one.notes_slide.notes_text_frame.text == other.notes_slide.notes_text_frame.text


def test_edits_stay_and_stale_numbers_are_found_after_libreoffice(tmp_path):
    saved = through_libreoffice(edited(edit), tmp_path / "lo")
    done, presentation = updated(tmp_path, saved)
    titles = [slide.shapes.title.text_frame.text for slide in presentation.slides]
    expected = [slide.title.text for slide in later().slides]
    expected[4] = "Termine: 1,82, so gut wie nie"
    del expected[5]
    assert titles == [*expected[:2], "Unser Ausblick", *expected[2:]]
    assert [(number, one.place, one.old) for number, one in done.stale] == [(6, "Title", "1,82")]
    assert done.absent == ("Aus welchen Gründen?",)
    chart = shape(presentation.slides[3], "Chart").chart
    assert tuple(chart.plots[0].series[0].values) == tuple(
        bar.plotted for bar in later().slides[2].chart.series[0].bars
    )
    assert chart.plots[0].series[0].points[5].format.fill.fore_color.rgb == RED
    assert chart.part.chart_workbook.xlsx_part is not None
    assert len(drawn((tmp_path / "new.pptx").read_bytes(), tmp_path)) == len(deck().slides)


def pictures(content: bytes, folder: Path) -> list[Image.Image]:
    """The slides as LibreOffice draws them, in grey."""
    folder.mkdir()
    (folder / "deck.pptx").write_bytes(content)
    document = PdfDocument(converted(folder / "deck.pptx", folder, own_fonts=True))
    return [page.render(scale=0.5).to_pil().convert("L") for page in document]


def test_a_deck_that_libreoffice_opened_edited_and_saved_looks_the_same(tmp_path):
    content = edited(lambda one: rewrite(one.slides[3].shapes.title, "Unser eigener Titel"))
    (tmp_path / "lo").mkdir()
    (tmp_path / "lo" / "deck.pptx").write_bytes(content)
    path = converted(tmp_path / "lo" / "deck.pptx", tmp_path / "out", "pptx", own_fonts=True)
    before = pictures(content, tmp_path / "before")
    after = pictures(path.read_bytes(), tmp_path / "after")
    assert len(before) == len(after)
    for one, other in zip(before, after, strict=True):
        difference = ImageStat.Stat(ImageChops.difference(one, other)).mean[0]
        # Of 255; a text of one line that is missing makes more than 1.
        assert difference < 1.0
    done, presentation = updated(tmp_path, path.read_bytes())
    assert presentation.slides[3].shapes.title.text_frame.text == "Unser eigener Titel"
    assert "Title: rewritten by you" in done.slides[3].edits
    assert not any(slide.edits for at, slide in enumerate(done.slides) if at != 3)
