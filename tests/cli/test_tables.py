"""`rundfrage tables` on a survey folder and on a file."""

import json

import psycopg
import pyarrow as pa
import pytest
from pyarrow import parquet
from typer.testing import CliRunner

from rundfrage.cli import app
from rundfrage.dataset.files import read_dataset, write_codebook
from rundfrage.errors import Problem

QUESTIONNAIRE = """\
---
survey: club
title: The club
language: en
---

# Page

## side: Which side?

- ( ) left: Left
- ( ) right: Right

## age: How old are you?

[0..120 years]
"""
ANSWERS = "side,age\n" + "1,30\n" * 20 + "2,50\n" * 20


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "questionnaire.md").write_text(QUESTIONNAIRE, encoding="utf-8")
    (tmp_path / "answers.csv").write_text(ANSWERS, encoding="utf-8")
    return tmp_path


def run(*arguments):
    result = CliRunner().invoke(app, ["tables", *map(str, arguments)])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def test_tables_are_read_in_the_terminal(folder):
    printed = run(folder, "--by", "side").stdout
    assert printed.startswith("The club: 40 interviews\n\nside: Which side?\n")


def test_json_goes_to_a_pipe(folder):
    document = json.loads(run(folder, "--format", "json").stdout)
    assert [table["name"] for table in document["tables"]] == ["side", "age"]


def test_only_some_tables(folder):
    document = json.loads(run(folder, "--format", "json", "--only", "age").stdout)
    assert [table["name"] for table in document["tables"]] == ["age"]


@pytest.mark.parametrize("kind", ["xlsx", "html"])
def test_files_are_written_beside_and_named(folder, kind):
    printed = run(folder, "--format", kind).stdout
    assert printed.strip() == str(folder / "out" / f"tables.{kind}")
    assert [path.name for path in (folder / "out").iterdir()] == [f"tables.{kind}"]
    run(folder / "answers.csv", "--format", kind, "-o", folder / "mine.bin")
    assert (folder / "mine.bin").stat().st_size > 1000


def test_a_weight_may_be_given(folder):
    document = json.loads(run(folder, "--format", "json", "--weight", "age").stdout)
    (table,) = document["tables"]
    assert [cell["percent"] for cell in table["blocks"][0]["columns"][0]["cells"]] == [38, 62]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--by", "sid"], "unknown-variable"),
        (["--by", "age"], "banner-without-categories"),
        (["--weight", "side"], "weight-not-numeric"),
        (["--only", "sid"], "unknown-variable"),
        (["--format", "pdf"], "unknown-format"),
        (["--language", "xx-nothing"], "unknown-language"),
        (["-o", "/dev/null/tables.json", "--format", "json"], "output-not-writable"),
    ],
)
def test_what_cannot_be_is_a_problem(folder, arguments, code):
    before = sorted(path.name for path in folder.iterdir())
    with pytest.raises(Problem) as caught:
        run(folder, *arguments)
    assert caught.value.code == code
    assert sorted(path.name for path in folder.iterdir()) == before


def test_an_engine_counts_the_same_tables(folder):
    in_memory = run(folder, "--by", "side", "--format", "json").stdout
    convert = CliRunner().invoke(app, ["convert", str(folder), str(folder / "copy.parquet")])
    assert convert.exit_code == 0
    assert run(folder / "copy.parquet", "--by", "side", "--format", "json").stdout == in_memory
    by_engine = run(
        folder / "copy.parquet", "--by", "side", "--format", "json", "--engine", "duckdb"
    )
    assert by_engine.stdout == in_memory
    (folder / "answers.csv").unlink()
    (folder / "copy.parquet").rename(folder / "answers.parquet")
    assert run(folder, "--by", "side", "--format", "json", "--engine", "duckdb").stdout == in_memory


def test_a_folder_of_parquet_files_is_counted_where_it_lies(folder, monkeypatch):
    whole = run(folder, "--format", "json").stdout
    parts = folder / "answers.parquet"
    parts.mkdir()
    convert = CliRunner().invoke(app, ["convert", str(folder), str(folder / "copy.parquet")])
    assert convert.exit_code == 0
    (folder / "answers.csv").unlink()
    rows = parquet.read_table(folder / "copy.parquet")
    (folder / "copy.parquet").unlink()
    for number, start in enumerate((0, 7, 20)):
        end = (7, 20, rows.num_rows)[number]
        parquet.write_table(rows.slice(start, end - start), parts / f"part-{number}.parquet")
    monkeypatch.setattr("rundfrage.services.answers.read_dataset", None)
    assert run(folder, "--format", "json").stdout == whole
    assert run(parts, "--format", "json").exit_code == 0
    for option in (["--where", "side = left"], ["--missing", "9"], ["--skip", "1"]):
        with pytest.raises(Problem) as caught:
            run(parts, *option)
        assert caught.value.code == "engine-reads-plainly"


def test_files_of_a_folder_with_codebooks_of_their_own_are_not_mixed(tmp_path):
    parts = tmp_path / "both"
    parts.mkdir()
    for name, many, few in (("a", "blue", "red"), ("b", "red", "blue")):
        text = "colour\n" + f"{many}\n" * 30 + f"{few}\n" * 10
        (tmp_path / f"{name}.csv").write_text(text)
        target = parts / f"{name}.parquet"
        done = CliRunner().invoke(app, ["convert", str(tmp_path / f"{name}.csv"), str(target)])
        assert done.exit_code == 0
    with pytest.raises(Problem) as caught:
        run(parts)
    assert caught.value.code == "codebooks-differ"


def test_a_folder_that_only_holds_parquet_further_below_is_no_folder_of_answers(tmp_path):
    (tmp_path / "old").mkdir()
    (tmp_path / "answers.csv").write_text("a\n1\n")
    parquet.write_table(pa.table({"a": [1]}), tmp_path / "old" / "b.parquet")
    with pytest.raises(Problem) as caught:
        run(tmp_path)
    assert caught.value.code == "no-questionnaire"


def test_a_database_counts_by_the_codebook_of_the_folder(folder, postgresql):
    with psycopg.connect(postgresql) as connection:
        connection.execute("create table told (side integer, age double precision)")
        connection.execute("insert into told select 1, 30 from generate_series(1, 20)")
        connection.execute("insert into told select 2, 50 from generate_series(1, 20)")
    engine = ("--engine", postgresql, "--table", "told")
    assert run(folder, *engine).stdout == run(folder).stdout
    book = folder / "club.codebook.json"
    write_codebook(read_dataset(folder / "answers.csv", None).codebook, book)
    assert run(book, *engine, "--format", "json").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--engine", "duckdb"], "no-parquet"),
        (["--engine", "duckdb", "--design", "psu"], "no-parquet"),
    ],
)
def test_what_an_engine_cannot_count(folder, arguments, code):
    with pytest.raises(Problem) as raised:
        run(folder, *arguments)
    assert raised.value.code == code


@pytest.mark.parametrize(("book", "code"), [(b"\xff", "unreadable"), (b"{}", "entry")])
def test_a_broken_codebook_beside_parquet_is_refused(tmp_path, book, code):
    path = tmp_path / "plain.parquet"
    parquet.write_table(pa.table({"side": [1, 2]}), path)
    (tmp_path / "plain.codebook.json").write_bytes(book)
    with pytest.raises(Problem) as raised:
        run(path, "--engine", "duckdb")
    where = str(tmp_path / "plain.codebook.json")
    assert (raised.value.code, raised.value.where.file) == (f"codebook-{code}", where)


def test_parquet_without_a_codebook_is_refused(tmp_path):
    path = tmp_path / "plain.parquet"
    parquet.write_table(pa.table({"side": [1, 2]}), path)
    with pytest.raises(Problem) as raised:
        run(path, "--engine", "duckdb")
    assert raised.value.code == "no-codebook"
    with pytest.raises(Problem) as raised:
        run(tmp_path / "absent.parquet", "--engine", "duckdb")
    assert raised.value.code == "no-such-file"
