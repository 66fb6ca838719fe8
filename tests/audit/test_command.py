"""`rundfrage audit` as a user runs it: three forms, exit status, nothing half-written."""

import json
import re

import pytest
from lxml import html
from reports import garden

import commands

REPORT = """# Garten

## Frage 1

80 % sagen „Ja“.

## Frage 3

„Tomaten“ (70 %), n = 40

## Zum Schluss

In [eckigen] Klammern: 12 % mehr.
"""


def run(*words):
    return commands.run("audit", *words)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("audit")
    garden(folder / "garden")
    (folder / "report.md").write_text(REPORT, encoding="utf-8")
    (folder / "right.md").write_text(REPORT.replace("70 %", "75 %"), encoding="utf-8")
    return folder


def test_a_wrong_report_ends_with_3_and_says_what_the_data_say(folder):
    result = run(folder / "report.md", "--survey", folder / "garden")
    assert (result.returncode, result.stderr) == (3, "")
    assert "line 9: 70 % differs: q3.tomaten is 75 %" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_a_right_report_ends_with_0(folder):
    result = run(folder / "right.md", "--survey", folder / "garden")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.splitlines()[-2:] == [
        "passed: 0 contradictions, 3 matches, 0 differs, 0 too vague, 1 not found, 0 ",
        "ambiguous",
    ]


def test_without_a_survey_every_figure_is_listed(folder):
    result = run(folder / "report.md")
    assert result.returncode == 0
    listed = re.findall(r"^(\d+:\d+) +(\S+(?: %)?)", result.stdout, flags=re.MULTILINE)
    assert listed == [("2:5", "80 %"), ("3:9", "70 %"), ("3:9", "40"), ("4:13", "12 %")]
    assert "[eckigen]" in result.stdout


def test_json_has_every_figure_with_its_place_and_verdict(folder):
    result = run(folder / "report.md", "--survey", folder / "garden", "--format", "json")
    said = json.loads(result.stdout)
    assert (result.returncode, said["schema"], said["passed"]) == (3, "rundfrage-audit/1", False)
    assert [(one["line"], one["text"], one["verdict"]) for one in said["figures"]] == [
        (5, "80 %", "matches"),
        (9, "70 %", "differs"),
        (9, "40", "matches"),
        (13, "12 %", "not_found"),
    ]
    assert said["figures"][1]["statistics"] == [
        {"binding": "q3.tomaten", "value": 0.75, "printed": 75, "base": 40}
    ]


def test_the_page_needs_nothing_from_elsewhere(folder):
    path = folder / "out" / "audit.html"
    result = run(
        folder / "report.md", "--survey", folder / "garden", "--format", "html", "-o", path
    )
    assert (result.returncode, result.stdout.replace("\n", "")) == (3, str(path))
    text = path.read_text(encoding="utf-8")
    page = html.document_fromstring(text)
    assert not re.search(r"https?:|src=|<script", text)
    assert [cell.text for cell in page.findall(".//tbody//td[@class='figure']")] == [
        "80 %", "70 %", "40", "12 %",
    ]  # fmt: skip
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("none.pdf",), "no-such-report"),
        (("report.md", "--format", "xml"), "unknown-format"),
        (("report.md", "--language", "fr"), "unknown-language"),
        (("report.md", "--survey", "nowhere"), "no-such-file"),
    ],
)
def test_what_is_wrong_with_the_call_is_a_problem(folder, words, code):
    result = run(folder / words[0], *words[1:])
    assert result.returncode == 1
    assert f"[{code}]" in result.stderr
