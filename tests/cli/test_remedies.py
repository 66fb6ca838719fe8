"""A Problem says what is to be changed, the command line how to type it."""

from rundfrage.cli.remedies import how_to_mend, mend_with_how, place_of
from rundfrage.errors import Problem, Where


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
