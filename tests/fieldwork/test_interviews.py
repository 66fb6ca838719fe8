"""What the entries of one respondent add up to, and what a dataset makes of them."""

import datetime
from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest

from rundfrage.codebook import Missing
from rundfrage.dataset import Coded, Marks, Values
from rundfrage.fieldwork.export import Gathering
from rundfrage.fieldwork.folding import Alike
from rundfrage.fieldwork.interview import Status, interview
from rundfrage.fieldwork.journal import Entry, Event
from rundfrage.fieldwork.published import ready
from rundfrage.fieldwork.status import (
    Between,
    BreakOff,
    Counting,
    OutcomeRates,
    outcome_rates,
)
from rundfrage.fieldwork.stored_answers import read as read_answers
from rundfrage.fieldwork.stored_answers import written
from rundfrage.kinds import KINDS
from rundfrage.questionnaire.markdown.read import read

SURVEY = """\
---
survey: s
title: T
language: en
---
# One
## q1: Are you a member?
- ( ) yes: Yes
- ( ) no: No
- ( ) dk: Don't know {dk}
# Two {if='q1 == "yes"'}
## q2: What do you do?
- [ ] a: Act
- [ ] b: Bake
- [ ] c: Other, namely ____
# Three
## q3: How old are you?
[0..120 years]
## q4: When did you come?
[date]
## q5: Why?
____
"""
INSTRUMENT = ready("v", read(SURVEY, KINDS))


def export(codebook, interviews):
    """The rows of these interviews, and the answers that have no place in the codebook."""
    gathering = Gathering(codebook, "responses.db")
    for one in interviews:
        gathering.add(Alike.alone(one, "2026-W47", -1))
    return gathering.take(), gathering.orphaned


def field_status(alike):
    """The status of the field that these make up."""
    counting = Counting()
    for one in alike:
        counting.add(one)
    return counting.status()


ANSWERS = {
    0: {"q1": "yes"},
    1: {"q2": frozenset({"a", "c"}), "q2.c.text": "sing"},
    2: {"q3": Decimal(41), "q4": datetime.date(2001, 2, 3), "q5": "=1+1\nbecause"},
}


def entry(event, screen=-1, answers="", key="0"):
    return Entry("i", key, event, "v", "en", "2026-W47", screen, answers)


def sent(screen, answers):
    return entry(
        Event.SENT, screen, written(answers), f"{screen}{len(answers)}{hash(str(answers))}"
    )


def whole():
    return [entry(Event.BEGUN), *(sent(*one) for one in ANSWERS.items()), entry(Event.COMPLETED)]


def test_answers_come_back_as_they_were_kept():
    answers = {name: one for page in ANSWERS.values() for name, one in page.items()}
    answers |= {"q1": Missing.DONT_KNOW}
    assert read_answers(written(answers), INSTRUMENT.codebook) == answers


def test_the_latest_of_a_screen_counts():
    found = interview(
        INSTRUMENT, [entry(Event.BEGUN), sent(0, {"q1": "yes"}), sent(0, {"q1": "no"})]
    )
    assert found.answers == {"q1": "no"}
    assert (found.status, found.next_screen) == (Status.STARTED, 2)


def test_what_is_sent_after_the_end_does_not_count():
    found = interview(INSTRUMENT, [*whole(), sent(0, {"q1": "no"})])
    assert (found.status, found.answers["q1"]) == (Status.COMPLETED, "yes")


def test_a_screen_left_as_typed_is_shown_so_until_it_is_sent():
    drafted = entry(Event.DRAFTED, 2, '{"q3":["4o"]}')
    assert interview(INSTRUMENT, [drafted]).drafts == {2: {"q3": ["4o"]}}
    assert interview(INSTRUMENT, [drafted]).sent == frozenset()
    assert interview(INSTRUMENT, [drafted, sent(2, {"q3": Decimal(4)})]).drafts == {}


@pytest.fixture(name="columns")
def _columns():
    passed_by = [entry(Event.BEGUN), sent(0, {"q1": Missing.DONT_KNOW}), entry(Event.COMPLETED)]
    interviews = [interview(INSTRUMENT, whole()), interview(INSTRUMENT, passed_by)]
    found, orphaned = export(INSTRUMENT.codebook, interviews)
    assert orphaned == {}
    return found.columns, np.arange(2)


def test_a_dataset_has_every_answer_and_every_reason(columns):
    by_name, order = columns
    assert Coded(by_name["q1"].codes[order]) == Coded(np.array([0, Missing.DONT_KNOW], np.int16))
    asked = int(Missing.NOT_ASKED)
    assert Marks(by_name["q2"].marks[:, order]) == Marks(
        np.array([[1, asked], [0, asked], [1, asked]], np.int8)
    )
    for name, value in (("q3", 41.0), ("q4", np.datetime64("2001-02-03")), ("q5", "=1+1\nbecause")):
        column = by_name[name]
        assert isinstance(column, Values)
        assert column.values[order][0] == value
        assert list(column.reasons[order]) == [0, Missing.LEFT_BLANK]
    assert list(by_name["q2.c.text"].reasons[order]) == [0, Missing.NOT_ASKED]


def test_a_text_field_was_asked_of_those_who_chose_its_option():
    other = {"q2": frozenset({"a"}), "q2.c.text": Missing.LEFT_BLANK}
    found, _ = export(
        INSTRUMENT.codebook, [interview(INSTRUMENT, [sent(0, {"q1": "yes"}), sent(1, other)])]
    )
    assert list(found.columns["q2.c.text"].reasons) == [Missing.NOT_ASKED]


def test_answers_without_a_place_in_the_new_codebook_are_counted():
    shorter = ready("w", read(SURVEY.replace("- [ ] a: Act\n", ""), KINDS)).codebook
    found, orphaned = export(shorter, [interview(INSTRUMENT, whole())])
    assert orphaned == {"q2": 1}
    assert list(found.columns["q2"].reasons) == [Missing.LEFT_BLANK]


MARKED = """\
---
survey: s
title: T
language: en
scales:
  mood: [good, fair, don't know]
---
# One
## q1: How was it?
(mood)
## q2: Where?
- ( ) here: Here
- ( ) nowhere: Rather not say
## q3: What?
- [ ] a: This
- [ ] b: That
- [ ] c: No idea
## q4: How is …?
(mood)
- food: Food
- room: Room
"""


def test_answers_that_are_marked_since_are_missing_by_reason():
    old = ready("v", read(MARKED, KINDS))
    words = MARKED.replace("don't know]", "don't know {dk}]")
    words = words.replace("not say", "not say {refused}").replace("No idea", "No idea {dk}")
    new = ready("w", read(words, KINDS)).codebook
    answers = [
        {"q1": "3", "q2": "nowhere", "q3": frozenset("c"), "q4.food": "1", "q4.room": "3"},
        {"q1": "1", "q2": "here", "q3": frozenset("ac"), "q4.food": "3", "q4.room": "2"},
    ]
    given = [
        {name: export(new, [interview(old, [sent(0, one)])])[0].columns[name]
         for name in ("q1", "q2", "q3", "q4.food", "q4.room")}
        for one in answers
    ]  # fmt: skip
    assert export(new, [interview(old, [sent(0, one)]) for one in answers])[1] == {}
    first, second = ({name: int(one.reasons[0]) for name, one in row.items()} for row in given)
    unknown, refused = int(Missing.DONT_KNOW), int(Missing.REFUSED)
    assert first == {"q1": unknown, "q2": refused, "q3": unknown, "q4.food": 0, "q4.room": unknown}
    assert second == {"q1": 0, "q2": 0, "q3": 0, "q4.food": unknown, "q4.room": 0}
    assert given[1]["q3"].marks[:, 0].tolist() == [1, 0]


def test_the_status_of_the_field():
    begun = entry(Event.BEGUN)
    other = {"q2": frozenset("a"), "q2.c.text": Missing.LEFT_BLANK}
    interviews = [
        *(interview(INSTRUMENT, whole()) for _ in range(3)),
        interview(INSTRUMENT, [begun]),
        interview(INSTRUMENT, [begun, sent(0, {"q1": "yes"}), sent(1, other)]),
        interview(INSTRUMENT, whole()[:-1]),
    ]
    minutes = [5, 10, 20, -1, -1, -1]
    found = field_status(
        Alike.alone(one, "2026-W47", after) for one, after in zip(interviews, minutes, strict=True)
    )
    assert (found.started, found.completed, found.broken_off, found.partial) == (6, 3, 3, 1)
    assert found.by_screen == (
        BreakOff("One", 6, 1),
        BreakOff("Two", 5, 0),
        BreakOff("Three", 5, 1),
        BreakOff("Check your answers", 4, 1),
    )
    assert sum(one.stopped for one in found.by_screen) == found.broken_off
    assert (found.minutes, found.weeks) == (10, {"2026-W47": 6})


def test_outcome_rates_of_invited_persons():
    done = interview(INSTRUMENT, whole())
    half = interview(INSTRUMENT, [entry(Event.BEGUN), sent(0, {"q1": "no"})])
    found = field_status(
        [Alike.alone(done, "2026-W47", 5)] * 6 + [Alike.alone(half, "2026-W47", -1)] * 2
    )
    rates = outcome_rates(found, 20)
    assert rates == OutcomeRates(6 / 20, Between(6 / 20, 6 / 20), Between(6 / 8, 6 / 8))
    out = replace(found, screened_out=1, started=9)
    assert outcome_rates(out, 20).response_1 == 6 / 19
    assert outcome_rates(replace(found, started=0, completed=0), 0) is None


def attempt(*entries):
    """An interview begun by a pass that is spent at its end."""
    return Alike.alone(interview(INSTRUMENT, [entry(Event.ENTERED), *entries]), "2026-W47", -1)


def test_attempts_are_no_persons():
    done = attempt(*whole()[1:])
    no, half = sent(0, {"q1": "no"}), attempt(*whole()[1:-1])
    # Of 10 invited 6 completed, each after two attempts that weren't sent.
    found = field_status([done] * 6 + [half] * 12)
    assert (found.started, found.broken_off, found.attempts, found.partial) == (18, 12, 12, 12)
    # Counted as persons they would be 33 %, 100 % and 33 %.
    assert outcome_rates(found, 10) == OutcomeRates(6 / 10, Between(6 / 10, 1.0), Between(0.6, 1.0))
    # One who meets a full quota eight times is one who isn't eligible.
    full = attempt(no, replace(entry(Event.QUOTA_FULL), key="f" * 32))
    again = attempt(no, replace(entry(Event.REPEATED), key="f" * 32))
    found = field_status([done] * 2 + [full] + [again] * 7)
    assert (found.started, found.quota_full, found.repeated) == (3, 1, 7)
    assert (sum(found.weeks.values()), found.by_screen[0].reached) == (3, 3)
    assert outcome_rates(found, 10).response_1 == 2 / 9
    # More attempts than people, and none that could be of another.
    rates = outcome_rates(field_status([done] * 10 + [attempt()] * 50), 10)
    assert rates == OutcomeRates(1.0, Between(1.0, 1.0), Between(1.0, 1.0))
