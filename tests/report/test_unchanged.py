"""An output is written again unless it would be the same, byte for byte."""

from dataclasses import replace

import pytest
from surveys import scale, survey, times

from rundfrage.look.theme import DEFAULT
from rundfrage.report.build import ReportSettings, build

ANSWERS = survey((scale("q1", "Wie gut?"), times(c1=20, c2=10, c3=5)))
OTHERS = survey((scale("q1", "Wie gut?"), times(c1=20, c2=11, c3=4)))
FORMATS = ("html", "xlsx")
FILES = ("report.html", "report.xlsx")


def written(folder, answers=ANSWERS, settings=ReportSettings(), formats=FORMATS):  # noqa: B008
    """Which files a run writes; what is left as it was keeps its time of change."""
    before = {name: _time(folder / name) for name in FILES}
    build(answers, folder, formats, settings)
    return [name for name in FILES if _time(folder / name) != before[name]]


def _time(path):
    return path.stat().st_mtime_ns if path.exists() else None


@pytest.fixture
def folder(tmp_path):
    assert written(tmp_path) == [*FILES]
    return tmp_path


def test_the_same_report_is_left_as_it_is(folder):
    assert written(folder) == []


def test_other_answers_write_all_again(folder):
    assert written(folder, OTHERS) == [*FILES]
    assert written(folder, OTHERS) == []


def test_another_look_writes_all_again(folder):
    look = ReportSettings(theme=replace(DEFAULT, primary="#123456"))
    assert written(folder, settings=look) == [*FILES]


def test_a_file_that_somebody_edited_or_removed_is_written_again(folder):
    whole = (folder / "report.html").read_bytes()
    (folder / "report.html").write_bytes(whole[:-10])
    (folder / "report.xlsx").unlink()
    assert written(folder) == [*FILES]
    assert (folder / "report.html").read_bytes() == whole


def test_drawings_and_fonts_that_earlier_versions_kept_are_removed(folder):
    cache = folder / ".cache"
    before = {path.name for path in cache.iterdir()}
    kept = "4725d91699617039a99cfa26d9633e2c"
    for name in (f"{kept}.svg", f"{kept}.woff", "mine.svg", "a.woff"):
        (cache / name).write_text("<svg/>", "utf-8")
    assert written(folder) == []
    assert {path.name for path in cache.iterdir()} == before | {"mine.svg", "a.woff"}


def test_an_output_asked_for_later_is_written_then(tmp_path):
    assert written(tmp_path, formats=("html",)) == ["report.html"]
    assert written(tmp_path) == ["report.xlsx"]
    assert written(tmp_path, formats=("html",)) == []


def test_lost_notes_write_all_again(folder):
    (folder / ".cache" / "outputs.json").write_text("{")
    assert written(folder) == [*FILES]


@pytest.mark.trial
def test_another_logo_under_the_same_name_writes_all_again(tmp_path):
    logo = tmp_path / "logo.svg"
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    look = ReportSettings(theme=replace(DEFAULT, logo=logo))
    assert written(tmp_path, settings=look) == [*FILES]
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="9"/>')
    assert written(tmp_path, settings=look) == [*FILES]


def test_a_sentence_that_a_workbook_does_not_print_leaves_it_as_it_is(tmp_path):
    report = tmp_path / "report.md"
    settings = ReportSettings(report=report)
    for words, expected in (("Before", [*FILES]), ("After", ["report.html"])):
        report.write_text(f"## How good was it? {{chart=q1}}\n\n{words} all, look here.\n", "utf-8")
        assert written(tmp_path / "out", settings=settings) == expected
    report.write_text("## How bad was it? {chart=q1}\n\nAfter all, look here.\n", "utf-8")
    assert written(tmp_path / "out", settings=settings) == [*FILES]
