"""`rundfrage report --watch` shows the report and follows the author."""

import json
import shutil
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from browser import open_browser
from patience import PATIENCE, until
from rundfrage.cli.watch import _changes

pytestmark = pytest.mark.trial


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def asked(port, path, host=None):
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}")
    if host:
        request.add_header("Host", host)
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
        return answer.read().decode("utf-8")


def heed_interrupts():
    """Tests that run in the background of a shell were told to ignore Ctrl+C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def following(source):
    """The port and the process of `report --watch`, once it has answered."""
    port = free_port()
    with subprocess.Popen(
        [sys.executable, "-m", "rundfrage", "report", source, "--watch", "--port", str(port)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        preexec_fn=heed_interrupts,  # noqa: PLW1509 - no thread runs yet
    ) as process:  # fmt: skip
        until(lambda: asked(port, "/version"), not_yet=(urllib.error.URLError, ConnectionError))
        yield port, process
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0


@pytest.fixture
def watched(demo, tmp_path):
    folder = tmp_path / "survey"
    shutil.copytree(demo, folder)
    with following(folder) as (port, process):
        yield folder, port, process


def replace(file, words):
    """Write the words in one step, as editors do: half a file would be another change."""
    draft = file.with_name(".draft")
    draft.write_text(words, "utf-8")
    draft.replace(file)


def test_a_changed_sentence_is_shown_and_a_wrong_one_keeps_the_last_report(watched):
    folder, port, _ = watched
    report = folder / "report.md"
    good = report.read_text("utf-8")
    assert json.loads(asked(port, "/version")) == {"version": 1, "problem": ""}
    assert "Ein neuer Satz" not in asked(port, "/report.html")

    old = "Der Newsletter trägt die Nachrichten"
    assert old in good
    replace(report, good.replace(old, "Ein neuer Satz zum Newsletter"))
    until(lambda: json.loads(asked(port, "/version"))["version"] == 2)
    assert "Ein neuer Satz zum Newsletter" in asked(port, "/report.html")

    replace(report, good.replace(old, "Nur {q9c.newslettr} lesen ihn"))
    problem = until(lambda: json.loads(asked(port, "/version"))["problem"])
    assert "q9c.newsletter" in problem
    assert "Ein neuer Satz zum Newsletter" in asked(port, "/report.html")

    replace(report, good)
    until(lambda: json.loads(asked(port, "/version")) == {"version": 3, "problem": ""})


def test_every_way_to_change_a_file_is_seen(tmp_path):
    survey, elsewhere = tmp_path / "survey", tmp_path / "elsewhere"
    for folder in (survey / "mail", survey / "out", elsewhere):
        folder.mkdir(parents=True)
    report, theme, font = survey / "report.md", elsewhere / "theme.toml", elsewhere / "font.ttf"
    for file in (report, theme, font):
        file.write_text("first", "utf-8")
    (survey / "linked.ttf").symlink_to(font)
    letter, own_font = survey / "mail" / "de.txt", survey / "fonts" / "a.ttf"

    def replace_in_one_step():
        (survey / ".new").write_text("replaced", "utf-8")
        (survey / ".new").replace(report)

    changes = {
        "written": (report, lambda: report.write_text("second", "utf-8")),
        "replaced": (report, replace_in_one_step),
        "written after it was replaced": (report, lambda: report.write_text("third", "utf-8")),
        "new in a folder": (letter, lambda: letter.write_text("Subject: A", "utf-8")),
        "a new folder": (own_font.parent, own_font.parent.mkdir),
        "new in a new folder": (own_font, lambda: own_font.write_text("A", "utf-8")),
        "outside the survey": (theme, lambda: theme.write_text("second", "utf-8")),
        "behind a link": (font, lambda: font.write_text("second", "utf-8")),
        "gone": (report, report.unlink),
    }
    for name, (file, change) in changes.items():
        watching = _changes((survey, report, theme))
        (survey / "out" / "report.html").write_text("what the report makes", "utf-8")
        (survey / ".report.md.swp").write_text("a hidden file", "utf-8")
        (elsewhere / "notes.txt").write_text("a neighbour", "utf-8")
        change()
        assert (name, {path for _, path in next(watching)}) == (name, {str(file)})


def test_folders_that_come_and_go_are_followed(tmp_path):
    answers, folder = tmp_path / "answers.csv", tmp_path / "answers-report"
    report, letters = folder / "report.md", tmp_path / "survey" / "mail"
    answers.write_text("first", "utf-8")

    def make(file):
        file.parent.mkdir(parents=True)
        file.write_text("there", "utf-8")

    def make_what_is_no_source():
        make(folder / "report.html")
        answers.write_text("second", "utf-8")

    def make_again():
        shutil.rmtree(folder)
        make(report)

    def make_folders_again():
        shutil.rmtree(letters.parent)
        make(letters / "de.txt")

    steps = {
        "made with its folder": (report, lambda: make(report)),
        "gone with its folder": (report, lambda: shutil.rmtree(folder)),
        "its folder alone is no change": (answers, make_what_is_no_source),
        "in a folder made again": (report, make_again),
        "a folder not there yet": (letters.parent, lambda: make(letters / "de.txt")),
        "written in it": (
            letters / "de.txt",
            lambda: (letters / "de.txt").write_text("2", "utf-8"),
        ),
        "all folders made again": (letters / "de.txt", make_folders_again),
    }
    for name, (file, change) in steps.items():
        watching = _changes((answers, report, letters.parent))
        change()
        seen = set()
        while str(file) not in seen:
            seen |= {path for _, path in next(watching)}
        assert (name, seen & {str(folder)}) == (name, set())


def test_the_report_of_a_file_of_answers_is_followed_from_the_first_time_on(demo, tmp_path):
    answers = tmp_path / "answers.csv"
    shutil.copy(demo / "simulated.csv", answers)
    with following(answers) as (port, _):
        assert json.loads(asked(port, "/version"))["problem"] == ""
        asked_for = tmp_path / "answers-report" / "report.md"
        replace(asked_for, "# {title}\n\nThere is no {q9c.newslettr} here.\n")
        until(lambda: "newslettr" in json.loads(asked(port, "/version"))["problem"])
        asked_for.unlink()
        until(lambda: json.loads(asked(port, "/version"))["problem"] == "")


def test_the_browser_reloads_by_itself(watched):
    folder, port, _ = watched
    with open_browser() as browser:
        view = browser.new_page()
        view.goto(f"http://127.0.0.1:{port}/")
        frame = view.frame_locator("iframe")
        expect(frame.get_by_role("heading", name="Fünf Jahre Bündnis: die Umfrage")).to_be_visible()
        theme = folder / "theme.toml"
        replace(theme, theme.read_text("utf-8").replace("(Beispiel)", "(neu)"))
        expect(frame.get_by_text("(neu)").first).to_be_attached()


def test_another_name_for_this_machine_gets_nothing(watched):
    _, port, _ = watched
    with pytest.raises(urllib.error.HTTPError) as caught:
        asked(port, "/report.html", host=f"elsewhere.example:{port}")
    assert caught.value.code == 404


def test_a_port_in_use_is_a_problem(demo):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = subprocess.run(
            [sys.executable, "-m", "rundfrage", "report", demo, "--watch", "--port",
             str(taken.getsockname()[1])],
            capture_output=True, text=True, check=False, timeout=PATIENCE,
        )  # fmt: skip
    assert result.returncode == 1
    assert "[port-taken]" in result.stderr
