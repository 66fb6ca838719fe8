"""Files that are only read: SPSS portable, SAS, OpenDocument, old Excel, JSON, and packed ones."""

import gzip
import json
import shutil
import zipfile

import openpyxl
import pytest
from sas_files import write_sas7bcat
from whole_files import (
    CSV,
    DAY,
    KIND,
    OLD_WORKBOOK,
    ROWS,
    SURVEYJS,
    ods_cell,
    ods_sheet,
    write_ods,
    write_por,
    write_sas,
    write_xpt,
    written_json,
    zipped,
)

from rundfrage.codebook import Missing, Use, VariableType
from rundfrage.codebook.shapes import RANKS, RATINGS
from rundfrage.dataset import Dataset
from rundfrage.dataset.files import codebook_beside, read_dataset, write_codebook, write_dataset
from rundfrage.errors import Problem


def labels(dataset, name):
    return [(one.code, one.label.source) for one in dataset.codebook[name].categories]


def days(dataset, name):
    column = dataset.columns[name]
    return column.values[column.answered].astype(str).tolist()


def problem(path):
    with pytest.raises(Problem) as caught:
        read_dataset(path)
    assert caught.value.where.file == str(path)
    assert str(caught.value)
    return caught.value


# -- statistics packages ---------------------------------------------------------------------------


def test_a_portable_file_is_read_like_a_sav(tmp_path):
    path = tmp_path / "a.por"
    write_por(path)
    dataset = read_dataset(path)
    assert dataset.codebook["Q"].label.source == "How was it?"
    assert labels(dataset, "Q") == [(1, "good"), (2, "bad")]
    assert dataset.columns["Q"].codes.tolist() == [0, 1, Missing.DONT_KNOW, Missing.LEFT_BLANK]
    assert days(dataset, "D") == [DAY] * 4
    assert dataset.columns["S"].reasons.tolist() == [0, Missing.LEFT_BLANK, 0, 0]
    renamed = path.rename(tmp_path / "a.dat")
    assert read_dataset(renamed).columns["Q"] == dataset.columns["Q"]


@pytest.mark.parametrize("version", [5, 8])
def test_a_transport_file_keeps_days_and_missing_letters(tmp_path, version):
    path = tmp_path / "a.xpt"
    write_xpt(path, version)
    dataset = read_dataset(path)
    assert dataset.codebook["Q"].label.source == "How was it?"
    assert dataset.columns["Q"].reasons.tolist() == [0, 0, Missing.LEFT_BLANK]
    assert days(dataset, "D") == [DAY, "1960-01-01"]
    assert days(dataset, "T") == [DAY] * 3
    assert [code.value for code in dataset.codebook["D"].missing] == [".B"]
    assert dataset.columns["D"].reasons.tolist() == [0, 0, Missing.LEFT_BLANK]


def test_a_sas_file_keeps_days_and_missing_letters(tmp_path):
    path = tmp_path / "answers.sas7bdat"
    write_sas(path)
    dataset = read_dataset(path)
    assert dataset.codebook["q"].type is VariableType.NUMERIC
    assert [code.value for code in dataset.codebook["q"].missing] == [".A", ".Z"]
    assert dataset.columns["q"].reasons.tolist() == [0, 0, -4, -4, -4]
    assert days(dataset, "d") == [DAY, "1959-12-31", "1960-01-01", "1960-01-01"]
    assert days(dataset, "t") == [DAY, *["1960-01-01"] * 3]
    # Numbers often carry the format of a year.
    assert dataset.codebook["y"].type is VariableType.NUMERIC


@pytest.mark.parametrize("catalogue", ["answers.sas7bcat", "formats.sas7bcat"])
def test_a_catalogue_beside_a_sas_file_gives_the_labels(tmp_path, catalogue):
    write_sas(tmp_path / "answers.sas7bdat")
    write_sas7bcat(tmp_path / catalogue, {"GRADE": {1.0: "good", 2.0: "bad"}})
    dataset = read_dataset(tmp_path / "answers.sas7bdat")
    assert labels(dataset, "q") == [(1, "good"), (2, "bad")]
    assert dataset.columns["q"].codes.tolist() == [0, 1, -4, -4, -4]
    assert [one.what for one in dataset.account.conclusions] == [catalogue]


def test_answers_are_read_without_a_broken_catalogue_and_that_is_doubted(tmp_path):
    write_sas(tmp_path / "answers.sas7bdat")
    (tmp_path / "answers.sas7bcat").write_bytes(b"nothing")
    dataset = read_dataset(tmp_path / "answers.sas7bdat")
    assert dataset.n == 5
    assert "answers.sas7bcat" in dataset.account.doubts[0].found


def test_a_catalogue_alone_is_no_file_of_answers(tmp_path):
    path = tmp_path / "answers.sas7bcat"
    write_sas7bcat(path, {"GRADE": {1.0: "good"}})
    assert problem(path).code == "file-format-unknown"


@pytest.mark.trial
@pytest.mark.shared
def test_real_files_of_sas_and_portable_ones_are_read(shared):
    folder = shared / "data" / "foreign" / "stat"
    files = [*folder.glob("*.por"), *folder.glob("*.xpt"), *folder.glob("*.sas7bdat")]
    assert len(files) >= 9
    for file in files:
        assert read_dataset(file).n > 0
    letters = read_dataset(folder / "prs_missing_test.sas7bdat").codebook
    found = [letters[f"var{number}"].missing[0].value for number in range(1, 8)]
    assert found == [".A", ".B", ".C", ".X", ".Y", ".Z", "._"]


# -- workbooks -------------------------------------------------------------------------------------


def answer_codes(dataset: Dataset, name: str) -> list[int]:
    """The code of each answer that was given."""
    codes = [category.code for category in dataset.codebook[name].categories]
    return [codes[place] for place in dataset.columns[name].codes.tolist() if place >= 0]


def test_an_open_document_is_read(tmp_path):
    path = tmp_path / "a.ods"
    write_ods(path, ods_sheet(ROWS))
    dataset = read_dataset(path)
    assert dataset.n == 3
    assert labels(dataset, "q1") == [(1, "yes"), (2, "no")]
    assert dataset.columns["share"].values[:2].tolist() == [0.25, 2]
    assert dataset.columns["share"].reasons.tolist() == [0, 0, Missing.LEFT_BLANK]
    assert answer_codes(dataset, "member") == [1, 0, 1]
    assert (days(dataset, "day"), days(dataset, "when")) == ([DAY, "2020-09-24"], [DAY])
    assert read_dataset(path.rename(tmp_path / "a.bin")).n == 3


def test_of_several_sheets_that_of_answers_is_read(tmp_path):
    path = tmp_path / "a.ods"
    write_ods(path, ods_sheet([["about"]], "notes") + ods_sheet(ROWS, "answers"))
    assert list(read_dataset(path).columns) == ROWS[0]


def test_a_workbook_of_ours_that_was_saved_as_open_document_keeps_its_codebook(tmp_path):
    (tmp_path / "a.csv").write_text(CSV)
    write_dataset(read_dataset(tmp_path / "a.csv"), tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    rows = {one.title: list(one.iter_rows(values_only=True)) for one in book.worksheets}
    stored = "".join(row[0] for row in rows["codebook.json"])
    escaped = stored.replace("&", "&amp;").replace("<", "&lt;")
    sheets = ods_sheet(rows["answers"], "answers") + ods_sheet([[escaped]], "codebook.json")
    write_ods(tmp_path / "a.ods", sheets)
    assert read_dataset(tmp_path / "a.ods").codebook == read_dataset(tmp_path / "a.xlsx").codebook


def test_a_workbook_of_old_excel_is_read(tmp_path):
    dataset = read_dataset(OLD_WORKBOOK)
    assert list(dataset.columns) == ["id", "q1", "member", "day", "when", "share", "long", "dur"]
    assert labels(dataset, "q1") == [(1, "yes"), (2, "no")]
    assert answer_codes(dataset, "member") == [1, 0]
    assert days(dataset, "day") == days(dataset, "when") == [DAY, "2020-09-24"]
    assert dataset.columns["long"].values[0] == 12_345_678_901
    for name in ("a.bin", "a.xlsx", "a.ods"):
        shutil.copy(OLD_WORKBOOK, tmp_path / name)
        assert read_dataset(tmp_path / name).columns["q1"] == dataset.columns["q1"]


def test_locked_workbooks_are_problems(tmp_path):
    whole = OLD_WORKBOOK.read_bytes()
    second = whole.index(b"\x09\x08\x10\x00") + 20
    # The record behind the first says that all that follows is encrypted.
    (tmp_path / "a.xls").write_bytes(whole[:second] + b"\x2f\x00" + whole[second + 2 :])
    entry = (
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">'
        "<manifest:encryption-data/></manifest:file-entry>"
    )
    write_ods(tmp_path / "a.ods", ods_sheet(ROWS), entry)
    for name in ("a.xls", "a.ods"):
        assert problem(tmp_path / name).code == "workbook-locked"


def test_bombs_are_problems(tmp_path):
    path = tmp_path / "swollen.ods"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("mimetype", KIND)
        with parts.open("content.xml", "w") as content:
            for _ in range(60):
                content.write(b" " * (1 << 20))
    assert problem(path).code == "workbook-swollen"
    # A cell that is said to stand in every cell of the largest sheet: billions of them.
    path = tmp_path / "repeated.ods"
    cell = ods_cell("x", 'table:number-columns-repeated="16384"')
    row = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
    write_ods(path, f'<table:table table:name="a">{row}</table:table>')
    assert problem(path).code in {"file-damaged", "workbook-swollen"}


# -- JSON ------------------------------------------------------------------------------------------


def test_results_of_surveyjs_are_choices_and_grids(tmp_path):
    dataset = read_dataset(written_json(tmp_path / "results.json", SURVEYJS))
    assert dataset.codebook.study.name == "results"
    assert dataset.codebook["id"].use is Use.ID
    assert dataset.codebook["tools"].type is VariableType.MULTIPLE
    assert labels(dataset, "tools") == [(1, "mail"), (2, "chat")]
    assert dataset.columns["tools"].marks.tolist() == [[1, 1, 0, -4], [1, 0, 0, -4]]
    grid = dataset.codebook.battery("quality")
    assert (grid.shape, grid.members) == (RATINGS, ("quality.price", "quality.speed"))
    assert dataset.columns["quality.price"].codes[[1, 2]].tolist() == [-4, -4]
    assert dataset.columns["age"].values[1:3].tolist() == [31, 44.5]
    assert dataset.columns["q1"].codes.tolist() == [0, -4, 1, 0]
    # In the order of the questions, though the first person did not answer all.
    names = [variable.name for variable in dataset.codebook.variables]
    assert names == [
        "id", "HappendAt", "q1", "tools", "quality.price", "quality.speed", "age", "why",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "shape",
    [
        lambda rows: {"results": rows},
        lambda rows: {"Data": rows, "ResultCount": 4},
        lambda rows: {"meta": {"tags": [{"a": 1}]}, "data": {"responses": rows}},
        lambda rows: [{"id": row["id"], "answers": row | {"id": None}} for row in rows],
    ],
)
def test_the_list_of_answers_is_found(tmp_path, shape):
    dataset = read_dataset(written_json(tmp_path / "a.json", shape(SURVEYJS)))
    assert dataset.n == 4
    if not isinstance(shape([{"id": 1}]), list):
        assert dataset.columns["tools"].marks.tolist() == [[1, 1, 0, -4], [1, 0, 0, -4]]


def test_what_a_wrapper_holds_has_its_own_names(tmp_path):
    rows = [{"id": n, "data": {"q1": "yes", "q2": n}} for n in range(3)]
    dataset = read_dataset(written_json(tmp_path / "a.json", rows))
    assert list(dataset.columns) == ["id", "q1", "q2"]


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.json", "a.txt"])
def test_an_object_a_line_is_read(tmp_path, name):
    lines = "\n".join(map(json.dumps, SURVEYJS))
    (tmp_path / name).write_text(f"{lines}\n\n", encoding="utf-8")
    dataset = read_dataset(tmp_path / name)
    assert dataset.n == 4
    assert dataset.columns["tools"].marks.tolist() == [[1, 1, 0, -4], [1, 0, 0, -4]]


def test_a_line_alone_is_a_respondent(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"q1": "yes", "rows": [{"a": 1}]}')
    assert read_dataset(tmp_path / "a.jsonl").n == 1


def test_things_put_in_order_are_a_ranking(tmp_path):
    orders = [["pay", "team", "place"], ["team", "pay", "place"], ["place", "team", "pay"]] * 2
    rows = [{"why": order} for order in orders]
    dataset = read_dataset(written_json(tmp_path / "a.json", rows))
    assert dataset.codebook.battery("why").shape == RANKS
    assert dataset.columns["why.pay"].values.tolist() == [1, 2, 3] * 2


def test_lists_of_objects_are_numbered(tmp_path):
    rows = [{"kid": [{"age": 5 + n, "sex": "f"}, {"age": 7}], "n": n} for n in range(3)]
    dataset = read_dataset(written_json(tmp_path / "a.json", rows))
    assert list(dataset.columns) == ["kid.1.age", "kid.1.sex", "kid.2.age", "n"]
    assert dataset.columns["kid.2.age"].values.tolist() == [7, 7, 7]


def test_numbers_words_and_odd_letters_are_kept(tmp_path):
    path = tmp_path / "a.json"
    path.write_text(
        '[{"a": 0.1, "b": 1e3, "c": "x\\u0000y \\ud83d\\ude00 \\ud800", "d": NaN, "e": true},'
        ' {"a": -2, "b": 1.0, "c": "[1]", "d": 1e999, "e": false}]'
    )
    dataset = read_dataset(path)
    assert dataset.columns["a"].values.tolist() == [0.1, -2]
    assert dataset.columns["b"].values.tolist() == [1000, 1]
    assert dataset.columns["c"].values.tolist() == ["xy 😀 �", "[1]"]
    assert dataset.columns["d"].reasons.tolist() == [Missing.LEFT_BLANK] * 2
    assert labels(dataset, "e") == [(1, "true"), (2, "false")]


def test_with_a_codebook_what_nobody_chose_is_no_gap(tmp_path):
    path = written_json(tmp_path / "a.json", SURVEYJS)
    write_codebook(read_dataset(path).codebook, codebook_beside(path))
    fewer = [{**row, "tools": ["mail"]} | {"why": None} for row in SURVEYJS]
    written_json(path, [{k: v for k, v in row.items() if k != "why"} for row in fewer])
    dataset = read_dataset(path)
    assert dataset.columns["tools"].marks.tolist() == [[1, 1, 1, 1], [0, 0, 0, 0]]
    assert dataset.columns["why"].reasons.tolist() == [Missing.LEFT_BLANK] * 4


def test_a_codebook_of_another_file_is_a_problem(tmp_path):
    (tmp_path / "b.csv").write_text(CSV)
    path = written_json(tmp_path / "a.json", SURVEYJS)
    codebook = read_dataset(tmp_path / "b.csv").codebook
    with pytest.raises(Problem) as caught:
        read_dataset(written_json(tmp_path / "a.json", [{"x": 1}]), codebook)
    assert (caught.value.code, caught.value.where.file) == ("column-absent", str(path))


def test_a_codebook_is_no_file_of_answers(tmp_path):
    (tmp_path / "answers.csv").write_text(CSV)
    path = codebook_beside(tmp_path / "answers.csv")
    write_codebook(read_dataset(tmp_path / "answers.csv").codebook, path)
    assert problem(path).code == "codebook-as-answers"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "file-empty"),
        ("[]", "json-not-answers"),
        ("[1, 2]", "json-not-answers"),
        ('{"a": 1}', "json-not-answers"),
        ('{"a": [{"b": 1}], "c": [{"d": 1}]}', "json-not-answers"),
        ('{"a": 1}\n[2]', "json-not-answers"),
        ('[{"a": 1}, {"a": 2', "file-damaged"),
        ('{"a": 1}\n{"a": 2\n{"a": 3}', "file-damaged"),
        ("[{}]", "file-empty"),
        ("[" * 100_000, "json-not-answers"),
        ('{"a":' * 100_000, "json-not-answers"),
        ('[{"q":' + '{"a":' * 60 + "1" + "}" * 60 + "}]", "json-not-answers"),
        (json.dumps([{f"k{n}": n for n in range(20_000)}]), "json-not-answers"),
        (json.dumps([{"a": [{f"k{n}": [[[n]]]} for n in range(20_000)]}]), "json-not-answers"),
        ("[{'a': 1}]", "file-damaged"),
        ('{"a": "\x01\x02\0"}', "file-not-text"),
    ],
)
def test_json_that_holds_no_answers_is_a_problem(tmp_path, text, code):
    path = tmp_path / "a.json"
    path.write_text(text)
    assert problem(path).code == code


def test_the_line_of_broken_json_is_named(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"a": 1}\n{"a": 2,\n')
    assert problem(path).where.line == 3


# -- packed files ----------------------------------------------------------------------------------


def inner_files(folder):
    """A file of each format, by its name."""
    (folder / "a.csv").write_text(CSV)
    dataset = read_dataset(folder / "a.csv")
    for suffix in (".sav", ".xlsx", ".parquet"):
        write_dataset(dataset, folder / f"a{suffix}")
    write_ods(folder / "a.ods", ods_sheet([["q1", "age"], ["yes", 20], ["no", 31], ["yes", 44]]))
    rows = [{"q1": "yes", "age": 20}, {"q1": "no", "age": 31}, {"q1": "yes", "age": 44}]
    written_json(folder / "a.json", rows)
    return dataset


@pytest.mark.trial
@pytest.mark.parametrize("suffix", [".csv", ".sav", ".xlsx", ".parquet", ".ods", ".json"])
def test_packed_answers_are_read_as_they_are(tmp_path, suffix):
    inner_files(tmp_path)
    plain = read_dataset(tmp_path / f"a{suffix}")
    content = (tmp_path / f"a{suffix}").read_bytes()
    (tmp_path / f"a{suffix}.gz").write_bytes(gzip.compress(content))
    archive = zipped(tmp_path / "outer.zip", {f"folder/a{suffix}": content})
    for path in (tmp_path / f"a{suffix}.gz", archive):
        dataset = read_dataset(path)
        assert dataset.source == str(path)
        assert dataset.codebook.study.name == plain.codebook.study.name
        assert dataset.columns == plain.columns
        if dataset.account is not None:
            assert dataset.account.conclusions[0].what == f"a{suffix}"


def test_a_gzipped_file_is_known_by_the_name_that_it_keeps(tmp_path):
    with (tmp_path / "download").open("wb") as raw, gzip.GzipFile("a.csv", "wb", 9, raw) as packed:
        packed.write(CSV.encode())
    assert read_dataset(tmp_path / "download").codebook.study.name == "a"


def test_what_lies_in_an_archive_by_itself_does_not_count(tmp_path):
    files = {"survey/a.csv": CSV, "__MACOSX/survey/._a.csv": "x", ".DS_Store": "x",
             "survey/.hidden.csv": CSV, "README.txt": "about", "survey/q.pdf": "x"}  # fmt: skip
    assert read_dataset(zipped(tmp_path / "a.zip", files)).n == 3


def test_the_codebook_in_an_archive_or_beside_it_counts(tmp_path):
    (tmp_path / "a.csv").write_text(CSV)
    codebook = read_dataset(tmp_path / "a.csv").codebook
    write_codebook(codebook, tmp_path / "a.codebook.json")
    text = (tmp_path / "a.codebook.json").read_text().replace('"yes"', '"of course"', 1)
    within = zipped(tmp_path / "within.zip", {"a.csv": CSV, "a.codebook.json": text})
    (tmp_path / "outer.codebook.json").write_text(text)
    beside = zipped(tmp_path / "outer.zip", {"a.csv": CSV})
    for path in (within, beside):
        assert read_dataset(path).codebook != codebook
    (tmp_path / "outer.codebook.json").write_text("{")
    with pytest.raises(Problem) as caught:
        read_dataset(beside)
    assert caught.value.where.file == str(tmp_path / "outer.codebook.json")


def test_what_was_put_right_of_a_packed_file_counts(tmp_path):
    path = zipped(tmp_path / "a.zip", {"survey.csv": CSV})
    (tmp_path / "a.codebook.toml").write_text('[file]\ntitle = "A study"\n')
    assert read_dataset(path).codebook.study.title.source == "A study"
    (tmp_path / "a.codebook.toml").write_text("[file")
    with pytest.raises(Problem) as caught:
        read_dataset(path)
    assert caught.value.where.file == str(tmp_path / "a.codebook.toml")


def test_a_catalogue_of_sas_is_unpacked_too(tmp_path):
    write_sas(tmp_path / "answers.sas7bdat")
    write_sas7bcat(tmp_path / "formats.sas7bcat", {"GRADE": {1.0: "good", 2.0: "bad"}})
    names = ("answers.sas7bdat", "formats.sas7bcat")
    files = {f"sas/{name}": (tmp_path / name).read_bytes() for name in names}
    dataset = read_dataset(zipped(tmp_path / "a.zip", files))
    assert labels(dataset, "q") == [(1, "good"), (2, "bad")]


@pytest.mark.parametrize(
    ("files", "code", "named"),
    [
        ({"a.csv": CSV, "b/b.sav": b"x"}, "archive-of-several", "a.csv, b/b.sav"),
        ({"a.pdf": b"x", "b.docx": b"x"}, "archive-without-answers", "a.pdf, b.docx"),
        ({}, "archive-without-answers", "nothing"),
        ({"a.zip": b"PK\x03\x04"}, "file-format-unknown", ""),
        ({"a.csv": ""}, "file-empty", ""),
        ({"../../a.csv": "q,q\n1,2\n3"}, "row-ragged", ""),
    ],
)
def test_archives_without_one_file_of_answers_are_problems(tmp_path, files, code, named):
    found = problem(zipped(tmp_path / "outer.zip", files))
    assert found.code == code
    assert named in found.found
    assert [one.name for one in tmp_path.iterdir()] == ["outer.zip"]


def test_archives_that_swell_are_problems(tmp_path):
    many = b"1\n" * (35 << 20)
    (tmp_path / "a.csv.gz").write_bytes(gzip.compress(many))
    zipped(tmp_path / "a.zip", {"a.csv": many})
    for name in ("a.csv.gz", "a.zip"):
        assert problem(tmp_path / name).code == "archive-swollen"


def test_an_archive_with_a_password_is_a_problem(tmp_path):
    path = zipped(tmp_path / "a.zip", {"a.csv": CSV})
    content = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + place] |= 1
    path.write_bytes(content)
    assert problem(path).code == "archive-locked"
