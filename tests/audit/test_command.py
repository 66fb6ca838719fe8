"""`rundfrage audit` as a user runs it: three forms, exit status, nothing half-written."""

import json
import re
import shutil

import pytest
from lxml import html
from reports import garden

import commands
from commands import in_a_process
from rundfrage import services

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
        "Passed: 0 contradictions within the report, 3 matches, 0 differs, 0 too vague, 1",
        "not found, 0 ambiguous",
    ]


def test_the_terminal_says_it_in_the_language_of_its_user(folder):
    german = {"LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8", "LANGUAGE": ""}
    result = commands.run(
        "audit", folder / "report.md", "--survey", folder / "garden", environment=german
    )
    assert "Zeile 9: 70 % weicht ab: q3.tomaten ist 75 %" in result.stdout
    assert "Nicht bestanden: 0 Widersprüche im Bericht, stimmt überein: 2" in result.stdout


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
    assert page.get("lang") == "de"  # as the report, whatever the terminal speaks
    assert page.find(".//h1").text == "Prüfung von report.md"
    assert page.findall(".//*[@lang]") == []
    assert [cell.text for cell in page.findall(".//tbody//td[@class='figure']")] == [
        "80 %", "70 %", "40", "12 %",
    ]  # fmt: skip
    assert list(path.parent.iterdir()) == [path]


def test_a_page_in_another_language_marks_what_is_in_none_or_in_the_reports(folder):
    found = services.audit(folder / "report.md", services.open_source(folder / "garden"))
    page = html.document_fromstring(services.print_audit(found, "html", language="nl"))
    assert page.get("lang") == "nl"
    assert page.find(".//h1/span").attrib == {"lang": "en", "dir": "ltr"}
    said_of = page.findall(".//tbody/tr/td[last()]/span")
    assert {one.get("lang") for one in said_of} == {"de"}
    arabic = html.document_fromstring(services.print_audit(found, "html", language="ar"))
    assert (arabic.get("dir"), arabic.find(".//h1").text) == ("rtl", "تدقيق report.md")


@pytest.mark.trial
def test_what_the_terminal_cannot_write_is_written_out(folder):
    ascii_only = {"PYTHONIOENCODING": "ascii"}
    audited = in_a_process("audit", folder / "report.md", "--all", environment=ascii_only)
    assert (audited.returncode, audited.stderr) == (0, "")
    assert "sagen \\u201eJa\\u201c." in audited.stdout
    tables = in_a_process("tables", folder / "garden", environment=ascii_only)
    assert (tables.returncode, tables.stdout.isascii()) == (0, True)
    assert "\\u" in tables.stdout or "\\x" in tables.stdout


def test_a_survey_says_its_own_words(folder, tmp_path):
    survey = shutil.copytree(folder / "garden", tmp_path / "garden")
    services.translate(services.open_survey(survey), ["de"], program=True)
    file = survey / "locales" / "de.po"
    words = file.read_text("utf-8")
    assert words.count('msgstr "Prüfung von {name}"') == 1
    file.write_text(words.replace("Prüfung von {name}", "{name}, nachgerechnet"), "utf-8")
    found = services.audit(folder / "report.md", services.open_survey(survey))
    assert "<h1>report.md, nachgerechnet</h1>" in services.print_audit(found, "html").decode()


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
