"""The survey in a frame of another site's page, in a real browser: who may show it."""

import json
import re
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from door_server import Server, run
from door_survey import SURVEY
from playwright.sync_api import expect, sync_playwright

from browser import HOW
from rundfrage.errors import Problem
from rundfrage.questionnaire.model import Participation
from rundfrage.respond.embedding import embedder_of, require_embeddable
from rundfrage.respond.settings import Settings

pytestmark = pytest.mark.trial

AROUND = """<!DOCTYPE html><html lang="en"><title>Around</title><h1>Around</h1>
<iframe src="http://localhost:{port}/en/" title="Survey: A walk" width="600" height="700"></iframe>
"""


class Site(BaseHTTPRequestHandler):
    """One page, for every address."""

    def do_GET(self):
        page = self.server.page.encode()
        self.send_response(200)
        self.send_header("content-type", "text/html; charset=utf-8")
        self.send_header("content-length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, *words):
        pass


@contextmanager
def site():
    """A web server; for browsers 127.0.0.1 is another site than localhost."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture(scope="module")
def embedded(tmp_path_factory):
    """The door, a site that may embed it, and one that may not; all three in use."""
    folder = tmp_path_factory.mktemp("embedded")
    (folder / "questionnaire.md").write_text(SURVEY, encoding="utf-8")
    with site() as partner, site() as stranger:
        origin = f"http://127.0.0.1:{partner.server_port}"
        with Server(folder, "--embed", origin) as door:
            partner.page = stranger.page = AROUND.format(port=door.port)
            yield door, partner, stranger


@contextmanager
def chromium(folder, preferences):
    """A browser with these preferences; its profile lies in the folder."""
    profile = folder / "profile" / "Default"
    profile.mkdir(parents=True)
    (profile / "Preferences").write_text(json.dumps({"profile": preferences}), encoding="utf-8")
    with sync_playwright() as play:
        context = play.chromium.launch_persistent_context(str(profile.parent), **HOW)
        try:
            yield context
        finally:
            context.close()


def address(server):
    return f"http://127.0.0.1:{server.server_port}/"


# What Chromium's setting "Block third-party cookies" writes.
NO_THIRD_PARTIES = {"cookie_controls_mode": 1}


@pytest.mark.trial
def test_a_whole_interview_is_held_in_a_frame(embedded, tmp_path):
    door, partner, _ = embedded
    with chromium(tmp_path, NO_THIRD_PARTIES) as context:
        page = context.new_page()
        page.goto(address(partner))
        frame = page.frame_locator("iframe")
        frame.get_by_role("button", name="Start now").click()
        frame.get_by_label("No", exact=True).check()
        for _ in range(2):
            frame.get_by_role("button", name="Continue", exact=True).last.click()
        frame.get_by_label("Good").check()
        frame.get_by_role("button", name="Continue", exact=True).last.click()
        frame.get_by_role("button", name="Send answers").click()
        expect(frame.get_by_role("heading", name="Thank you")).to_be_visible()
        (cookie,) = context.cookies()
        assert (cookie["sameSite"], cookie["secure"], cookie["httpOnly"]) == ("None", True, True)
        # Kept apart for the site around it: by itself the survey knows nothing of it.
        own = context.new_page()
        own.goto(f"http://localhost:{door.port}/en/")
        expect(own.get_by_role("button", name="Start now")).to_be_visible()
    assert re.search(r"completed\s+1\b", run("status", str(door.folder)))


def test_no_other_site_shows_it(embedded, tmp_path):
    _, _, stranger = embedded
    with chromium(tmp_path, {}) as context:
        page = context.new_page()
        with page.expect_console_message(lambda said: "frame-ancestors" in said.text):
            page.goto(address(stranger))
        page.frames[1].wait_for_url("chrome-error:**", wait_until="commit")


def test_whoever_keeps_no_cookie_in_a_frame_is_led_to_a_tab(embedded, tmp_path):
    door, partner, _ = embedded
    # No cookie of anybody in pages of the partner; a browser that doesn't partition does the same.
    pattern = f"*,{address(partner).rstrip('/')}"
    refused = {"content_settings": {"exceptions": {"cookies": {pattern: {"setting": 2}}}}}
    with chromium(tmp_path, refused) as context:
        page = context.new_page()
        page.goto(address(partner))
        frame = page.frame_locator("iframe")
        frame.get_by_role("button", name="Start now").click()
        expect(frame.get_by_role("heading", name="did not keep our cookie")).to_be_visible()
        with context.expect_page() as opened:
            frame.get_by_role("link", name="Open the survey in its own tab").click()
        tab = opened.value
        assert tab.url == f"http://localhost:{door.port}/en/"
        tab.get_by_role("button", name="Start now").click()
        expect(tab.get_by_text("Do you walk?").first).to_be_visible()


def test_forms_of_the_site_around_it_are_refused_as_all_others_are(embedded):
    door, partner, _ = embedded
    browser = door.browser()
    form = browser.form(browser.begin(), q1="no")
    origin = address(partner).rstrip("/")
    for headers in ({"Origin": origin}, {"Origin": "null", "Sec-Fetch-Site": "cross-site"}):
        assert browser.post("/en/screen/0", form, **headers).status == 403
    assert browser.post("/en/screen/0", form).status == 303


def test_the_headers_name_who_may(embedded):
    door, partner, _ = embedded
    headers = dict(door.browser().get("/en/").headers)
    assert "x-frame-options" not in headers
    assert f"frame-ancestors {address(partner).rstrip('/')}" in headers["content-security-policy"]
    assert headers["set-cookie"].endswith("Path=/; HttpOnly; SameSite=None; Secure; Partitioned")


@pytest.mark.parametrize(
    "address",
    ["http://www.example.org", "www.example.org", "https://*.example.org", "https://*", "*", "",
     "https://www.example.org/page", "https://a.example;script-src *", "https://a b.example"],
)  # fmt: skip
def test_only_the_origin_of_an_encrypted_page_may_embed(address):
    with pytest.raises(Problem, match="bad-embed"):
        embedder_of(address)


@pytest.mark.parametrize(
    ("origin", "level", "code"),
    [
        ("http://192.168.1.5", Participation.OPEN, "embed-without-https"),
        ("https://survey.example.org", Participation.EXCHANGE, "embed-by-invitation"),
        ("https://survey.example.org", Participation.BLIND, "embed-by-invitation"),
    ],
)
def test_what_no_frame_should_hold_is_said(origin, level, code):
    with pytest.raises(Problem, match=code):
        require_embeddable(Settings("", origin=origin), level)


def test_an_embedder_that_is_none_is_said(tmp_path):
    (tmp_path / "questionnaire.md").write_text(SURVEY, encoding="utf-8")
    assert "[bad-embed]" in run("serve", str(tmp_path), "--embed", "http://www.example.org")
    assert [path.name for path in tmp_path.iterdir()] == ["questionnaire.md"]
