"""Of answers that were gathered here it is remembered what was shown, whoever asks for it."""

import csv
import sqlite3
import stat
from dataclasses import replace

import pytest

from commands import run
from rundfrage.cli.account import who_is_at_work
from rundfrage.dataset.files import write_dataset
from rundfrage.errors import Problem
from rundfrage.services import (
    Analysis,
    Edition,
    Engine,
    Reading,
    Tabulation,
    build_deck,
    draft_report,
    make_tables,
    open_source,
    open_survey,
    read_logbook,
)
from rundfrage.services.answers import load
from rundfrage.services.exports import note_export
from rundfrage.services.releases import FILE

ALL_BUT_ONE = "q2 != 107"
ROWS = [("1", str(100 + place)) for place in range(20)] + [("2", "")] * 12


def gathered(survey, rows=ROWS, settings="", *, exported=True):
    """A survey whose answers are an export of its field, or else a file from elsewhere."""
    own = survey(settings=settings)
    file = own.folder / "answers.csv"
    with file.open("w", newline="") as stream:
        csv.writer(stream).writerows([("q1", "q2"), *rows])
    if exported:
        write_dataset(load(own), file, note_export, private=True)
    return own


def shown(source, where=None, *, threshold=5, by=None):
    """How many said yes, as the tables print it, with their notes."""
    asked = replace(source, reading=Reading(where=where))
    analysis = Analysis(threshold=threshold)
    table = make_tables(asked, Tabulation(analysis, by, only=("q1",))).tables[0]
    cell = table.blocks[0].cell("yes")
    return (None if cell is None else cell.count), [note.code for note in table.notes]


def refused(source, where, **more):
    with pytest.raises(Problem) as caught:
        shown(source, where, **more)
    return caught.value.code


def test_a_filter_that_leaves_one_out_told_of_one_and_does_no_more(survey):
    other = gathered(survey, exported=False)
    assert shown(other, "q2 == 107", threshold=1)[0] == 1
    assert shown(other)[0] - shown(other, f"{ALL_BUT_ONE} or q1 == 2")[0] == 1
    assert not (other.folder / FILE).exists()
    own = gathered(survey)
    assert shown(own) == (20, [])
    assert refused(own, f"{ALL_BUT_ONE} or q1 == 2") == "where-withheld"
    assert refused(own, "q2 == 107", threshold=1) == "where-withheld"
    assert refused(own, "q2 == 5") == "where-withheld", "nobody looks as one does"
    assert shown(own, "q2 < 110")[0] == 10
    assert refused(own, "q2 < 111") == "where-withheld"
    assert shown(own) == (20, []), "what was shown stays shown"
    export = open_source(own.folder / "answers.csv")
    assert refused(export, "q2 < 111") == "where-withheld", "its file is the same survey"


def test_new_answers_are_shown_when_they_are_enough(survey):
    assert shown(gathered(survey)) == (20, [])
    assert shown(gathered(survey, [*ROWS, ("1", "7")])) == (
        None,
        ["withheld-few-new"],
    )
    more = gathered(survey, [*ROWS, *[("1", "7")] * 5])
    assert shown(more) == (25, [])


def test_the_settings_say_for_which_surveys_and_from_how_many_on(survey):
    own = gathered(survey, settings="[disclosure]\nledger = false\n")
    assert shown(own, f"{ALL_BUT_ONE} or q1 == 2")[0] == 19
    assert not (own.folder / FILE).exists()
    wanted = "[disclosure]\nledger = true\nthreshold = 11\n"
    other = gathered(survey, exported=False, settings=wanted)
    assert refused(other, "q2 < 110") == "where-withheld"
    assert shown(other, "q2 < 111", threshold=2)[0] == 11


def test_the_file_holds_what_was_shown_and_is_its_owners(survey):
    own = gathered(survey)
    shown(own, "q2 < 110")
    file = own.folder / FILE
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with sqlite3.connect(file) as database:
        rows = database.execute("SELECT * FROM shown").fetchall()
    assert sorted(rows) == [
        ("", "", 32, "{}"),
        ("", "q2 < 110", 10, "{}"),
        ("q1", "q2 < 110", 10, '{"no": 0, "yes": 10}'),
    ]
    before = file.read_bytes()
    shown(own, "q2 < 110")
    assert file.read_bytes() == before


def test_what_cannot_be_noted_is_not_shown(survey):
    own = gathered(survey)
    (own.folder / FILE).write_text("no database")
    assert refused(own, None) == "releases-not-kept"


def test_an_engine_is_refused_and_a_report_remembers_too(survey):
    own = gathered(survey)
    with pytest.raises(Problem, match="remembered"):
        make_tables(own, Tabulation(engine=Engine("duckdb")))
    draft_report(own)
    with sqlite3.connect(own.folder / FILE) as database:
        assert ("q2", "", 20) in database.execute("SELECT question, population, base FROM shown")
    assert refused(open_survey(own.folder), f"{ALL_BUT_ONE} or q1 == 2") == "where-withheld"


@pytest.mark.trial
def test_a_look_before_the_last_answers_came_keeps_no_deck_from_being_made(survey):
    own = gathered(survey)
    assert shown(own)[0] == 20
    gathered_again = [*ROWS, ("1", "200")]
    own = gathered(survey, gathered_again)
    made = make_tables(own, Tabulation(only=("q1",)))
    (warning,) = [one for one in made.warnings if one.code == "figures-withheld"]
    assert "forgotten" in str(warning)
    deck = build_deck(own, formats=["html"])
    assert "figures-withheld" in [one.code for one in deck.warnings]
    page = deck.files[0].read_text("utf-8")
    # 33 people aren't so few that single persons could be recognised.
    assert "Do you have a garden? – not shown, as single persons could be recognised" in page
    deck = build_deck(own, Edition(Analysis(anew=True)), formats=["html"])
    assert "figures-withheld" not in [one.code for one in deck.warnings]
    assert "forget-shown" in [one.act for one in read_logbook(own).logbook.lines]
    assert shown(own)[0] == 21


@pytest.mark.trial
def test_a_command_that_fails_forgets_nothing(survey):
    own = gathered(survey)
    remembered = shown(own)
    assert remembered[0] == 20
    before = (own.folder / FILE).read_bytes()
    assert run("tables", own.folder, "--anew", "--only", "nothing").returncode != 0
    assert run("tables", own.folder, "--anew", "--where", "nothing = 1").returncode != 0
    own.report.write_text("# A report\n\n{{ nonsense", "utf-8")
    assert run("report", own.folder, "--anew").returncode != 0
    assert (own.folder / FILE).read_bytes() == before
    assert not read_logbook(own).logbook.lines


def test_nothing_is_forgotten_where_nothing_is_remembered(survey):
    own = gathered(survey, exported=False)
    with pytest.raises(Problem) as caught:
        make_tables(own, Tabulation(Analysis(anew=True)))
    assert caught.value.code == "nothing-remembered"


@pytest.mark.parametrize("named", ["", "answers.csv"])
def test_whoever_has_it_forgotten_stands_in_the_logbook(survey, named):
    own = gathered(survey)
    assert run("tables", own.folder / named, "--anew").returncode == 0
    (line,) = read_logbook(own).logbook.lines
    assert (line.act, line.who) == ("forget-shown", who_is_at_work())


def test_what_is_built_again_and_again_forgets_nothing(survey):
    own = gathered(survey)
    done = run("report", own.folder, "--watch", "--anew")
    assert done.returncode == 2
    assert "--anew" in done.stderr
