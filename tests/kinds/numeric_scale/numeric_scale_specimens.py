"""Numeric scales for the tests of all kinds."""

from hypothesis import strategies as st

from kinds.any_words import ends, reasons
from kinds.specimens import Small, Specimens, Town
from rundfrage.kinds.numeric_scale import NumericScaleBody
from rundfrage.questionnaire.answers.posted import Mistake


@st.composite
def bodies(draw):
    low, labels = draw(st.integers(-50, 50)), draw(ends())
    given = draw(reasons(st.integers(200, 32_767)))
    if draw(st.booleans()):
        return NumericScaleBody(0, 10, *labels, nps=True, reasons=given)
    return NumericScaleBody(low, low + draw(st.integers(1, 100)), *labels, reasons=given)


SPECIMENS = Specimens(
    variables={
        "numeric_scale": ("numeric_scale",),
        "numeric_scale_required": ("numeric_scale_required",),
        "numeric_scale_more": ("numeric_scale_more",),
    },
    town=Town(
        german="""\
## numeric_scale: Wie wahrscheinlich ist es, dass Sie uns empfehlen? {nps}

(0..10 sehr unwahrscheinlich .. sehr wahrscheinlich)

- ( ) Weiß nicht {dk}
- ( ) Möchte ich nicht sagen {refused}
""",
        english="""\
numeric_scale: How likely are you to recommend us?
numeric_scale:low: very unlikely
numeric_scale:high: very likely
numeric_scale::dk: I don't know
numeric_scale::refused: I'd rather not say
""",
        arabic="""\
numeric_scale: ما احتمال أن توصوا بنا؟
numeric_scale:low: احتمال ضعيف جدًا
numeric_scale:high: احتمال كبير جدًا
numeric_scale::dk: لا أعرف
numeric_scale::refused: أفضّل عدم الإجابة
""",
        filled={"numeric_scale": ("7",)},
        mistakes=(Mistake("numeric_scale", "required"),),
    ),
    bodies=lambda _: bodies(),
    small=(
        Small(
            "(0..2)\n- ( ) No idea {dk}\n",
            ("{0} == 1", "answered({0})", "{0} > 0"),
        ),
        Small("(0..10 no .. yes)\n", ("{0} >= 9", "{0} < 7", "{0} == 10"), attributes="nps"),
    ),
)  # fmt: skip
