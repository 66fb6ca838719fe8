"""Work that takes long is stopped in the middle, and leaves everything as it was before."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from rundfrage import services
from rundfrage.errors import Problem
from rundfrage.services.releases import FILE as SHOWN
from rundfrage.services.weighting import Settings, Unanswered

TOWN = Path(__file__).parents[1] / "earlier" / "d3b3a37" / "town"
"""A survey in the middle of its field, with answers, translations, a deck and what became of it."""


class Stopping:
    """Counts the steps it is told, and cancels when so many have begun."""

    def __init__(self, after=None):
        self.after = after
        self.expected = 0
        self.steps = []

    @property
    def cancelled(self):
        return self.after is not None and len(self.steps) >= self.after

    def expect(self, steps):
        self.expected += steps

    def step(self, name):
        self.steps.append(name)


def changed(survey):
    """The town asks something else, so that what was made of it would become something else."""
    words = survey.questionnaire.read_text("utf-8")
    title = next(line for line in words.splitlines() if line.startswith("title:"))
    survey.questionnaire.write_text(words.replace(title, f"{title}!"), "utf-8")


def draft(survey, progress):
    return services.draft_report(survey, progress=progress)


def renew(survey, progress):
    edited = survey.folder / "edited.pptx"
    return services.update_deck(survey, edited, target=edited, progress=progress)


def build_deck(survey, progress):
    return services.build_deck(survey, formats=["html", "xlsx"], progress=progress)


def weigh(survey, progress):
    keeping = Settings(unanswered=Unanswered.KEEP)
    weighing = services.Weighing(survey.folder / "margins.csv", keeping, formats=("html",))
    return services.weigh(survey, weighing, progress=progress)


def audit(survey, progress):
    return services.audit(survey.folder / "edited.pptx", survey, progress=progress)


SERVICES = {
    "check": services.check,
    "find_paths": services.find_paths,
    "translate": lambda survey, progress: services.translate(
        survey, ["de", "fr", "tr"], program=True, progress=progress
    ),
    "print_forms": lambda survey, progress: services.print_forms(survey, progress=progress),
    "publish": lambda survey, progress: services.publish(survey, progress=progress),
    "export": lambda survey, progress: services.export(survey, progress=progress),
    "write_data_protection": lambda survey, progress: services.write_data_protection(
        survey, progress=progress
    ),
    "rehearse": lambda survey, progress: services.rehearse(
        survey, services.Rehearsal(20), progress=progress
    ),
    "inspect": services.inspect,
    "convert": lambda survey, progress: services.convert(
        survey, survey.folder / "answers.parquet", progress=progress
    ),
    "make_tables": lambda survey, progress: services.make_tables(survey, progress=progress),
    "weigh": weigh,
    "draft_report": draft,
    "build_deck": build_deck,
    "update_deck": renew,
    "audit": audit,
}
READING = {"check", "find_paths", "inspect", "make_tables", "audit"}
"""Services that write nothing."""


def everything(folder):
    """What lies in the folder, but for what is kept to be faster alone, and for what was shown.

    That is noted before it is shown, so also by work that is stopped in between. Of databases it is
    what they hold, for whoever opens one may lay its pages out anew.
    """
    return {
        path.relative_to(folder).as_posix(): held(path)
        for path in folder.rglob("*")
        if path.is_file() and path.parent.name != ".cache" and path.name != SHOWN
    }


def held(path):
    if path.suffix != ".db":
        return path.read_bytes()
    with closing(sqlite3.connect(path)) as database:
        return list(database.iterdump())


@pytest.fixture
def town(tmp_path):
    folder = shutil.copytree(TOWN, tmp_path / "town")
    survey = services.open_survey(Path(folder))
    # Whoever opens a journal of an earlier version first brings it to today's format.
    services.watch_field(survey)
    changed(survey)
    return survey


def prepared(name, survey):
    if name == "draft_report":
        survey.report.unlink()
    if name == "translate":
        words = survey.questionnaire.read_text("utf-8")
        survey.questionnaire.write_text(
            words.replace("languages: [en, de]", "languages: [en, de, fr, tr]"), "utf-8"
        )
    if name == "print_forms":
        services.print_forms(survey)
        changed(survey)
    return everything(survey.folder)


@pytest.mark.trial
@pytest.mark.parametrize("name", SERVICES)
def test_what_is_stopped_in_the_middle_leaves_everything_as_it_was(name, town, tmp_path):
    work = SERVICES[name]
    before = prepared(name, town)
    through = services.open_survey(Path(shutil.copytree(town.folder, tmp_path / "through")))
    whole = Stopping()
    work(through, whole)
    assert whole.steps
    assert whole.expected in (0, len(whole.steps))
    assert (everything(through.folder) == before) == (name in READING)

    for after in sorted({0, 1, len(whole.steps) // 2, len(whole.steps) - 1}):
        stopping = Stopping(after)
        with pytest.raises(services.Cancelled):
            work(town, stopping)
        assert stopping.steps == whole.steps[:after]
        assert everything(town.folder) == before


@pytest.mark.parametrize("after", [0, 1, 2])
def test_no_code_is_valid_that_nobody_gets(survey, tmp_path, after):
    opened = survey("codes", '[door]\norigin = "https://garden.example.org"\n')
    handout = services.Handout(3, tmp_path / "slips.pdf", tmp_path / "codes.csv")
    before = everything(tmp_path)
    with pytest.raises(services.Cancelled):
        services.hand_out_codes(opened, handout, Stopping(after))
    assert everything(tmp_path) == before
    whole = Stopping()
    assert services.hand_out_codes(opened, handout, whole) == (handout.slips, handout.table)
    assert whole.expected == len(whole.steps) == 3
    assert not any(code in step for step in whole.steps for code in codes(handout.table))


def test_no_code_is_valid_whose_slip_cannot_be_written(survey, tmp_path):
    opened = survey("codes", '[door]\norigin = "https://garden.example.org"\n')
    blocked = tmp_path / "file" / "codes.csv"
    blocked.parent.write_text("no folder", "utf-8")
    with pytest.raises(Problem) as caught:
        services.hand_out_codes(opened, services.Handout(3, tmp_path / "slips.pdf", blocked))
    assert caught.value.code == "output-not-writable"
    assert not Path(opened.participation).exists()
    assert not (tmp_path / "slips.pdf").exists()


def codes(table):
    return [line.partition(",")[0] for line in table.read_text("utf-8").splitlines()[1:]]


def test_the_certificate_is_stopped_between_two_comparisons():
    stopping = Stopping(2)
    with pytest.raises(services.Cancelled):
        services.verify(progress=stopping)
    assert len(stopping.steps) == 2
    assert stopping.expected > 100


def test_every_service_that_takes_a_progress_is_stopped_here():
    ours = {*SERVICES, "hand_out_codes", "verify"}
    taking = {
        name
        for name in services.SERVICES
        if "progress" in getattr(services, name).__annotations__ and name not in LETTERS
    }
    assert taking == ours


LETTERS = {"invite", "remind"}
"""Letters that were sent can't be called back; see test_letters_services.py."""
