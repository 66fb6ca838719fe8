"""The codebook file beside answers: what was concluded, and what people put right there."""

import tomllib
from dataclasses import replace
from pathlib import Path

import numpy as np
import openpyxl
import pytest

from rundfrage.codebook import Missing, Use, VariableType
from rundfrage.codebook.shapes import RANKS
from rundfrage.dataset import Coded
from rundfrage.dataset.files import codebook_beside, read_dataset, write_codebook, write_dataset
from rundfrage.dataset.intake.edits import beside
from rundfrage.dataset.intake.edits_writing import write_edits
from rundfrage.dataset.intake.options import Options
from rundfrage.errors import Problem
from rundfrage.text import Text

SHEET = """\
id,sex,score,mood,use.bus,use.tram,tools,when,rate - a,rate - b
1,f,5,so so,1,0,"saw, axe",3/4/2026,good,poor
2,m,999,fine,0,1,axe,5/6/2026,poor,good
3,f,7,grim,1,1,"saw, file",1/2/2026,good,good
4,m,3,fine,0,0,saw,7/8/2026,poor,poor
5,f,4,so so,1,0,"axe, file",9/10/2026,good,poor
6,m,8,grim,0,1,"saw, axe, file",2/3/2026,poor,good
"""


@pytest.fixture(name="file")
def file_of_answers(tmp_path):
    path = tmp_path / "answers.csv"
    path.write_text(SHEET, encoding="utf-8")
    return path


def said(file, words):
    beside(file).write_text(words, encoding="utf-8")
    return read_dataset(file)


def test_what_is_written_unchanged_changes_nothing(file):
    before = read_dataset(file)
    assert write_edits(before, file) == beside(file)
    after = read_dataset(file)
    assert after.codebook == before.codebook
    assert dict(after.columns) == dict(before.columns)


def test_nobodys_corrections_are_written_over(file):
    beside(file).write_text("")
    with pytest.raises(Problem) as caught:
        write_edits(read_dataset(file), file)
    assert caught.value.code == "codebook-exists"


def test_a_type_an_order_labels_and_missing_codes_are_put_right(file):
    dataset = said(
        file,
        """
        [columns.sex]
        name = "gender"
        label = "Your gender?"
        labels = { f = "female", m = "male" }
        answers = ["male", "female"]
        [columns.score]
        missing = { 999 = "refused" }
        [columns.mood]
        type = "scale"
        answers = ["fine", "so so", "grim"]
        [columns.id]
        use = "answer"
        """,
    )
    gender = dataset.codebook["gender"]
    assert gender.label.source == "Your gender?"
    assert [one.label.source for one in gender.categories] == ["male", "female"]
    assert dataset.columns["gender"].codes.tolist() == [1, 0, 1, 0, 1, 0]
    assert dataset.columns["score"].reasons.tolist() == [0, Missing.REFUSED, 0, 0, 0, 0]
    mood = dataset.codebook["mood"]
    assert (mood.type, [one.label.source for one in mood.categories]) == (
        VariableType.ORDINAL, ["fine", "so so", "grim"],
    )  # fmt: skip
    assert dataset.codebook["id"].use is Use.ANSWER


def test_groups_are_parted_and_made(file):
    dataset = said(
        file,
        """
        [columns."use.bus"]
        question = ""
        [columns."use.tram"]
        question = ""
        [columns.sex]
        question = "pair"
        [columns.score]
        use = "weight"
        """,
    )
    assert "use" not in dataset.codebook
    assert dataset.codebook["use.bus"].type is VariableType.CATEGORICAL
    assert dataset.codebook["score"].use is Use.WEIGHT


def test_several_answers_in_a_cell_are_cut_where_it_is_said(file):
    dataset = said(file, '[columns.tools]\ntype = "multiple choice"\nsplit = ", "\n')
    tools = dataset.codebook["tools"]
    assert sorted(one.label.source for one in tools.categories) == ["axe", "file", "saw"]
    assert np.sort((dataset.columns["tools"].marks == 1).sum(axis=1)).tolist() == [3, 4, 4]


def test_what_is_no_number_is_left_out_with_a_warning(file):
    dataset = said(file, '[columns.mood]\ntype = "number"\n')
    assert set(dataset.columns["mood"].reasons.tolist()) == {int(Missing.LEFT_BLANK)}
    assert any("are none" in doubt.found for doubt in dataset.account.doubts)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("[columns.nowhere]\ntype = 'text'\n", "column-absent"),
        ("[columns.sex]\ntype = 'nonsense'\n", "codebook-entry"),
        ("[columns.sex]\nsort = 'down'\n", "codebook-entry"),
        ("[columns.sex]\nmissing = { f = 'lost' }\n", "codebook-entry"),
        ("[columns.sex\n", "codebook-unreadable"),
        ("[rows]\n", "codebook-entry"),
        ("columns = 3\n", "codebook-entry"),
        ("[file]\nskip = 'two'\n", "codebook-entry"),
    ],
)
def test_what_has_no_sense_is_a_problem_with_its_place(file, words, code):
    with pytest.raises(Problem) as caught:
        said(file, words)
    assert caught.value.code == code
    assert caught.value.where.file == str(beside(file))


def test_what_the_user_says_counts_more_than_the_file(file):
    dataset = read_dataset(file, options=Options(missing=("so so", "999")))
    assert dataset.columns["score"].reasons[1] == Missing.LEFT_BLANK
    assert int((dataset.columns["mood"].reasons == 0).sum()) == 4


@pytest.mark.parametrize(
    ("options", "code"),
    [({"encoding": "klingon"}, "encoding-unknown"), ({"decimal": ";"}, "decimal-mark-unknown")],
)
def test_an_option_without_sense_is_a_problem(options, code):
    with pytest.raises(Problem) as caught:
        Options(**options)
    assert caught.value.code == code


# -- several answers in a cell ---------------------------------------------------------------------

CHANNELS = "how\n" + "".join(
    f'"{cell}"\n'
    for cell in ("Mail", "Mail, Chat", "Mail, or a letter, Chat", "Chat", "Mail, pigeons", "") * 3
)


@pytest.mark.parametrize(
    "words",
    [
        'type = "multiple choice"\nanswers = ["Fax", "Mail", "Mail, or a letter", "Chat", "Other"]',
        'split = ","\nanswers = ["Fax", "Mail", "Mail, or a letter", "Chat", "Other"]',
    ],
)
def test_named_options_may_hold_commas_and_be_chosen_by_nobody(tmp_path, words):
    (tmp_path / "a.csv").write_text(CHANNELS)
    dataset = said(tmp_path / "a.csv", f"[columns.how]\n{words}\n")
    how = dataset.codebook["how"]
    assert [one.label.source for one in how.categories] == [
        "Fax", "Mail", "Mail, or a letter", "Chat", "Other",
    ]  # fmt: skip
    assert (dataset.columns["how"].marks == 1).sum(axis=1).tolist() == [0, 9, 3, 9, 3]
    assert dataset.columns["how.other.text"].values[4] == "pigeons"


def test_named_answers_that_all_cells_are_made_of_are_a_multiple_choice(tmp_path):
    (tmp_path / "a.csv").write_text(CHANNELS.replace("pigeons", "Chat"))
    words = '[columns.how]\nanswers = ["Mail, or a letter", "Mail", "Chat", "Fax"]\n'
    dataset = said(tmp_path / "a.csv", words)
    assert dataset.codebook["how"].type is VariableType.MULTIPLE
    assert (dataset.columns["how"].marks == 1).sum(axis=1).tolist() == [3, 9, 12, 0]


def test_parts_of_cells_are_shown_by_their_labels(tmp_path):
    (tmp_path / "a.csv").write_text("how\n1 3\n3\n1 2 3\n1\n")
    words = '[columns.how]\ntype = "multiple choice"\nsplit = " "\n'
    words += "labels = { 3 = 'Chat', 1 = 'Mail', 2 = 'Fax', 4 = 'Call' }\n"
    dataset = said(tmp_path / "a.csv", words)
    labels = [one.label.source for one in dataset.codebook["how"].categories]
    assert labels == ["Chat", "Mail", "Fax", "Call"]
    assert (dataset.columns["how"].marks == 1).sum(axis=1).tolist() == [3, 3, 1, 0]


def test_a_single_choice_can_be_said_to_be_a_multiple_one(tmp_path):
    (tmp_path / "a.csv").write_text("how\nMail\nChat\nMail\n")
    dataset = said(tmp_path / "a.csv", '[columns.how]\ntype = "multiple choice"\n')
    assert dataset.columns["how"].marks.tolist() == [[1, 0, 1], [0, 1, 0]]


def test_things_in_an_order_can_be_said_to_be_a_ranking_though_some_ranked_few(tmp_path):
    (tmp_path / "a.csv").write_text('what\n"Pay, Team"\n"Team, Pay, A desk, too"\nPay\n')
    words = '[columns.what]\ntype = "ranking"\nanswers = ["A desk, too", "Pay", "Team"]\n'
    dataset = said(tmp_path / "a.csv", words)
    battery = dataset.codebook.battery("what")
    assert (battery.shape, battery.members) == (RANKS, ("what.a_desk_too", "what.pay", "what.team"))
    assert dataset.columns["what.pay"].values.tolist() == [1, 2, 1]
    assert dataset.columns["what.team"].reasons.tolist() == [0, 0, Missing.LEFT_BLANK]


def test_an_order_can_be_said_to_be_a_multiple_choice(tmp_path):
    (tmp_path / "a.csv").write_text('what\n"a, b, c"\n"b, a, c"\n"c, b, a"\n')
    assert read_dataset(tmp_path / "a.csv").codebook.battery("what").shape == RANKS
    dataset = said(tmp_path / "a.csv", '[columns.what]\ntype = "multiple choice"\n')
    assert dataset.codebook["what"].type is VariableType.MULTIPLE


EXPORTS = Path(__file__).parent / "exports"


@pytest.mark.parametrize("name", sorted(one.name for one in EXPORTS.iterdir() if one.is_file()))
def test_what_is_written_unchanged_changes_nothing_of_any_export(tmp_path, name):
    file = tmp_path / name
    file.write_bytes((EXPORTS / name).read_bytes())
    before = read_dataset(file)
    write_edits(before, file)
    after = read_dataset(file)
    # What stands aside may stand elsewhere.
    assert {one.name: one for one in after.codebook.variables} == {
        one.name: one for one in before.codebook.variables
    }
    assert after.codebook.batteries == before.codebook.batteries
    assert dict(after.columns) == dict(before.columns)


# -- a whole codebook beside a file from elsewhere -------------------------------------------------


@pytest.mark.parametrize("name", sorted(one.name for one in EXPORTS.iterdir() if one.is_file()))
def test_a_whole_codebook_fits_the_export_that_it_was_written_of(tmp_path, name):
    file = tmp_path / name
    file.write_bytes((EXPORTS / name).read_bytes())
    before = read_dataset(file)
    write_codebook(before.codebook, codebook_beside(file))
    after = read_dataset(file)
    assert after.codebook == before.codebook
    assert dict(after.columns) == dict(before.columns)


def test_what_a_whole_codebook_corrects_counts_for_several_answers_in_a_cell(tmp_path):
    file = tmp_path / "a.csv"
    file.write_text(CHANNELS.replace("how", "Which (select all that apply)"))
    before = read_dataset(file)
    (how,) = before.codebook.variables
    mail, *others = how.categories
    fax = replace(mail, name="fax", label=Text.of("Fax"), code=9)
    post = replace(mail, label=Text.of("Post"))
    corrected = replace(how, label=Text.of("How?"), categories=(fax, post, *others))
    write_codebook(replace(before.codebook, variables=(corrected,)), codebook_beside(file))
    dataset = read_dataset(file)
    assert dataset.codebook[how.name] == corrected
    chosen = (before.columns[how.name].marks == 1).sum(axis=1).tolist()
    assert (dataset.columns[how.name].marks == 1).sum(axis=1).tolist() == [0, *chosen]


def test_an_answer_that_the_codebook_does_not_know_stays_a_problem(tmp_path):
    file = tmp_path / "a.csv"
    file.write_text("q\nyes\nno\nyes\n")
    write_codebook(read_dataset(file).codebook, codebook_beside(file))
    file.write_text("q\nyes\nno\nperhaps\n")
    with pytest.raises(Problem) as caught:
        read_dataset(file)
    assert caught.value.code == "answer-unknown"


def test_a_number_left_out_under_a_whole_codebook_is_doubted(tmp_path):
    file = tmp_path / "a.csv"
    file.write_text("pay\n" + "\n".join(map(str, [2000, 1000, 1500] * 6)) + "\n")
    write_codebook(read_dataset(file).codebook, codebook_beside(file))
    file.write_text("pay\n$1200\n$1300\n$9999999999999999999999\n" + "$1400\n" * 9)
    dataset = read_dataset(file)
    assert dataset.columns["pay"].values[:2].tolist() == [1200, 1300]
    assert any("too large" in doubt.found for doubt in dataset.account.doubts)


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_rows_that_hold_nothing_are_no_people_with_a_codebook_either(tmp_path, suffix):
    file = tmp_path / f"a{suffix}"
    rows = [["q1", "q2"], ["a", "b"], ["", " "], ["b", "b"], ["", ""], ["a", "b"]]
    if suffix == ".csv":
        file.write_text("\n".join(map(",".join, rows)) + "\n")
    else:
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        book.save(file)
    before = read_dataset(file)
    write_codebook(before.codebook, codebook_beside(file))
    after = read_dataset(file)
    assert (before.n, after.n) == (3, 3)
    assert any("hold nothing" in doubt.found for doubt in after.account.doubts)


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_who_answered_nothing_stays_a_person_in_files_written_here(tmp_path, suffix):
    (tmp_path / "a.csv").write_text("q1,q2\n" + "a,b\nb,b\n" * 6)
    dataset = read_dataset(tmp_path / "a.csv")
    blank = {name: Coded(np.array([0, -4, 0] * 4, np.int16)) for name in dataset.columns}
    write_dataset(replace(dataset, columns=blank), tmp_path / f"b{suffix}")
    again = read_dataset(tmp_path / f"b{suffix}")
    assert (again.n, again.account) == (12, None)
    assert again.columns["q1"].codes.tolist() == [0, -4, 0] * 4


ALIKE = {
    "headings that stand twice": "q,Comment,q,Comment\n" + "a,ok,1,fine\nb,ok,2,bad\n" * 4,
    "numbers with thousands": 'pay\n"1,234"\n"5,678"\n"2,100"\n',
    "numbers of German files": "pay;q\n1.234;a\n5.678;b\n2,5;a\n",
    "words that are codes of others": "n\n" + "2\n3\nmany\n3\nmany\n3\n" * 4,
    "American days": "day\n5/13/2024\n5/14/2024\n12/31/2024\n",
    "remarks of one name": "Q[comment],Q[comment]\n" + "it is,so\nit was,not\n" * 3,
}


@pytest.mark.parametrize("name", ALIKE)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_whole_codebook_reads_cells_as_they_were_concluded(tmp_path, name, encoding):
    file = tmp_path / "a.csv"
    file.write_text(ALIKE[name], encoding=encoding)
    before = read_dataset(file)
    write_codebook(before.codebook, codebook_beside(file))
    after = read_dataset(file)
    assert after.codebook == before.codebook
    assert dict(after.columns) == dict(before.columns)


def test_a_codebook_that_means_one_of_two_columns_of_a_name_is_a_problem(tmp_path):
    file = tmp_path / "a.csv"
    file.write_text("q\na\nb\na\n")
    write_codebook(read_dataset(file).codebook, codebook_beside(file))
    file.write_text("q,q\na,b\nb,a\n")
    with pytest.raises(Problem) as caught:
        read_dataset(file)
    assert (caught.value.code, caught.value.where.name) == ("column-named-twice", "q")


@pytest.mark.parametrize(
    ("heads", "keys"),
    [
        ("color,#1,#2", ["color", "#1", "#2"]),
        ("#2,size,size", ["#2", "size", "#3"]),
        ("#2,#2,size", ["#2", "##2", "size"]),
        ("#3,size,size", ["#3", "size", "##3"]),
    ],
)
def test_a_heading_that_looks_like_a_place_is_no_other_column(tmp_path, heads, keys):
    file = tmp_path / "answers.csv"
    rows = [f"{'red' if n % 2 else 'blue'},{n % 3 + 1},{'pqr'[n % 3]}" for n in range(40)]
    file.write_text("\n".join([heads, *rows]), encoding="utf-8")
    before = read_dataset(file)
    write_edits(before, file)
    assert list(tomllib.loads(beside(file).read_text(encoding="utf-8"))["columns"]) == keys
    after = read_dataset(file)
    assert after.codebook == before.codebook
    assert dict(after.columns) == dict(before.columns)
    third = said(file, f'[columns."{keys[2]}"]\ntype = "text"')
    types = [one.type is VariableType.TEXT for one in third.codebook.variables]
    assert types == [False, False, True]


def test_a_scale_of_numbers_keeps_their_order_whatever_they_are_called(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("sat\n" + "1\n2\n3\n3\n4\n5\n" * 4)
    words = ["very bad", "bad", "so so", "good", "very good"]
    labels = ", ".join(f'"{number}" = "{word}"' for number, word in enumerate(words, 1))
    for said in (labels, '"1" = "very bad", "5" = "very good"'):
        book = f'[columns.sat]\ntype = "scale"\nlabels = {{ {said} }}\n'
        (tmp_path / "a.codebook.toml").write_text(book)
        dataset = read_dataset(path)
        categories = dataset.codebook["sat"].categories
        assert [one.code for one in categories] == [1, 2, 3, 4, 5]
        assert (categories[0].label.source, categories[4].label.source) == (words[0], words[4])
        assert np.bincount(dataset.columns["sat"].codes).tolist() == [4, 4, 8, 4, 4]


def test_answers_are_named_by_their_cells_or_their_labels(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("grp\n" + "low\nmed\nhigh\nmed\n" * 4)
    for answers in ('["low", "med", "high"]', '["Niedrig", "Mittel", "Hoch"]'):
        (tmp_path / "a.codebook.toml").write_text(
            f'[columns.grp]\ntype = "scale"\nanswers = {answers}\n'
            'labels = { low = "Niedrig", med = "Mittel", high = "Hoch" }\n'
        )
        dataset = read_dataset(path)
        shown = [one.label.source for one in dataset.codebook["grp"].categories]
        assert shown == ["Niedrig", "Mittel", "Hoch"]
        assert np.bincount(dataset.columns["grp"].codes).tolist() == [4, 8, 4]
        assert not dataset.account.doubts


def test_an_answer_that_was_named_by_a_slip_is_doubted(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("grp\n" + "low\nmed\nhigh\nmed\n" * 4)
    (tmp_path / "a.codebook.toml").write_text(
        '[columns.grp]\ntype = "scale"\nanswers = ["low", "med", "hihg"]\n'
    )
    (doubt,) = read_dataset(path).account.doubts
    assert ("hihg" in doubt.found, "high" in doubt.found) == (True, True)


def test_one_absurd_number_among_two_codes_is_no_crash(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("a,b\n" + "1,x\n2,y\n1,y\n" * 5 + "3e20,x\n")
    dataset = read_dataset(path)
    assert any("too large" in doubt.found for doubt in dataset.account.doubts)
