"""The walk that looks again at what changed is the walk that looks at everything."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from walked import INSTRUMENT, KINDS_OF_ENTRY, SHUFFLED, VALUES, entries

from rundfrage.fieldwork.interview import answered, continued, interview
from rundfrage.fieldwork.journal import Entry, Event
from rundfrage.fieldwork.stored_answers import written


def test_the_survey_of_these_tests_goes_forward():
    assert (INSTRUMENT.course.forward, SHUFFLED.course.forward) == (True, False)


@pytest.mark.trial
@settings(max_examples=200, deadline=None)
@given(sent=entries(), cut=st.integers(1, 13), instrument=st.sampled_from([INSTRUMENT, SHUFFLED]))
def test_an_interview_that_goes_on_is_the_one_read_anew(sent, cut, instrument):
    before = interview(instrument, sent[:cut])
    assert continued(before, sent[cut:]) == interview(instrument, sent)
    step_by_step = interview(instrument, sent[:1])
    for entry in sent[1:]:
        step_by_step = continued(step_by_step, [entry])
    assert step_by_step == interview(instrument, sent)
    assert step_by_step.next_step == next(
        (step for step in step_by_step.walk.steps if step.screen.number in step_by_step.ahead), None
    )


@pytest.mark.trial
@settings(max_examples=100, deadline=None)
@given(sent=entries(), screen=st.sampled_from(INSTRUMENT.screens), data=st.data())
@example(sent=[Entry("i", "0", Event.BEGUN, "v", "en", "w")], screen=INSTRUMENT.screens[0],
         data=None)  # fmt: skip
def test_answers_that_are_about_to_be_stored_lead_where_stored_ones_do(sent, screen, data):
    answers = {name: data.draw(VALUES[name]) for name in screen.variables} if data else {"a": "x"}
    entry = Entry("i", "new", Event.SENT, "v", "en", "w", screen.number, written(answers))
    for instrument in (INSTRUMENT, SHUFFLED):
        before = interview(instrument, [one for one in sent if one.event not in KINDS_OF_ENTRY[3:]])
        assert answered(before, screen.number, answers) == continued(before, [entry])
