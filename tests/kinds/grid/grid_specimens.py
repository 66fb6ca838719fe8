"""Grids for the tests of all kinds."""

from hypothesis import strategies as st

from kinds.any_words import ITEMS
from kinds.specimens import Small, Specimens, Town
from rundfrage.kinds.grid import GridBody
from rundfrage.questionnaire.answers.posted import Mistake


def bodies(scales):
    return st.builds(GridBody, st.sampled_from(scales), ITEMS) if scales else st.nothing()


SPECIMENS = Specimens(
    variables={
        "grid": ("grid.talk", "grid.food"),
        "grid_required": ("grid_required.talk", "grid_required.2"),
        "grid_more": ("grid_more.talk", "grid_more.food"),
    },
    town=Town(
        german="""\
## grid: Wie beurteilen Sie diese Angebote der Stadt? {required}

*Bitte wählen Sie für jeden Punkt eine Stufe.*

(guete)

- bus: Busse und Bahnen am Abend und am Wochenende
- spiel: Spielplätze
- amt: Öffnungszeiten der Ämter
""",
        english="""\
grid: How do you rate these services?
grid:hint: Please choose one step for each line.
grid:bus: Buses and trains in the evening and at weekends
grid:spiel: Playgrounds
grid:amt: Opening hours of the offices
""",
        arabic="""\
grid: كيف تقيّمون هذه الخدمات؟
grid:hint: يُرجى اختيار درجة لكل بند.
grid:bus: الحافلات والقطارات مساءً وفي نهاية الأسبوع
grid:spiel: ملاعب الأطفال
grid:amt: ساعات عمل الدوائر
""",
        filled={"grid.bus": ("2",), "grid.spiel": ("5",)},
        mistakes=(Mistake("grid.amt", "required"),),
    ),
    bodies=bodies,
    small=(
        Small(
            "(fit)\n- u: U\n- v: V\n",
            ("{0}.u <= 2", "{0}.v > 2", "answered({0}.v)"),
            shown=".u",
        ),
    ),
)
