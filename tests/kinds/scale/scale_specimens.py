"""Ratings on a scale for the tests of all kinds."""

from hypothesis import strategies as st

from kinds.specimens import Small, Specimens, Town
from rundfrage.kinds.scale import ScaleBody
from rundfrage.questionnaire.answers.posted import Mistake

SPECIMENS = Specimens(
    variables={
        "scale_optional": ("scale_optional",),
        "scale_required": ("scale_required",),
        "scale_more": ("scale_more",),
    },
    town=Town(
        german="## scale_overall: Wie zufrieden sind Sie insgesamt?\n\n(guete)\n",
        english="scale_overall: How satisfied are you overall?\n",
        arabic="scale_overall: ما مدى رضاكم عمومًا؟\n",
        filled={"scale_overall": ("1",)},
        mistakes=(Mistake("scale_overall", "required"),),
    ),
    bodies=lambda scales: st.builds(ScaleBody, st.sampled_from(scales)) if scales else st.nothing(),
    small=(Small("(fit)\n", ("{0} <= 2", "{0} > 1", '{0} == "2"', "{0} != 3")),),
)
