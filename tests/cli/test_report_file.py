"""`rundfrage report` with a report of one's own: drafted, built, refused when it is wrong."""

import shutil

import pytest

from commands import run

pytestmark = pytest.mark.trial


@pytest.fixture
def survey(demo, tmp_path):
    """The demo without its outputs and its own report."""
    folder = tmp_path / "survey"
    shutil.copytree(demo, folder, ignore=shutil.ignore_patterns("out"))
    (folder / "report.md").unlink()
    return folder


@pytest.mark.trial
def test_a_draft_built_unchanged_gives_the_automatic_deck_byte_by_byte(survey, tmp_path):
    assert run("report", survey, "-o", tmp_path / "a", "--formats", "html,pptx").returncode == 0
    drafted = run("report", survey, "--draft")
    assert drafted.stdout.strip() == str(survey / "report.md")
    assert run("report", survey, "-o", tmp_path / "b", "--formats", "html,pptx").returncode == 0
    for name in ("report.html", "report.pptx", "figures.json"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_a_draft_never_writes_over_a_report(survey):
    (survey / "report.md").write_text("mine", encoding="utf-8")
    result = run("report", survey, "--draft")
    assert (result.returncode, "[report-exists]" in result.stderr) == (1, True)
    assert (survey / "report.md").read_text("utf-8") == "mine"


def test_a_false_claim_stops_the_build_and_leaves_what_was_there(survey):
    report = survey / "report.md"
    report.write_text("## {title}\n\n## X {text}\n\nFür {over 90: q8.foerder.top2}.\n", "utf-8")
    (survey / "out").mkdir()
    (survey / "out" / "report.html").write_text("old", encoding="utf-8")
    result = run("report", survey, "--formats", "html", "-o", survey / "out")
    assert result.returncode == 1
    assert f"{report}:5: column 6: {{over 90: q8.foerder.top2}} is not so" in result.stderr
    assert "Write {over 75: q8.foerder.top2}." in result.stderr
    assert [path.name for path in (survey / "out").iterdir()] == ["report.html"]
    assert (survey / "out" / "report.html").read_text("utf-8") == "old"


def test_an_output_that_somebody_edited_is_not_written_over(survey):
    made = survey / "out" / "report.html"
    for _ in range(2):
        assert run("report", survey, "--formats", "html").returncode == 0
    made.write_text(made.read_text("utf-8").replace("<title>", "<title>Mine: "), "utf-8")
    edited = made.read_bytes()
    refused = run("report", survey, "--formats", "html")
    assert (refused.returncode, "[output-edited]" in refused.stderr) == (1, True)
    assert made.read_bytes() == edited
    assert run("report", survey, "--formats", "xlsx").returncode == 0
    assert run("report", survey, "--formats", "html", "-o", survey / "out").returncode == 0
    assert made.read_bytes() != edited


def test_a_report_in_one_language_is_not_built_in_another(survey):
    (survey / "report.md").write_text("---\nlanguage: de\n---\n\n## {title}\n", "utf-8")
    result = run("report", survey, "--language", "en", "--formats", "xlsx")
    assert (result.returncode, "[report-language]" in result.stderr) == (1, True)
    automatic = run("report", survey, "--language", "en", "--formats", "xlsx", "--automatic")
    assert automatic.returncode == 0


def test_what_is_masked_in_a_quotation_is_warned_of(survey):
    quotes = survey / "quotes.toml"
    words = quotes.read_text("utf-8") + '\n[names]\nmask = ["Wohnung"]\n'
    quotes.write_text(words, encoding="utf-8")
    result = run("report", survey, "--formats", "xlsx")
    assert (result.returncode, "[quotes-masked]" in result.stderr) == (0, True)
