"""The files for a data-protection officer say what the survey says, and invent nothing."""

import asyncio
import io
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import docx
import pypdfium2
import pytest

from commands import run
from rundfrage.authority.contents import DOCUMENTS
from rundfrage.authority.document import Items, Paragraph, Table, pieces
from rundfrage.authority.docx import docx_of
from rundfrage.authority.measures import measures
from rundfrage.fieldwork.participation import begin_participation
from rundfrage.kinds import read_questionnaire
from rundfrage.services import open_survey, publish
from rundfrage.services.data_protection import LANGUAGES, facts_of, write_data_protection

SURVEY = """\
---
survey: club
title: The club & its <friends>
organisation: The Club
language: en
languages: [en, de]
participation: {level}
field: 2027-01-01 .. 2027-01-31
---

# Page

## side: Which side?

- ( ) left: Left
- ( ) right: Right

## name: What is your name?{mark}

____
"""
NAMES = (
    "record-of-processing", "measures", "impact-assessment", "processing-contract-annex", "notice",
)  # fmt: skip


def survey_in(folder, level="exchange", mark="", settings=""):
    text = SURVEY.replace("{level}", level).replace("{mark}", mark)
    (folder / "questionnaire.md").write_text(text, encoding="utf-8")
    (folder / "settings.toml").write_text(settings, encoding="utf-8")
    return open_survey(folder)


def said_in(name, *survey, **more):
    """The English words of a document."""
    opened = survey_in(*survey, **more)
    facts = facts_of(opened, read_questionnaire(opened.path), "en")
    (document,) = [made for make in DOCUMENTS if (made := make(facts)).name == name]
    words = []
    for section in document.sections:
        for block in section.blocks:
            match block:
                case Paragraph():
                    words.append(block.words)
                case Items():
                    words += block.items
                case Table():
                    words += [cell for row in (block.headings, *block.rows) for cell in row]
    return " ".join(words)


def words_of(file):
    if file.suffix == ".docx":
        document = docx.Document(io.BytesIO(file.read_bytes()))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        text = " ".join([paragraph.text for paragraph in document.paragraphs] + cells)
    else:
        text = " ".join(
            page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(file)
        )
    return set(re.findall(r"[^\W\d_]{3,}", text))


@pytest.mark.trial
def test_five_documents_in_two_languages_and_two_formats_that_say_the_same(tmp_path):
    files = write_data_protection(survey_in(tmp_path))
    found = {file.name: words_of(file) for file in files}
    assert set(found) == {
        f"{name}.{language}.{ending}"
        for name in NAMES
        for language in LANGUAGES
        for ending in ("docx", "pdf")
    }
    for name in NAMES:
        english, german = (found[f"{name}.{language}.docx"] for language in ("en", "de"))
        assert {"club", "its", "friends"} <= english & german
        assert len(german & english) < len(english) / 3
        for language in LANGUAGES:
            assert found[f"{name}.{language}.docx"] == found[f"{name}.{language}.pdf"]
    # The same survey makes the same bytes, and the command names the files.
    first = {file: file.read_bytes() for file in files}
    said = run("data-protection", tmp_path)
    assert (said.returncode, said.stdout.count("data-protection/")) == (0, len(files))
    assert [file.name for file in files if first[file] != file.read_bytes()] == []


@pytest.mark.parametrize(
    ("level", "said", "unsaid"),
    [
        ("open", "as long as no server in front records", "addresses of the invited"),
        ("codes", "as long as nobody notes who was given which code", "addresses of the invited"),
        ("exchange", "The answers are pseudonymous", "as long as no server in front records"),
        ("blind", "begun another day", "no control of who answers"),
    ],
)  # fmt: skip
def test_what_is_said_of_anonymity_is_that_of_the_level(tmp_path, level, said, unsaid):
    words = said_in("impact-assessment", tmp_path, level)
    assert said in words
    assert unsaid not in words


@pytest.mark.parametrize(
    ("level", "settings", "seconds"),
    [
        ("open", "", 0),
        ("open", "once = true", 1),
        ("blind", "", 1),
        ("blind", "pause = 0", 0),
        ("codes", "pause = 0", 0),
    ],
)
def test_a_second_cookie_is_named_where_there_is_one(tmp_path, level, settings, seconds):
    words = said_in("notice", tmp_path, level, settings=f"[door]\n{settings}\n")
    assert words.count("A second one says") == seconds


def test_until_when_the_data_are_personal_comes_from_the_settings(tmp_path):
    settings = (
        "[retention]\naddresses = 2027-02-01\nkey = 2027-03-01\nanswers = 2028-01-01\n"
        '[data_protection]\ncontroller = "The Club, Main Street 1"\npurpose = "To be better"\n'
    )
    before = said_in("record-of-processing", tmp_path)
    after = said_in("record-of-processing", tmp_path, settings=settings)
    for known, blank in (
        ("until they are erased (from 2027-02-01 on)", "until they are erased (‹day of deletion›)"),
        ("until the key is deleted (from 2027-03-01 on)", "is deleted (‹day of deletion›)"),
        ("The Club, Main Street 1", "‹address and contact of the controller›"),
        ("To be better", "‹what is to be found out, and what for›"),
    ):
        assert (blank in before, known in before) == (True, False)
        assert (blank in after, known in after) == (False, True)
    assert "2027-01-01 to 2027-01-31" in after


def test_questions_that_identify_make_the_answers_personal_data_and_are_named(tmp_path):
    plain = said_in("notice", tmp_path, "open")
    marked = said_in("notice", tmp_path, "open", " {identifying}")
    assert "What is your name?" not in plain
    assert "What is your name?" in marked
    assert "all their other answers belong to a person" in marked


def test_what_only_the_organisation_knows_is_marked(tmp_path):
    opened = survey_in(tmp_path)
    facts = facts_of(opened, read_questionnaire(opened.path), "de")
    document = docx.Document(io.BytesIO(docx_of(measures(facts), "de")))
    runs = [
        run
        for table in document.tables
        for row in table.rows
        for cell in row.cells
        for paragraph in cell.paragraphs
        for run in paragraph.runs
    ]
    blanks = [run.text for run in runs if "‹" in run.text]
    assert "‹wie die Datenträger verschlüsselt sind›" in blanks
    assert blanks == [run.text for run in runs if run.font.highlight_color is not None]
    assert list(pieces("a ‹b› c")) == [("a ", False), ("‹b›", True), (" c", False)]


STORED = {
    "invitations": {
        "address": "e-mail address",
        "language": "language of the invited",
        "state": "was sent",
        "reminders": "were reminded",
    },
    "admissions": {"hash": "keyed hashes of invitations"},
    "spent": {"nullifier": "keyed hashes of invitations", "holder": "keyed hashes of invitations"},
    "entry": {
        "interview": "",
        "sequence": "",
        "key": "",
        "event": "withdrawn",
        "version": "",
        "language": "language",
        "week": "week",
        "screen": "",
        "answers": "left as typed",
        "quotas": "answers",
        "minutes": "duration",
    },
    "version": dict.fromkeys(("name", "number", "content", "week"), ""),
    "quota": dict.fromkeys(("name", "completed"), ""),
    "field": dict.fromkeys(("closed", "sealed"), ""),
}
"""The columns of the databases, and the words for what they hold of people."""


def columns(file):
    with closing(sqlite3.connect(file)) as database:
        tables = database.execute("select name from sqlite_master where type = 'table'").fetchall()
        return {
            table: [row[1] for row in database.execute(f"pragma table_info({table})")]
            for (table,) in tables
        }


def test_records_name_all_that_the_databases_hold_of_people(tmp_path):
    survey = survey_in(tmp_path, mark=" {identifying}")
    publish(survey)

    async def make():
        await (await begin_participation(survey.participation, survey.key)).shut()

    asyncio.run(make())
    found = columns(survey.journal) | columns(survey.participation)
    # Whoever adds a column says what it holds of people, and where that is told.
    assert found == {table: list(words) for table, words in STORED.items()}
    page = (Path(__file__).parents[2] / "docs/how-to/data-protection.md").read_text("utf-8")
    ours = page[page.index("| Data |") : page.index("| Not stored |")]
    record = said_in("record-of-processing", tmp_path)
    for words in {word for table in STORED.values() for word in table.values()}:
        assert words in ours, words
        assert words in record, words
