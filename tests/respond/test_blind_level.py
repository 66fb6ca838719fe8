"""The level blind from letter to interview: the real door, a real browser, one interview each."""

import asyncio
import re
import socket
import subprocess
import sys
import urllib.request

import pytest
from playwright.sync_api import expect

from browser import open_browser
from commands import run
from patience import until
from rundfrage.fieldwork.participation import open_participation
from rundfrage.fieldwork.participation.blind import SIGNING_KEY, make_signer
from rundfrage.fieldwork.participation.passes import draw_codes
from rundfrage.services.survey import KEY
from rundfrage.services.survey import PARTICIPATION as DATABASE

pytestmark = pytest.mark.trial

QUESTIONNAIRE = """---
survey: garden
title: How is your garden?
language: en
languages: [en, de]
participation: blind
---

# Garden

## q1: Do you have a garden?
- ( ) yes: Yes
- ( ) no: No
"""


@pytest.fixture
def survey(tmp_path):
    """A survey whose two invitations are known; the folder and the tokens."""
    tokens = draw_codes(2)
    (tmp_path / "questionnaire.md").write_text(QUESTIONNAIRE, encoding="utf-8")
    make_signer(tmp_path / SIGNING_KEY)

    async def allow():
        register = open_participation(tmp_path / DATABASE, tmp_path / KEY, make=True)
        await register.allow(tokens)
        await register.shut()

    asyncio.run(allow())
    return tmp_path, tokens


@pytest.fixture
def door(survey):
    """The address of the door."""
    folder, _ = survey
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    serving = subprocess.Popen(
        [sys.executable, "-m", "rundfrage", "serve", str(folder), "--port", str(port)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    address = f"http://localhost:{port}"
    until(lambda: urllib.request.urlopen(f"{address}/health").read(), not_yet=OSError)
    yield address
    serving.terminate()
    serving.wait()


def status(folder):
    return run("status", folder).stdout


def test_two_invited_begin_one_interview_each_now_or_later(survey, door):
    folder, (now, later) = survey
    with open_browser() as browser:
        page = browser.new_context().new_page()
        page.goto(f"{door}/in/{now}")
        page.get_by_role("button", name="Start now").click()
        expect(page.get_by_text("Do you have a garden?").first).to_be_visible()

        page = browser.new_context().new_page()
        page.goto(f"{door}/in/{later}")
        page.get_by_role("button", name="answer later").click()
        page.wait_for_url("**/#ticket=*")
        expect(page.get_by_text("You have been invited")).to_have_count(0)
        bookmark = page.url
        for language, start in (("en", "Start now"), ("de", "Jetzt beginnen")):
            page = browser.new_context().new_page()
            page.goto(bookmark)
            expect(page.get_by_role("button", name="answer later")).to_have_count(0)
            if language == "de":
                page.get_by_role("link", name="Deutsch").click()
            page.get_by_role("button", name=start).click()
            expect(page.get_by_text("Do you have a garden?").first).to_be_visible()

        page = browser.new_context().new_page()
        page.goto(f"{door}/in/{later}")
        page.get_by_role("button", name="Start now").click()
        expect(page.locator("[data-when=spent]")).to_be_visible()
    assert re.findall(r"^begun +(\d+)$", status(folder), flags=re.MULTILINE) == ["2"]


def test_without_a_script_or_a_cookie_it_is_said_why_nothing_begins(survey, door):
    folder, (invitation, _) = survey
    with open_browser() as browser:
        page = browser.new_context(java_script_enabled=False).new_page()
        page.goto(f"{door}/in/{invitation}")
        page.get_by_role("button", name="Start now").click()
        expect(page.get_by_role("alert")).to_contain_text("It is still valid")

        context = browser.new_context()
        page = context.new_page()
        page.goto(f"{door}/in/{invitation}")
        context.clear_cookies()
        page.get_by_role("button", name="Start now").click()
        expect(page.locator("[data-when=no-cookie]")).to_contain_text("allow cookies")
    assert re.findall(r"^begun +(\d+)$", status(folder), flags=re.MULTILINE) == ["0"]
