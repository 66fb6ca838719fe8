"""The automatic deck of any survey raises nothing: no figure is taken for another question's."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from random_surveys import surveys

from proofs import examples
from rundfrage.audit import examine
from rundfrage.dataset import ANSWERED
from rundfrage.report.build import ReportSettings, build
from rundfrage.services.answers import load
from rundfrage.services.rehearsal import Rehearsal, rehearse
from rundfrage.services.survey import open_source
from rundfrage.tables.sampling import Sampling

FORMS = ("html", "pptx", "pdf")
PEOPLE = st.sampled_from([9, 31, 60, 190])
SEEDS = st.integers(0, 99)
RAISED = {"differs", "too_vague"}


def built(questionnaire, folder, respondents, seed, form):
    """The data of simulated respondents, and their automatic deck."""
    folder.mkdir()
    (folder / "questionnaire.md").write_text(questionnaire, encoding="utf-8")
    survey = open_source(folder)
    rehearse(survey, Rehearsal(respondents, seed))
    dataset = load(survey)
    build(dataset, folder / "out", (form,), ReportSettings())
    return dataset, folder / "out" / f"report.{form}"


def raised(audit):
    """All that an audit says against a report."""
    against = [
        (finding.figure.context, finding.figure.text, *finding.bindings)
        for finding in audit.findings
        if finding.verdict in RAISED
    ]
    return against + [(one.label, *(each.context for each in one.figures)) for one in audit.errors]


@pytest.mark.proof
@given(surveys(), PEOPLE, SEEDS, st.sampled_from(FORMS))
@examples(32)
def test_an_automatic_deck_is_borne_out_by_its_data(tmp_path_factory, survey, people, seed, form):
    folder = tmp_path_factory.mktemp("own") / "survey"
    dataset, report = built(survey, folder, people, seed, form)
    assert raised(examine(report, dataset)) == []


SHORT = """---
survey: cats
title: Cats and dogs
language: en
sample: open
---

# Pets

## cats: How many cats?

[0..9]

## dogs: How many dogs do you keep in the house?

[0..9]

## visits: Visits

[slider 0..100 never .. always]

## likes: What do you like?

- [ ] few: 10 to 20 people
- [ ] visits: Visits
- [ ] dogs: Dogs
"""


@pytest.mark.parametrize("form", FORMS)
def test_short_wordings_bases_that_differ_by_one_and_numbers_in_labels_are_told_apart(
    tmp_path, form
):
    dataset, report = built(SHORT, tmp_path / "survey", 200, 3, form)
    bases = {
        name: int((dataset.columns[name].reasons == ANSWERED).sum()) for name in ("cats", "dogs")
    }
    assert bases["cats"] != bases["dogs"]
    audit = examine(report, dataset)
    assert (raised(audit), raised(examine(report))) == ([], [])
    bound = {one.bindings for one in audit.findings}
    assert {("cats.mean",), ("cats.n",), ("dogs.mean",), ("dogs.n",), ("visits.mean",)} <= bound
    assert "20" not in {one.text for one in audit.figures if "people" in one.passage.text}


CITY = """---
survey: city
title: Living here
language: en
sample: probability
scales:
  good: [very good, good, fair, poor, very poor]
---

# One

## area: Where do you live?

- ( ) centre: City centre
- ( ) north: North

## overall: How good is life here?

(good)

## ways: How do you get about?

- [ ] bus: Bus
- [ ] bike: Bicycle

## parts: How good are these?

(good)

- parks: Parks
- schools: Schools
- shops: Shops
"""
WRITTEN = """---
title: City
language: en
design: simple
---

## {title}

## Where life is good {compare=overall.top2 by=area}

## Means {chart=parts form=means}

## Diverging {chart=parts form=diverging}

## Ways {chart=ways}

## Top {top=ways k=2}
"""


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("report", [WRITTEN, None], ids=["written", "drafted"])
def test_a_deck_with_intervals_and_groups_is_borne_out_by_its_data(tmp_path, form, report):
    """Ends of intervals, margins, and numbers of groups are no shares and means of all."""
    folder = tmp_path / "survey"
    folder.mkdir()
    (folder / "questionnaire.md").write_text(CITY, encoding="utf-8")
    survey = open_source(folder)
    rehearse(survey, Rehearsal(300, 4))
    dataset = load(survey)
    settings = ReportSettings(sampling=Sampling())
    if report is not None:
        (folder / "report.md").write_text(report, encoding="utf-8")
        settings = ReportSettings(report=folder / "report.md", sampling=Sampling())
    build(dataset, folder / "out", (form,), settings)
    audit = examine(folder / "out" / f"report.{form}", dataset)
    assert (raised(audit), raised(examine(folder / "out" / f"report.{form}"))) == ([], [])
    assert audit.counts["matches"] > 20


TRIAL = (
    Path(__file__).parents[3] / "shared" / "trials" / "situations" / "03-audit-intervals-and-groups"
)


@pytest.mark.shared
@pytest.mark.skipif(not TRIAL.exists(), reason="../shared is not here")
def test_of_a_report_with_intervals_groups_and_another_year_only_the_wrong_number_is_named():
    audit = examine(TRIAL / "r.md", load(open_source(TRIAL)))
    assert [one.figure.text for one in audit.findings if one.verdict in RAISED] == ["31%"]
    assert audit.errors == ()
