"""A Problem says what is to be changed, the command line how to type it."""

import numpy as np
import pytest

from rundfrage.cli.remedies import how_to_mend, mend_with_how, place_of
from rundfrage.errors import Problem, Where
from rundfrage.kinds import read_questionnaire
from rundfrage.questionnaire.starter import start
from rundfrage.services.answers import load
from rundfrage.services.example import copy_example
from rundfrage.services.survey import open_source, open_survey
from rundfrage.stats.weighting.trimming import trim


def load_source(path):
    return load(open_source(path))


def problem(code: str, **more) -> Problem:
    return Problem(code, found="This.", expected="that.", mend="Change it.", **more)


def test_what_is_typed_names_what_the_problem_is_about():
    assert how_to_mend(problem("change-needs-consent", where=Where(name="q1"))) == "--accept q1"
    assert (
        how_to_mend(problem("no-answers", where=Where("my survey")))
        == "rundfrage simulate 'my survey' -n 484"
    )
    assert how_to_mend(problem("door-plural-forms", subject="pl")).endswith("--language pl")


def test_a_line_that_would_have_a_gap_is_left_out():
    assert how_to_mend(problem("change-needs-consent")) == ""
    assert how_to_mend(problem("language-not-listed", where=Where("q.md"))) == ""
    assert how_to_mend(problem("no-answers")) == ""


def test_a_problem_that_no_flag_mends_has_its_mend_alone():
    assert mend_with_how(problem("unknown-name")) == "Change it."
    assert mend_with_how(problem("trim-limits")) == "Change it. How: --trim 0.2,5"


def test_an_argument_is_shown_as_the_flag_that_gives_it():
    assert place_of(Where(argument="design")) == "--design"
    assert place_of(Where(argument="sender")) == "--from"
    assert place_of(Where(name="poststratify", argument="method")) == "--method: poststratify"
    assert place_of(Where("a.md", 3, "q1")) == "a.md:3: q1"


@pytest.mark.parametrize(
    ("raised", "how"),
    [
        (lambda folder: start(folder, "en"), "rundfrage new DIR"),
        (copy_example, "rundfrage demo DIR"),
        (lambda folder: load_source(folder / "none.sav"), ""),
        (
            lambda folder: load_source(folder / "no survey"),
            "rundfrage new '{}/no survey' starts a survey",
        ),
        (lambda folder: open_survey(folder / "something.txt"), ""),
        (lambda folder: open_survey(folder / "none"), "rundfrage new {}/none starts a survey"),
        (lambda folder: read_questionnaire(folder / "none.md"), ""),
        (
            lambda folder: read_questionnaire(folder / "none"),
            "rundfrage new {}/none starts a survey",
        ),
        (lambda _: trim(np.array([1.0, 2]), 2, 3), "--trim 0.2,5"),
        (lambda _: trim(np.array([1.0, 9]), 0.99, 1.01), ""),
    ],
)
def test_what_is_typed_fits_the_place_where_it_is_needed(tmp_path, raised, how):
    """One code may be raised in several places, and its line must be true in each."""
    (tmp_path / "something.txt").write_text("", "utf-8")
    with pytest.raises(Problem) as caught:
        raised(tmp_path)
    assert how_to_mend(caught.value) == how.format(tmp_path)


def test_a_setting_that_is_missed_is_named_beside_its_flag():
    for code in (
        "bad-address",
        "bad-mail-server",
        "bad-sender",
        "cannot-listen",
        "embed-by-invitation",
        "mail-server-refused",
        "not-published",
        "origin-needed",
    ):
        assert "in settings.toml" in how_to_mend(problem(code))


def test_what_is_typed_can_be_typed():
    assert "-o 'my survey/out' writes" in how_to_mend(
        problem("output-edited", subject="my survey/out")
    )
