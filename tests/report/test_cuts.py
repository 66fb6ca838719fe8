"""Words of a quotation are left out visibly, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from surveys import deck_of, open_text, survey

from rundfrage.errors import Problem
from rundfrage.report.cuts import is_cut_from, with_cuts
from rundfrage.report.quotes import Quotes, Release, check_release

ANSWER = "Mir hilft das Bündnis, weil Bürger*innen dort reden, und nicht nur reden."
DATASET = survey((open_text("q2", "Warum?"), [ANSWER, "Das Bündnis hilft mir nicht."] * 10))


@pytest.mark.parametrize(
    "text",
    [
        "Mir hilft das Bündnis, […] und nicht nur reden.",
        "Mir hilft das Bündnis […] weil Bürger*innen dort reden […]",
        "[…] Bürger*innen dort reden […]",
        "[...] reden.",
        "Mir […]",
        "Mir hilft […] Bündnis […] reden […] reden.",
        "Das Bündnis hilft mir […].",
    ],
)
def test_whole_words_in_their_order_are_accepted(text):
    check_release(Release({"q2": Quotes(text)}), DATASET)


@pytest.mark.parametrize(
    "text",
    [
        "Mir hilft das Bündnis, […] und nur reden.",
        "Mir hilft das Bünd[…] weil Bürger*innen dort reden, und nicht nur reden.",
        "Mir hilft […] und nicht",
        "hilft das Bündnis […]",
        "[…] Bürger […] reden.",
        "[…] reden […] Bündnis […]",
        "[…]",
        "[…] […]",
        "[…] Mir hilft das Bündnis, weil Bürger*innen dort reden, und nicht nur reden.",
        "Mir […] hilft das Bündnis, weil Bürger*innen dort reden, und nicht nur reden.",
        "Mir hilft das Bündnis, weil Bürger*innen dort reden, und nicht nur reden. […]",
        "Mir hilft […] […] das Bündnis […]",
        "Mir hilft das Bündnis […] hilft mir nicht.",
        "mir hilft […]",
        "Das Bündnis […] mir hilft nicht.",
    ],
)
def test_anything_else_is_refused(text):
    with pytest.raises(Problem) as caught:
        check_release(Release({"q2": Quotes(text)}), DATASET)
    assert [one.code for one in caught.value.all] == ["quotes-cut"]


def test_a_cut_is_printed_in_one_way_and_what_tells_of_people_is_masked_still():
    release = Release({"q2": Quotes(released=("Mir hilft [ ... ] reden.",))}, names=("Mir",))
    (quotation,) = [
        one for slide in deck_of(DATASET, quotes=release).slides for one in slide.quotations
    ]
    assert quotation.text == "[…] hilft […] reden."
    assert with_cuts("Ohne  Schnitt") == "Ohne  Schnitt"


@given(st.data())
def test_every_choice_of_words_with_its_gaps_marked_is_accepted(data):
    words = data.draw(st.lists(st.sampled_from(["ja", "nein", "gut", "a-b"]), min_size=2))
    kept = data.draw(
        st.lists(st.booleans(), min_size=len(words), max_size=len(words)).filter(
            lambda flags: any(flags) and not all(flags)
        )
    )
    said: list[str] = []
    for word, keep in zip(words, kept, strict=True):
        if keep:
            said.append(word)
        elif not said or said[-1] != "[…]":
            said.append("[…]")
    assert is_cut_from(" ".join(said), " ".join(words))
