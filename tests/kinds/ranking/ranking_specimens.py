"""Rankings for the tests of all kinds."""

from hypothesis import strategies as st

from kinds.any_words import ITEMS, reasons
from kinds.specimens import Small, Specimens, Town
from rundfrage.kinds.ranking import RankingBody
from rundfrage.questionnaire.answers.posted import Mistake

OTHERS = st.integers(5, 32_767)
"""Codes that are no ranks."""


@st.composite
def bodies(draw):
    items = draw(ITEMS)
    return RankingBody(items, draw(st.none() | st.integers(1, len(items))), draw(reasons(OTHERS)))


SPECIMENS = Specimens(
    variables={
        "ranking": ("ranking.a", "ranking.b", "ranking.c"),
        "ranking_required": ("ranking_required.a", "ranking_required.b", "ranking_required.c"),
        "ranking_more": ("ranking_more.rooms", "ranking_more.hours", "ranking_more.site"),
    },
    town=Town(
        german="""\
## ranking: Was ist Ihnen am wichtigsten? {max=2}

1. ruhe: Ruhe
2. naehe: Kurze Wege
3. gruen: Grün vor der Tür

- ( ) Alles gleich {na}
""",
        english="""\
ranking: What matters most to you?
ranking:ruhe: Quiet
ranking:naehe: Short distances
ranking:gruen: Trees at the door
ranking::na: All the same
""",
        arabic="""\
ranking: ما الأهم بالنسبة إليكم؟
ranking:ruhe: الهدوء
ranking:naehe: قرب المسافات
ranking:gruen: الخضرة أمام الباب
ranking::na: كلها سواء
""",
        filled={"ranking.ruhe": ("1",), "ranking.naehe": ("2",)},
        mistakes=(Mistake("ranking", "rank-gap"), Mistake("ranking.naehe", "not-offered")),
    ),
    bodies=lambda _: bodies(),
    small=(
        Small(
            "1. u: U\n2. v: V\n",
            ("{0}.u == 1", "{0}.v == 1", "{0}.u > 1", "answered({0}.u)"),
            shown=".u",
        ),
        Small(
            "1. u: U\n2. v: V\n- ( ) No idea {dk}\n",
            ("{0}.u == 1", "{0}.v == 1", "answered({0}.u)"),
            shown=".u",
        ),
        Small(
            "1. u: U\n2. v: V\n3. w: W\n",
            ("{0}.u == 1", "{0}.w >= 2", "answered({0}.v)"),
            attributes="max=2",
            shown=".u",
        ),
    ),
)
