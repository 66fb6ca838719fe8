"""Every file that a user names says the same when it isn't there, and which kind was expected."""

from pathlib import Path

import pytest

from rundfrage.audit.reading import read_report as read_finished_report
from rundfrage.codebook import Codebook, Study
from rundfrage.dataset.files import read_dataset
from rundfrage.errors import Problem
from rundfrage.fieldwork.invitations.addresses import read_addresses
from rundfrage.kinds import read_questionnaire
from rundfrage.locales import verbatim
from rundfrage.look.logo import read_logo
from rundfrage.look.theme_file import read_theme
from rundfrage.questionnaire.translation.po_file import read_po_file
from rundfrage.reading import readable
from rundfrage.report.document.read import read_report
from rundfrage.stats.weighting.margins_file import read_margins
from rundfrage.text import Text

EXPECTED = {
    "survey.md": (
        read_questionnaire,
        "a questionnaire, or a folder that holds a questionnaire.md.",
    ),
    "de.po": (read_po_file, "a PO file of translations."),
    "report.md": (lambda file: read_report(file, "en"), "a report in Markdown."),
    "theme.toml": (read_theme, "a TOML file."),
    "logo.svg": (read_logo, "a picture: .svg, .png or .jpg."),
    "answers.csv": (read_dataset, "a file of answers."),
    "people.csv": (lambda file: read_addresses(file, "en", ["en"]), "a CSV file of addresses."),
    "targets.csv": (
        lambda file: read_margins(file, Codebook(Study("a", Text.of("A")), ())),
        "a CSV file of targets with the columns variable, category, and share or count.",
    ),
}


@pytest.mark.parametrize("name", EXPECTED)
def test_a_file_that_is_absent_is_said_to_be_and_what_it_should_be(tmp_path, name):
    read, expected = EXPECTED[name]
    with pytest.raises(Problem) as caught:
        read(tmp_path / name)
    problem = caught.value
    assert (problem.code, problem.where.file) == ("no-such-file", str(tmp_path / name))
    assert problem.expected == expected


def test_a_file_that_cannot_be_opened_says_why(tmp_path):
    with pytest.raises(Problem) as caught, readable(tmp_path, verbatim("a report.")):
        Path(tmp_path).read_bytes()
    assert (caught.value.code, caught.value.expected) == ("unreadable-file", "a report.")
    assert caught.value.found == "The file can't be read (Is a directory)."


def test_only_a_survey_that_is_absent_can_be_started(tmp_path):
    with pytest.raises(Problem) as caught:
        read_questionnaire(tmp_path / "survey")
    assert caught.value.subject == str(tmp_path / "survey")
    with pytest.raises(Problem) as caught:
        read_logo(tmp_path / "logo.svg")
    assert caught.value.subject == ""
    assert caught.value.mend == "Correct `logo` in theme.toml, or leave it out."


def test_a_report_to_be_audited_keeps_its_own_words(tmp_path):
    with pytest.raises(Problem) as caught:
        read_finished_report(tmp_path / "report.pdf")
    assert caught.value.code == "no-such-report"
