"""Texts on their way into a document lose what cannot be shown, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rundfrage.look.printable import printable


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
