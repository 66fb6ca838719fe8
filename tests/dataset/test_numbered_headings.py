"""Headings that stand twice, and were numbered to tell them apart: that is no word of theirs."""

import pytest
from small_files import base, counts, doubts, read

from rundfrage.dataset.files import read_dataset

HOLES, CARS, EDGES = (f"What annoys you? [{item}]" for item in ("Holes", "Cars", "Edges"))
ROUTED = [
    "Yes | No | Yes | N/A | N/A | N/A", "No | Yes | Yes | N/A | N/A | N/A",
    "N/A | N/A | N/A | Yes | No | No",
]  # fmt: skip


@pytest.mark.parametrize(
    "again",
    [
        f"{EDGES} | {HOLES} | {CARS}",
        f"{EDGES}.1 | {HOLES}.1 | {CARS}.1",
        f"{EDGES}_duplicated_0 | {HOLES}_duplicated_0 | {CARS}_duplicated_0",
        f"{EDGES}2 | {HOLES}3 | {CARS}4",
        f"{EDGES} (2) | {HOLES} (2) | {CARS} (2)",
        f"{EDGES}_1 | {HOLES}_1 | {CARS}_1",
    ],
)
def test_a_question_that_was_asked_in_two_ways_is_two_questions(tmp_path, again):
    dataset = read(tmp_path, f"{HOLES} | {CARS} | {EDGES} | {again}", *ROUTED, times=5)
    one, other = (variable.name for variable in dataset.codebook.variables)
    assert counts(dataset, one) == {"Holes": 5, "Cars": 5, "Edges": 10}
    assert counts(dataset, other) == {"Edges": 5, "Holes": 0, "Cars": 0}
    assert (base(dataset, one), base(dataset, other)) == (10, 5)


def test_the_places_that_r_writes_behind_all_of_them_are_no_words_of_theirs(tmp_path):
    names = [f"{name}...{place}" for place, name in enumerate([HOLES, CARS, EDGES] * 2, 1)]
    dataset = read(tmp_path, " | ".join(names), *ROUTED, times=5)
    assert [base(dataset, one.name) for one in dataset.codebook.variables] == [10, 5]


OPTIONS = (
    "# | Knowledge | Network | Events | Useful? | Knowledge13 | Network14 | Events15 | Other16"
)
TYPEFORM = [
    "p{} | Knowledge | | Events | Yes | Knowledge | | | | 1",
    "p{} | | Network | Events | No | | Network | | | 2",
    "p{} | Knowledge | Network | | Yes | Knowledge | | | a talk | 3",
]


def test_options_that_repeat_those_of_an_earlier_question_are_one_of_their_own(tmp_path):
    people = [row.format(at) for at, row in enumerate(TYPEFORM * 5)]
    dataset = read(tmp_path, f"{OPTIONS.replace('Other16', 'Other')} | Network ID", *people)
    shown = [one.name for one in dataset.codebook.variables if one.use == "answer"]
    first, _, second, _ = shown
    assert counts(dataset, first) == {"Knowledge": 10, "Network": 10, "Events": 10}
    assert counts(dataset, second) == {"Knowledge": 10, "Network": 5, "Events": 0, "Other": 5}


def test_naming_one_of_two_such_questions_settles_its_doubt_alone(tmp_path):
    people = [row.format(at) for at, row in enumerate(TYPEFORM * 5)]
    rows = [f"{OPTIONS.replace('Other16', 'Other')} | Network ID", *people]
    unnamed = [str(one) for one in read(tmp_path, *rows).account.doubts[0].variables]
    assert len(unnamed) == 2
    said = "".join(
        f'[columns.{name}]\nquestion = "Wishes"\n' for name in ("Knowledge", "Network", "Events")
    )
    (left,) = read(tmp_path, *rows, codebook=said).account.doubts
    assert len(left.variables) == 1


GRID = "id | The police | The court | The press | Age | The police2 | The court3 | The press4"
RATED = ["{} | Agree | Disagree | Agree | 31 | A lot | Some | Not at all",
         "{} | Disagree | Agree | Agree | 44 | Some | A lot | A lot"]  # fmt: skip


def test_rows_that_repeat_earlier_headings_are_a_grid_and_its_wording_is_doubted(tmp_path):
    dataset = read(tmp_path, GRID, *[row.format(at) for at, row in enumerate(RATED * 8)])
    (battery,) = dataset.codebook.batteries
    items = [dataset.codebook[name].item.source for name in battery.members]
    assert items == ["The police", "The court", "The press"]
    (doubt,) = doubts(dataset)
    assert doubt.startswith("The columns “The police2” to “The press4” were taken for the rows of")


@pytest.mark.parametrize(
    "names",
    [
        "The child | Its age | Its sex | The child2 | Its age2 | Its sex2",
        "mood | sleep | stress | mood2 | sleep2 | stress2",
        "name | age | sex | name_2 | age_2 | sex_2",
        "Age now | Age then | Age now2 | Age then3 | Kids | Kids2",
    ],
)
def test_names_that_people_numbered_stay_as_they_are(tmp_path, names):
    people = [f"Ann{at} | {at % 9} | m | Bob{at} | {at % 5} | f" for at in range(12)]
    dataset = read(tmp_path, names, *people)
    assert [one.name for one in dataset.codebook.variables] == names.split(" | ")


def test_questions_whose_bands_have_nothing_in_common_are_no_grid(tmp_path):
    bands = (
        ("1-2 years", "3-5 years", "6-10 years", "over 10 years"),
        ("<1 hour", "1-2 hours", "3-4 hours", "5+ hours"),
        ("18-24", "25-34", "35-44", "45 or older"),
    )
    rows = [",".join(one[(n + k) % 4] for k, one in enumerate(bands)) for n in range(48)]
    file = tmp_path / "bands.csv"
    file.write_text("\n".join(["Q1,Q2,Q3", *rows]), "utf-8")
    dataset = read_dataset(file)
    assert dataset.codebook.batteries == ()
    assert [len(one.categories) for one in dataset.codebook.variables] == [4, 4, 4]
