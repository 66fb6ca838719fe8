"""From field to deck: people answer in a browser, and the deck shows what they entered.

The browser runs no scripts. What each person means to answer is decided beforehand; the deck made
of the journal must have the very figures of a deck made of those answers.
"""

import datetime
import json
import re
import shutil
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest

from browser import open_browser
from commands import run
from patience import PATIENCE, until
from proofs import part, repeated
from rundfrage.codebook import Missing, VariableType
from rundfrage.dataset import Dataset
from rundfrage.dataset.files import write_dataset
from rundfrage.fieldwork.published import ready
from rundfrage.fieldwork.walk import walk
from rundfrage.kinds import read_questionnaire
from rundfrage.services.answers import load
from rundfrage.services.survey import open_source
from rundfrage.simulate import simulate

pytestmark = pytest.mark.trial

EXAMPLE = Path(__file__).parents[2] / "examples" / "alliance-2020"
PEOPLE = part(40)
LANGUAGES = ("de", "en", "ar")


def rundfrage(*words):
    done = run(*words)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module", name="survey")
def in_the_field(tmp_path_factory):
    """The example, its field open today."""
    folder = tmp_path_factory.mktemp("field") / "survey"
    folder.mkdir()
    for name in ("locales", "theme.toml"):
        source = EXAMPLE / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    words = (EXAMPLE / "questionnaire.md").read_text("utf-8")
    today = datetime.datetime.now().astimezone().date()
    days = f"field: {today - datetime.timedelta(1)} .. {today + datetime.timedelta(1)}"
    words, count = re.subn(r"(?m)^field: .*$", days, words)
    assert count == 1
    (folder / "questionnaire.md").write_text(words, "utf-8")
    # Forty people without scripts would wait ten seconds each.
    settings = folder / "settings.toml"
    assert not settings.exists()
    settings.write_text("[door]\nproof_of_work = 0\n", "utf-8")
    return folder


@pytest.fixture(scope="module", name="address")
def served(survey):
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    with subprocess.Popen(
        [sys.executable, "-m", "rundfrage", "serve", str(survey), "--port", str(port)],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    ) as process:  # fmt: skip
        address = f"http://127.0.0.1:{port}"

        def answers():
            assert process.poll() is None, process.stdout.read()
            with urllib.request.urlopen(f"{address}/health", timeout=PATIENCE) as health:
                return health.status

        until(answers, not_yet=(urllib.error.URLError, ConnectionError))
        yield address
        process.terminate()
        process.wait(PATIENCE)


def answer_of(dataset, variable, row):
    """What the person in the row answers to the variable."""
    column = dataset.columns[variable.name]
    reason = int(column.reasons[row])
    if reason:
        return Missing(reason)
    if variable.coded:
        return variable.categories[int(column.codes[row])].name
    if variable.type is VariableType.MULTIPLE:
        names = [category.name for category in variable.categories]
        return frozenset(name for name, mark in zip(names, column.marks[:, row]) if mark == 1)  # noqa: B905
    if variable.type is VariableType.NUMERIC:
        return Decimal(repr(float(column.values[row])))
    if variable.type is VariableType.DATE:
        return column.values[row].astype(object)
    return str(column.values[row])


def fill(page, fields):
    """Type and tick as a person does."""
    for field, values in fields.items():
        for value in values:
            control = page.locator(f'[name="{field}"]').first
            if control.get_attribute("type") in ("radio", "checkbox"):
                page.locator(f'[name="{field}"][value="{value}"]').check()
            elif control.evaluate("one => one.tagName") == "SELECT":
                control.select_option(value)
            else:
                control.fill(value)


SET = """(fields) => {
    for (const [field, values] of Object.entries(fields)) {
        for (const control of document.getElementsByName(field)) {
            if (control.type === "radio" || control.type === "checkbox")
                control.checked = values.includes(control.value);
            else if (values.length) control.value = values[0];
        }
    }
}"""


def fill_at_once(page, fields):
    """The same in one step from outside: forty people who type would take ten minutes."""
    page.evaluate(SET, fields)


def press(page, selector, enter):
    """Press the button, as a person does or from outside, and wait for the next page."""
    if enter is fill:
        page.locator(selector).first.click()
        return
    with page.expect_navigation():
        page.evaluate("(button) => document.querySelector(button).click()", selector)


def take_part(browser, address, language, instrument, answers, enter):
    """One person's interview, from the welcome page to the thanks."""
    context = browser.new_context(java_script_enabled=False, locale=language)
    page = context.new_page()
    asked_for = []
    page.on("request", lambda request: asked_for.append(request.url))
    page.goto(f"{address}/")
    assert page.url == f"{address}/{language}/"
    press(page, 'form[action$="/begin"] button', enter)
    while found := re.search(r"/screen/(\d+)$", page.url):
        step = walk(instrument, answers).step(int(found[1]))
        assert page.locator("html").get_attribute("lang") == language
        fields = {}
        for question in step.questions:
            given = {name: answers[name] for name in instrument.members[question.name]}
            fields |= question.kind.view(question, given, language)
        enter(page, fields)
        press(page, "button.next", enter)
        assert page.url != found.string, page.content()
    assert page.url == f"{address}/{language}/review"
    press(page, 'form[action$="/submit"] button', enter)
    assert page.url == f"{address}/{language}/thanks"
    assert [url for url in asked_for if not url.startswith(f"{address}/")] == []
    context.close()


def rows_of(dataset):
    """Every respondent's answers, in an order that doesn't matter."""
    return sorted(
        (
            [str(answer_of(dataset, variable, row)) if variable.type is not VariableType.MULTIPLE
             else str(sorted(given)) if isinstance(
                 given := answer_of(dataset, variable, row), frozenset) else str(given)
             for variable in dataset.codebook.variables]
            for row in range(dataset.n)
        ),
    )  # fmt: skip


@pytest.fixture(scope="module", name="meant")
def what_people_mean(survey) -> Dataset:
    return simulate(read_questionnaire(survey), PEOPLE, seed=7)


@pytest.fixture(scope="module", name="entered")
def all_have_answered(survey, address, meant):
    instrument = ready("", read_questionnaire(survey))
    variables = instrument.codebook.variables
    with open_browser() as browser:
        for row in range(PEOPLE):
            answers = {one.name: answer_of(meant, one, row) for one in variables}
            language = LANGUAGES[row % len(LANGUAGES)]
            enter = fill if row < len(LANGUAGES) else fill_at_once
            take_part(browser, address, language, instrument, answers, enter)
    rundfrage("export", survey)
    return load(open_source(survey))


@repeated
def test_the_export_has_exactly_what_was_entered(entered, meant):
    assert entered.n == PEOPLE
    assert rows_of(entered) == rows_of(meant)


@repeated
def test_the_rows_are_in_another_order(entered, meant):
    name = "q2"
    assert not np.array_equal(entered.columns[name].codes, meant.columns[name].codes)


@pytest.mark.usefixtures("entered")
@repeated
def test_the_status_counts_them(survey):
    said = rundfrage("status", survey)
    assert re.search(rf"completed\s+{PEOPLE}\b", said)
    assert "Completion rate: 100.0% of those who began." in said


@pytest.mark.usefixtures("entered")
@repeated
def test_the_deck_shows_what_was_entered(survey, meant, tmp_path):
    other = tmp_path / "meant"
    shutil.copytree(survey, other, ignore=shutil.ignore_patterns("*.db*", "answers.*", "out"))
    write_dataset(meant, other / "answers.csv")
    figures = []
    for folder in (survey, other):
        rundfrage("report", folder, "--automatic")
        figures.append(json.loads((folder / "out" / "figures.json").read_text("utf-8")))
        assert (folder / "out" / "report.pptx").stat().st_size > 0
    assert figures[0]["figures"] == figures[1]["figures"]
    assert len(figures[0]["figures"]) > 100
