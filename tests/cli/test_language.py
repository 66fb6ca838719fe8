"""The command line speaks the language of its user's surroundings: German, else English."""

import gettext
import os
import subprocess
import sys
from pathlib import Path

import pytest

from rundfrage.cli import language
from rundfrage.cli.library_words import WORDS, compiled
from rundfrage.locales import Message, in_language, translation

GERMAN = {"LC_ALL": "de_DE.UTF-8"}


def rundfrage(*arguments, cwd, **environment):
    """The command as a process, for its language is that of its surroundings."""
    plain = {
        name: value
        for name, value in os.environ.items()
        if name not in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    }
    return subprocess.run(
        [sys.executable, "-m", "rundfrage", *arguments],
        cwd=cwd, capture_output=True, text=True, check=False, env={**plain, **environment},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "de-DE"),
        ({"LANG": "de_AT@euro"}, "de-AT"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "de_DE.UTF-8"}, "de-DE"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "fr_FR.UTF-8", "LANGUAGE": "de:fr"}, "de"),
        ({"LANG": "C", "LANGUAGE": "de"}, "en"),
    ],
)
def test_the_language_is_that_of_the_surroundings(environment, expected):
    assert language.user_language(environment) == expected


def test_help_and_mistakes_are_told_in_german(tmp_path):
    shown = rundfrage("--help", cwd=tmp_path, **GERMAN).stdout
    assert "Beginnt eine Umfrage" in shown
    assert "Befehle" in shown
    assert "Zeigt diese Hilfe." in shown
    wrong = rundfrage("chek", cwd=tmp_path, **GERMAN)
    assert wrong.returncode == 2
    assert "Den Befehl 'chek' gibt es nicht." in wrong.stderr
    assert "Beginnt eine Umfrage" not in rundfrage("--help", cwd=tmp_path, LANG="C.UTF-8").stdout


@pytest.mark.trial
def test_problems_and_results_are_told_in_german(tmp_path):
    made = rundfrage("new", "umfrage", cwd=tmp_path, **GERMAN)
    assert made.stdout.startswith(f"Geschrieben: {Path('umfrage') / 'questionnaire.md'}\n")
    missing = rundfrage("status", "nichts", cwd=tmp_path, **GERMAN)
    assert missing.returncode == 1
    assert missing.stderr.startswith("Fehler: ")
    assert "erwartet:" in missing.stderr
    counted = rundfrage("check", "umfrage", cwd=tmp_path, **GERMAN).stdout
    assert "0 Fehler, 0 Warnungen." in counted


@pytest.mark.trial
def test_what_machines_read_stays_english(tmp_path):
    rundfrage("new", "umfrage", cwd=tmp_path)
    broken = tmp_path / "umfrage" / "questionnaire.md"
    broken.write_text(broken.read_text("utf-8") + "\n## q1: Twice?\n\n____\n", "utf-8")
    english = rundfrage("check", "umfrage", "--format", "json", cwd=tmp_path)
    german = rundfrage("check", "umfrage", "--format", "json", cwd=tmp_path, **GERMAN)
    assert english.stdout == german.stdout
    assert '"severity": "error"' in german.stdout


def test_a_language_without_words_is_answered_in_english(tmp_path):
    assert "Commands" in rundfrage("--help", cwd=tmp_path, LANG="fi_FI.UTF-8").stdout


def test_every_message_of_the_command_line_has_a_german_form(monkeypatch):
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert language.localised(Message("Written: {file}", {"file": "a.csv"})) == "Geschrieben: a.csv"
    assert in_language("Written", "de") == "Written"
    lacking = [one for one in WORDS if translation(one, "de") == one]
    assert lacking == []


def test_the_compiled_words_are_read_by_gettext(tmp_path):
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "messages.mo").write_bytes(compiled({"Options": "Optionen", "Usage:": "Aufruf:"}))
    found = gettext.translation("messages", tmp_path, ["de"])
    assert found.gettext("Options") == "Optionen"
    assert found.gettext("Usage:") == "Aufruf:"
    assert found.gettext("Error") == "Error"
