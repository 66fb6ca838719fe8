"""A survey's life as the studio runs it: from Python, many at once, nothing printed."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from patience import PATIENCE
from rundfrage import services
from rundfrage.errors import Problem
from rundfrage.services import door
from rundfrage.services.authoring import Layout


def test_a_survey_is_started_checked_and_laid_out(tmp_path, capfd):
    survey = services.start_survey(tmp_path / "new", "de")
    found = services.check(survey)
    assert (found.errors, found.file) == (0, survey.questionnaire)
    assert found.questions > 5
    assert services.lay_out(survey).layout is Layout.CANONICAL
    words = survey.questionnaire.read_text("utf-8")
    survey.questionnaire.write_text(words.replace("\n\n", "\n\n\n"), "utf-8")
    assert services.lay_out(survey, write_file=False).layout is Layout.OTHER
    assert services.lay_out(survey).layout is Layout.LAID_OUT
    assert survey.questionnaire.read_text("utf-8") == words
    assert services.json_form(survey)["language"] == "de"
    assert capfd.readouterr() == ("", "")


def test_what_is_wrong_is_found_and_not_raised(survey):
    opened = survey()
    words = opened.questionnaire.read_text("utf-8")
    opened.questionnaire.write_text(words.replace("q1 ==", "q9 =="), "utf-8")
    found = services.check(opened)
    assert [one.code for one in found.problems] == ["unknown-name"]
    assert found.errors == 1


def test_paths_visit_every_question(survey):
    found = services.find_paths(survey())
    assert (found.questions, list(found.never)) == (2, [])
    assert [list(way.visits) for way in found.ways] == [["q1", "q2"]]


def test_a_translation_says_what_it_lacks(survey):
    (made,) = services.translate(survey(), ["de"])
    assert made.written
    assert len([one for one in made.lacking if not one.domain]) == made.texts
    (again,) = services.translate(survey(), ["de"])
    assert (again.written, again.texts) == (False, made.texts)


def test_a_field_is_published_watched_exported_and_closed(survey, capfd):
    opened = survey()
    with pytest.raises(Problem) as caught:
        services.watch_field(opened)
    assert caught.value.code == "not-published"
    published = services.publish(opened)
    assert (published.new, published.version.number) == (True, 1)
    assert not services.publish(opened).new
    assert services.watch_field(opened).counts.started == 0
    exported = services.export(opened)
    assert (exported.file, exported.respondents) == (opened.folder / "answers.csv", 0)
    services.close_field(opened)
    assert services.watch_field(opened).closed
    assert capfd.readouterr() == ("", "")


def test_a_door_is_made_ready_before_it_opens(survey):
    opened = survey(settings='[door]\nport = 8123\norigin = "https://garden.example.org"\n')
    first = services.prepare_door(opened)
    assert first.published is not None
    assert (first.origin, first.address.port, first.stores) == (
        "https://garden.example.org",
        8123,
        True,
    )
    again = services.prepare_door(opened)
    assert (again.published, again.outdated) == (None, None)
    words = opened.questionnaire.read_text("utf-8")
    opened.questionnaire.write_text(words.replace("large", "big"), "utf-8")
    assert services.prepare_door(opened).outdated == 1
    preview = services.prepare_preview(replace(opened, settings=services.SurveySettings()))
    assert (preview.origin, preview.stores) == ("http://localhost:8000", False)


def test_who_publishes_while_a_door_is_made_ready_is_not_published_over(survey, monkeypatch):
    opened = survey(settings="[door]\nport = 8125\n")
    words = opened.questionnaire.read_text("utf-8")
    ready = door._of_the_field

    def meanwhile(*given):
        monkeypatch.undo()
        services.publish(opened)
        opened.questionnaire.write_text(words.replace("large", "big"), "utf-8")
        return ready(*given)

    monkeypatch.setattr(door, "_of_the_field", meanwhile)
    made = services.prepare_door(opened)
    # The file on the disk has changed since; that is said, and version 2 is nobody's wish.
    assert (made.published, made.outdated) == (None, 1)


@pytest.mark.parametrize(
    ("level", "said", "theme", "code"),
    [
        ("exchange", "", "", "no-participation-key"),
        ("blind", "", "", "no-participation-key"),
        ("open", 'origin = "http://g.example.org"\nembed = ["https://w.example"]', "",
         "embed-without-https"),
        ("open", "", '[colours]\nprimary = "#fefefe"', "theme-contrast"),
    ],
)  # fmt: skip
def test_what_keeps_a_door_shut_is_found_before_anything_is_published(
    survey, level, said, theme, code
):
    opened = survey(level, settings=f"[door]\nport = 8124\n{said}\n")
    (opened.folder / "theme.toml").write_text(theme, "utf-8")
    with pytest.raises(Problem) as caught:
        services.prepare_door(opened)
    assert caught.value.code == code
    assert not (opened.folder / "responses.db").exists()


def test_an_origin_is_needed_where_links_lead_somewhere(survey, tmp_path):
    with pytest.raises(Problem) as caught:
        services.draw_qr_code(survey(), tmp_path / "poster.svg")
    assert caught.value.code == "origin-needed"
    opened = survey(settings='[door]\norigin = "https://garden.example.org"\n')
    poster = services.draw_qr_code(opened, tmp_path / "poster.svg")
    assert poster.read_bytes().startswith(b"<svg")
    with pytest.raises(Problem) as caught:
        services.draw_qr_code(opened, tmp_path / "poster.jpg")
    assert caught.value.code == "unknown-format"


def test_many_surveys_share_a_process(tmp_path):
    def life(number):
        survey = services.start_survey(tmp_path / f"survey-{number}", "en")
        services.publish(survey)
        services.rehearse(survey, services.Rehearsal(20 + number))
        made = services.make_tables(survey)
        return made.interviews, services.watch_field(survey).counts.started

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(life, range(4))) == [(20 + number, 0) for number in range(4)]


def test_a_lost_key_is_no_reason_to_shut_out_all_who_have_a_code(survey, tmp_path):
    origin = services.DoorSettings(origin="https://garden.example.org")
    opened = survey("codes")
    opened = replace(opened, settings=replace(opened.settings, door=origin))

    def hand_out(name):
        return services.hand_out_codes(opened, services.Handout(3, table=tmp_path / name))

    hand_out("first.csv")
    key = opened.key.read_bytes()
    opened.key.unlink()
    with pytest.raises(Problem) as caught:
        hand_out("second.csv")
    assert (caught.value.code, opened.key.exists()) == ("participation-key-lost", False)
    assert "3 links or codes were" in caught.value.found
    opened.key.write_bytes(key)
    assert [file.name for file in hand_out("third.csv")] == ["third.csv"]


@pytest.mark.trial
@pytest.mark.parametrize("size", [0, 4096, 8192, 32_000])
def test_a_disk_that_is_full_leaves_no_journal_behind(survey, size):
    """The limit of a process on the size of its files is to it as a disk without room."""
    opened = survey()
    trial = (
        "import resource, signal, sys;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}));"
        "from rundfrage.cli import run; sys.exit(run(sys.argv[1:]))"
    )
    words = [sys.executable, "-c", trial, "publish", str(opened.folder)]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert (done.returncode, done.stdout) == (1, "")
    assert "Nothing was published, and nothing is left of it." in done.stderr
    assert not list(opened.folder.glob("responses.db*"))
    assert services.publish(opened).version.number == 1
