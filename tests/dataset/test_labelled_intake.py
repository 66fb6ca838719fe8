"""What labelled files of real surveys hold, and what it is taken for: small files of each kind."""

import pandas as pd
import pyreadstat
import pytest

from rundfrage.codebook import Missing, Use, VariableType
from rundfrage.dataset import Marks
from rundfrage.dataset.files import read_dataset
from rundfrage.dataset.intake.running_names import mentions

LIKERT = {1: "Agree", 2: "Neither agree nor disagree", 3: "Disagree"}


@pytest.fixture
def sav(tmp_path):
    def made(columns, **details):
        pyreadstat.write_sav(pd.DataFrame(columns), str(tmp_path / "a.sav"), **details)
        return read_dataset(tmp_path / "a.sav")

    return made


@pytest.fixture
def xpt(tmp_path):
    def made(columns, **details):
        pyreadstat.write_xport(pd.DataFrame(columns), str(tmp_path / "a.xpt"), **details)
        return read_dataset(tmp_path / "a.xpt")

    return made


def labels(dataset, name):
    return [(one.code, one.label.source) for one in dataset.codebook[name].categories]


def doubts(dataset, name):
    return [str(one.found) for one in dataset.account.doubts if name in one.variables]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ({1: "1.- Male", 2: "2.- Female"}, ["Male", "Female"]),
        ({1: "1 Male", 2: "2 Female"}, ["Male", "Female"]),
        ({1: "(1) Male", 2: "(2) Female"}, ["Male", "Female"]),
        ({1: "1st child", 2: "2nd child"}, ["1st child", "2nd child"]),
        ({1: "1 person", 2: "2 persons"}, ["1 person", "2 persons"]),
        ({10: "10s", 20: "20s"}, ["10s", "20s"]),
        ({10: "10대", 20: "20대"}, ["10대", "20대"]),
        ({18: "18-24", 25: "25-34"}, ["18-24", "25-34"]),
    ],
)
def test_only_a_code_of_its_own_is_cut_off_a_label(sav, written, read):
    codes = [float(code) for code in written] * 5
    dataset = sav({"q": codes}, variable_value_labels={"q": written})
    assert [label for _, label in labels(dataset, "q")] == read


def test_labels_that_repeat_their_codes_are_none(sav):
    ages = [float(18 + place % 40) for place in range(80)]
    said = {"age": {float(age): str(age) for age in range(18, 100)}}
    dataset = sav({"age": ages}, variable_value_labels=said, variable_measure={"age": "nominal"})
    assert dataset.codebook["age"].type is VariableType.NUMERIC


def test_the_ends_of_a_scale_count_where_its_steps_only_repeat_their_codes(sav):
    steps = {0: "(00) Dislike", 10: "(10) Like", 98: "98. - Don't know"}
    steps |= {step: f"({step:02})" for step in range(1, 10)}
    dataset = sav({"q": [0.0, 4.0, 10.0, 98.0] * 6}, variable_value_labels={"q": steps})
    variable = dataset.codebook["q"]
    assert variable.type is VariableType.ORDINAL
    assert [one.code for one in variable.categories] == list(range(11))
    assert [(one.value, one.reason) for one in variable.missing] == [(98.0, Missing.DONT_KNOW)]


def test_what_is_offered_beside_numbers_is_no_number(sav):
    dataset = sav(
        {"age": [20.0, 30.0, 41.5, 998.0, 999.0] * 5},
        variable_value_labels={"age": {998.0: "Don't know", 999.0: "Prefer not to answer"}},
    )
    column = dataset.columns["age"]
    assert column.values[column.answered].max() == 41.5


@pytest.mark.parametrize(
    "label", ["Don't know (spontaneous)", "Refused / don't know", "Don't know whom", "98. - DK"]
)
def test_no_answer_beside_a_scale_is_told_in_more_words(sav, label):
    dataset = sav(
        {"q": [1.0, 2.0, 3.0, 98.0] * 5}, variable_value_labels={"q": {**LIKERT, 98: label}}
    )
    assert [one.label.source for one in dataset.codebook["q"].categories] == list(LIKERT.values())


def test_labels_in_an_order_of_their_own_are_a_scale_and_doubted(sav):
    alphabetical = {1: "Agree", 2: "Disagree", 3: "Strongly agree", 4: "Strongly disagree"}
    dataset = sav({"q": [1.0, 2.0, 3.0, 4.0] * 5}, variable_value_labels={"q": alphabetical})
    assert [code for code, _ in labels(dataset, "q")] == [3, 1, 2, 4]
    assert doubts(dataset, "q") == ["Its codes and its labels stand in different orders."]


def test_steps_that_count_up_behind_a_first_in_words_are_a_scale(sav):
    cups = {1: "I drank nothing", 2: "1 cup or less", 3: "2 cups", 4: "3 cups", 5: "4 or more cups"}
    dataset = sav({"q": [1.0, 2.0, 3.0, 4.0, 5.0] * 5}, variable_value_labels={"q": cups})
    assert dataset.codebook["q"].type is VariableType.ORDINAL
    assert labels(dataset, "q") == list(cups.items())


@pytest.mark.parametrize("names", [("e1a", "e1b"), ("q401", "q402"), ("trust1", "trust2")])
def test_neighbours_whose_names_run_on_are_a_grid(sav, names):
    dataset = sav(
        {name: [1.0, 2.0, 3.0] * 4 for name in names},
        variable_value_labels=dict.fromkeys(names, LIKERT),
    )
    assert [battery.members for battery in dataset.codebook.batteries] == [names]


def test_questions_that_are_only_numbered_are_no_grid(sav):
    names = ("v1", "v2", "v3")
    dataset = sav(
        {name: [1.0, 2.0, 3.0] * 4 for name in names},
        variable_value_labels=dict.fromkeys(names, LIKERT),
    )
    assert dataset.codebook.batteries == ()


def test_options_that_the_same_people_do_not_know_are_one_question(sav):
    said = {0.0: "No", 1.0: "Yes", 8.0: "Don't know"}
    names = ("q1_a", "q1_b")
    options = {"q1_a": [1.0, 0.0, 8.0] * 4, "q1_b": [0.0, 1.0, 8.0] * 4}
    dataset = sav(options, variable_value_labels=dict.fromkeys(names, said))
    assert dataset.codebook["q1"].type is VariableType.MULTIPLE
    asked = {"q1_a": [1.0, 0.0, 8.0] * 4, "q1_b": [0.0, 8.0, 1.0] * 4}
    dataset = sav(asked, variable_value_labels=dict.fromkeys(names, said))
    assert [battery.members for battery in dataset.codebook.batteries] == [names]


def test_codes_of_their_own_are_ticks(xpt):
    nobody = [None] * 30
    dataset = xpt(
        {
            "Q175A": [10.0, 99.0, *nobody], "Q175B": [11.0, 11.0, *nobody],
            "Q175C": [None, 12.0, *nobody],
        },
        column_labels=["Family history", "Overweight", "Age"],
    )  # fmt: skip
    variable, column = dataset.codebook["Q175"], dataset.columns["Q175"]
    assert [one.label.source for one in variable.categories] == [
        "Family history", "Overweight", "Age",
    ]  # fmt: skip
    assert isinstance(column, Marks)
    assert (column.marks == 1).sum(axis=1).tolist() == [1, 2, 1]


def test_neighbours_that_hold_nothing_but_1_are_options_and_doubted(xpt):
    dataset = xpt({name: [1.0, None, None, 1.0] * 8 for name in ("run", "swim", "dance")})
    assert dataset.codebook["run_dance"].type is VariableType.MULTIPLE
    assert doubts(dataset, "run_dance") == [
        "These neighbours were read as the options of one question."
    ]


@pytest.mark.parametrize("values", [[1.0, 2.0], [1.0, 2.0, 9.0], [1.0, 2.0, 3.0, 7.0, 9.0]])
def test_codes_without_labels_are_a_choice_and_doubted(xpt, values):
    dataset = xpt({"q": values * 20})
    assert dataset.codebook["q"].type is VariableType.CATEGORICAL
    assert doubts(dataset, "q")[0] == "Its codes have no labels."
    apart = [value for value in values if value > 6]
    assert len(doubts(dataset, "q")) == 1 + bool(apart)


def test_a_few_numbers_that_may_be_codes_are_doubted_together(xpt):
    dataset = xpt({"a": [1.0, 2.0, 3.0] * 20, "b": [0.0, 1.0, 2.0] * 20, "c": [1.5, 2.0, 9.0] * 20})
    assert dataset.codebook["a"].type is VariableType.NUMERIC
    (one,) = [doubt for doubt in dataset.account.doubts if "a" in doubt.variables]
    assert one.variables == ("a", "b")


def test_body_weight_is_no_weight(xpt):
    kilos = [50.5 + place for place in range(40)]
    dataset = xpt({"WEIGHTKG": kilos, "weight": [0.5, 1.5] * 20})
    assert dataset.codebook["weight"].use is Use.WEIGHT
    pounds = xpt({"wt_lbs": kilos, "age": [20.0, 30.0] * 20})
    assert pounds.codebook["wt_lbs"].use is Use.ANSWER


def test_labels_that_only_count_are_those_of_mentions():
    assert mentions(["Make of car 1", "Make of car 2", "Make of car 3"])
    assert not mentions(["Trust in police", "Trust in courts"])


def test_old_stata_files_are_read_in_the_letters_they_were_written_in(tmp_path):
    def raw(words):
        return words.encode("cp950").decode("latin-1")

    question, male, female = "性別請問您的性別是什麼呢", "男性受訪者", "女性受訪者"
    frame = pd.DataFrame({"a1": pd.Categorical([raw(male), raw(female)] * 10)})
    path = tmp_path / "old.dta"
    frame.to_stata(path, version=117, write_index=False, variable_labels={"a1": raw(question)})
    dataset = read_dataset(path)
    assert dataset.codebook["a1"].label.source == question
    assert {one.label.source for one in dataset.codebook["a1"].categories} == {male, female}
    assert any("big5" in str(one.found) for one in dataset.account.doubts)


def test_an_answer_behind_a_scale_of_words_is_no_step_and_doubted(sav):
    steps = {1: "Very good", 2: "Good", 3: "Bad", 4: "Very bad", 5: "Has no such friends"}
    dataset = sav({"q": [1.0, 2.0, 3.0, 4.0, 5.0] * 5}, variable_value_labels={"q": steps})
    variable = dataset.codebook["q"]
    assert variable.type is VariableType.ORDINAL
    assert [one.label.source for one in variable.categories] == list(steps.values())[:4]
    assert doubts(dataset, "q") == [
        "“Has no such friends” was read as no step of the scale before it."
    ]


def test_choices_that_may_be_scales_are_doubted_together(sav):
    steps = {1: "Works very well", 2: "Works less well than before", 3: "Hardly ever helps me"}
    places = {1: "Berlin", 2: "Hamburg", 3: "Munich"}
    dataset = sav(
        {"q": [1.0, 2.0, 3.0] * 5, "v": [3.0, 2.0, 1.0] * 5, "place": [1.0, 2.0, 3.0] * 5},
        variable_value_labels={"q": steps, "v": steps, "place": places},
    )
    (one,) = dataset.account.doubts
    assert one.variables == ("q", "v")


def test_a_label_that_begins_with_another_code_counts_by_its_own_number(sav):
    steps = {**{step: str(step) for step in range(1, 10)}, 10: "10.- Much", 100: "0.- None"}
    dataset = sav({"q": [1.0, 5.0, 10.0, 100.0] * 5}, variable_value_labels={"q": steps})
    assert dataset.codebook["q"].type is VariableType.ORDINAL
    assert [code for code, _ in labels(dataset, "q")] == [100, *range(1, 11)]
    assert doubts(dataset, "q") == ["Its codes and its labels stand in different orders."]


@pytest.mark.parametrize(("highest", "codes"), [(98.0, 0), (35.0, 1)])
def test_a_code_far_above_all_else_is_doubted_whatever_stands_between(xpt, highest, codes):
    dataset = xpt({"n": [*(float(age) for age in range(int(highest))), 99.0, 666.0, 1.5]})
    expected = "666" if codes == 0 else "99, 666"
    assert any(expected in doubt for doubt in doubts(dataset, "n"))


def test_texts_of_other_beside_ticks_stand_for_themselves(sav):
    said = {1.0: "selected", 2.0: "not selected"}
    dataset = sav(
        {"q1_1": [1.0, 2.0] * 6, "q1_2": [2.0, 1.0] * 6, "q1_other": ["", "a", "b", "c"] * 3},
        variable_value_labels={"q1_1": said, "q1_2": said},
    )
    assert dataset.codebook["q1"].type is VariableType.MULTIPLE
    assert len(dataset.account.entries) == 3


def test_a_grid_of_answers_that_may_be_steps_is_doubted(sav):
    who = {1: "Mother", 2: "Both alike", 3: "Father"}
    names = ("e1a", "e1b")
    dataset = sav(
        {name: [1.0, 2.0, 3.0] * 5 for name in names},
        variable_value_labels=dict.fromkeys(names, who),
    )
    (one,) = dataset.account.doubts
    assert one.variables == names


def test_numbers_are_no_codes_where_the_file_says_that_they_are_numbers(sav):
    dataset = sav(
        {"sex": [1.0, 2.0] * 20, "children": [0.0, 1.0] * 20},
        variable_value_labels={"sex": {1: "Male", 2: "Female"}},
        variable_measure={"sex": "nominal", "children": "scale"},
    )
    assert dataset.codebook["children"].type is VariableType.NUMERIC
    assert dataset.account.doubts == ()


def test_mentions_in_columns_are_doubted_and_can_be_one_question(tmp_path):
    first = [4, 7, 7, 2, 9, 4, 3, 7] * 6
    frame = pd.DataFrame(
        {
            "P7_O1": first,
            "P7_O2": [code + 1 if at % 2 else None for at, code in enumerate(first)],
            "P7_O3": [code + 2 if at % 8 == 1 else None for at, code in enumerate(first)],
        }
    ).astype(float)
    path = tmp_path / "mentions.sav"
    pyreadstat.write_sav(frame, path, column_labels=["How do you travel?"] * 3)
    dataset = read_dataset(path)
    assert any("may be the answers to one question" in one for one in doubts(dataset, "P7_O3"))
    said = "".join(
        f'[columns.P7_O{number}]\nquestion = "P7"\ntype = "multiple choice"\n'
        for number in (1, 2, 3)
    )
    (tmp_path / "mentions.codebook.toml").write_text(said)
    dataset = read_dataset(path)
    (variable,) = dataset.codebook.variables
    assert (variable.name, variable.type) == ("P7", VariableType.MULTIPLE)
    chosen = {
        category.code: int((dataset.columns["P7"].marks[place] > 0).sum())
        for place, category in enumerate(variable.categories)
    }
    answers = frame.stack().dropna().astype(int).value_counts()
    assert chosen == answers.to_dict()


@pytest.mark.parametrize(
    ("values", "doubted"),
    [
        ([70101, 150132, 70106, 150135], True),
        ([1500, 2000, 2400, 3000], False),
        ([1954, 1972, 1988, 2001], False),
        ([1, 3, 7, 12], False),
    ],
)
def test_large_numbers_that_come_again_and_again_may_be_codes(sav, values, doubted):
    dataset = sav({"place": [float(value) for value in values * 10]})
    assert any("come again and again" in one for one in doubts(dataset, "place")) is doubted
