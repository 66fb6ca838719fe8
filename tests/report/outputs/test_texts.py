"""Texts on their way into a document lose what cannot be shown, and keep their direction."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample import deck, words

from rundfrage.report.outputs.texts import (
    alternative,
    document_title,
    isolated,
    printable,
    way_of,
)


@pytest.mark.parametrize(
    ("given_words", "kept"),
    [
        ("62\u202f% und\u00a0mehr", "62\u202f% und\u00a0mehr"),
        ("Zeile\nzwei\tdrei\u2028vier", "Zeile zwei drei vier"),
        ("a\x00b\x1b[0m\x7f\ud800\ufffe\uffff", "ab[0m"),
        ("👩\u200d👧 \u200fمرحبا", "👩\u200d👧 \u200fمرحبا"),
    ],
)
def test_only_what_no_document_can_show_is_left_out(given_words, kept):
    assert printable(given_words) == kept


@given(st.text())
def test_every_text_can_be_written_and_is_as_it_is_when_printed_again(text):
    once = printable(text)
    assert printable(once) == once
    assert once.encode("utf-8").decode("utf-8") == once


@pytest.mark.parametrize(
    ("text", "way"),
    [("5 = gut", "ltr"), ("5 = جيد", "rtl"), ("שלום", "rtl"), ("62 %", None), ("", None)],
)
def test_the_first_letter_tells_the_way_a_text_runs(text, way):
    assert way_of(text) == way


def test_only_words_that_run_from_the_right_are_isolated():
    assert isolated("62 %") == "62 %"
    assert isolated("23\u200f/09") == "\u206823\u200f/09\u2069"


def test_a_title_and_an_alternative_text_are_never_empty():
    chart_slide = deck().slides[2]
    bare = replace(chart_slide, chart=replace(chart_slide.chart, alt=" \n"))
    assert alternative(chart_slide) == chart_slide.chart.alt
    assert alternative(bare) == "Treffen vor Ort wünschen sich 62 %"
    assert alternative(replace(bare, title=words(""))) == "Frage 3"
    assert document_title(deck()) == deck().title
    assert document_title(replace(deck(), title=" ")) == deck().slides[0].title.text
    assert document_title(replace(deck(), title="", slides=(), organisation="")) == "rundfrage"
