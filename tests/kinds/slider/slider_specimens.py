"""Sliders for the tests of all kinds."""

from decimal import Decimal

from hypothesis import strategies as st

from kinds.any_words import ends, reasons
from kinds.specimens import Small, Specimens, Town
from rundfrage.kinds.slider import SliderBody
from rundfrage.questionnaire.answers.posted import Mistake

BELOW = st.integers(-9_999, -1_000)
"""Codes that no answer has."""


@st.composite
def bodies(draw):
    places = draw(st.integers(0, 3))
    low, step, steps = (
        draw(st.integers(*range_)) for range_ in ((-999, 999), (1, 99), (1, 10_000))
    )
    numbers = [Decimal(each).scaleb(-places) for each in (low, low + step * steps, step)]
    return SliderBody(*numbers, *draw(ends("[", "]")), draw(reasons(BELOW)))


SPECIMENS = Specimens(
    variables={
        "slider": ("slider",),
        "slider_required": ("slider_required",),
        "slider_more": ("slider_more",),
    },
    town=Town(
        german="""\
## slider: Wie sicher fühlen Sie sich abends in Ihrem Viertel? {step=5}

*Denken Sie an die letzten vier Wochen.*

[slider 0..100 überhaupt nicht sicher .. vollkommen sicher]

- ( ) Ich gehe abends nicht aus dem Haus {na}

## slider_short: Ist es in den letzten fünf Jahren schlechter oder besser geworden? {step=0.5}

[slider -2..2]
""",
        english="""\
slider: How safe do you feel in your neighbourhood in the evening?
slider:hint: Think of the last four weeks.
slider:low: not safe at all
slider:high: completely safe
slider::na: I don't leave the house in the evening
slider_short: Has it become worse or better in the last five years?
""",
        arabic="""\
slider: ما مدى شعوركم بالأمان في حيّكم مساءً؟
slider:hint: فكّروا في الأسابيع الأربعة الأخيرة.
slider:low: لا أشعر بالأمان إطلاقًا
slider:high: أشعر بأمان تام
slider::na: لا أخرج من البيت مساءً
slider_short: هل صار الوضع أسوأ أم أفضل في السنوات الخمس الأخيرة؟
""",
        filled={"slider": ("35",), "slider_short": ("-1.5",)},
        mistakes=(
            Mistake("slider", "off-step", {"below": "35", "above": "40"}),
            Mistake("slider_short", "out-of-range", {"low": "\u22122", "high": "2"}),
        ),
    ),
    bodies=lambda _: bodies(),
    small=(
        Small("[slider 0..3]\n", ("{0} >= 2", "{0} < 1.5", "{0} == 3", "{0} != 0")),
        Small(
            "[slider 0..1]\n- ( ) dk: No idea {dk}\n",
            ("{0} == 1", "answered({0})"),
        ),
        Small("[slider -2..2]\n", ("{0} == 1", "{0} == 0.5", "{0} > 0"), attributes="step=2"),
    ),
)
