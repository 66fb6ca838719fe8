"""The example of the alliance survey is as good a questionnaire as we ask of others."""

from pathlib import Path

from rundfrage.kinds import read_questionnaire
from rundfrage.questionnaire.checks import check
from rundfrage.questionnaire.markdown.write import write
from rundfrage.questionnaire.translation.catalog_update import untranslated
from rundfrage.questionnaire.translation.po_file import read_po_file

EXAMPLE = Path(__file__).parents[2] / "examples" / "alliance-2020"


def test_it_has_no_problem_and_stands_in_the_canonical_layout():
    questionnaire = read_questionnaire(EXAMPLE)
    assert check(questionnaire, "questionnaire.md") == []
    words = (EXAMPLE / "questionnaire.md").read_text(encoding="utf-8")
    assert write(questionnaire) == words


def test_it_is_fully_translated():
    files = sorted((EXAMPLE / "locales").glob("*.po"))
    assert [file.stem for file in files] == ["ar", "en"]
    assert [untranslated(read_po_file(file)) for file in files] == [[], []]
