"""Updating a .pptx that people edited: their edits stay, the program's numbers are new."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from warnings import catch_warnings, simplefilter

import pytest
from office import made, opened
from people import edited, move_slide, remove_slide, rewrite, saved, shape, updated
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.oxml import parse_xml
from pptx.util import Pt
from sample import deck
from sample_later import later

from rundfrage.errors import Problem
from rundfrage.report.outputs.pptx.bodies import same_words
from rundfrage.report.outputs.pptx.capture import capture
from rundfrage.report.outputs.pptx.marks import read_mark, slide_keys
from rundfrage.report.outputs.pptx.record import read_record
from rundfrage.report.update import Renewed, Stale, summary_lines, update_deck, updated_name
from rundfrage.report.update.summary import SlideUpdate, Update

RED = RGBColor(0xC0, 0x10, 0x10)


def shown(presentation, new):
    return capture(presentation, new, slide_keys(new))


# A deck that nobody touched


def test_an_untouched_deck_becomes_the_deck_of_the_new_data(tmp_path):
    done, presentation = updated(tmp_path, made(deck()))
    assert shown(presentation, later()) == read_record(opened(made(later())))
    assert read_record(presentation) == read_record(opened(made(later())))
    assert (done.stale, done.deleted, done.added, done.sorted_anew) == ((), (), (), False)


def test_the_same_data_change_nothing(tmp_path):
    done, presentation = updated(tmp_path, made(deck()), deck())
    assert shown(presentation, deck()) == read_record(opened(made(deck())))
    assert list(summary_lines(done)) == [
        f"Unchanged: {len(deck().slides)} slides",
        "0 values and 0 texts renewed, 0 stale numbers to mend by hand",
    ]


def test_the_same_data_change_no_texts_of_a_deck_that_people_edited(tmp_path):
    def edit(presentation):
        rewrite(presentation.slides[1].shapes.title, "Anders gesagt")
        shape(presentation.slides[2], "Chart").name = "Mein Diagramm"
        move_slide(presentation, 2, 4)

    assert any(not slide.notes for slide in deck().slides)
    done, _ = updated(tmp_path, edited(edit), deck())
    assert [(slide.values, slide.texts) for slide in done.slides] == [((), ())] * len(done.slides)
    told = next(slide for slide in done.slides if slide.edits[:1] and "Chart" in slide.edits[0])
    assert told.edits == (
        "Chart: missing or renamed, not put in anew",
        "your own shape “Mein Diagramm”",
    )
    assert told.notices == ("your own chart “Mein Diagramm”: its numbers were not renewed",)


def test_lines_of_notes_are_counted_before_and_after(tmp_path):
    done, _ = updated(tmp_path, made(deck()))
    notes = [one for slide in done.slides for one in slide.texts if one.what == "notes"]
    assert notes
    for one in notes:
        assert re.fullmatch(
            r"\d+ lines? → \d+ lines?(, \d+ of them new)?", f"{one.old} → {one.new}"
        )


def test_every_change_of_a_number_is_told(tmp_path):
    done, _ = updated(tmp_path, made(deck()))
    assert Renewed("Beratung am Telefon", "31\u202f%", "43\u202f%") in done.slides[2].values
    assert Renewed("Figure", "80 %", "2 %") in done.slides[1].texts
    lines = list(summary_lines(done))
    assert "  value    Beratung am Telefon: 31\u202f% → 43\u202f%" in lines


def test_the_same_deck_and_data_are_the_same_bytes(tmp_path):
    updated(tmp_path, made(deck()))
    first = (tmp_path / "new.pptx").read_bytes()
    updated(tmp_path, made(deck()))
    assert (tmp_path / "new.pptx").read_bytes() == first


# Edits that stay


def test_places_and_looks_stay(tmp_path):
    def edit(presentation):
        slide = presentation.slides[2]
        shape(slide, "Chart").left += Pt(20)
        run = slide.shapes.title.text_frame.paragraphs[0].runs[0]
        run.font.color.rgb, run.font.size, run.font.name = RED, Pt(30), "Georgia"

    done, presentation = updated(tmp_path, edited(edit))
    before = shape(opened(made(deck())).slides[2], "Chart")
    slide = presentation.slides[2]
    assert shape(slide, "Chart").left == before.left + Pt(20)
    run = slide.shapes.title.text_frame.paragraphs[0].runs[0]
    assert (run.text, run.font.color.rgb, run.font.size, run.font.name) == (
        "Treffen vor Ort wünschen sich 74\u202f%", RED, Pt(30), "Georgia",
    )  # fmt: skip
    assert "Chart: moved or resized" in done.slides[2].edits


def test_the_look_of_one_word_stays_with_it(tmp_path):
    def edit(presentation):
        claim = shape(presentation.slides[7], "Claims").text_frame.paragraphs[0]
        first, words = claim.runs[0], claim.runs[1]
        first.font.color.rgb = RED
        start, end = words.text.split("sehr", 1)
        words.text = start
        more = claim.add_run()
        more.text, more.font.underline = "sehr", True
        claim.add_run().text = end

    _, presentation = updated(tmp_path, edited(edit))
    runs = shape(presentation.slides[7], "Claims").text_frame.paragraphs[0].runs
    assert "".join(run.text for run in runs) == later().slides[7].claims[0].text
    assert [run.text for run in runs if run.font.underline] == ["sehr"]
    assert [run.text for run in runs if run.font.color.type and run.font.bold] == ["2\u202f%"]


def test_slides_that_were_added_deleted_and_sorted_stay_so(tmp_path):
    def edit(presentation):
        own = presentation.slides.add_slide(presentation.slide_layouts[1])
        own.shapes.title.text = "Unser Ausblick"
        remove_slide(presentation, 6)
        move_slide(presentation, len(presentation.slides), 3)

    done, presentation = updated(tmp_path, edited(edit))
    titles = [slide.shapes.title.text_frame.text for slide in presentation.slides]
    expected = [slide.title.text for slide in later().slides]
    del expected[5]
    assert titles == [*expected[:2], "Unser Ausblick", *expected[2:]]
    assert done.deleted == ("Aus welchen Gründen?",)
    assert [slide.number for slide in done.slides if not slide.counterpart] == [3]


def test_shapes_that_were_added_deleted_and_grouped_stay_so(tmp_path):
    def edit(presentation):
        slide = presentation.slides[1]
        box = slide.shapes.add_textbox(0, 0, Pt(90), Pt(30))
        box.name, box.text_frame.text = "Stempel", "Entwurf"
        kicker = shape(slide, "Kicker")
        kicker._element.getparent().remove(kicker._element)
        slide.shapes.add_group_shape([shape(slide, "Figure")])

    done, presentation = updated(tmp_path, edited(edit))
    slide = presentation.slides[1]
    group = next(one for one in slide.shapes if one.shape_type == 6)
    assert [one.text_frame.text for one in group.shapes] == ["2\u202f%"]
    assert "Stempel" in [one.name for one in slide.shapes]
    assert {"Kicker: missing or renamed, not put in anew", "your own shape “Stempel”"} <= set(
        done.slides[1].edits
    )


# Words that people rewrote


def test_a_rewritten_sentence_keeps_its_words_and_lists_its_stale_numbers(tmp_path):
    def edit(presentation):
        rewrite(presentation.slides[2].shapes.title, "Treffen wünschen sich 62 Prozent, nicht 61 %")

    done, presentation = updated(tmp_path, edited(edit))
    title = presentation.slides[2].shapes.title.text_frame.text
    assert title == "Treffen wünschen sich 62 Prozent, nicht 61 %"
    assert done.stale == (
        (3, Stale("Title", "62\u202f%", ("74\u202f% (q3.treffen)",), title)),
    )  # fmt: skip


@pytest.mark.trial
def test_a_figure_that_nobody_touched_is_renewed_in_rewritten_words(tmp_path):
    def edit(presentation):
        claim = shape(presentation.slides[7], "Claims").text_frame.paragraphs[0]
        claim.runs[1].text = " finden das Bündnis unverzichtbar."

    done, presentation = updated(tmp_path, edited(edit))
    text = shape(presentation.slides[7], "Claims").text_frame.paragraphs[0].text
    assert text == "2\u202f% finden das Bündnis unverzichtbar."
    assert "Claims: rewritten by you" in done.slides[7].edits
    assert done.stale == ()


@pytest.mark.trial
def test_a_stale_number_is_remembered_until_it_is_mended(tmp_path):
    def edit(presentation):
        rewrite(presentation.slides[2].shapes.title, "Stolze 62 %")

    _, presentation = updated(tmp_path, edited(edit))
    again, _ = updated(tmp_path, saved(presentation))
    assert [(number, one.old) for number, one in again.stale] == [(3, "62\u202f%")]
    rewrite(presentation.slides[2].shapes.title, "Stolze 74 %")
    mended, _ = updated(tmp_path, saved(presentation))
    assert mended.stale == ()


def test_stale_numbers_are_found_in_own_boxes_and_on_own_slides(tmp_path):
    def edit(presentation):
        box = presentation.slides[1].shapes.add_textbox(0, 0, Pt(90), Pt(30))
        box.name, box.text_frame.text = "Kasten", "470 Antworten, davon 80 %"
        own = presentation.slides.add_slide(presentation.slide_layouts[1])
        # 8 % was another figure's; now it is printed for one, so that it may be meant.
        own.shapes.title.text = "484 Leute, Mittelwert 2,55, 8 %"

    done, _ = updated(tmp_path, edited(edit))
    assert [(number, one.place, one.old) for number, one in done.stale] == [
        (2, "Kasten", "470"), (2, "Kasten", "80\u202f%"),
        (len(deck().slides) + 1, "Title 1", "2,55"),
    ]  # fmt: skip


def test_notes_are_renewed_around_lines_of_peoples_own(tmp_path):
    def edit(presentation):
        frame = presentation.slides[2].notes_slide.notes_text_frame
        frame.add_paragraph().text = "Hier kurz innehalten: 62 %!"

    done, presentation = updated(tmp_path, edited(edit))
    lines = presentation.slides[2].notes_slide.notes_text_frame.text.split("\n")
    fresh = opened(made(later())).slides[2].notes_slide.notes_text_frame.text.split("\n")
    assert lines == [*fresh, "Hier kurz innehalten: 62 %!"]
    assert [(one.place, one.old) for _, one in done.stale] == [("notes", "62\u202f%")]


def test_an_alternative_text_that_people_wrote_stays(tmp_path):
    def edit(presentation):
        names = shape(presentation.slides[2], "Chart")._element.nvGraphicFramePr.cNvPr
        names.set("descr", "Wünsche, vorn Treffen mit 62 %")

    done, presentation = updated(tmp_path, edited(edit))
    names = shape(presentation.slides[2], "Chart")._element.nvGraphicFramePr.cNvPr
    assert names.get("descr") == "Wünsche, vorn Treffen mit 62 %"
    assert "Chart, alternative text: written by you" in done.slides[2].edits
    assert [one.place for _, one in done.stale] == ["Chart, alternative text"]


# Slides that only one of the two has


def test_a_slide_that_the_report_no_longer_has_is_left_and_searched(tmp_path):
    new = later()
    done, presentation = updated(tmp_path, made(deck()), replace(new, slides=new.slides[:1]))
    assert presentation.slides[7].shapes.title.text_frame.text == "Das Wichtigste in Kürze"
    assert "Claims" in [one.place for number, one in done.stale if number == 8]


def test_a_slide_that_is_new_in_the_report_is_told(tmp_path):
    old = deck()
    old = replace(old, slides=(*old.slides[:3], *old.slides[4:]))
    done, _ = updated(tmp_path, made(old))
    assert done.added == ("Informationen über Förderung stehen vorn",)


# What cannot be updated


def problem(tmp_path, content: bytes, new=None) -> str:
    (tmp_path / "deck.pptx").write_bytes(content)
    with pytest.raises(Problem) as caught:
        update_deck(new or later(), tmp_path / "deck.pptx")
    assert (tmp_path / "deck.pptx").read_bytes() == content
    assert [path.name for path in tmp_path.iterdir()] == ["deck.pptx"]
    return caught.value.code


def test_a_deck_that_is_none_of_ours_is_refused(tmp_path):
    assert problem(tmp_path, saved(Presentation())) == "update-foreign-deck"


@pytest.mark.parametrize("content", [b"", b"no deck", made(deck())[:4000]])
def test_a_broken_file_is_refused(tmp_path, content):
    assert problem(tmp_path, content) == "update-unreadable"


def test_a_deck_of_another_survey_is_refused(tmp_path):
    new = replace(later(), title="Anders", slides=tuple(
        replace(one, title=replace(one.title, parts=("Ganz andere Frage als bisher?",)),
                claims=()) for one in later().slides
    ))  # fmt: skip
    assert problem(tmp_path, made(deck()), new) == "update-other-survey"


@pytest.mark.trial
def test_a_survey_that_was_renamed_is_still_itself(tmp_path):
    done, _ = updated(tmp_path, made(deck()), replace(later(), title="Neuer Name"))
    assert done.recorded


def test_a_missing_file_and_a_place_that_can_be_no_folder_are_told(tmp_path):
    with pytest.raises(Problem) as caught:
        update_deck(later(), tmp_path / "none.pptx")
    assert caught.value.code == "no-such-file"
    (tmp_path / "deck.pptx").write_bytes(made(deck()))
    with pytest.raises(Problem) as caught:
        update_deck(later(), tmp_path / "deck.pptx", tmp_path / "deck.pptx" / "new.pptx")
    assert caught.value.code == "output-not-writable"


@pytest.mark.parametrize("shown", [False, True])
def test_a_slide_that_was_taken_out_of_the_list_alone_is_let_go(tmp_path, shown):
    """As scripts delete slides: the part stays, and custom shows may still name it."""
    presentation = opened(made(deck()))
    entries = presentation.slides._sldIdLst
    orphan = list(entries)[2]
    entries.remove(orphan)
    if shown:
        presentation.element.append(
            parse_xml(
                '<p:custShowLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
                ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
                f'<p:custShow name="Kurz" id="0"><p:sldLst><p:sld r:id="{orphan.rId}"/></p:sldLst>'
                "</p:custShow></p:custShowLst>"
            )
        )
    presentation.save(tmp_path / "deck.pptx")
    with catch_warnings():
        simplefilter("error")
        done, path = update_deck(later(), tmp_path / "deck.pptx", tmp_path / "new.pptx")
    names = zipfile.ZipFile(path).namelist()
    assert len(names) == len(set(names))
    assert sum(name.startswith("ppt/slides/slide") for name in names) == len(deck().slides) - 1
    assert len(done.slides) == len(deck().slides) - 1
    assert len(done.deleted) == 1


@pytest.mark.trial
def test_a_bomb_is_not_unpacked(tmp_path):
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package,
        package.open("ppt/media/x.bin", "w", force_zip64=True) as member,
    ):
        for _ in range(51):
            member.write(bytes(10_000_000))
    assert problem(tmp_path, buffer.getvalue()) == "update-too-large"


@pytest.mark.trial
def test_an_updated_deck_is_never_written_over_unasked(tmp_path):
    source = tmp_path / "deck.pptx"
    source.write_bytes(made(deck()))
    _, path = update_deck(later(), source)
    assert path == updated_name(source) == tmp_path / "deck-updated.pptx"
    with pytest.raises(Problem) as caught:
        update_deck(later(), source)
    assert caught.value.code == "update-output-exists"
    _, path = update_deck(later(), source, source)
    assert source.read_bytes() == (tmp_path / "deck-updated.pptx").read_bytes()


def test_a_record_that_was_tampered_with_counts_as_none(tmp_path):
    presentation = opened(made(deck()))
    for relation in presentation.part.rels.values():
        if relation.reltype.endswith("/customXml"):
            part = relation.target_part
            part.blob = part.blob.replace(b'"slides":[', b'"slides":[7,')
    done, _ = updated(tmp_path, saved(presentation))
    assert not done.recorded
    assert done.stale == ()


def test_long_texts_are_cut_around_what_differs():
    alike = "Bar chart of how often people of the alliance meet on weekday evenings: "
    text = Renewed("Chart, alternative text", alike + "monthly 58 %", alike + "monthly 61 %")
    slide = SlideUpdate(1, "One", counterpart=True, texts=(text,))
    line = list(summary_lines(Update((slide,))))[1]
    assert line.endswith("“…y evenings: monthly 58 %” → “…y evenings: monthly 61 %”")


def earlier() -> bytes:
    """The sample deck as versions before 2026-12 made it: a box a sentence, panels behind texts."""
    return (Path(__file__).parent / "earlier" / "before-bodies.pptx").read_bytes()


def drawings(presentation) -> list[list[tuple[str, tuple[int, ...] | None]]]:
    """The role of every shape, slide by slide, with its place where no headline figure sets it."""

    def place(one, roles) -> tuple[int, ...] | None:
        return None if "Figure" in roles else (one.left, one.top, one.width, one.height)

    roles = [[read_mark(one.name).role for one in slide.shapes] for slide in presentation.slides]
    return [
        [
            (
                role,
                place(one, these) if role.startswith(("Claim", "Panel", "Quot", "Mark")) else None,
            )
            for role, one in zip(these, slide.shapes, strict=True)
        ]
        for these, slide in zip(roles, presentation.slides, strict=True)
    ]


def test_a_deck_of_an_earlier_version_keeps_its_shapes_and_gets_the_new_words(tmp_path):
    before = opened(earlier())
    done, presentation = updated(tmp_path, earlier())
    assert drawings(presentation) == drawings(before)
    assert done.stale == ()
    assert all(not slide.edits for slide in done.slides)
    printed = dict(zip(slide_keys(later()), later().slides, strict=True))
    for slide in presentation.slides:
        now = printed[read_mark(slide.shapes[1].name).key]
        texts = {
            read_mark(one.name).role: same_words(one.text_frame.text)
            for one in slide.shapes
            if one.has_text_frame
        }
        for number, claim in enumerate(now.claims, start=1):
            assert texts[f"Claim {number}"] == same_words(claim.text)


def test_a_deck_of_an_earlier_version_is_updated_again_and_again(tmp_path):
    updated(tmp_path, earlier())
    first = opened((tmp_path / "new.pptx").read_bytes())
    done, second = updated(tmp_path, (tmp_path / "new.pptx").read_bytes())
    assert drawings(second) == drawings(first)
    assert [(slide.edits, slide.texts, slide.notices) for slide in done.slides] == [
        ((), (), ()) for _ in done.slides
    ]


def test_edits_of_a_deck_of_an_earlier_version_stay(tmp_path):
    presentation = opened(earlier())
    claim = shape(presentation.slides[7], "Claim 1")
    claim.left += Pt(10)
    place = claim.left
    rewrite(claim, "Unsere eigenen Worte")
    done, presentation = updated(tmp_path, saved(presentation))
    kept = shape(presentation.slides[7], "Claim 1")
    assert (kept.left, kept.text_frame.text) == (place, "Unsere eigenen Worte")
    assert "Claim 1: rewritten by you" in done.slides[7].edits
