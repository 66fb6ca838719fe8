"""Single choices for the tests of all kinds."""

from hypothesis import strategies as st

from kinds.any_words import options
from kinds.specimens import Small, Specimens, Town
from rundfrage.kinds.single import SingleBody
from rundfrage.questionnaire.answers.posted import Mistake

TOWN = Town(
    german="""\
## single: Wie kommen Sie meist in die Innenstadt?

*Bitte wählen Sie eine Antwort.*

- ( ) rad: Mit dem Fahrrad
- ( ) bus: Mit Bus oder Bahn
- ( ) anders: Anders, nämlich ____
- ( ) wn: Weiß nicht {dk}

## single_search: In welchem Ortsteil wohnen Sie?

[search]

- ( ) nord: Nordstadt
- sued: Südstadt
""",
    english="""\
single: How do you usually get to the town centre?
single:hint: Please choose one answer.
single:rad: By bicycle
single:bus: By bus or train
single:anders: In another way, namely ____
single:wn: Don’t know
single_search: Which part of town do you live in?
single_search:nord: North
single_search:sued: South
""",
    arabic="""\
single: كيف تصلون عادةً إلى وسط المدينة؟
single:hint: يُرجى اختيار إجابة واحدة.
single:rad: بالدراجة
single:bus: بالحافلة أو القطار
single:anders: بطريقة أخرى، وهي ____
single:wn: لا أعرف
single_search: في أي جزء من المدينة تسكنون؟
single_search:nord: الشمال
single_search:sued: الجنوب
""",
    filled={"single": ("anders",), "single.anders.text": ("zu Fuß",), "single_search": ("sued",)},
    mistakes=(Mistake("single", "required"), Mistake("single_search", "not-offered")),
)
CONDITIONS = '{0} == "a"', '{0} != "a"', "{0} == 2"

SPECIMENS = Specimens(
    variables={
        "single": ("single", "single.else.text", "single.more.text"),
        "single_required": ("single_required",),
        "single_search": ("single_search", "single_search.other.text"),
        "single_more": ("single_more", "single_more.else.text"),
    },
    town=TOWN,
    bodies=lambda _: st.builds(SingleBody, options(exclusive=False), st.booleans()),
    small=(
        Small("- ( ) a: A\n- ( ) b: B\n", CONDITIONS),
        Small(
            "- ( ) a: A\n- ( ) b: B\n- ( ) no: No idea {code=98 dk}\n",
            (*CONDITIONS, "answered({0})"),
        ),
        Small(
            "- ( ) a: A\n- ( ) b: Other: ____\n",
            (*CONDITIONS, "answered({0}.b.text)", '{0}.b.text == "x"'),
        ),
    ),
)
