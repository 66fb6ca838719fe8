"""Files whose name says another format than they are of: portals call pages and texts .xls."""

import gzip

import numpy as np
import pytest

from commands import run
from rundfrage.codebook import VariableType
from rundfrage.dataset.files import read_dataset, write_dataset
from rundfrage.errors import Problem

TOOLS = "Which tools? (select all that apply)"
ROWS = [
    ["Respondent ID", "How was it?", TOOLS, "Cost", "Day"],
    *[
        [str(9000 + at), mood, tools, cost, f"2024-05-{at + 1:02}"]
        for at, (mood, tools, cost) in enumerate(
            [("good", "Mail; Chat", "1,50"), ("poor", "Chat", "2,25"), ("fair", "Mail", "10,75"),
             ("good", "Mail; Chat", "3,00")] * 4
        )
    ],
]  # fmt: skip


def table(rows, cell="td"):
    lines = ("".join(f"<{cell}>{word}</{cell}>" for word in row) for row in rows)
    return "<table border=1>" + "".join(f"<tr>{line}</tr>\n" for line in lines) + "</table>"


def page(content):
    return f"<html><head><meta charset='utf-8'></head><body>{content}</body></html>"


def xml(rows):
    cells = "\n".join(
        "<Row>"
        + "".join(f'<Cell><Data ss:Type="String">{word}</Data></Cell>' for word in row)
        + "</Row>"
        for row in rows
    )
    return (
        '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        f'<Worksheet ss:Name="Answers"><Table>{cells}</Table></Worksheet></Workbook>'
    )


def text(rows, mark):
    return "\n".join(mark.join(row) for row in rows) + "\n"


WRITTEN = {
    "page": page(table(ROWS)).encode(),
    "fragment": table(ROWS).encode(),
    "page of Excel": b"\xef\xbb\xbf" + page(table(ROWS)).encode(),
    "page in UTF-16": page(table(ROWS)).replace("charset='utf-8'", "").encode("utf-16"),
    "XHTML": ('<?xml version="1.0" encoding="utf-8"?>\n<html>' + table(ROWS) + "</html>").encode(),
    "XML": xml(ROWS).encode(),
    "tabs": text(ROWS, "\t").encode(),
    "semicolons": text(ROWS, ";").replace("; ", ", ").encode(),
    "tabs in UTF-16": text(ROWS, "\t").encode("utf-16"),
}


@pytest.mark.parametrize("name", ["answers.xls", "answers.xlsx", "answers.ods"])
@pytest.mark.parametrize("kind", WRITTEN)
def test_what_is_called_a_workbook_is_read_as_what_it_is(tmp_path, name, kind):
    (tmp_path / name).write_bytes(WRITTEN[kind])
    dataset = read_dataset(tmp_path / name)
    types = {one.name: one.type for one in dataset.codebook.variables}
    assert types == {
        "Respondent ID": VariableType.TEXT, "How was it?": VariableType.ORDINAL,
        TOOLS: VariableType.MULTIPLE, "Cost": VariableType.NUMERIC, "Day": VariableType.DATE,
    }  # fmt: skip
    assert dataset.n == 16
    assert dataset.columns["Cost"].values[:2].tolist() == [1.5, 2.25]
    assert dataset.account.conclusions[0].step == "file"


@pytest.mark.parametrize("kind", ["page", "XML", "tabs"])
def test_such_a_file_may_be_packed(tmp_path, kind):
    (tmp_path / "answers.xls.gz").write_bytes(gzip.compress(WRITTEN[kind]))
    assert read_dataset(tmp_path / "answers.xls.gz").n == 16


def test_a_workbook_called_csv_is_read(tmp_path):
    (tmp_path / "a.csv").write_text("q1,age\nyes,20\nno,31\nyes,44\n")
    dataset = read_dataset(tmp_path / "a.csv")
    write_dataset(dataset, tmp_path / "b.xlsx")
    again = read_dataset((tmp_path / "b.xlsx").rename(tmp_path / "b.csv"))
    assert again.codebook == dataset.codebook
    assert dict(again.columns) == dict(dataset.columns)


def test_the_table_that_holds_answers_is_found_and_can_be_named(tmp_path):
    menu = table([["Home"], ["Help"]])
    around = f"<table><tr><td>{menu}</td><td>{table(ROWS)}{table([['a', 'b'], ['1', '2']])}"
    (tmp_path / "a.xls").write_text(page(f"{around}</td></tr></table>"))
    dataset = read_dataset(tmp_path / "a.xls")
    assert (dataset.n, dataset.codebook.variables[0].name) == (16, "Respondent ID")
    assert any("not 1, 3" in doubt.found for doubt in dataset.account.doubts)
    shown = run("codebook", tmp_path / "a.xls", "--sheet", "3")
    assert shown.returncode == 0
    assert "Respondent" not in shown.stdout


def test_cells_that_span_others_keep_the_columns_in_their_place(tmp_path):
    rows = "".join(
        f"<tr><td rowspan=2>a</td><td>{number}</td><td>x</td></tr><tr><td>2</td><td>y</td></tr>"
        "<tr><td colspan=2>b</td><td>z</td></tr>"
        for number in (1, 37, 64)
    )
    heads = "<tr><th>q</th><th>n</th><th>w</th></tr>"
    (tmp_path / "a.xls").write_text(page(f"<table>{heads}{rows}</table>"))
    dataset = read_dataset(tmp_path / "a.xls")
    assert dataset.columns["n"].reasons[:3].tolist() == [0, 0, -4]
    assert dataset.columns["n"].values[:2].tolist() == [1, 2]
    words = [one.label.source for one in dataset.codebook["w"].categories]
    assert sorted(words) == ["x", "y", "z"]


def test_what_an_xml_sheet_leaves_out_is_blank(tmp_path):
    sheet = xml([["q", "n"], ["a", "1"], ["b", "2"], ["a", "3"]])
    cut = sheet.replace('<Cell><Data ss:Type="String">b</Data></Cell><Cell>', '<Cell ss:Index="2">')
    (tmp_path / "a.xls").write_text(cut)
    dataset = read_dataset(tmp_path / "a.xls")
    assert dataset.columns["q"].reasons.tolist() == [0, -4, 0]
    assert dataset.columns["n"].values.tolist() == [1, 2, 3]


MANY = [ROWS[0], *ROWS[1:] * 20]


def test_half_an_xml_sheet_is_a_problem(tmp_path):
    whole = xml(MANY)
    (tmp_path / "a.xls").write_text(whole[: len(whole) // 2])
    with pytest.raises(Problem) as caught:
        read_dataset(tmp_path / "a.xls")
    assert caught.value.code == "file-damaged"


@pytest.mark.parametrize(
    ("content", "broken"),
    [
        (page(table(MANY)), False),
        (page(table(MANY))[: len(page(table(MANY))) // 2], True),
        (table(MANY).replace("<td>", "<TD>").replace("</td>", ""), False),
        (xml(MANY), False),
        (xml(MANY).replace("</Data></Cell></Row>", "</Data></Row>", 1), True),
        (xml(MANY).replace("</Workbook>", "</Workbook>\n\n"), False),
    ],
)
def test_a_broken_table_is_doubted_and_a_whole_one_is_not(tmp_path, content, broken):
    (tmp_path / "a.xls").write_text(content)
    dataset = read_dataset(tmp_path / "a.xls")
    assert any("table is broken" in str(one.found) for one in dataset.account.doubts) == broken


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("<html><body>Please log in.</body></html>", "page-without-table"),
        ("<!DOCTYPE html><form><input name=user></form>", "page-without-table"),
        ("<html>", "page-without-table"),
        (xml([]), "page-without-table"),
        ("just words", "file-damaged"),
    ],
)
def test_what_holds_no_answers_is_said_to(tmp_path, content, code):
    (tmp_path / "a.xls").write_text(content)
    with pytest.raises(Problem) as caught:
        read_dataset(tmp_path / "a.xls")
    assert caught.value.code == code


@pytest.mark.parametrize(
    "content",
    [
        page("<table><tr><td colspan=99999999>x</td></tr><tr><td rowspan=99999999>y</td></tr>"),
        page("<table>" * 3000),
        xml([["a"]]).replace("<Row>", '<Row ss:Index="999999999">'),
        xml([["a"]]).replace("<Cell>", '<Cell ss:Index="999999999">'),
        '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;">]>'
        + xml([["&b;"], ["&b;"]]).split("?>", 2)[2],
    ],
)
def test_pages_made_to_exhaust_the_memory_do_not(tmp_path, content):
    (tmp_path / "a.xls").write_text(content)
    try:
        dataset = read_dataset(tmp_path / "a.xls")
    except Problem as problem:
        assert str(problem)
    else:
        assert np.size(dataset.n) == 1
