"""No other user of a machine reads answers, whatever the machine lets them read usually."""

import os
from dataclasses import replace

import pytest

from rundfrage import services
from rundfrage.services import Weighing, convert, export, open_source, weigh
from rundfrage.writing import write_whole

PRIVATE, FOR_ALL = 0o600, 0o644
ROWS = "group\n" + "1\n2\n" * 40
MARGINS = "variable,category,share\ngroup,1,40\ngroup,2,60\n"


@pytest.fixture(autouse=True)
def usual_rights():
    """New files may be read by everybody, as on most machines."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def modes(folder):
    return {one.name: one.stat().st_mode & 0o777 for one in folder.iterdir() if one.is_file()}


def test_an_export_is_as_private_as_the_database(survey, tmp_path):
    opened = survey()
    services.publish(opened)
    shared = tmp_path / "shared"
    shared.mkdir()
    # The control: this is what becomes of a file that nobody thinks of.
    write_whole(shared / "other.csv", "")
    assert modes(shared) == {"other.csv": FOR_ALL}
    # As an earlier version left it.
    export(opened)
    (opened.folder / "answers.csv").chmod(FOR_ALL)
    for file in (opened.folder / "answers.csv", shared / "wave.csv", shared / "wave.sav"):
        export(opened, file)
    found = modes(opened.folder) | modes(shared)
    private = ["responses.db", "answers.csv", "answers.codebook.json", "wave.csv", "wave.sav"]
    assert {found[name] for name in private} == {PRIVATE}


@pytest.mark.parametrize("mode", [PRIVATE, FOR_ALL])
def test_what_is_made_of_answers_is_as_private_as_they_are(tmp_path, mode):
    answers, margins = tmp_path / "answers.csv", tmp_path / "margins.csv"
    answers.write_text(ROWS, "utf-8")
    answers.chmod(mode)
    margins.write_text(MARGINS, "utf-8")
    source = open_source(answers)
    weighing = Weighing(targets=margins, formats=())
    convert(source, tmp_path / "converted.csv")
    weigh(source, weighing, tmp_path / "weighted.csv")
    weigh(source, replace(weighing, name="beside"))
    found = modes(tmp_path)
    made = [name for name in found if name not in ("answers.csv", "margins.csv")]
    assert sorted(made) == [
        "answers.weights.csv",
        "answers.weights.json",
        "converted.codebook.json",
        "converted.csv",
        "weighted.codebook.json",
        "weighted.csv",
    ]
    assert {found[name] for name in made} == {mode}
