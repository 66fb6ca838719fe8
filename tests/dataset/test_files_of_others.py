"""Kinds of files that real surveys publish, each as a small invented one that shows the kind."""

import datetime

import openpyxl
import pytest

from rundfrage.codebook import Use, VariableType
from rundfrage.codebook.shapes import RATINGS
from rundfrage.dataset.files import read_dataset

CHOICE, SCALE, SEVERAL = VariableType.CATEGORICAL, VariableType.ORDINAL, VariableType.MULTIPLE


@pytest.fixture
def read(tmp_path):
    def reads(*rows, times=1, name="answers.csv"):
        """The file of these rows, a heading and people, the people repeated."""
        heading, *people = rows
        (tmp_path / name).write_text("\n".join([heading, *people * times]), encoding="utf-8")
        return read_dataset(tmp_path / name)

    return reads


def labels(variable):
    return [one.label.source for one in variable.categories]


def counts(dataset, name):
    """How often each answer of a variable was given."""
    variable, column = dataset.codebook[name], dataset.columns[name]
    if variable.type is SEVERAL:
        return dict(zip(labels(variable), (column.marks == 1).sum(axis=1).tolist(), strict=True))
    return {one: int((column.codes == at).sum()) for at, one in enumerate(labels(variable))}


# -- what is no scale ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "answers", ["Sí|No", "Sì|No", "Да|Нет", "Da|Ne sais pas|Non", "Да|Затрудняюсь ответить|Нет"]
)
def test_yes_and_no_are_no_scale_whatever_stands_beside_them(read, answers):
    dataset = read("q", *answers.split("|"), times=6)
    assert dataset.codebook["q"].type is CHOICE


def test_numbers_that_count_answers_order_none(read):
    dataset = read("q", "1. North", "2. South", "3. East", times=5)
    assert dataset.codebook["q"].type is CHOICE
    graded = read("q", "1. Klasse", "2. Klasse", "3. Klasse", times=5)
    assert labels(graded.codebook["q"]) == ["1. Klasse", "2. Klasse", "3. Klasse"]
    assert graded.codebook["q"].type is SCALE


def test_what_stands_beside_a_scale_is_told_with_its_count(read):
    dataset = read("q_1,q_2", "Agree,Don't know", "Neutral,Agree", "Agree,Disagree", times=4)
    assert dict(dataset.account.entries[1].missing) == {"Don't know": 4}
    alone = read("q", "Agree", "Don't know", "Disagree", "Strongly agree", times=4)
    assert dict(alone.account.entries[0].missing) == {"Don't know": 4}


@pytest.mark.parametrize(
    ("answers", "odd"),
    [
        ("Daily|Weekly|Monthly|I don't drive", "I don't drive"),
        ("Often|Rarely|Never|Never, and so it stays", "Never, and so it stays"),
        ("1-5 km|6-10 km|11-20 km|At home", "At home"),
        ("Very fond|Fond|Not fond|Fondly", "Fondly"),
    ],
)
def test_answers_that_were_a_scale_but_for_one_are_doubted(read, answers, odd):
    rows = [f'"{one}"' for one in answers.split("|")]
    dataset = read("q,age", *(f"{one},{at}" for at, one in enumerate(rows * 6)))
    assert dataset.codebook["q"].type is CHOICE
    (doubt,) = dataset.account.doubts
    assert odd[:30] in str(doubt.found)


@pytest.mark.parametrize("answers", ["Red|Green|Blue|Grey", "Often|Rarely|Never|Other", "Yes|No"])
def test_choices_are_not_doubted_to_be_scales(read, answers):
    rows = answers.split("|")
    dataset = read("q,age", *(f"{one},{at}" for at, one in enumerate(rows * 6)))
    assert dataset.account.doubts == ()


def test_the_rows_of_a_grid_that_were_a_scale_but_for_one_are_doubted_once(read):
    people = ["Often,Never,I can't,31", "I can't,Rarely,Never,42", "Rarely,I can't,Often,53"]
    dataset = read("go[Bus],go[Train],go[Boat],age", *people * 4, "Often,Often,Never,7")
    (doubt,) = dataset.account.doubts
    assert len(doubt.variables) == 3


# -- which columns are one question ----------------------------------------------------------------


def test_names_that_begin_alike_are_items_of_a_grid_and_two_grids_are_told_apart(read):
    items = ["COST", "CODE.OF.CONDUCT", "LICENSE"]
    names = [f"{who}.PRIORITIES.{item}" for who in ("USER", "AUTHOR") for item in items]
    people = [
        "Agree,Neutral,Agree,Agree,Agree,Disagree",
        "Disagree,Agree,Agree,Neutral,Agree,Agree",
    ]
    dataset = read(",".join(names), *people, times=4)
    assert [(one.name, len(one.members)) for one in dataset.codebook.batteries] == [
        ("USER.PRIORITIES", 3),
        ("AUTHOR.PRIORITIES", 3),
    ]


@pytest.mark.parametrize("names", ["a1,a2,a3", "q0007_0001,q0007_0002,q0007_0003"])
def test_numbers_behind_a_name_are_items(read, names):
    dataset = read(names, "Often,Never,Rarely", "Rarely,Often,Never", times=5)
    (battery,) = dataset.codebook.batteries
    assert (battery.shape, len(battery.members)) == (RATINGS, 3)


def test_marks_under_a_name_in_parts_are_one_question(read):
    names = "TYPE.FOLLOW,TYPE.USE.APPS,TYPE.USE.LIBRARIES,TYPE.OTHER"
    dataset = read(names, "1,0,1,0", "0,0,1,1", times=5)
    assert counts(dataset, "TYPE") == {
        "FOLLOW": 5, "USE.APPS": 0, "USE.LIBRARIES": 10, "OTHER": 5,
    }  # fmt: skip


def test_questions_of_yes_and_no_in_a_row_stay_apart(read):
    dataset = read("q1,q2,q3", "yes,no,no", "no,yes,no", times=5)
    assert [one.type for one in dataset.codebook.variables] == [CHOICE] * 3


def test_options_that_say_not_selected_are_one_question(read):
    dataset = read(
        "q4_0001,q4_0002,q4_0003",
        "Father,Not selected,Friends", "Not selected,Mother,Not selected",
        times=5,
    )  # fmt: skip
    assert counts(dataset, "q4") == {"Father": 5, "Mother": 5, "Friends": 5}


def test_columns_without_a_name_hold_more_options_of_the_question_before(read):
    dataset = read(
        "Field,Column2,Column3,Column4,Age",
        "Law,,,,31", ",Arts,,,42", "Law,Arts,,,53", ",,,Dance,64",
        ",Arts,,Tango,75", "Law,,,Opera,65",
        times=3,
    )  # fmt: skip
    assert counts(dataset, "Field") == {"Law": 9, "Arts": 9, "3": 0, "Other": 9}


def test_headings_of_whole_sentences_share_their_question(read):
    stem = "3) Choose your field (see list v. 2). Please tick.&nbsp;"
    dataset = read(
        ",".join(f"{stem} {one}" for one in ("Law", "<b>Arts</b>", "Other:", "Other:")),
        "Law,,,", ",Arts,,", "Law,,Other,Dance", ",Arts,Other,Drama",
        times=2,
    )  # fmt: skip
    (question,) = [one for one in dataset.codebook.variables if one.type is SEVERAL]
    assert counts(dataset, question.name) == {"Law": 4, "Arts": 4, "Other": 4}
    assert question.label.source == "3) Choose your field (see list v. 2). Please tick."


def test_a_grid_without_a_question_is_a_grid_and_its_commas_cut_nothing(read):
    dataset = read(
        "Timestamp,[Dante],[Giotto],[Galileo]",
        '1/2/2025 10:00:01,"Yes, he is","No, he is not","Yes, he is"',
        '1/2/2025 10:00:02,"No, he is not","Yes, he is","Yes, he is"',
        times=6,
    )  # fmt: skip
    (battery,) = dataset.codebook.batteries
    assert [dataset.codebook[one].item.source for one in battery.members] == [
        "Dante", "Giotto", "Galileo",
    ]  # fmt: skip


def test_the_same_question_asked_twice_is_no_multiple_choice(read):
    dataset = read("Used VR/AR at work?,Used VR/AR at work?", "Yes,", "No,", ",Yes", ",No", times=4)
    assert [one.type for one in dataset.codebook.variables] == [CHOICE, CHOICE]


def test_people_who_left_some_of_the_yes_and_no_empty_are_in_no_base_of_them(read):
    dataset = read("p.a,p.b,p.c", "yes,no,", "no,yes,no", "yes,,yes", times=9)
    assert counts(dataset, "p.b") == {"yes": 9, "no": 9}


def test_a_text_beside_the_rows_of_a_grid_makes_it_no_less_a_grid(read):
    people = [
        "Often,Never,Never,on foot,31",
        "Rarely,Often,Never,,42",
        "Often,Often,Rarely,sledge,53",
    ]
    dataset = read("How often by?,,,,Age", "Bus,Train,Boat,What else?,", *people * 4)
    (battery,) = dataset.codebook.batteries
    assert len(battery.members) == 3


def test_questions_above_response_that_begin_alike_are_a_grid(read):
    how = "How often do you go: "
    rows = ["Often,Often,Never", "Rarely,Often,Never", "Never,Rarely,Never", "Often,Rarely,Rarely"]
    people = [f"7{at},{rows[at % 4]}" for at in range(10, 22)]
    names = f"Respondent ID,{how}out,{how}home,{how}abroad"
    dataset = read(names, ",Response,Response,Response", *people)
    (battery,) = dataset.codebook.batteries
    assert len(battery.members) == 3


# -- headings in rows, and codes -------------------------------------------------------------------


def test_two_numbers_are_codes_of_two_answers_and_have_no_mean(read):
    dataset = read("smokes,sex,age", "0,1,31", "1,2,45", "0,2,52", times=4)
    assert [one.type for one in dataset.codebook.variables][:2] == [CHOICE, CHOICE]
    assert counts(dataset, "sex") == {"1": 4, "2": 8}
    assert [one.code for one in dataset.codebook["smokes"].categories] == [0, 1]


def test_versions_are_no_quantities(read):
    dataset = read("Which version do you use?", "3.7", "3.10", "2.7", "3.1", times=4)
    assert counts(dataset, "Which version do you use?") == {
        "2.7": 4, "3.1": 4, "3.10": 4, "3.7": 4,
    }  # fmt: skip


def test_questions_stand_above_their_options_or_alone_in_the_row_below(read):
    dataset = read(
        ",Which tools?,,,,,Field?,",
        "#,Mail,Chat,Phone,Other,How old are you?,Law,Arts",
        "a1,Mail,,Phone,,31,Law,", "b2,Mail,Chat,,Pigeons,42,,Arts", "c3,,Chat,,Flags,53,Law,Arts",
    )  # fmt: skip
    assert dataset.n == 3
    assert counts(dataset, "Which tools?") == {"Mail": 2, "Chat": 2, "Phone": 1, "Other": 2}
    assert counts(dataset, "Field?") == {"Law": 2, "Arts": 2}
    assert dataset.columns["How old are you?"].values.tolist() == [31, 42, 53]


def test_answers_that_are_codes_are_doubted(read):
    dataset = read(
        ",Q1,Q2_1,Q2_2,Q2_3,Q3_1,Q3_2",
        "Respondent ID,Which region?,Which tools?,,,How often?,",
        ",Response,Mail,Chat,Phone,Abroad,Home",
        "71,1,1,,3,3,1", "72,4,,2,3,2,2", "73,3,1,2,,1,3",
    )  # fmt: skip
    assert dataset.n == 3
    assert counts(dataset, "Q2") == {"Mail": 2, "Chat": 2, "Phone": 2}
    assert dataset.codebook["Q1"].type is CHOICE
    assert "codes" in str(dataset.account.doubts[0].found)


# -- several answers in a cell ---------------------------------------------------------------------


def test_a_cell_that_is_other_cells_put_together_holds_several_answers(read):
    dataset = read(
        "q",
        '"Yes, daily"', '"Mail"', '"Mail, Yes, daily"', '"Chat, phone"', '"Chat, phone, Mail"',
        times=5,
    )  # fmt: skip
    assert counts(dataset, "q") == {"Yes, daily": 10, "Mail": 15, "Chat, phone": 10}


def test_commas_in_labels_of_a_form_are_no_marks_between_answers(read):
    dataset = read(
        "Timestamp,How did you like it?",
        '1/2/2025 10:00:01,"Well, I came again"', '1/2/2025 10:00:02,"Badly, I left"',
        '1/2/2025 10:00:03,"Well, I came again"',
        times=5,
    )  # fmt: skip
    assert counts(dataset, "How did you like it?") == {"Well, I came again": 10, "Badly, I left": 5}


def test_a_mark_that_stands_in_no_sentence_cuts_many_options_that_hardly_stand_alone(read):
    many = [f"Tool{number}" for number in range(90)]
    cells = [";".join(many[at * 7 % 88 :][: 2 + at % 3]) for at in range(400)]
    dataset = read("q,age", *(f"{cell},{at}" for at, cell in enumerate(cells)))
    assert len(counts(dataset, "q")) == 90


def test_a_mark_behind_the_last_answer_is_no_answer(read):
    dataset = read("q,age", "Mail;Chat;,31", "Chat;,42", "Phone;Mail;,53", "Mail;,64", times=5)
    assert counts(dataset, "q") == {"Mail": 15, "Chat": 10, "Phone": 5}


def test_a_column_that_fits_ill_makes_options_no_less_one_question(read):
    names = [f"uses_{number}" for number in range(1, 9)]
    row = ["Mail", "Chat", "Phone", "Post", "Fax", "Radio", "Signs", ""]
    odd = [[*row[:-1], word] for word in ("some", "text", "of", "their own")]
    dataset = read(",".join(names), *map(",".join, [*odd, [""] * 7 + ["else"], row]), times=3)
    assert counts(dataset, "uses")["Mail"] == 15


def test_two_questions_with_the_same_options_are_doubted(read):
    dataset = read(
        "One: Mail,One: Chat,One: Phone,Two: Mail,Two: Chat,Two: Fax",
        "Mail,,Phone,,Chat,Fax", ",Chat,,Mail,,", "Mail,Chat,,,,Fax",
        times=5,
    )  # fmt: skip
    assert "same options" in " ".join(str(one.found) for one in dataset.account.doubts)


# -- numbers, points and moments -------------------------------------------------------------------


def test_numbers_beside_numbers_of_a_grid_stay_numbers(read):
    people = [f"{at % 2},{at % 14},{at % 23}" for at in range(60)]
    dataset = read("children_1,children_2,children_3", *people)
    assert {one.type for one in dataset.codebook.variables} == {VariableType.NUMERIC}


def test_points_keep_their_order_beside_words_of_no_opinion_and_codes_are_doubted(read):
    dataset = read("q_1,q_2,q_3", "1,DK,10", "10,5,99", "4,7,2", times=6)
    (battery,) = dataset.codebook.batteries
    assert battery.shape == RATINGS
    assert labels(dataset.codebook["q_1"]) == ["1", "2", "4", "5", "7", "10"]
    assert "99" in " ".join(str(one.found) for one in dataset.account.doubts)


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("Submit.Date", [f"2024-03-{day:02} 10:{day:02}:07" for day in range(1, 29)]),
        ("Zip.Code", [f"{number:05}" for number in (10115, 2139, 90210, 60601, 94110)] * 3),
        ("Elapsed.Time", [f"{minute}:07" for minute in range(10, 40)]),
        ("entry", [str(11842073 + 913 * at) for at in range(20)]),
    ],
)
def test_what_programs_note_is_set_aside(read, name, cells):
    dataset = read(f"{name},q", *(f"{cell},{'Mail' if at % 2 else 'Chat'}" for at, cell in
                                  enumerate(cells)))  # fmt: skip
    assert [one.use is Use.ANSWER for one in dataset.codebook.variables] == [False, True]


def test_sums_of_money_are_no_identifiers(read):
    dataset = read("income", *(str(1_000_000 + 50_000 * at) for at in range(30)))
    assert dataset.codebook["income"].type is VariableType.NUMERIC


def test_texts_that_come_again_are_doubted(read):
    dataset = read("where,age", *(f"Place number {at % 145},{at % 61}" for at in range(400)))
    (doubt,) = dataset.account.doubts
    assert str(doubt.found) == "400 people gave only 145 different texts."


def test_moments_of_a_workbook_keep_their_time_of_day(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["Date", "Born"])
    for minute in range(20):
        moment = datetime.datetime(2024, 3, 1, 10, minute, 7)  # noqa: DTZ001  Excel knows no zones
        book.active.append([moment, datetime.datetime(1990, 3, 1 + minute)])  # noqa: DTZ001
    book.save(tmp_path / "a.xlsx")
    dataset = read_dataset(tmp_path / "a.xlsx")
    assert [one.use for one in dataset.codebook.variables] == [Use.ASIDE, Use.ANSWER]


@pytest.mark.parametrize("word", ["Response", "Antwort", "Réponse"])
def test_who_wrote_response_is_a_person(read, word):
    people = [f"{age},{sex},fine" for age, sex in zip(range(20, 32), "mf" * 6, strict=True)]
    dataset = read("age,sex,why", f"31,m,{word}", *people)
    assert dataset.n == 13
    rows = [f"7{at},{row[:2]},fine" for at, row in enumerate(people)]
    numbered = read("Respondent ID,age,why", f"70,31,{word}", *rows)
    assert numbered.n == 13


def test_response_below_all_questions_is_no_person(read):
    people = [f"{age},fine" for age in range(20, 32)]
    assert read("How old are you?,Why?", "Response,Open-Ended Response", *people).n == 12
