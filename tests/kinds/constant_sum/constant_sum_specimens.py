"""Constant sums for the tests of all kinds."""

from decimal import Decimal

from hypothesis import strategies as st

from kinds.any_words import ITEMS, UNITS
from kinds.specimens import Small, Specimens, Town
from rundfrage.kinds.constant_sum import ConstantSumBody
from rundfrage.questionnaire.answers.posted import Mistake


@st.composite
def bodies(draw):
    total = Decimal(draw(st.integers(1, 99_999))).scaleb(-draw(st.integers(0, 3)))
    return ConstantSumBody(total, draw(ITEMS), unit=draw(UNITS))


SPECIMENS = Specimens(
    variables={
        "constant_sum": ("constant_sum.work", "constant_sum.rest", "constant_sum.other"),
        "constant_sum_required": ("constant_sum_required.rent", "constant_sum_required.food"),
    },
    town=Town(
        german="""\
## constant_sum: Wie würden Sie 1.000 Euro auf Ihr Viertel verteilen? {shuffle}

*Was Sie frei lassen, bekommt nichts.*

[sum 1000 Euro]

- gruen: Bäume, Beete und Bänke
- wege: Sichere Wege zu Fuß und mit dem Rad, auch im Winter
- feste: Feste und Treffpunkte
""",
        english="""\
constant_sum: How would you share 1,000 euros among these in your neighbourhood?
constant_sum:hint: What you leave empty gets nothing.
constant_sum::unit: euros
constant_sum:gruen: Trees, flower beds and benches
constant_sum:wege: Safe ways to walk and cycle, in winter too
constant_sum:feste: Parties and meeting places
""",
        arabic="""\
constant_sum: كيف توزّعون 1000 يورو على هذه الأمور في حيّكم؟
constant_sum:hint: ما تتركونه فارغًا لا يحصل على شيء.
constant_sum::unit: يورو
constant_sum:gruen: أشجار وأحواض زهور ومقاعد
constant_sum:wege: طرق آمنة للمشاة والدراجات، حتى في الشتاء
constant_sum:feste: احتفالات وأماكن لقاء
""",
        filled={"constant_sum.gruen": ("600",), "constant_sum.wege": ("400",)},
        mistakes=(
            Mistake("constant_sum", "sum-short", {"sum": "900", "rest": "100", "total": "1000"}),
            Mistake("constant_sum.wege", "not-a-number"),
        ),
    ),
    bodies=lambda _: bodies(),
    small=(
        Small(
            "[sum 2]\n- u: U\n- v: V\n",
            ("{0}.u == 2", "{0}.v >= 1", "{0}.u < 1", "answered({0}.v)"),
            shown=".u",
        ),
    ),
)
