"""Numbers for the tests of all kinds."""

from decimal import Decimal

from hypothesis import strategies as st

from kinds.any_words import UNITS, reasons
from kinds.specimens import Small, Specimens, Town
from rundfrage.kinds.number import NumberBody
from rundfrage.questionnaire.answers.posted import Mistake


@st.composite
def bodies(draw):
    places = draw(st.integers(0, 3))
    bound = st.integers(-9_999, 9_999)
    low, high = sorted(draw(st.lists(bound, min_size=2, max_size=2, unique=True)))
    bounds = [Decimal(each).scaleb(-places) for each in (low, high)]
    return NumberBody(*bounds, draw(UNITS), draw(reasons(st.integers(10_000, 32_767))))


SPECIMENS = Specimens(
    variables={
        "number": ("number",),
        "number_required": ("number_required",),
        "number_more": ("number_more",),
    },
    town=Town(
        german="""\
## number: Seit wie vielen Jahren wohnen Sie hier?

[0..120 Jahre]

- ( ) Weiß nicht {dk}
""",
        english="""\
number: For how many years have you lived here?
number:unit: years
number::dk: I don't know
""",
        arabic="""\
number: منذ كم سنة تسكنون هنا؟
number:unit: سنة
number::dk: لا أعرف
""",
        filled={"number": ("12",)},
        mistakes=(Mistake("number", "not-a-number"),),
    ),
    bodies=lambda _: bodies(),
    small=(
        Small("[0..3 years]\n", ("{0} >= 2", "{0} < 1.5", "{0} == 3", "{0} != 0", "{0} == 1.5")),
        Small(
            "[0..2]\n- ( ) No idea {dk}\n- ( ) na: None {na}\n",
            ("{0} == 1", "answered({0})"),
        ),
        Small("[0.0..0.4 kg]\n", ("{0} > 0.2", "{0} <= 0.1", "{0} > 0.3", "{0} < 0.4")),
    ),
)
