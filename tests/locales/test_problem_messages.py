"""What a Problem says can be told in every language: its texts are messages, and what is in them.

That they are messages is proved by mypy, and by every test (see problem_texts.py).
"""

import ast
import re
from pathlib import Path

import pytest

import rundfrage
from problem_texts import refusal
from rundfrage.cli.language import localised
from rundfrage.errors import Problem, all_of, any_of, did_you_mean
from rundfrage.kinds import KINDS, read_questionnaire
from rundfrage.locales import in_language, message, verbatim
from rundfrage.questionnaire.checks import check
from rundfrage.questionnaire.markdown.read import read
from rundfrage.questionnaire.versions.changes import changes

PACKAGE = Path(rundfrage.__file__).parent
MESSAGES = {"message", "counted_message"}
SAME_EVERYWHERE = {"de", "http://{}:{}/"}


def literals(value):
    """Words of English that a value may be: those of an expression's every branch."""
    match value:
        case ast.Constant(value=str() as words):
            yield value.lineno, words
        case ast.JoinedStr():
            pieces = [one.value if isinstance(one, ast.Constant) else "{}" for one in value.values]
            yield value.lineno, "".join(pieces)
        case ast.BoolOp():
            for one in value.values:
                yield from literals(one)
        case ast.IfExp():
            yield from literals(value.body)
            yield from literals(value.orelse)
        case ast.BinOp():
            yield from literals(value.left)
            yield from literals(value.right)
        case ast.Call(func=ast.Attribute(value=between, attr="join")):
            yield from literals(between)


def plain_values(tree):
    """What stands in the places of messages as English words and is no message."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in MESSAGES:
            for given in call.keywords:
                for line, words in literals(given.value):
                    if re.search("[A-Za-z]{2}", words) and words not in SAME_EVERYWHERE:
                        yield line, words


def test_no_message_holds_a_plain_word_of_english():
    found = [
        f"{path.relative_to(PACKAGE)}:{line} {words}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for line, words in plain_values(ast.parse(path.read_text("utf-8")))
    ]
    assert found == []
    for wrong in ('x or "nothing"', '"a" if x else "the page"', '" and ".join(x)', 'f"page {x}"'):
        assert list(plain_values(ast.parse(f'message("{{x}}", x={wrong})')))


def test_a_problem_of_the_program_has_messages_that_say_something():
    said = {"found": message("There is no answer."), "expected": verbatim("q1."), "mend": "Go."}
    assert refusal("x", said) == "x: no messages are ['mend'], empty are []"
    assert (
        refusal("x", {**said, "mend": message("")}) == "x: no messages are [], empty are ['mend']"
    )
    assert refusal("x", {**said, "mend": did_you_mean("chek", ["check"])}) == ""
    with pytest.raises(AssertionError, match="no messages are"):
        eval(  # as if it stood in the package
            'Problem("x", found="f", expected="e", mend="m")',
            {"__name__": "rundfrage.anything", "Problem": Problem},
        )


HEAD = "---\nsurvey: {survey}\ntitle: T\norganisation: O\nlanguage: en\n{more}---\n\n# A\n\n"
CHOICE = "- ( ) a: A\n- ( ) b: B\n\n"


def told(questionnaire):
    """Every text of every Problem of the questionnaire, in German."""
    try:
        problems = [*check(read(questionnaire, KINDS), "questionnaire.md")]
    except Problem as problem:
        problems = list(problem.all)
    return [
        in_language(text, "de")
        for problem in problems
        for text in (problem.found, problem.expected, problem.mend)
    ]


def test_the_front_matter_is_refused_in_german():
    words = (
        HEAD.format(survey="Bad Slug", more="scales:\n  g: [one]\n") + "## q1: One?\n\n" + CHOICE
    )
    said = told(words)
    assert "Bei survey steht: Bad Slug." in said
    assert "kleine Buchstaben a bis z, Ziffern und Bindestriche, höchstens 60." in said
    assert "Bei der Skala g steht: 1 Beschriftung." in said


def test_what_is_proved_of_the_routing_is_told_in_german():
    words = (
        HEAD.format(survey="s", more="")
        + "## q1: One? {required}\n\n"
        + CHOICE
        + '## q2: Two? {if=\'q1 == "a" and q1 == "b"\'}\n\n'
        + CHOICE
        + "## q3: Three? {if='answered(q2)'}\n\n"
        + CHOICE
    )
    said = told(words)
    assert (
        'gezeigt, wenn q1 == "a" and q1 == "b", aber das trifft auf niemanden je zu. '
        "Keine Antworten erfüllen die Bedingung."
    ) in said
    assert (
        "gezeigt, wenn answered(q2), aber das trifft auf niemanden je zu. "
        "Das baut auf etwas auf, zu dem niemand gelangt: q2."
    ) in said


def test_the_changes_of_a_version_are_told_in_german():
    head = HEAD.format(survey="s", more="")
    old = read(head + "## q1: One?\n\n[0..9000]\n\n## q2: Two?\n\n" + CHOICE, KINDS)
    new = read(head + "## q1: Won?\n\n[0..10000]\n\n## q3: Three?\n\n" + CHOICE, KINDS)
    assert [in_language(one.words, "de") for one in changes(old, new)] == [
        "q2 ist entfallen, und die Antworten gingen verloren.",
        "q3 ist neu.",
        "q1: die Grenzen sind weiter, 0 bis 10.000.",
        "q1: Won? (en), vorher: One?",
    ]


def test_names_are_listed_as_a_language_lists_them():
    assert all_of(["q1"]) == any_of(["q1"]) == "q1"
    assert all_of(["q1", "q2", "q3"]) == "q1, q2 and q3"
    assert in_language(all_of(["q1", "q2", "q3"]), "de") == "q1, q2 und q3"
    assert in_language(any_of(["q1", message("nothing")]), "de") == "q1 oder nichts"


def test_a_problem_is_told_in_german_with_what_was_found(tmp_path):
    folder = tmp_path / "umfrage"
    folder.mkdir()
    (folder / "questionnaire.md").write_text(
        HEAD.format(survey="s", more="") + "## q1: One? {requird}\n\n" + CHOICE, "utf-8"
    )
    with pytest.raises(Problem) as caught:
        read_questionnaire(folder)
    german = [in_language(words, "de") for words in (caught.value.found, caught.value.mend)]
    assert "requird" in german[0]
    assert german[0].startswith("Eine Frage der Art single: In den geschweiften Klammern")
    assert german[1] == "Meinten Sie required?"


def test_a_near_name_is_proposed_in_german(monkeypatch):
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert localised(did_you_mean("chek", ["check"])) == "Meinten Sie check?"
