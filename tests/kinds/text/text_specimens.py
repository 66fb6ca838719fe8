"""Open questions for the tests of all kinds."""

from hypothesis import strategies as st

from kinds.specimens import Small, Specimens, Town
from rundfrage.kinds.text import TextBody
from rundfrage.questionnaire.answers.posted import Mistake

SPECIMENS = Specimens(
    variables={
        "text": ("text",),
        "text_required": ("text_required",),
        "text_more": ("text_more",),
    },
    town=Town(
        german="""\
## text: Wie heißt Ihre Straße?

_____

## text_long: Was möchten Sie uns noch sagen? {max=500}

_____
_____
""",
        english="""\
text: What is your street called?
text_long: What else would you like to tell us?
""",
        arabic="""\
text: ما اسم شارعكم؟
text_long: ما الذي تودون قوله لنا أيضًا؟
""",
        filled={"text": ("Straße",), "text_long": ("Ein längerer Text.\nMit Zeilen.",)},
        mistakes=(Mistake("text", "not-text"), Mistake("text_long", "not-text")),
    ),
    bodies=lambda _: st.builds(TextBody, st.booleans(), st.none() | st.integers(1, 99)),
    small=(Small("____\n", ('{0} == "x"', '{0} != "x"', '{0} == "y"', "answered({0})")),),
)
