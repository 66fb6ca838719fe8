"""A text runs as its first letter says, and leaves the order of its neighbours alone."""

import pytest

from rundfrage.look.direction import isolated, way_of
from rundfrage.text import number, percent


@pytest.mark.parametrize(
    ("text", "way"),
    [("5 = gut", "ltr"), ("5 = جيد", "rtl"), ("שלום", "rtl"), ("62 %", None), ("", None)],
)
def test_the_first_letter_tells_the_way_a_text_runs(text, way):
    assert way_of(text) == way


def test_only_words_that_run_from_the_right_are_isolated():
    assert isolated("62 %") == "62 %"
    assert isolated("23\u200f/09") == "\u206823\u200f/09\u2069"


def test_a_minus_stays_before_its_digits_where_text_runs_from_the_right():
    assert number(-2, "de") == "\u22122"
    assert [number(-2, language) for language in ("ar", "fa")] == ["\u200e\u22122"] * 2
    assert percent(-3, "ar").startswith("\u200e\u22123")
    assert number(-0.2, "ar") == "0"
