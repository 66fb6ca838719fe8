"""Interviews that are folded as bundles are those that are folded entry by entry."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from walked import INSTRUMENT, entries

from rundfrage.fieldwork.folding import Folding
from rundfrage.fieldwork.interview import interview
from rundfrage.fieldwork.journal import SEPARATOR, Bundle, Entry, Event, Shape
from rundfrage.fieldwork.page_pattern import pattern_of
from rundfrage.fieldwork.status import Case, Counting, field_status

ODD = (
    "",
    "[]",
    "5",
    "{",
    '{"a":{"missing":"nowhere"}}',
    '{"a":{"other":"left_blank"}}',
    '{"a":1}',
    '{"a":null}',
    '{"b":[["m"]]}',
    '{"c":"many"}',
    '{"c":5}',
    f'{{"d":"a{SEPARATOR}b"}}',
    '{"a":"x"},{"a":"y"}',
)
"""What no page of the program stores."""


def bundle(sent) -> Bundle:
    """The entries as a database bundles them."""

    def joined(values) -> str:
        return SEPARATOR.join(map(str, values))

    quotas = [json.dumps(one.quotas) if one.quotas else "" for one in sent]
    shape = Shape(
        joined(range(len(sent))), joined(one.event.value for one in sent),
        joined(one.screen for one in sent), joined(one.minutes for one in sent), joined(quotas),
    )  # fmt: skip
    first = sent[0]
    return Bundle(
        first.interview, first.version, first.week, shape, joined(one.answers for one in sent)
    )


def alike(one):
    """The interview without its drafts, which a bundle is folded without."""
    return replace(one, drafts={})


def without_answers(one):
    return replace(one, drafts={}, stored={}, walk=replace(one.walk, answers={}))


@pytest.mark.trial
@settings(max_examples=150, deadline=None)
@given(many=st.lists(entries(), min_size=1, max_size=6))
def test_a_bundle_is_folded_to_the_same_interview(many):
    folding = Folding(INSTRUMENT, answers=True)
    bare = Folding(INSTRUMENT, answers=False)
    for sent in [*many, *many]:
        expected = interview(INSTRUMENT, sent)
        folded = folding.folded(bundle(sent))
        assert (folded.interview, folded.minutes, folded.quotas) == (alike(expected), -1, ())
        assert bare.folded(bundle(sent)).interview == without_answers(expected)


@pytest.mark.trial
@settings(max_examples=60, deadline=None)
@given(many=st.lists(entries(), min_size=1, max_size=6))
def test_those_who_are_alike_are_counted_as_each_of_them(many):
    bare = Folding(INSTRUMENT, answers=False)
    counting = Counting()
    for sent in many:
        counting.add(Case(bare.folded(bundle(sent)).interview, "w", -1))
    assert counting.status() == field_status(
        Case(interview(INSTRUMENT, sent), "w", -1) for sent in many
    )


def sent(screen, words, key="1", event=Event.SENT):
    return Entry("i", key, event, "v", "en", "w", screen, words)


@pytest.mark.parametrize("words", ODD)
def test_what_no_page_stores_is_left_to_whoever_reads_entry_by_entry(words):
    begun = Entry("i", "0", Event.BEGUN, "v", "en", "w")
    folding = Folding(INSTRUMENT, answers=False)
    assert folding.folded(bundle([begun, sent(0, '{"a":"x"}')])) is not None
    assert folding.folded(bundle([begun, sent(0, words)])) is None
    assert folding.folded(bundle([begun, sent(0, '{"a":"x"}'), sent(0, words, "2")])) is None
    kept = sent(0, words, "2", Event.DRAFTED)
    if words in ("", "{") or SEPARATOR in words:
        assert folding.folded(bundle([begun, sent(0, '{"a":"x"}'), kept])) is None


def test_entries_out_of_order_are_read_one_by_one():
    whole = bundle([Entry("i", "0", Event.BEGUN, "v", "en", "w"), sent(0, '{"a":"x"}')])
    folding = Folding(INSTRUMENT, answers=False)
    for change in ({"sequences": f"0{SEPARATOR}2"}, {"sequences": f"1{SEPARATOR}0"},
                   {"events": f"begun{SEPARATOR}forged"}, {"screens": "-1"}):  # fmt: skip
        assert folding.folded(whole._replace(shape=whole.shape._replace(**change))) is None


READABLE = (
    '{"c":"7"}',
    '{"c":{"missing":"dont_know"}}',
    '{"c":"-1.50"}',
    '{"c":"1e3"}',
)
"""What can be read of a number, the last not by the pattern."""
UNREADABLE = (
    '{"c":"many"}',
    '{"c":"7"',
    '{"c":{"missing":"no"}}',
    '{"c":"7","c":5}',
)


def test_a_page_that_fits_the_pattern_of_those_before_can_be_read_and_no_other_passes():
    begun = Entry("i", "0", Event.BEGUN, "v", "en", "w")
    free = replace(INSTRUMENT, screens=INSTRUMENT.screens[:1])
    for instrument in (INSTRUMENT, free):
        folding = Folding(instrument, answers=False)
        seen = [folding.folded(bundle([begun, sent(2, words)])) for words in READABLE]
        assert None not in seen
        for words in UNREADABLE:
            assert folding.folded(bundle([begun, sent(2, words)])) is None, words
    pattern = pattern_of(["c", "d", "b"], INSTRUMENT.codebook)
    page = '{"c":"7","d":"say \\"no\\"\\u00e4","b":["m","n"]}'
    assert pattern.fullmatch(page)
    assert not pattern.fullmatch(page.replace("\\u00e4", "\\x"))
    assert not pattern.fullmatch(page.replace("say", "say\n"))
    assert not pattern.fullmatch(page.replace('["m","n"]', '["m",2]'))
    assert not pattern.fullmatch(page + "}")
