"""A survey in which most depends on answers, and what people send who go through it."""

from dataclasses import replace

from hypothesis import strategies as st

from rundfrage.codebook import Missing
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
