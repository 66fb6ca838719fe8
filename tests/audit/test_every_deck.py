"""Every deck that rundfrage makes itself is borne out by its data, in every format."""

from dataclasses import replace

import pytest

from proofs import spread
from rundfrage.audit import examine
from rundfrage.report.build import ReportSettings, build
from rundfrage.services.answers import load
from rundfrage.services.rehearsal import Rehearsal, rehearse
from rundfrage.services.survey import open_source
from rundfrage.tables.sampling import Sampling

pytestmark = pytest.mark.trial

FORMS = ("html", "pptx", "pdf")
RAISED = {"differs", "too_vague"}

QUESTIONNAIRE = """---
survey: town
title: Living here
language: {language}
sample: probability
field: 2026-03-02 .. 2026-03-20
scales:
  good: [{good}]
  much: [1 (not at all), 2, 3, 4, 5, 6, 7 (very much)]
---

# One

## area: Where do you live?

- ( ) centre: City centre
- ( ) north: North
- ( ) south: South of the river

## member: Are you a member of a club?

- ( ) yes: Yes
- ( ) no: No

## overall: How good is life here?

(good)

## ways: How do you get about?

- [ ] bus: Bus
- [ ] bike: Bicycle
- [ ] foot: On foot
- [ ] car: Car, alone or with others
- [ ] none: None of these

## parts: How good are these?

(good)

- parks: Parks
- schools: Schools
- shops: Shops

## wishes: How much time do you wish for these?

(much)

- art: In an average month, how much time do you wish for art
- sport: In an average month, how much time do you wish for sport
- work: In an average month, how much time do you wish for work

## advise: Would you advise friends to move here? {{nps}}

(0..10)

## order: What comes first?

1. rent: Lower rents
1. quiet: Less noise
1. green: More trees

## age: How old are you?

[18..99 years]

## income: What do you earn in a month?

[0..12000]

## moved: When did you move here?

[date 1990-01-01..2026-03-01]

## w: Weight {{required}}

[1..4]

## more: What else?

_____
"""
GOOD = {
    "en": "very good, good, fair, poor, very poor",
    "de": "sehr gut, gut, mittel, schlecht, sehr schlecht",
}
WRITTEN = """---
title: Living here
language: {language}
---

## {{title}}

## {{headline=overall.top2}}

## {{headline=parts.parks.top2}}

## {{headline=ways.bus}}

## {{headline=member.yes}}

## {{headline=advise.nps}}

## {{headline=age.mean}}

## {{figures}}

- {{overall.top2}}: life
- {{ways.bus}}: bus
- {{member.yes}}: members

## {{summary}}

- {{overall.top2}} on life, {{overall.bottom2}} at the other end
- {{parts.parks.mean}} for parks and {{parts.schools.mean}} for schools
- {{ways.bus}} for the bus, {{ways.bike}} for the bicycle
- {{member.yes}} for clubs

## {{chart=overall form=columns}}

## {{chart=area form=columns sort=asked}}

## {{chart=area by=member}}

## {{chart=overall by=area}}

## {{chart=ways}}

## {{chart=ways sort=asked highlight="bus bike"}}

## {{top=ways k=2}}

## {{chart=parts}}

## {{chart=parts form=means}}

## {{chart=parts form=diverging}}

## {{chart=wishes}}

## {{chart=wishes form=means}}

## {{chart=wishes form=diverging}}

## {{compare=overall.top2 by=area}}

## {{compare=age.mean by=area}}

## {{chart=advise}}

## {{chart=order}}

## {{chart=age}}

## {{chart=income form=bars}}

## {{chart=moved}}

## {{ledger}}

## {{method}}
"""
DECKS = {
    "automatic": ReportSettings(),
    "automatic, French": ReportSettings(language="fr"),
    "automatic, Arabic": ReportSettings(language="ar"),
    "automatic, weighted": ReportSettings(weight="w"),
    "automatic, with intervals": ReportSettings(sampling=Sampling()),
    "written": ReportSettings(),
    "written, weighted": ReportSettings(weight="w"),
    "written, with intervals": ReportSettings(sampling=Sampling()),
}


@pytest.fixture(scope="module", params=sorted(GOOD))
def survey(tmp_path_factory, request):
    folder = tmp_path_factory.mktemp("every") / "survey"
    folder.mkdir()
    (folder / "questionnaire.md").write_text(
        QUESTIONNAIRE.format(language=request.param, good=GOOD[request.param]),
        encoding="utf-8",
    )
    rehearse(open_source(folder), Rehearsal(260, 11))
    (folder / "written.md").write_text(WRITTEN.format(language=request.param), encoding="utf-8")
    return folder


@pytest.mark.parametrize("deck", spread(list(DECKS)))
def test_no_deck_of_our_own_is_said_to_be_wrong(survey, tmp_path, deck):
    dataset = load(open_source(survey))
    settings = DECKS[deck]
    if deck.startswith("written"):
        settings = replace(settings, report=survey / "written.md")
    build(dataset, tmp_path, FORMS, settings)
    wrong = {
        (form, known is None): found
        for form in FORMS
        for known in (dataset, None)
        if (found := against(tmp_path / f"report.{form}", known, settings.weight))
    }
    assert wrong == {}


def against(path, dataset, weight):
    """What the audit says against a report."""
    audit = examine(path, dataset, weight=weight)
    figures = [
        (one.figure.page, one.figure.text, one.figure.passage.row, one.figure.passage.column,
         one.figure.context, *one.bindings)
        for one in audit.findings
        if one.verdict in RAISED
    ]  # fmt: skip
    return figures + [
        (one.label, *((each.page, each.text, each.context) for each in one.figures))
        for one in audit.errors
    ]
