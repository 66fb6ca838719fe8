"""Interviews that are folded as bundles are those that are folded entry by entry."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from walked import INSTRUMENT, VALUES, entries

from rundfrage.fieldwork.folding import Folding
from rundfrage.fieldwork.interview import interview
from rundfrage.fieldwork.journal import ENDS, LETTERS, SEPARATOR, Bundle, Entry, Event
from rundfrage.fieldwork.stored_answers import written

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
    first, *others = sent
    course = LETTERS[first.event] + "".join(f"{one.screen}{LETTERS[one.event]}" for one in others)
    answers = SEPARATOR.join(one.answers for one in sent).encode()
    return Bundle(
        first.interview, first.version, first.week, whole=True,
        course=course, quotas="", answers=answers,
    )  # fmt: skip


def folded(folding, *many):
    """What becomes of these interviews, which have the same course; how many have to be read."""
    apart: set[str] = set()
    bundles = [bundle(sent)._replace(interview=str(place)) for place, sent in enumerate(many)]
    found = list(folding.folded(bundles[0].course, bundles, apart))
    return found, len(apart)


def without_answers(one):
    return replace(one, drafts={}, stored={}, walk=replace(one.walk, answers={}))


def row(alike, place):
    """The answers of one of them."""
    return {name: column[place] for name, column in alike.answers.items()}


def all_are_folded(many):
    """Of interviews that end once and no sooner."""
    return all(all(one.event not in ENDS for one in sent[:-1]) for sent in many)


@pytest.mark.trial
@settings(max_examples=150, deadline=None)
@given(many=st.lists(entries(), min_size=1, max_size=6))
def test_a_bundle_is_folded_to_the_same_interview(many):
    folding = Folding(INSTRUMENT, lambda _: True)
    bare = Folding(INSTRUMENT)
    for sent in [*many, *many]:
        expected = interview(INSTRUMENT, sent)
        found, apart = folded(folding, sent)
        assert bool(apart) is not all_are_folded([sent])
        for alike in found:
            assert alike.interview == without_answers(expected)
            assert (alike.week, alike.minutes, alike.count, alike.quotas) == ("w", -1, 1, ())
            assert row(alike, 0) == expected.walk.answers
        assert [one.interview for one in folded(bare, sent)[0]] == [
            without_answers(expected) for _ in found
        ]


@st.composite
def same_course(draw):
    """Interviews whose entries differ in answers alone."""
    first = draw(entries())
    return [
        [
            replace(one, answers=written({
                name: draw(VALUES[name])
                for name in INSTRUMENT.screens[one.screen].variables
                if draw(st.integers(0, 5))
            })) if one.event is Event.SENT else one
            for one in first
        ]
        for _ in range(draw(st.integers(1, 8)))
    ]  # fmt: skip


@pytest.mark.trial
@settings(max_examples=150, deadline=None)
@given(many=same_course())
def test_interviews_that_are_folded_together_are_what_each_is_alone(many):
    found, apart = folded(Folding(INSTRUMENT, lambda _: True), *many)
    assert apart == (0 if all_are_folded(many) else len(many))
    if apart:
        return
    alone = [interview(INSTRUMENT, sent) for sent in many]
    together = [(one.interview, row(one, place)) for one in found for place in range(one.count)]
    expected = [(without_answers(one), one.walk.answers) for one in alone]
    for one in expected:
        together.remove(one)
    assert together == []


def sent(screen, words, key="1", event=Event.SENT):
    return Entry("i", key, event, "v", "en", "w", screen, words)


@pytest.mark.parametrize("words", ODD)
def test_what_no_page_stores_is_left_to_whoever_reads_entry_by_entry(words):
    begun = Entry("i", "0", Event.BEGUN, "v", "en", "w")
    folding = Folding(INSTRUMENT)
    good = [begun, sent(0, '{"a":"x"}')]
    assert folded(folding, good)[1] == 0
    assert folded(folding, [begun, sent(0, words)])[1] == 1
    assert folded(folding, [*good, sent(0, words, "2")])[1] == 1
    # Those beside it are folded all the same.
    found, apart = folded(folding, *[good] * 5, [begun, sent(0, words)], *[good] * 3)
    assert (sum(one.count for one in found), apart) == (8, 1)
    if words in ("", "{"):
        assert folded(folding, [*good, sent(0, words, "2", Event.DRAFTED)])[1] == 1


@pytest.mark.parametrize("first", ['{"a":"x"},{"a":"y"}', '{"a":"x"}\n{"a":"y"}', '{"a":"x"'])
@pytest.mark.parametrize("second", ["", " ", "\n", '"b":["m"]}', ',"b":["m"]}'])
def test_answers_that_are_none_make_none_with_those_of_others(first, second):
    begun = Entry("i", "0", Event.BEGUN, "v", "en", "w")
    for folding in (Folding(INSTRUMENT), Folding(INSTRUMENT, lambda _: True)):
        assert folded(folding, [begun, sent(0, first)], [begun, sent(0, second)]) == ([], 2)
        both = [begun, sent(0, first), sent(0, second, "2")]
        assert folded(folding, both, both) == ([], 2)


def test_answers_of_a_number_or_a_day_are_looked_at():
    begun = Entry("i", "0", Event.BEGUN, "v", "en", "w")
    for words in ('{"c":"7"}', '{"c":{"missing":"dont_know"}}', '{"c":"-1.50"}', '{"c":"1e3"}'):
        assert folded(Folding(INSTRUMENT), [begun, sent(2, words)])[1] == 0, words
    for words in ('{"c":"many"}', '{"c":"7"', '{"c":{"missing":"no"}}', '{"c":"7","c":5}'):
        assert folded(Folding(INSTRUMENT), [begun, sent(2, words)])[1] == 1, words


def test_entries_that_no_door_stores_in_this_order_are_read_one_by_one():
    whole = bundle([Entry("i", "0", Event.BEGUN, "v", "en", "w"), sent(0, '{"a":"x"}')])
    for course in ("s0s", "b0?", "b0w", "b99s", "b-1s", "c0s", "b0b"):
        apart: set[str] = set()
        assert not list(Folding(INSTRUMENT).folded(course, [whole], apart))
        assert apart == {"i"}, course
