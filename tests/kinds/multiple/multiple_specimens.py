"""Multiple choices for the tests of all kinds."""

from hypothesis import strategies as st

from kinds.any_words import options
from kinds.specimens import Small, Specimens, Town
from rundfrage.kinds.multiple import MultipleBody
from rundfrage.questionnaire.answers.posted import Mistake


@st.composite
def bodies(draw):
    chosen = draw(options(exclusive=True).filter(lambda all_: any(not o.exclusive for o in all_)))
    free = sum(not option.exclusive for option in chosen)
    most = draw(st.none() | st.integers(1, free))
    least = draw(st.none() | st.integers(0, most or free))
    return MultipleBody(chosen, least, most)


SPECIMENS = Specimens(
    variables={
        "multiple": ("multiple", "multiple.other.text"),
        "multiple_required": ("multiple_required", "multiple_required.4.text"),
        "multiple_more": ("multiple_more", "multiple_more.other.text"),
    },
    town=Town(
        german="""\
## multiple: Was fehlt in Ihrem Viertel? {shuffle min=1 max=3}

- [ ] laden: Ein Laden für den täglichen Bedarf
- [ ] park: Ein Park mit Bänken, in dem auch Kinder spielen können
- [ ] anders: Etwas anderes, nämlich ____
- [-] nichts: Nichts davon
""",
        english="""\
multiple: What is missing in your neighbourhood?
multiple:laden: A shop for everyday needs
multiple:park: A park with benches where children can play too
multiple:anders: Something else, namely ____
multiple:nichts: None of these
""",
        arabic="""\
multiple: ما الذي ينقص في حيّكم؟
multiple:laden: متجر للحاجات اليومية
multiple:park: حديقة فيها مقاعد ويستطيع الأطفال اللعب فيها
multiple:anders: شيء آخر، وهو ____
multiple:nichts: لا شيء من ذلك
""",
        filled={"multiple": ("park", "anders")},
        mistakes=(Mistake("multiple", "required"),),
    ),
    bodies=lambda _: bodies(),
    small=(
        Small(
            "- [ ] a: A\n- [ ] b: B\n- [-] c: None\n",
            ('"a" in {0}', '"c" in {0}', '"b" not in {0}', "count({0}) >= 2", "count({0}) == 1",
             "answered({0})"),
        ),
        Small(
            "- [ ] a: A\n- [ ] b: B\n- [ ] c: C\n",
            ('"a" in {0}', "count({0}) > 2", "count({0}) < 2", "count({0}) != 2"),
            attributes="min=2",
        ),
    ),
)  # fmt: skip
