"""The starter questionnaires show the usual kinds, in the canonical layout, without a problem."""

import pytest

from rundfrage.errors import Problem
from rundfrage.kinds import KINDS
from rundfrage.questionnaire.checks import check
from rundfrage.questionnaire.markdown.read import read
from rundfrage.questionnaire.markdown.write import write
from rundfrage.questionnaire.starter import LANGUAGES, start, starter


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_starter_shows_the_usual_kinds_and_has_no_problem(language):
    questionnaire = read(starter(language), KINDS)
    assert check(questionnaire, "questionnaire.md") == []
    assert len({question.kind for question in questionnaire.questions}) >= 10
    assert write(questionnaire) == starter(language)
    assert questionnaire.study.language == language


def test_the_starters_ask_the_same_in_each_language():
    shapes = [
        [(question.kind.name, question.required, question.shuffle) for question in questions]
        for questions in (read(starter(language), KINDS).questions for language in LANGUAGES)
    ]
    assert shapes == [shapes[0]] * len(LANGUAGES)


def test_there_is_no_starter_in_other_languages(tmp_path):
    with pytest.raises(Problem) as caught:
        start(tmp_path / "survey", "tlh")
    assert (caught.value.code, list(tmp_path.iterdir())) == ("no-starter", [])
