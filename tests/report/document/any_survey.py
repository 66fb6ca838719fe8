"""Surveys of any answers (Hypothesis), with their answers as plain lists beside the dataset."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hypothesis import strategies as st
from surveys import multiple, numeric, open_text, rank, scale, single, survey

from rundfrage.codebook import Net, Role
from rundfrage.dataset import Dataset
from rundfrage.text import Text

STEPS = ("c1", "c2", "c3", "c4", "c5")
MISSING = ("", "-", "?")


@dataclass(frozen=True)
class AnySurvey:
    """A dataset, and what each respondent answered to each variable, as it was written."""

    dataset: Dataset
    answers: Mapping[str, list[str]]


@st.composite
def any_survey(draw: st.DrawFn) -> AnySurvey:
    """Twelve to seventy respondents; few or many distinct answers, so that equals occur."""
    n = draw(st.integers(12, 70))
    variables = [
        single(
            "q1",
            "Wo 12?",
            ["Hier", "Dort", "Anderswo"],
            [Net("nah", Text.of("nah", "de"), ("c1", "c2"))],
        ),
        scale("q2", "Wie wichtig?"),
        multiple("q3", "Was?", ["A", "B 2", "Anderes", "Nichts"], last=(Role.OTHER, Role.NONE)),
        *(scale(f"q4.{item}", "Wie gut?", item=item.upper()) for item in "abc"),
        numeric("q5", "Wie sehr?", low=0, high=10, nps=True),
        *(rank(f"q6.{item}", "Ordnen", item.upper()) for item in "ab"),
        numeric("q7", "Wie weit?", unit="km²"),
        open_text("q8", "Warum?"),
    ]
    choices = {
        "q1": ("c1", "c2", "c3"),
        "q3": ("c1", "c2", "c1 c2", "c3", "c4", "c1 c2 c3"),
        "q5": tuple(map(str, range(11))),
        "q6.a": ("1", "2"),
        "q6.b": ("1", "2"),
        "q7": ("0", "1.5", "12", "300"),
        "q8": ("Weil.", "Darum."),
    }
    answers = {}
    for variable in variables:
        pool = draw(
            st.lists(
                st.sampled_from((*choices.get(variable.name, STEPS), *MISSING)),
                min_size=1, max_size=4,
            )
        )  # fmt: skip
        answers[variable.name] = draw(st.lists(st.sampled_from(pool), min_size=n, max_size=n))
    dataset = survey(
        *((variable, answers[variable.name]) for variable in variables), ranking=("q6",)
    )
    return AnySurvey(dataset, answers)
