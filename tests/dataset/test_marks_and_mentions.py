"""Columns that say what was chosen: by marks, by two codes, by the options' words, by mentions."""

import pandas as pd
import pyreadstat
import pytest
from small_files import base, counts, doubts, labels, read

from rundfrage.codebook import Use, VariableType
from rundfrage.codebook.shapes import RANKS, RATINGS
from rundfrage.dataset.files import read_dataset

CHOICE, SCALE, SEVERAL = VariableType.CATEGORICAL, VariableType.ORDINAL, VariableType.MULTIPLE

WORDS = [
    ("Mentioned", "Not mentioned"), ("quoted", "not quoted"), ("Checked", "Unchecked"),
    ("gewählt", "nicht gewählt"), ("erwähnt", "nicht erwähnt"), ("citée", "non citée"),
    ("Mencionado", "No mencionado"), ("Escolhido", "Não escolhido"), ("citata", "non citata"),
    ("zaznaczone", "nie zaznaczone"), ("Seçilmiş", "Seçilmemiş"), ("مذكور", "غير مذكور"),
    ("упомянуто", "не упомянуто"), ("згадано", "не згадано"),
    ("选中", "未选中"), ("선택함", "선택 안함"),
]  # fmt: skip
ROWS = ["+-+", "--+", "++-", "-+-", "+--"]
GOT = {"a": 3, "b": 2, "c": 2}


def marks(yes, no):
    """Rows of three columns in which these stand for chosen and not chosen."""
    return [" | ".join(yes if one == "+" else no for one in row) for row in ROWS]


# -- marks -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("yes", "no"), WORDS)
def test_words_of_programs_for_chosen_and_not_chosen_are_marks(tmp_path, yes, no):
    dataset = read(tmp_path, "q/a | q/b | q/c", *marks(yes, no))
    assert counts(dataset, "q") == GOT


@pytest.mark.parametrize(("yes", "no"), WORDS)
@pytest.mark.parametrize("codes", [(1, 0), (1, 2), (2, 1)])
def test_labels_say_which_of_two_codes_means_chosen(tmp_path, yes, no, codes):
    columns = {
        name: [float(codes[0] if row[at] == "+" else codes[1]) for row in ROWS]
        for at, name in enumerate(("q_1", "q_2", "q_3"))
    }
    known = dict(zip(codes, (yes, no), strict=True))
    pyreadstat.write_sav(
        pd.DataFrame(columns), str(tmp_path / "a.sav"),
        variable_value_labels=dict.fromkeys(columns, known),
    )  # fmt: skip
    dataset = read_dataset(tmp_path / "a.sav")
    assert list(counts(dataset, "q").values()) == list(GOT.values())


@pytest.mark.parametrize(("yes", "no"), [("yes", "no"), ("Ja", "Nein"), ("نعم", "لا"), ("J", "N")])
def test_who_said_no_to_all_has_answered(tmp_path, yes, no):
    dataset = read(tmp_path, "q/a | q/b | q/c", *marks(yes, no), f"{no} | {no} | {no}")
    assert (counts(dataset, "q"), base(dataset, "q"), doubts(dataset)) == (GOT, 6, [])


@pytest.mark.parametrize(
    ("yes", "no"), [("1", "0"), ("selected", "not selected"), ("TRUE", "FALSE")]
)
def test_whom_a_program_marks_nowhere_is_doubted(tmp_path, yes, no):
    dataset = read(tmp_path, "q/a | q/b | q/c", *marks(yes, no), f"{no} | {no} | {no}")
    assert (counts(dataset, "q"), base(dataset, "q"), len(doubts(dataset))) == (GOT, 5, 1)


def test_yes_and_no_are_the_rows_of_a_grid_if_people_say_so(tmp_path):
    said = "".join(
        f'[columns."q/{one}"]\ntype = "single choice"\nquestion = "q"\n' for one in ("a", "b", "c")
    )
    dataset = read(tmp_path, "q/a | q/b | q/c", *marks("yes", "no"), codebook=said)
    (battery,) = dataset.codebook.batteries
    assert (battery.shape, len(battery.members), doubts(dataset)) == (RATINGS, 3, [])


# -- two codes -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("yes", "no"), [("2", "1"), ("1", "2"), ("1", "-1")])
def test_two_codes_have_no_mean_and_their_meaning_is_doubted(tmp_path, yes, no):
    dataset = read(tmp_path, "q_1 | q_2 | q_3", *marks(yes, no), times=4)
    assert [dataset.codebook[f"q_{at}"].type for at in (1, 2, 3)] == [CHOICE] * 3
    assert len(doubts(dataset)) == 1


def test_labels_in_the_codebook_say_which_code_means_chosen(tmp_path):
    said = "".join(
        f'[columns.q_{at}]\nlabels = {{ "2" = "yes", "1" = "no" }}\n' for at in (1, 2, 3)
    )
    dataset = read(tmp_path, "q_1 | q_2 | q_3", *marks("2", "1"), times=4, codebook=said)
    assert list(counts(dataset, "q").values()) == [12, 8, 8]
    assert doubts(dataset) == []


def test_two_codes_are_a_scale_if_people_say_so(tmp_path):
    said = "".join(f'[columns.q_{at}]\ntype = "scale"\nquestion = "q"\n' for at in (1, 2, 3))
    dataset = read(tmp_path, "q_1 | q_2 | q_3", *marks("2", "1"), times=4, codebook=said)
    assert [dataset.codebook[f"q_{at}"].type for at in (1, 2, 3)] == [SCALE] * 3
    assert doubts(dataset) == []


@pytest.mark.parametrize(("yes", "no"), [("2", "1"), ("1", "2")])
def test_a_column_that_counts_the_chosen_tells_their_code(tmp_path, yes, no):
    rows = [*ROWS, "+++", "---"]
    people = [
        " | ".join([str(row.count("+")), *(yes if one == "+" else no for one in row)])
        for row in rows
    ]
    dataset = read(tmp_path, "q | q_1 | q_2 | q_3", *people, times=3)
    assert list(counts(dataset, "q").values()) == [12, 9, 9]
    assert dataset.codebook["q.together"].use is Use.ASIDE


@pytest.mark.parametrize("question", ["AB01", "B001", "A101"])
@pytest.mark.parametrize("counted", [True, False])
def test_two_means_chosen_in_sosci_surveys_exports(tmp_path, question, counted):
    names = " | ".join(f"{question}_0{at}" for at in (1, 2, 3))
    people = [(str(at), "2", row) for at, row in enumerate(marks("2", "1"), 101)]
    people.append(("120", "-9", "-9 | -9 | -9"))
    rows = [f"{at} | base | {count} | {row}" for at, count, row in people]
    names = f"CASE | QUESTNNR | {question} | {names}"
    if not counted:
        rows = [f"{at} | base | {row}" for at, _, row in people]
        names = names.replace(f" {question} |", "", 1)
    dataset = read(tmp_path, names, *rows)
    assert list(counts(dataset, question).values()) == list(GOT.values())
    assert base(dataset, question) == 5
    assert len(doubts(dataset)) == (not counted)


# -- the options' words ----------------------------------------------------------------------------


@pytest.mark.parametrize("names", ["media1 | media2 | media3", "q1 | q2 | q3", "v_1 | v_2 | v_3"])
def test_columns_that_hold_a_word_of_their_own_each_are_options(tmp_path, names):
    dataset = read(
        tmp_path, names, "Zeitung | | Netz", " | TV | Netz", "Zeitung | TV | ", " | | Netz", times=4
    )
    (variable,) = dataset.codebook.variables
    assert counts(dataset, variable.name) == {"Zeitung": 8, "TV": 8, "Netz": 12}


def test_questions_that_got_the_same_word_stay_apart(tmp_path):
    dataset = read(tmp_path, "q1 | q2 | q3", "fine | | fine", " | fine | ", times=4)
    assert [one.type for one in dataset.codebook.variables] == [CHOICE] * 3


# -- mentions and ranks ----------------------------------------------------------------------------

UP_TO_THREE = [
    "Food | | ", "Rent | Work | ", "Work | Food | Rent", "Health | | ", "Health | Rent | Work",
    "Rent | Health | ", "Food | Work | Health",
]  # fmt: skip
GIVEN = {"Food": 9, "Health": 12, "Rent": 12, "Work": 12}
ALL = ["Food | Rent | Work", "Work | Food | Rent", "Rent | Work | Food", "Food | Work | Rent"]


@pytest.mark.parametrize(
    "names", ["t_1 | t_2 | t_3", "t1 | t2 | t3", "Issue 1 | Issue 2 | Issue 3"]
)
def test_up_to_three_answers_are_several_and_doubted_to_be_ranks(tmp_path, names):
    dataset = read(tmp_path, names, *UP_TO_THREE, times=3)
    (variable,) = dataset.codebook.variables
    assert dict(sorted(counts(dataset, variable.name).items())) == GIVEN
    assert len(doubts(dataset)) == 1


@pytest.mark.parametrize(
    "question",
    ["Name up to three problems", "Bis zu drei Probleme", "Jusqu'à trois problèmes",
     "Hasta tres problemas", "Do trzech problemów", "En fazla üç sorun", "Не более трех проблем"],
)  # fmt: skip
def test_a_question_may_say_that_several_answers_are_given(tmp_path, question):
    names = " | ".join(f"{question} [{at}]" for at in (1, 2, 3))
    dataset = read(tmp_path, names, *UP_TO_THREE, times=3)
    assert dict(sorted(counts(dataset, question).items())) == GIVEN
    assert doubts(dataset) == []


@pytest.mark.parametrize(
    "question",
    ["Rank these", "In order of importance", "Ordnen Sie nach Wichtigkeit: Reihenfolge",
     "Classez ces problèmes", "Ordene los problemas", "Uszereguj problemy", "Sıralayınız",
     "رتب المشكلات", "Расставьте проблемы", "请排序", "순위를 매기세요"],
)  # fmt: skip
def test_a_question_may_say_that_answers_are_ranked(tmp_path, question):
    names = " | ".join(f"{question} - {at}" for at in (1, 2, 3))
    dataset = read(tmp_path, names, *UP_TO_THREE, times=3)
    (battery,) = dataset.codebook.batteries
    assert (battery.shape, doubts(dataset)) == (RANKS, [])


@pytest.mark.parametrize(
    ("names", "people"),
    [
        ("t_1 | t_2 | t_3", ALL),
        ("t [Rank 1] | t [Rank 2] | t [Rank 3]", UP_TO_THREE),
        ("lastpage | startlanguage | submitdate | t[1] | t[2] | t[3]",
         [f"1 | de | 2024-01-01 | {one}" for one in UP_TO_THREE]),
    ],
)  # fmt: skip
def test_all_things_put_somewhere_headings_and_programs_make_a_ranking(tmp_path, names, people):
    dataset = read(tmp_path, names, *people, times=3)
    (battery,) = dataset.codebook.batteries
    assert (battery.shape, doubts(dataset)) == (RANKS, [])


@pytest.mark.parametrize(
    ("said", "shape"), [("ranking", RANKS), ("multiple choice", None), ("single choice", None)]
)
def test_what_is_said_of_columns_that_may_be_ranks_settles_it(tmp_path, said, shape):
    block = "".join(f'[columns.t_{at}]\ntype = "{said}"\n' for at in (1, 2, 3))
    dataset = read(tmp_path, "t_1 | t_2 | t_3", *UP_TO_THREE, times=3, codebook=block)
    assert [one.shape for one in dataset.codebook.batteries] == ([shape] if shape else [])
    types = {one.type for one in dataset.codebook.variables}
    expected = {"multiple choice": SEVERAL, "single choice": CHOICE}
    assert types == {expected.get(said, VariableType.NUMERIC)}
    assert doubts(dataset) == []


def test_codes_of_which_none_comes_twice_and_later_columns_are_empty_are_mentions(tmp_path):
    people = ["1 | | ", "2 | 4 | ", "4 | 1 | 2", "7 | | ", "7 | 2 | 4", "2 | 7 | ", "1 | 4 | 7"]
    dataset = read(tmp_path, "t_1 | t_2 | t_3", *people, times=6)
    assert counts(dataset, "t") == {"1": 18, "2": 24, "4": 24, "7": 24}
    assert len(doubts(dataset)) == 1


@pytest.mark.parametrize(
    "people",
    [
        ["1 | 5 | 3", "2 | 2 | 4", "4 | 1 | 2", "5 | 5 | "],  # points
        ["2 | 0 | 1", "0 | 3 | 0", "1 | 1 | 1", "0 | | "],  # how many
        ["Often | Never | ", "Never | Never | Often", "Rarely | Often | Never"],
    ],
)
def test_rows_of_a_grid_are_no_mentions(tmp_path, people):
    dataset = read(tmp_path, "t_1 | t_2 | t_3", *people, times=6)
    assert SEVERAL not in {one.type for one in dataset.codebook.variables}
    assert labels(dataset.codebook["t_1"])


# -- how many, and points --------------------------------------------------------------------------


def test_small_numbers_from_zero_on_are_points_or_counts_which_is_doubted(tmp_path):
    people = ["0 | 2 | 1", "3 | 0 | 0", "1 | 5 | 0", "0 | 1 | 4"]
    dataset = read(tmp_path, "pets[dogs] | pets[cats] | pets[fish]", *people, times=4)
    assert dataset.codebook["pets.dogs"].type is SCALE
    assert len(doubts(dataset)) == 1
    said = "".join(
        f'[columns."pets[{one}]"]\ntype = "number"\n' for one in ("dogs", "cats", "fish")
    )
    counted = read(
        tmp_path, "pets[dogs] | pets[cats] | pets[fish]", *people, times=4, codebook=said
    )
    assert {one.type for one in counted.codebook.variables} == {VariableType.NUMERIC}
    assert doubts(counted) == []


@pytest.mark.parametrize("points", ["1 | 5 | 3", "0 | 10 | 7"])
def test_points_from_one_on_and_up_to_ten_are_no_counts(tmp_path, points):
    dataset = read(tmp_path, "q[a] | q[b] | q[c]", points, "2 | 4 | 5", "3 | 3 | 1", times=4)
    assert (dataset.codebook["q.a"].type, doubts(dataset)) == (SCALE, [])
