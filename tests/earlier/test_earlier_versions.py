"""Surveys that an earlier version left in the middle of their fields go on, with the same numbers.

README.md says what is in each version's folder, and how it was made.
"""

import base64
import csv
import json
import re
import shutil
from collections import Counter
from pathlib import Path

import psycopg
import pytest
from answers import answers
from checkout import Checkout
from pptx import Presentation
from respondent import Respondent

from mail_server import PASSWORD, MailServer

pytestmark = pytest.mark.trial

HERE = Path(__file__).parent
VERSIONS = sorted(path.parent.name for path in HERE.glob("*/town"))
OURS = Checkout(HERE.parents[1])
NUMBER = re.compile(r"\d+(?:\.\d+)?")
BLINDED = base64.urlsafe_b64encode((2).to_bytes(384, "big")).decode()
COMPLETED = 15
RUNNING = {"of the first version", "at the first page", "at the last page"}


@pytest.fixture(params=VERSIONS)
def made(request):
    """The folder with what a version made."""
    return HERE / request.param


@pytest.fixture
def survey(made, tmp_path):
    """Its survey in the middle of the field, to go on with."""
    return Path(shutil.copytree(made / "town", tmp_path / "town"))


def people_of(folder):
    return json.loads((folder / "people.json").read_text("utf-8"))


def counted(words):
    """Every number in the words, as often as it stands there.

    The status has numbers more than it had: of the page on which answers are checked.
    """
    return Counter(NUMBER.findall(words))


def table_of(file):
    """The header of a CSV file, and its rows in an order that doesn't matter."""
    with file.open(newline="", encoding="utf-8-sig") as stream:
        header, *rows = csv.reader(stream)
    return header, sorted(rows)


def numbers_in(tree, at=()):
    """Every number of a JSON text by its place."""
    if isinstance(tree, dict):
        return {k: v for name, one in tree.items() for k, v in numbers_in(one, (*at, name)).items()}
    if isinstance(tree, list):
        return {k: v for no, one in enumerate(tree) for k, v in numbers_in(one, (*at, no)).items()}
    return {at: tree} if isinstance(tree, int | float) and not isinstance(tree, bool) else {}


def figures_in(figures):
    """Every figure with its slide, what it is bound to and its numbers, as often as it is."""
    return Counter(
        (one["binding"], one["text"], tuple(sorted(numbers_in(one).items()))) for one in figures
    )


def go_on(person, known):
    """The respondent comes back with the cookie alone, and sends what is left."""
    person.get(known["place"])
    assert person.place == known["place"], person.page.words
    person.answer(answers(known["number"]))
    assert person.place.endswith("/review"), person.page.words
    shown = person.page.words
    person.finish()
    assert person.place.endswith("/thanks")
    return shown


def completed(status):
    return int(re.search(r"completed\s+(\d+)", status)[1])


def test_the_status_counts_the_same(made, survey):
    earlier = (made / "town" / "status.txt").read_text("utf-8")
    assert completed(earlier) == COMPLETED
    assert not counted(earlier) - counted(OURS.run("status", survey))


def test_an_export_has_the_same_answers(made, survey):
    OURS.run("export", survey)
    header, rows = table_of(survey / "answers.csv")
    assert len(rows) == COMPLETED
    assert (header, rows) == table_of(made / "town" / "answers.csv")


@pytest.mark.parametrize(("file", "words"), [("tables", []), ("weighted", ["--weight", "weight"])])
def test_tables_have_the_same_numbers(made, survey, file, words):
    earlier = numbers_in(json.loads((made / "town" / f"{file}.json").read_text("utf-8")))
    said = OURS.run("tables", survey, "--format", "json", *words)
    now = numbers_in(json.loads(said))
    assert len(earlier) > 400
    assert {at: now.get(at) for at in earlier} == earlier


def test_a_report_has_the_same_figures_and_takes_the_place_of_the_earlier(made, survey):
    OURS.run("report", survey)
    earlier, now = (
        json.loads((folder / "out" / "figures.json").read_text("utf-8"))["figures"]
        for folder in (made / "town", survey)
    )
    assert len(earlier) > 30
    # A slide may show more than it did: a headline has a chart beside it.
    assert not figures_in(earlier) - figures_in(now)
    names = {path.name for path in (survey / "out").iterdir()}
    assert {"report.pptx", "report.pdf", "report.html", "report.xlsx"} <= names


def charts_of(deck):
    """The numbers of every chart of a deck, slide by slide."""
    charts = [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    plots = [plot for chart in charts for plot in chart.plots]
    return [[(series.name, tuple(series.values)) for series in plot.series] for plot in plots]


def test_a_deck_that_was_edited_is_updated_and_keeps_its_edits(survey):
    edited = Presentation(str(survey / "edited.pptx"))
    said = OURS.run("report", survey, "--update", survey / "edited.pptx")
    updated = Presentation(str(survey / "edited-updated.pptx"))
    assert updated.slides[2].shapes.title.text_frame.text == "People like it here"
    assert len(charts_of(updated)) > 2
    assert charts_of(updated) == charts_of(edited)
    assert "0 values" in said


def test_interviews_that_were_begun_are_resumed_and_completed(made, survey):
    running = people_of(made / "town")["running"]
    assert set(running) == RUNNING
    with OURS.serve(survey) as door:
        for name, known in running.items():
            shown = go_on(Respondent(door.port, known["cookies"]), known)
            age = answers(known["number"])[0]["age"]
            assert age in shown, name
    assert completed(OURS.run("status", survey)) == COMPLETED + len(RUNNING)
    OURS.run("export", survey)
    _, rows = table_of(survey / "answers.csv")
    _, before = table_of(made / "town" / "answers.csv")
    assert len(rows) == COMPLETED + len(RUNNING)
    assert Counter(map(tuple, before)) <= Counter(map(tuple, rows))


def test_an_invitation_of_an_earlier_version_counts_once(made, survey):
    known = people_of(made / "town")
    before = completed(OURS.run("status", survey))
    with OURS.serve(survey) as door:
        for token in known["unused"][:1] * 2:
            person = Respondent(door.port)
            person.begin(token=token)
            assert person.place == "/en/screen/0"
            person.answer(answers(1))
            person.finish()
            assert person.place == "/en/thanks"
    status = OURS.run("status", survey)
    assert completed(status) == before + 1
    assert re.search(r"a code used before or with none, in none of these\s+1\n", status)


def test_letters_go_on(survey, tmp_path):
    with MailServer(tmp_path) as server:

        def invite(*words):
            return OURS.run(
                "invite", survey, *words, "--origin", "https://town.example.org",
                "--smtp", f"localhost:{server.port}", "--from", "town@example.org",
                "--per-minute", "60000",
                environment={
                    "SSL_CERT_FILE": str(server.certificate), "RUNDFRAGE_SMTP_PASSWORD": PASSWORD
                },
            )  # fmt: skip

        again = survey / "again.csv"
        again.write_text((survey / "addresses.csv").read_text("utf-8") + "new@example.org,\n")
        invite(again)
        assert [recipient for recipient, _ in server.letters] == ["new@example.org"]
        server.letters.clear()
        invite("--remind")
        assert len(server.letters) == 27
        OURS.run("forget", survey, "ana@example.org")
        server.letters.clear()
        invite("--remind")
        assert len(server.letters) == 26


def test_a_field_is_closed_and_reported(made, survey):
    known = people_of(made / "town")["running"]["at the last page"]
    OURS.run("close", survey)
    OURS.run("export", survey)
    OURS.run("report", survey, "--formats", "html")
    with OURS.serve(survey) as door:
        person = Respondent(door.port, known["cookies"])
        person.get(known["place"])
        assert person.place.endswith("/closed")
    assert table_of(survey / "answers.csv") == table_of(made / "town" / "answers.csv")


def test_a_server_that_was_killed_left_nothing_behind_unsaid(made, survey):
    killed = made / "killed"
    assert (killed / "responses.db-wal").stat().st_size > 0
    for file in killed.iterdir():
        shutil.copy(file, survey / file.name)
    earlier = (killed / "status.txt").read_text("utf-8")
    assert completed(earlier) == COMPLETED + 1
    assert not counted(earlier) - counted(OURS.run("status", survey))


def test_an_interview_goes_on_that_a_killed_server_had_stored(made, survey):
    killed = made / "killed"
    for file in killed.iterdir():
        shutil.copy(file, survey / file.name)
    known = people_of(killed)["running"]["when the server was killed"]
    with OURS.serve(survey) as door:
        go_on(Respondent(door.port, known["cookies"]), known)
    assert completed(OURS.run("status", survey)) == COMPLETED + 2


def restored(server, file):
    """The address of a new database, made by the statements of the file."""
    address = server.database()
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(file.read_text("utf-8"))
    return address


def test_a_field_in_postgresql_goes_on(made, survey, postgresql_server):
    stored = made / "postgresql"
    (survey / "responses.db").unlink()
    (survey / "participation.db").unlink()
    shutil.copy(stored / "participation.key", survey / "participation.key")
    journal = ("--journal", restored(postgresql_server, stored / "responses.sql"))
    people = ("--participation", restored(postgresql_server, stored / "participation.sql"))
    earlier = (stored / "status.txt").read_text("utf-8")
    assert completed(earlier) == COMPLETED
    assert not counted(earlier) - counted(OURS.run("status", survey, *journal, *people))
    OURS.run("export", survey, *journal)
    assert table_of(survey / "answers.csv") == table_of(made / "town" / "answers.csv")
    known = people_of(stored)
    with OURS.serve(survey, *journal, *people) as door:
        for one in known["running"].values():
            go_on(Respondent(door.port, one["cookies"]), one)
        new = Respondent(door.port)
        new.begin(token=known["unused"][0])
        assert new.place == "/en/screen/0"
    status = OURS.run("status", survey, *journal, *people)
    assert completed(status) == COMPLETED + len(RUNNING)
    OURS.run("close", survey, *journal)


@pytest.mark.parametrize("level", ["codes", "blind"])
def test_the_other_levels_go_on(made, tmp_path, level):
    survey = Path(shutil.copytree(made / "town", tmp_path / level))
    questionnaire = survey / "questionnaire.md"
    text = questionnaire.read_text("utf-8")
    questionnaire.write_text(text.replace("participation: exchange", f"participation: {level}"))
    for file in (made / level).iterdir():
        shutil.copy(file, survey / file.name)
    known = people_of(survey)
    earlier = (survey / "status.txt").read_text("utf-8")
    assert not counted(earlier) - counted(OURS.run("status", survey))
    with OURS.serve(survey) as door:
        running = known["running"]["half way"]
        go_on(Respondent(door.port, running["cookies"]), running)
        used, new = Respondent(door.port), Respondent(door.port)
        if level == "codes":
            used.begin(code=known["used"])
            new.begin(code=known["unused"][0])
        else:
            welcome = used.get(f"/in/{known['used']}/en/")
            form = {name: welcome.hidden(name) for name in ("token", "invitation")}
            assert used.post("/en/sign", **form, blinded=BLINDED).html == "spent"
            new.begin(ticket=known["ticket"])
            assert used.page.status == 422
        assert new.place == "/en/screen/0"
    assert completed(OURS.run("status", survey)) == 3
