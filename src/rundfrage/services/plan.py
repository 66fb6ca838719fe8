"""The plan of a survey's field, as its settings and its targets say it."""

from __future__ import annotations

from collections import defaultdict

from rundfrage.questionnaire.checks.plan import Plan
from rundfrage.services.survey import Survey
from rundfrage.simulate.targets import read_targets

TARGETS = "targets.toml"


def planned(survey: Survey) -> Plan:
    """How many are expected to answer and, where targets say so, how they spread over answers.

    Raises a Problem if the targets can't be read.
    """
    respondents = survey.settings.field.respondents or None
    file = survey.beside(TARGETS)
    if file is None:
        return Plan(respondents)
    targets = read_targets(file)
    percents: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for binding, percent in targets.percent.items():
        variable, _, answer = binding.rpartition(".")
        percents[variable][answer] = percent
    return Plan(respondents or targets.n, percents)
