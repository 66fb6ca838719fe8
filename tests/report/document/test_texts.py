"""A slide of text stands as it was written: paragraphs, lists, numbers, columns."""

from __future__ import annotations

import io

import pytest
from pptx import Presentation
from pptx.util import Pt
from test_composing import deck_of, refused

from rundfrage.report.arrange import arrange
from rundfrage.report.deck import SlideRole
from rundfrage.report.document.read import read_document
from rundfrage.report.document.write import write_document
from rundfrage.report.layout import MARGIN, POINT_INDENT
from rundfrage.report.outputs.html import html
from rundfrage.report.outputs.output import Report
from rundfrage.report.outputs.pages import pages
from rundfrage.report.outputs.pptx.write import pptx

TEXT = """\
## Wie es weitergeht {text}

Ein Absatz,
der weiterläuft.

- ein Punkt
- noch einer

3. drei
3. vier

Zum Schluss.
"""
WRITTEN = """\
## Wie es weitergeht {text}

Ein Absatz, der weiterläuft.

- ein Punkt
- noch einer

3. drei
4. vier

Zum Schluss.
""".replace("drei", "dritter").replace("vier", "folgender")
SOURCE = TEXT.replace("drei", "dritter").replace("vier", "folgender")
POINTS = ["", "-", "-", "3.", "4.", ""]


def test_paragraphs_and_lists_are_read_and_written_as_such():
    document = read_document(SOURCE, "report.md", "de")
    assert [one.point for one in document.sections[0].sentences] == POINTS
    assert write_document(document) == WRITTEN
    assert read_document(WRITTEN, "report.md", "de") == document


@pytest.mark.parametrize(
    ("body", "points"),
    [
        ('Am Ende des Jahres am\n{{"3."}} Mai', [""]),
        ("Ein Absatz\nbis zum\n12. Mai", None),
        ("1) eins\n\n1) zwei", ["1.", "2."]),
        ("- a\n1. b\n- c", ["-", "1.", "-"]),
        ("1. a\n\nDazwischen.\n\n1. b", ["1.", "", "1."]),
    ],
)
def test_a_number_counts_where_a_list_may_begin(body, points):
    text = f"## X {{text}}\n\n{body}\n".replace("eins", "a").replace("zwei", "b")
    if points is None:
        assert refused(text) == [("free-number", 5)]
    else:
        section = read_document(text, "report.md", "de").sections[0]
        assert [one.point for one in section.sentences] == points


def test_the_points_of_a_summary_are_written_as_ever():
    text = "## X {summary}\n\n- Ein Satz.\n- Noch einer.\n"
    document = read_document(text, "report.md", "de")
    assert [one.point for one in document.sections[0].sentences] == ["", ""]
    assert write_document(document) == text


def test_numbers_that_a_slide_cannot_show_are_refused():
    assert refused("## X {summary}\n\n1. a\n2. b\n") == [("slide-numbered", 1)]
    assert refused("## X {text columns=4}\n\na\n") == [("slide-attribute", 1)]


def test_points_stand_behind_their_mark_and_paragraphs_at_the_margin():
    deck = deck_of(SOURCE)
    (slide,), (layout,) = deck.slides, arrange(deck)
    assert slide.role is SlideRole.TEXT
    assert [claim.point for claim in slide.claims] == POINTS
    indents = [one.box.x - MARGIN for one in layout.claims]
    assert indents == [0, *[POINT_INDENT] * 4, 0]
    assert [one.lines if one else None for one in layout.numbers] == [
        None, None, None, ("3.",), ("4.",), None,
    ]  # fmt: skip
    assert len(layout.bullets) == 2
    drawn = pages(deck, [layout], Report(deck, ()).theme, {}, None)["slides"][0]
    read = ["".join(run["text"] for run in line) for one in drawn if one["kind"] == "text"
            for line in one["lines"]]  # fmt: skip
    assert read[read.index("noch einer") + 1 :][:4] == ["3.", "dritter", "4.", "folgender"]


def test_columns_are_filled_one_after_the_other_to_about_one_height():
    deck = deck_of(SOURCE.replace("{text}", "{text columns=2}"))
    (layout,) = arrange(deck)
    lefts = [one.box.x >= 480 for one in layout.claims]
    assert lefts == sorted(lefts)
    assert True in lefts
    ends = [max(one.box.y + one.box.height for one, right in zip(layout.claims, lefts, strict=True)
                if right is side) for side in (False, True)]  # fmt: skip
    assert abs(ends[0] - ends[1]) < 60


def test_a_page_has_lists_of_its_own():
    deck = deck_of(SOURCE.replace("{text}", "{text columns=2}"))
    page = html(Report(deck, ()), arrange(deck))
    body = page[page.index('<div class="prose"') :].split("</div>")[0]
    assert "".join(body.split("\n")) == (
        '<div class="prose" style="--columns:2"><p class="claim">Ein Absatz, der weiterläuft.</p>'
        "<ul><li>ein Punkt</li><li>noch einer</li></ul>"
        '<ol start="3"><li>dritter</li><li>folgender</li></ol>'
        '<p class="claim">Zum Schluss.</p>'
    )


def test_a_presentation_has_bullets_and_numbers_of_its_own():
    deck = deck_of(SOURCE)
    theme = Report(deck, ()).theme
    content = pptx(deck, arrange(deck, theme, anywhere=True), theme)
    shapes = Presentation(io.BytesIO(content)).slides[0].shapes
    claims = [one for one in shapes if one.name.startswith("Claim")]
    marks = []
    for one in claims:
        head = one.text_frame.paragraphs[0]._p.pPr
        mark = head[-1]
        marks.append((mark.tag.rpartition("}")[2], mark.get("startAt"), head.get("marL")))
    far = str(Pt(POINT_INDENT))
    assert marks == [
        ("buNone", None, "0"), ("buChar", None, far), ("buChar", None, far),
        ("buAutoNum", "3", far), ("buAutoNum", "4", far), ("buNone", None, "0"),
    ]  # fmt: skip
    assert [one.text_frame.text for one in claims][1] == "ein Punkt"
