"""Answers as the studio looks at them: tables, weights, decks, with progress that can cancel."""

import json

import pytest

from rundfrage import services
from rundfrage.errors import Problem
from rundfrage.services import deck_building
from rundfrage.services.weighting import Settings, Unanswered

KEEPING = Settings(unanswered=Unanswered.KEEP)


class Stopping:
    """Notes the steps it is told, and cancels before the one of that name."""

    def __init__(self, before=None):
        self.before = before
        self.expected = 0
        self.steps = []

    @property
    def cancelled(self):
        return self.before is not None and len(self.steps) >= self.before

    def expect(self, steps):
        self.expected += steps

    def step(self, name):
        self.steps.append(name)


@pytest.fixture
def rehearsed(survey):
    opened = survey()
    services.rehearse(opened, services.Rehearsal(60, seed=3))
    return opened


def files(folder):
    """What a person sees in the folder."""
    names = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(name for name in names if ".cache" not in name)


def test_tables_are_data_until_they_are_printed(rehearsed, capfd):
    made = services.make_tables(rehearsed, services.Tabulation(only=("q1",)))
    assert (made.interviews, made.language, len(made.tables)) == (60, "en", 1)
    assert len(json.loads(services.print_tables(made, "json"))["tables"]) == 1
    assert services.print_tables(made).decode().splitlines()
    file = services.write_tables(rehearsed, made, "html")
    assert file == rehearsed.folder / "out" / "tables.html"
    assert capfd.readouterr() == ("", "")


def test_a_format_that_is_not_there_is_the_fault_of_an_argument(rehearsed):
    made = services.make_tables(rehearsed)
    with pytest.raises(Problem) as caught:
        services.print_tables(made, "jsn")
    assert (caught.value.where.argument, caught.value.mend) == ("format", "Did you mean json?")


def test_answers_become_a_file_that_is_a_source_itself(rehearsed, tmp_path):
    made = services.convert(rehearsed, tmp_path / "copy.parquet")
    assert (made.respondents, made.variables) == (60, 2)
    copy = services.open_source(made.file)
    assert services.codebook(copy) == services.codebook(rehearsed)
    ours, theirs = (services.make_tables(one) for one in (rehearsed, copy))
    assert ours.tables == theirs.tables
    assert services.write_codebook(copy) == tmp_path / "copy.codebook.json"


def test_weights_lie_beside_the_answers_with_their_dossier(rehearsed, tmp_path):
    targets = tmp_path / "targets.csv"
    targets.write_text("variable,category,share\nq1,yes,50\nq1,no,50\n", "utf-8")
    progress = Stopping()
    made = services.weigh(
        rehearsed, services.Weighing(targets, KEEPING, formats=("html",)), progress=progress
    )
    assert made.dossier == (rehearsed.folder / "out" / "weighting.html",)
    assert progress.steps == ["answers", "weights", "dossier"]
    analysis = services.Analysis(weight="weight")
    assert services.make_tables(rehearsed, services.Tabulation(analysis)).interviews == 60


def test_a_deck_is_drafted_built_and_says_its_steps(rehearsed):
    draft = services.draft_report(rehearsed)
    assert draft == rehearsed.folder / "report.md"
    with pytest.raises(Problem) as caught:
        services.draft_report(rehearsed)
    assert caught.value.code == "report-exists"
    progress = Stopping()
    deck = services.build_deck(rehearsed, formats=("html",), progress=progress)
    assert [file.name for file in deck.files] == ["report.html", "figures.json"]
    assert progress.steps == ["answers", "q1", "q2", "html", "figures"]
    assert progress.expected == len(progress.steps)


@pytest.mark.parametrize("before", range(5))
def test_a_build_that_is_cancelled_leaves_nothing(rehearsed, before):
    there = files(rehearsed.folder)
    with pytest.raises(services.Cancelled):
        services.build_deck(rehearsed, formats=("html",), progress=Stopping(before))
    assert files(rehearsed.folder) == there


@pytest.mark.parametrize("before", [0, 1])
def test_a_rehearsal_that_is_cancelled_leaves_nothing(survey, before):
    opened = survey()
    with pytest.raises(services.Cancelled):
        services.rehearse(opened, services.Rehearsal(10), progress=Stopping(before))
    assert files(opened.folder) == ["questionnaire.md"]


def test_a_deck_that_cannot_be_built_still_says_its_warnings(rehearsed, monkeypatch):
    warning = Problem("masked", found="m", expected="e", mend="m", severity="warning")
    monkeypatch.setattr(deck_building, "warnings_of", lambda _: (warning,))
    services.draft_report(rehearsed)
    edition = services.Edition(services.Analysis(language="de"))
    with pytest.raises(Problem) as caught:
        services.build_deck(rehearsed, edition, formats=["html"])
    assert [one.code for one in caught.value.all] == ["report-language", "masked"]
    with pytest.raises(Problem) as caught:
        services.update_deck(rehearsed, rehearsed.report, edition)
    assert [one.code for one in caught.value.all] == ["report-language", "masked"]


def test_a_report_is_audited_against_the_answers(rehearsed, tmp_path):
    text = tmp_path / "report.txt"
    text.write_text("Of 61 people asked, 60 answered.\n", "utf-8")
    found = services.audit(text, rehearsed, language="en")
    assert found.interviews == 60
    assert b"\x1b[" not in services.print_audit(found)
    assert b"\x1b[" in services.print_audit(found, colours=True)
    assert json.loads(services.print_audit(found, "json"))
    with pytest.raises(Problem) as caught:
        services.audit(text, language="fr")
    assert caught.value.code == "unknown-language"


def test_a_form_is_made_for_each_language(rehearsed):
    (file,) = services.print_forms(rehearsed)
    assert file == rehearsed.folder / "out" / "garden-form-en.pdf"
    with pytest.raises(Problem) as caught:
        services.print_forms(rehearsed, ["fr"])
    assert caught.value.code == "paper-language"


def test_the_example_is_copied_over_itself_only(tmp_path):
    survey = services.copy_example(tmp_path / "example")
    assert services.copy_example(tmp_path / "example") == survey
    (tmp_path / "example" / "mine.txt").write_text("mine", "utf-8")
    with pytest.raises(Problem) as caught:
        services.copy_example(tmp_path / "example")
    assert caught.value.code == "example-folder-taken"
