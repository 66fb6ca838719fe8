"""The walk that looks again at what changed is the walk that looks at everything."""

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rundfrage.codebook import Missing
from rundfrage.fieldwork.interview import answered, continued, interview
from rundfrage.fieldwork.journal import Entry, Event
from rundfrage.fieldwork.published import ready
from rundfrage.fieldwork.stored_answers import written
from rundfrage.kinds import KINDS
from rundfrage.questionnaire.markdown.read import read
from rundfrage.rules.expression import Answered

SURVEY = """\
---
survey: s
title: T
language: en
---
# One
Words.
## a: A?
- ( ) x: X
- ( ) y: Y
- ( ) dk: Don't know {dk}
## b: B? {if='a == "x"'}
- [ ] m: M
- [ ] n: N
# Two {if='a != "y" and not answered(b)'}
## c: C?
[0..9 times]
# Words alone {if='c > 3'}
Only words.
# Away {screenout if='c == 5 or "n" in b'}
Thank you.
# Three
## d: D? {if='c >= 2 or count(b) >= 2'}
____
## e: E? {if='answered(d) and a == "x"'}
- ( ) x: X
- ( ) y: Y
# Four {if='e == "y" or not answered(a)'}
## f: F?
- ( ) x: X
- ( ) y: Y
# Five
## g: G? {if='answered(f)'}
- ( ) x: X
- ( ) y: Y
"""
INSTRUMENT = ready("v", read(SURVEY, KINDS))
SHUFFLED = replace(
    INSTRUMENT,
    screens=(
        replace(
            INSTRUMENT.screens[0], page=replace(INSTRUMENT.screens[0].page, show_if=Answered("c"))
        ),
        *INSTRUMENT.screens[1:],
    ),
)
"""A condition speaks of what comes later, which no check lets through."""

ONE = st.sampled_from(["x", "y", Missing.LEFT_BLANK])
VALUES = {
    "a": st.sampled_from(["x", "y", Missing.DONT_KNOW, Missing.LEFT_BLANK]),
    "b": st.one_of(
        st.just(Missing.LEFT_BLANK), st.frozensets(st.sampled_from(["m", "n"]), min_size=1)
    ),
    "c": st.one_of(st.just(Missing.LEFT_BLANK), st.decimals(0, 9, places=0)),
    "d": st.sampled_from(["words", "others", Missing.LEFT_BLANK]),
    **dict.fromkeys("efg", ONE),
}
KINDS_OF_ENTRY = (Event.SENT, Event.SENT, Event.DRAFTED, Event.COMPLETED, Event.REPEATED)


@st.composite
def entries(draw):
    """What a respondent sends, in any order; most of it in the order of the screens."""
    sent = [Entry("i", "0", draw(st.sampled_from([Event.BEGUN, Event.ENTERED])), "v", "en", "w")]
    for turn in range(draw(st.integers(0, 12))):
        screen = draw(st.sampled_from(INSTRUMENT.screens))
        event = draw(st.sampled_from(KINDS_OF_ENTRY[: 5 if turn > 6 else 3]))
        answers = {name: draw(VALUES[name]) for name in screen.variables if draw(st.booleans())}
        words = {Event.DRAFTED: '{"a":["x"]}', Event.COMPLETED: ""}.get(event, written(answers))
        sent.append(Entry("i", str(turn + 1), event, "v", "en", "w", screen.number, words))
    return sent


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
