"""Numbers that people wrote and that are none of their slide's are named, wherever they wrote."""

from __future__ import annotations

import pytest
from people import edited, rewrite, shape, updated
from pptx.util import Pt
from sample import deck

from rundfrage.report.update import summary_lines
from rundfrage.report.update.foreign import foreign
from rundfrage.report.update.stale import Figures

SLIDE = Figures(
    (("q1.top2", "46\u202f%"), ("q1.mean", "2,8")), {"q1.top2": "48 %"}, ("46 %", "2,8")
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Stolze 64 % sind zufrieden", ["64 %"]),
        ("64 Prozent, im Mittel 3,1", ["64 Prozent", "3,1"]),
        ("46 %, heute 48 Prozent, im Mittel 2.8", []),
        ("Am 12.03.2020 und am 3.4. um 10:30 mit 240 Menschen in Raum 64", []),
        ("46,5 %", ["46,5 %"]),
        ("Version q1.5", []),
    ],
)
def test_numbers_with_percent_or_decimals_that_the_slide_never_had(text, found):
    assert [str(one).split(" in “")[0].split(": ")[1] for one in foreign("Titel", text, SLIDE)] == (
        found
    )


def test_what_the_slide_has_is_named():
    (one,) = foreign("Title", "64 %", SLIDE)
    assert str(one) == "Title: 64 % in “64 %” is no number of this slide, which has 48 %"
    (one,) = foreign("Title", "64 %", Figures((), {}))
    assert str(one) == "Title: 64 % in “64 %” is no number of this slide"


def falsify(presentation):
    slide = presentation.slides[2]
    rewrite(slide.shapes.title, "Stolze 99 % wollen Treffen")
    box = slide.shapes.add_textbox(0, 0, Pt(90), Pt(30))
    box.name, box.text_frame.text = "Stempel", "98 % dafür"
    slide.notes_slide.notes_text_frame.add_paragraph().text = "Sagen: 97 % dafür"
    shape(slide, "Chart")._element.nvGraphicFramePr.cNvPr.set("descr", "Balken, oben 96 %")


@pytest.mark.parametrize("new", [deck(), None], ids=["the same data", "later data"])
def test_falsified_numbers_are_found_in_every_text_of_peoples_own(tmp_path, new):
    done, _ = updated(tmp_path, edited(falsify), new)
    named = [one for one in map(str, done.slides[2].notices) if "no number of this slide" in one]
    starts = ["Title: 99 %", "Stempel: 98 %", "notes: 97 %", "Chart, alternative text: 96 %"]
    assert sorted(one.split(" in “")[0] for one in named) == sorted(starts)
    assert "4 places to look at" in str(list(summary_lines(done))[-1])
