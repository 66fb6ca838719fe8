"""What a Problem says can be told in every language: its texts are messages."""

import ast
import re
from pathlib import Path

import rundfrage
from rundfrage.cli.language import localised
from rundfrage.errors import Problem, did_you_mean
from rundfrage.kinds import read_questionnaire
from rundfrage.locales import in_language

PACKAGE = Path(rundfrage.__file__).parent
TEXTS = {"found", "expected", "mend"}


def words(value):
    """What stands in the code itself of a text, without what is put into its places."""
    pieces = value.values if isinstance(value, ast.JoinedStr) else [value]
    return "".join(one.value for one in pieces if isinstance(one, ast.Constant))


def plain_texts(tree):
    """Sentences in the code that stand in a Problem and are no messages."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call):
            for given in call.keywords:
                text = given.arg in TEXTS and isinstance(given.value, ast.Constant | ast.JoinedStr)
                if text and re.search("[A-Za-z]{2}", words(given.value)):
                    yield given.value.lineno


def test_no_problem_says_a_plain_sentence():
    found = [
        f"{path.relative_to(PACKAGE)}:{line}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for line in plain_texts(ast.parse(path.read_text("utf-8")))
    ]
    assert found == []
    assert list(plain_texts(ast.parse('Problem("x", found="Oh no.", expected=f"{1}", mend=m)')))


def test_a_problem_is_told_in_german_with_what_was_found(tmp_path):
    folder = tmp_path / "umfrage"
    folder.mkdir()
    (folder / "questionnaire.md").write_text(
        "---\nsurvey: s\ntitle: T\norganisation: O\nlanguage: en\n---\n\n# A\n\n"
        "## q1: One? {requird}\n\n- ( ) a: A\n- ( ) b: B\n",
        "utf-8",
    )
    try:
        read_questionnaire(folder)
    except Problem as problem:
        english = (problem.found, problem.mend)
        german = [in_language(words, "de") for words in english]
        assert all(one != other for one, other in zip(german, map(str, english), strict=True))
        assert "Meinten Sie required?" in german
        assert "requird" in " ".join(german)
    else:
        raise AssertionError("the questionnaire is wrong")


def test_a_near_name_is_proposed_in_german(monkeypatch):
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert localised(did_you_mean("chek", ["check"])) == "Meinten Sie check?"
