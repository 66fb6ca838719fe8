"""Steps of scales that nobody chose: taken from other columns aloud, or doubted."""

import random

import pytest

from rundfrage.dataset.files import read_dataset
from rundfrage.dataset.intake.scales import scale_of
from rundfrage.dataset.intake.unchosen import completed, scales_among, unchosen_doubts

FIVE = ("Strongly agree", "Agree", "Neither agree nor disagree", "Disagree", "Strongly disagree")
SEVEN = (*FIVE[:2], "Somewhat agree", FIVE[2], "Somewhat disagree", *FIVE[3:])
OFTEN = ("Always", "Often", "Sometimes", "Rarely", "Never")


def read(folder, **columns):
    file = folder / "answers.csv"
    chance = random.Random(1)
    drawn = [chance.choices(steps, k=60) for steps in columns.values()]
    lines = [columns, *zip(*drawn, strict=True)]
    file.write_text("\n".join(map(",".join, lines)) + "\n", encoding="utf-8")
    return read_dataset(file)


def steps_of(dataset, name):
    return [one.label.source for one in dataset.codebook[name].categories]


def doubts_of(dataset, name):
    return [str(one.found) for one in dataset.account.doubts if name in one.variables]


def test_a_step_that_other_columns_have_is_there_and_said(tmp_path):
    dataset = read(tmp_path, alpha=FIVE, beta=FIVE[1:])
    assert steps_of(dataset, "beta") == list(FIVE)
    assert doubts_of(dataset, "beta") == [
        "Nobody chose “Strongly agree”, which other columns have."
    ]
    assert doubts_of(dataset, "alpha") == []


def test_what_the_codebook_lists_is_all_and_settles_it(tmp_path):
    read(tmp_path, alpha=FIVE, beta=FIVE[1:])
    listed = ", ".join(f"'{step}'" for step in FIVE)
    (tmp_path / "answers.codebook.toml").write_text(
        f"[columns.beta]\ntype = 'scale'\nanswers = [{listed}]\n"
    )
    dataset = read_dataset(tmp_path / "answers.csv")
    assert steps_of(dataset, "beta") == list(FIVE)
    assert doubts_of(dataset, "beta") == []


def test_a_middle_that_is_not_in_the_middle_is_doubted(tmp_path):
    dataset = read(tmp_path, alpha=FIVE[:3])
    assert steps_of(dataset, "alpha") == list(FIVE[:3])
    assert doubts_of(dataset, "alpha") == [
        f"“{FIVE[2]}” doesn't stand in the middle: a step that nobody chose may be missing."
    ]


def test_two_ends_that_nobody_chose_are_doubted(tmp_path):
    dataset = read(tmp_path, alpha=FIVE, beta=FIVE[1:4])
    assert steps_of(dataset, "beta") == list(FIVE[1:4])
    (found,) = doubts_of(dataset, "beta")
    assert found.startswith("Nobody chose “Strongly agree”, “Strongly disagree”")


@pytest.mark.parametrize(
    ("steps", "other"),
    [(FIVE, SEVEN), (("Satisfied", "Dissatisfied"), ("Satisfied", "Neutral", "Dissatisfied"))],
)
def test_scales_of_their_own_stay_as_they_are(steps, other):
    known = scales_among([steps, other, other])
    scale = scale_of(steps)
    whole = scale if scale is None else completed(scale, known)
    assert whole == scale
    assert scale is None or unchosen_doubts(steps, scale.steps, known) == ()


@pytest.mark.parametrize(
    "chosen",
    [
        ("Often", "Rarely", "Never"),
        ("Sometimes", "Never"),
        ("Always", "Never"),
        ("Always", "Often"),
    ],
)
def test_any_number_of_steps_is_taken_from_other_columns(tmp_path, chosen):
    dataset = read(tmp_path, alpha=OFTEN, beta=chosen, gamma=OFTEN)
    assert steps_of(dataset, "beta") == list(OFTEN)
    (found,) = doubts_of(dataset, "beta")
    assert found.startswith("Nobody chose")


def test_steps_that_most_columns_do_without_are_left_out_aloud(tmp_path):
    own = ("Often", "Rarely", "Never")
    dataset = read(tmp_path, alpha=OFTEN, beta=own, gamma=own)
    assert steps_of(dataset, "beta") == list(own)
    assert doubts_of(dataset, "beta") == [
        "Nobody chose “Always”, “Sometimes”, which other columns have; they were left out."
    ]


def test_two_opposites_of_other_columns_scale_are_doubted(tmp_path):
    dataset = read(
        tmp_path, alpha=("Satisfied", "Neutral", "Dissatisfied"), beta=("Satisfied", "Dissatisfied")
    )
    assert doubts_of(dataset, "beta") == [
        "Its answers are steps of other columns' scale, in which nobody chose “Neutral” here."
    ]


@pytest.mark.parametrize(
    ("chosen", "whole"),
    [
        (
            "Sehr gut|Gut|Befriedigend|Mangelhaft",
            "Sehr gut|Gut|Befriedigend|Ausreichend|Mangelhaft",
        ),
        ("sehr gut|gut|ungenügend", "sehr gut|gut|befriedigend|ausreichend|mangelhaft|ungenügend"),
        (
            "bardzo dobry|dobry|dopuszczający",
            "bardzo dobry|dobry|dostateczny|dopuszczający",
        ),
        ("Sehr gut|Gut|Befriedigend", "Sehr gut|Gut|Befriedigend"),
    ],
)
def test_school_marks_between_those_given_are_there(tmp_path, chosen, whole):
    dataset = read(tmp_path, alpha=chosen.split("|"))
    assert steps_of(dataset, "alpha") == whole.split("|")
    assert bool(doubts_of(dataset, "alpha")) == (chosen != whole)


@pytest.mark.parametrize(
    ("chosen", "doubted"),
    [
        ("Some of the time|None of the time", True),
        ("Häufig|Nie", True),
        ("Raczej się zgadzam|Raczej się nie zgadzam|Zdecydowanie się nie zgadzam", True),
        ("Sehr zufrieden|Eher zufrieden|Eher unzufrieden", True),
        ("Much better|Better|The same|Worse|Much worse", False),
        ("Excellent|Very good|Good|Fair|Poor", False),
        ("Always|Often|Never", False),
        ("Very important|Important|Not important", False),
        ("Strongly agree|Agree|Disagree|Strongly disagree", False),
    ],
)
def test_scales_with_a_hole_that_no_column_fills_are_doubted(tmp_path, chosen, doubted):
    dataset = read(tmp_path, alpha=chosen.split("|"))
    assert steps_of(dataset, "alpha") == chosen.split("|")
    assert bool(doubts_of(dataset, "alpha")) == doubted


def test_a_lopsided_scale_of_many_columns_was_offered_so(tmp_path):
    own = ("Sehr zufrieden", "Eher zufrieden", "Eher unzufrieden")
    dataset = read(tmp_path, alpha=own, beta=own, gamma=own)
    assert doubts_of(dataset, "alpha") == []


def test_the_rows_of_a_grid_share_what_other_columns_have(tmp_path):
    dataset = read(tmp_path, alpha=FIVE, q_1=FIVE[1:], q_2=FIVE[1:], q_3=FIVE[1:])
    assert steps_of(dataset, "q_1") == list(FIVE)
