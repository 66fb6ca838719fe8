"""A question as a table on a slide: items by statistics, answers by groups."""

from __future__ import annotations

import io

import pytest
from people import updated
from pptx import Presentation
from surveys import multiple, overflows, scale, single, survey, times

from rundfrage.errors import Problem
from rundfrage.look.fit import whole_words
from rundfrage.look.theme import DEFAULT
from rundfrage.report.arrange import arrange
from rundfrage.report.deck import Deck, Slide
from rundfrage.report.document.read import read_document
from rundfrage.report.outputs.html import html
from rundfrage.report.outputs.output import Report
from rundfrage.report.outputs.pdf import pdf
from rundfrage.report.outputs.pptx.write import arranged, pptx
from rundfrage.report.plan import plan
from rundfrage.tables import tabulate

SPACE = "\u202f"
PLACES = ["Hier", "Dort", *(f"Ein Ort namens Nummer {at}" for at in range(3, 12))]


def data(first: int = 40):
    return survey(
        (scale("q4.a", "Wie gut?", item="Alpha"), times(c1=first, c2=100 - first)),
        (scale("q4.b", "Wie gut?", item="Beta"), times(c1=60, c5=40)),
        (scale("q2", "Wie wichtig?"), times(c1=50, c2=30, c5=20)),
        (multiple("q3", "Was?", ["Rat", "Geld", "Zeit"]),
         ["c2"] * 30 + ["c1 c2"] * 50 + ["c3"] * 20),
        (single("q11", "Wo?", PLACES[:3]), times(c1=58, c2=39, c3=3)),
        (single("q12", "Welcher Ort?", PLACES), [f"c{1 + at % 11}" for at in range(100)]),
    )  # fmt: skip


def deck_of(text: str, first: int = 40) -> Deck:
    dataset = data(first)
    document = read_document(text, "report.md", "de")
    return plan(dataset, tabulate(dataset), language="de", document=document)


def slide_of(braces: str) -> Slide:
    (slide,) = deck_of(f"## Titel {{{braces}}}\n").slides
    return slide


def cells(slide: Slide) -> list[list[str]]:
    assert slide.table is not None
    return [
        list(slide.table.headings),
        *([claim.text.replace(SPACE, " ") for claim in row] for row in slide.table.rows),
    ]


def test_a_grid_has_a_row_an_item_and_a_column_a_statistic():
    assert cells(slide_of("table=q4")) == [
        ["", "Oberste zwei", "Ø", "n"],
        ["Alpha", "100 %", "1,60", "100"],
        ["Beta", "60 %", "2,60", "100"],
    ]
    assert cells(slide_of('table=q4 show="c5 n"')) == [
        ["", "unwichtig", "n"], ["Alpha", "0 %", "100"], ["Beta", "40 %", "100"],
    ]  # fmt: skip


def test_answers_stand_with_their_share_and_are_sorted_and_set_apart():
    slide = slide_of('table=q3 sort=size highlight="c1"')
    assert cells(slide) == [["", "Anteil"], ["Geld", "80 %"], ["Rat", "50 %"], ["Zeit", "20 %"]]
    assert slide.table is not None
    assert slide.table.strong == (1,)
    assert [row[0] for row in cells(slide_of("table=q3"))] == ["", "Rat", "Geld", "Zeit"]


def test_groups_are_columns_and_those_in_which_people_could_be_recognised_are_left_out():
    slide = slide_of("table=q3 by=q11")
    # Dort would tell of the three elsewhere.
    assert cells(slide) == [
        ["", "Gesamt", "Hier"],
        ["Rat", "50 %", "48 %"],
        ["Geld", "80 %", "100 %"],
        ["Zeit", "20 %", "0 %"],
        ["n", "100", "58"],
    ]
    (hidden,) = [one for one in slide.foot.figures if one.binding.endswith("groups_not_shown")]
    assert hidden.value == 2
    assert "q3.c1[q11=c1]" in {figure.binding for figure in slide.table.figures}


def test_a_grid_by_groups_shows_one_number():
    assert cells(slide_of("table=q4 by=q11")) == [
        ["Ø", "Gesamt", "Hier"], ["Alpha", "1,60", "1,31"], ["Beta", "2,60", "1,00"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    "braces",
    ['table=q2 show="zzz"', 'table=q3 highlight="zzz"', 'table=q4 by=q11 show="mean n"'],
)
def test_what_there_is_not_is_refused(braces):
    with pytest.raises(Problem) as caught:
        deck_of(f"## Titel {{{braces}}}\n")
    assert caught.value.code == "chart-form"


def test_columns_without_room_go_on_on_the_next_slide_behind_everybodys():
    slides = deck_of("## Titel {table=q2 by=q12}\n").slides
    assert len(slides) > 1
    assert {slide.table.headings[1] for slide in slides} == {"Gesamt"}
    shown = [heading for slide in slides for heading in slide.table.headings[2:]]
    assert shown == PLACES
    assert [slide.part for slide in slides] == list(range(1, len(slides) + 1))


@pytest.mark.parametrize("braces", ["table=q4", "table=q2 by=q12", "table=q3 by=q11", "table=q2"])
def test_nothing_runs_over_or_is_cut(braces):
    deck = deck_of(f"## Titel {{{braces}}}\n")
    assert overflows(deck) == []
    for anywhere in (False, True):
        for slide, layout in zip(deck.slides, arrange(deck, anywhere=anywhere), strict=True):
            said = [" ".join(lines) for row in layout.table_lines for lines in row]
            rows = [slide.table.headings, *([one.text for one in row] for row in slide.table.rows)]
            assert said == [" ".join(text.split(" ")) for row in rows for text in row]


def test_every_output_prints_it(tmp_path):
    deck = deck_of('## Titel {table=q4 highlight="b"}\n')
    report = Report(deck, ())
    page = html(report, arrange(deck))
    assert page.count('class="strong"') == 1
    assert b"%PDF" in pdf(report, arrange(deck))
    content = pptx(deck, arranged(deck, DEFAULT), DEFAULT)
    (slide,) = Presentation(io.BytesIO(content)).slides
    (table,) = [shape.table for shape in slide.shapes if shape.has_table]
    bold = [table.cell(row, 0).text_frame.paragraphs[0].runs[0].font.bold for row in (1, 2)]
    assert bold == [False, True]
    later = deck_of('## Titel {table=q4 highlight="b"}\n', first=55)
    _, made = updated(tmp_path, content, later)
    (table,) = [shape.table for shape in made.slides[0].shapes if shape.has_table]
    assert table.cell(1, 2).text == "1,45"


@pytest.mark.parametrize("language", ["de", "en", "ru", "ar"])
def test_no_heading_of_the_ledger_is_broken_inside_a_word_in_any_font(language):
    dataset = data()
    document = read_document("## Titel {ledger}\n", "report.md", language)
    deck = plan(dataset, tabulate(dataset), language=language, document=document)
    (slide,) = deck.slides
    (layout,) = arranged(deck, DEFAULT)
    assert slide.table is not None
    for text, lines in zip(slide.table.headings, layout.table_lines[0], strict=True):
        assert whole_words(lines, text)
        assert " ".join(lines) == text
