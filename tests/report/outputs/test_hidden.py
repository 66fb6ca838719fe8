"""Hidden slides are checked and skipped; notes for the speaker stand in the presentation alone."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from people import saved, updated
from pptx import Presentation
from surveys import single, survey, times

from rundfrage.errors import Problem
from rundfrage.report.arrange import arrange
from rundfrage.report.deck import Deck
from rundfrage.report.document.read import read_document
from rundfrage.report.document.write import write_document
from rundfrage.report.figures import figures_json
from rundfrage.report.outputs import OUTPUTS
from rundfrage.report.outputs.html import html
from rundfrage.report.outputs.output import Report
from rundfrage.report.outputs.pptx.write import pptx
from rundfrage.report.plan import plan
from rundfrage.tables import tabulate

SURVEY = survey((single("q1", "Und Sie?", ["Ja", "Nein"]), times(c1=60, c2=40)))
TABLES = tabulate(SURVEY)
SOURCE = """\
## {title}

## Was wir verbergen {text kicker="Teil A" hidden}

Nein sagen {q1.c2}.

> Hier **Pause**: {q1.c1} sagen ja.

> Und weiter.

## Was wir zeigen {text}

Nichts.
"""


def deck_of(text: str = SOURCE) -> Deck:
    document = read_document(text, "report.md", "de")
    return plan(SURVEY, TABLES, language="de", document=document)


def presentation(deck: Deck) -> bytes:
    theme = Report(deck, ()).theme
    return pptx(deck, arrange(deck, theme, anywhere=True), theme)


def shown(content: bytes | object) -> list[bool]:
    made = Presentation(io.BytesIO(content)) if isinstance(content, bytes) else content
    return [slide._element.get("show") != "0" for slide in made.slides]


def test_a_report_says_what_is_hidden_and_noted_and_is_written_as_it_stood():
    document = read_document(SOURCE, "report.md", "de")
    assert [section.hidden for section in document.sections] == [False, True, False]
    assert [len(section.speech) for section in document.sections] == [0, 2, 0]
    assert write_document(document) == SOURCE


def test_notes_run_on_over_lines_and_end_where_their_sign_ends():
    text = "## X {text}\n\n> Eine Notiz,\n> die weiterläuft.\nEin Satz.\n>\n> - Noch eine.\n"
    section = read_document(text, "report.md", "de").sections[0]
    assert [one.pieces[0].words for one in section.speech] == [
        "Eine Notiz, die weiterläuft.", "Noch eine.",
    ]  # fmt: skip
    assert [one.pieces[0].words for one in section.sentences] == ["Ein Satz."]
    assert write_document(read_document("## X {text}\n\n\\> a\n", "r.md", "de")).endswith("\\> a\n")


def test_a_presentation_skips_it_and_nothing_else_prints_it_unless_asked(tmp_path):
    deck = deck_of()
    assert shown(presentation(deck)) == [True, False, True]
    for output in OUTPUTS:
        output.write(Report(deck, TABLES), tmp_path / output.name)
        output.write(Report(deck, TABLES, hidden=True), tmp_path / f"{output.name}-all")
    page = (tmp_path / "html").read_text("utf-8")
    assert "verbergen" not in page
    assert page.count("<article") == 2
    assert (tmp_path / "html-all").read_text("utf-8").count("<article") == 3
    for output in ("pdf", "xlsx"):
        assert (tmp_path / output).read_bytes() != (tmp_path / f"{output}-all").read_bytes()
    assert [one["slide"] for one in figures_json(deck, SURVEY.account)["figures"]
            if one["binding"] == "q1.c2"] == [2]  # fmt: skip


def test_its_claims_are_checked():
    with pytest.raises(Problem) as caught:
        deck_of(SOURCE.replace("{q1.c2}", "{over 50: q1.c2}"))
    assert [(one.code, one.where.line) for one in caught.value.all] == [("claim-false", 5)]
    with pytest.raises(Problem) as caught:
        deck_of(SOURCE.replace("{q1.c1}", "{over 90: q1.c1}"))
    assert [(one.code, one.where.line) for one in caught.value.all] == [("claim-false", 7)]


def test_notes_stand_before_the_usual_ones_and_are_not_published():
    deck = deck_of()
    slide = Presentation(io.BytesIO(presentation(deck))).slides[1]
    lines = slide.notes_slide.notes_text_frame.text.split("\n")
    assert lines[:2] == ["Hier Pause: 60\u202f% sagen ja.", "Und weiter."]
    assert len(lines) > 2
    page = html(Report(deck, (), hidden=True), arrange(deck))
    assert "Pause" not in page


def test_an_update_hides_and_shows_unless_people_decided_otherwise(tmp_path):
    hidden, open_ = deck_of(), deck_of(SOURCE.replace(" hidden}", "}"))
    for number, (old, new, edit, found) in enumerate(
        [
            (hidden, open_, False, [True, True, True]),
            (open_, hidden, False, [True, False, True]),
            (hidden, hidden, True, [True, True, True]),
            (hidden, open_, True, [True, True, True]),
        ]
    ):
        folder = tmp_path / str(number)
        folder.mkdir()
        edited = Presentation(io.BytesIO(presentation(old)))
        if edit:
            del edited.slides[1]._element.attrib["show"]
        _, made = updated(folder, saved(edited), new)
        assert shown(made) == found


def test_a_report_of_hidden_slides_alone_is_refused():
    with pytest.raises(Problem) as caught:
        deck_of("## X {text hidden}\n\na\n")
    assert caught.value.code == "report-hidden"
    with pytest.raises(Problem) as caught:
        deck_of("## X {text hidden=yes}\n\na\n")
    assert caught.value.code == "slide-attribute"


def test_the_deck_that_is_shown_has_no_hidden_slide():
    deck = deck_of()
    assert deck.shown == replace(deck, slides=(deck.slides[0], deck.slides[2]))
