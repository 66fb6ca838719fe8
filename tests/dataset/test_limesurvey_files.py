"""LimeSurvey exports: every count that the authors of a real survey published is reached."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from rundfrage.codebook import VariableType
from rundfrage.codebook.shapes import RANKS, RATINGS
from rundfrage.dataset.files import codebook_beside, read_dataset, write_codebook, write_dataset

RSE = Path(__file__).parents[3] / "shared" / "data" / "rse-2017"
COUNTRIES = ("de", "uk", "us")
shared = pytest.mark.shared
here = pytest.mark.skipif(not RSE.exists(), reason="../shared is not here")

EXPORT = (
    '"id. Response ID","q1. How, then?","q2[a]. Which? [Item [A]]","q2[b]. Which? [Item B]",'
    '"q3[SQ1]. [Do you like it?]","q3[SQ2]. [Would you stay?]","q4[SQ001]. Who? []"\n'
    + '"1","well","Yes","No","Agree","Disagree","2"\n"2","badly","No","Yes","Agree","Agree",""\n'
    * 6
)


def test_headings_become_questions_items_and_groups(tmp_path):
    (tmp_path / "results.csv").write_text(EXPORT)
    dataset = read_dataset(tmp_path / "results.csv")
    assert dataset.account.conclusions[-1].what == "LimeSurvey"
    book = dataset.codebook
    assert list(dataset.columns) == ["id", "q1", "q2", "q3.SQ1", "q3.SQ2", "q4"]
    assert book["q1"].label.source == "How, then?"
    assert (book["q2"].type, book["q2"].label.source) == (VariableType.MULTIPLE, "Which?")
    assert [one.label.source for one in book["q2"].categories] == ["Item [A]", "Item B"]
    assert (book.battery("q3").shape, book["q3.SQ2"].item.source) == (RATINGS, "Would you stay?")
    assert book["q4"].label.source == "Who?"


def count(dataset, code, label):
    """How many gave the answer, whatever the type of the variable."""
    variable, column = dataset.codebook[code], dataset.columns[code]
    wanted = label.strip("\ufeff ")
    if variable.coded:
        labels = [category.label.source for category in variable.categories]
        return int((column.codes == labels.index(wanted)).sum()) if wanted in labels else 0
    assert variable.type is VariableType.NUMERIC
    return int((column.values[column.answered] == float(wanted)).sum())


@shared
@here
@pytest.mark.parametrize("country", COUNTRIES)
def test_every_published_count_is_reached(country):
    published = json.loads((RSE / "published_counts.json").read_text(encoding="utf-8"))
    assert len(published) == 383
    dataset = read_dataset(RSE / f"{country}.csv")
    here = [one for one in published if one["country"] == country]
    found = [(one["code"], one["label"], count(dataset, one["code"], one["label"])) for one in here]
    assert found == [(one["code"], one["label"], one["published"]) for one in here]


@shared
@here
def test_grids_rankings_and_multiple_choices_are_recognised():
    book = read_dataset(RSE / "de.csv").codebook
    forms = {battery.name: (battery.shape, len(battery.members)) for battery in book.batteries}
    assert forms == {
        "likert0": (RATINGS, 5), "likert1": (RATINGS, 11), "likert2": (RATINGS, 20),
        "likert3": (RATINGS, 2), "prevEmp2": (RANKS, 9),
    }  # fmt: skip
    sizes = {one.name: len(one.categories) for one in book.of_type(VariableType.MULTIPLE)}
    assert sizes == {
        "currentEmp13": 65, "proj4can": 4, "fund2": 16, "fund3": 16, "fund4": 16, "tool4can": 36,
        "ukrse2": 4,
    }  # fmt: skip
    labels = [category.label.source for category in book["likert2.affSat1"].categories]
    assert labels == [
        "Strongly Agree", "Agree", "Neither agree or disagree", "Disagree", "Strongly disagree",
    ]  # fmt: skip
    assert [category.code for category in book["likert0.time3can"].categories] == [*range(1, 11)]


@shared
@here
def test_a_ranking_gives_each_item_the_rank_it_was_put_on():
    dataset = read_dataset(RSE / "de.csv")
    ranks = dataset.columns["prevEmp2.desire_to_work_in_a_research_environment"]
    assert np.bincount(ranks.values[ranks.answered].astype(int))[1:4].tolist() == [80, 47, 40]


@pytest.mark.trial
@shared
@here
@pytest.mark.parametrize("country", COUNTRIES)
def test_a_real_survey_survives_every_format(tmp_path, country):
    shutil.copy(RSE / f"{country}.csv", tmp_path)
    first = read_dataset(tmp_path / f"{country}.csv")
    write_codebook(first.codebook, codebook_beside(tmp_path / f"{country}.csv"))
    again = [read_dataset(tmp_path / f"{country}.csv")]
    for suffix in (".csv", ".xlsx", ".sav", ".parquet"):
        write_dataset(first, tmp_path / f"other{suffix}")
        again.append(read_dataset(tmp_path / f"other{suffix}"))
    for one in again:
        assert (one.codebook, dict(one.columns)) == (first.codebook, dict(first.columns))
