"""The door as people meet it: a server process, sockets, and what is left behind on the disk."""

import contextlib
import re
import shutil
import socket
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from door_server import FORM, MARK, Server, run
from door_survey import SURVEY

from patience import PATIENCE, until


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "questionnaire.md").write_text(SURVEY, encoding="utf-8")
    return tmp_path


@pytest.mark.trial
def test_many_at_once_through_two_processes_lose_nothing(folder):
    with Server(folder, "--workers", "2") as server:
        with ThreadPoolExecutor(8) as pool:
            ends = list(pool.map(lambda _: server.browser().complete().heading, range(24)))
        assert ends == ["Thank you"] * 24
    assert server.status == 0
    status = run("status", str(folder))
    assert re.search(r"completed\s+24\b", status)


@pytest.mark.trial
@pytest.mark.parametrize("workers", [1, 2])
def test_of_eight_who_send_at_once_a_quota_of_two_takes_two(folder, workers):
    text = SURVEY.replace(
        "language: en\n", 'language: en\nquotas:\n  sitters: 2 if q1 == "no"\n', 1
    )
    (folder / "questionnaire.md").write_text(text, encoding="utf-8")

    def ready(_):
        browser = server.browser()
        page = browser.follow(browser.send("/en/screen/0", browser.begin(), q1="no"))
        for screen in (2, 4):
            page = browser.follow(browser.send(f"/en/screen/{screen}", page))
        return browser, page

    def end(browser, page):
        answer = browser.send("/en/submit", page)
        return answer.location, browser.follow(answer).text

    with Server(folder, "--workers", str(workers)) as server, ThreadPoolExecutor(8) as pool:
        everybody = list(pool.map(ready, range(8)))
        ends = list(pool.map(lambda one: end(*one), everybody))
    assert sorted(place for place, _ in ends) == ["/en/end"] * 6 + ["/en/thanks"] * 2
    assert all(("enough answers" in text) is (place == "/en/end") for place, text in ends)
    assert re.search(r"completed\s+2\b", run("status", str(folder)))


@pytest.mark.trial
def test_an_interview_survives_the_server(folder):
    with Server(folder) as server:
        browser = server.browser()
        page = browser.begin()
        browser.send("/en/screen/0", page, q1="no")
    with Server(folder) as again:
        browser.host, browser.port = f"localhost:{again.port}", again.port
        assert browser.get("/en/screen/4").location == "/en/screen/2"


@pytest.mark.trial
def test_the_questionnaire_in_the_field_is_served_until_the_next_is_published(folder):
    with Server(folder) as server:
        assert "Published: version 1" in server.log.read_text()
    changed = SURVEY.replace("Do you walk?", "Do you still walk?")
    (folder / "questionnaire.md").write_text(changed, encoding="utf-8")
    with Server(folder) as server:
        assert "was changed since version 1" in server.log.read_text()
        assert "Do you walk?" in server.browser().begin().text
        run("publish", str(folder))
        until(lambda: "Do you still walk?" in server.browser().begin().text)
    (folder / "questionnaire.md").write_text("Half written", encoding="utf-8")
    with Server(folder) as server:
        assert "Do you still walk?" in server.browser().begin().text


@pytest.mark.trial
def test_a_preview_stores_nothing(folder):
    with Server(folder, "--preview") as server:
        browser = server.browser()
        assert "This is a preview" in browser.get("/en/").text
        assert "This is a preview" in browser.complete().text
        assert browser.begin().heading == "You"
    assert not list(folder.glob("*.db*"))


def test_nothing_is_left_behind_that_tells_who_or_when(folder):
    with Server(folder) as server:
        browsers = [server.browser() for _ in range(3)]
        for browser in browsers:
            browser.complete("de")
            browser.get("/en/nothing?q=198.51.100.23")
        now = datetime.now(UTC)
        files = b"".join(file.read_bytes() for file in folder.glob("responses.db*"))
        log = server.log.read_bytes()
    assert b"completed" in files
    seconds = [str(int(now.timestamp()))[:7], now.strftime("%Y-%m-%d"), now.strftime("%H:%M")]
    forbidden = [MARK, "Marked", "198.51.100.23", "127.0.0.1", *seconds]
    forbidden += [browser.cookies["__Host-interview"].partition(".")[0] for browser in browsers]
    for words in forbidden:
        assert words.encode() not in files
    assert re.sub(rb"http://localhost:\d+/", b"", log).count(b"\n") <= 4
    for words in [MARK, "198.51.100.23", "/en/", "/de/", *seconds]:
        assert words.encode() not in log


@pytest.mark.trial
def test_large_bodies_are_refused_and_cost_no_memory(folder):
    with Server(folder) as server:
        browser = server.browser()
        browser.begin()
        before = server.memory()
        for sent in (b"x" * 10_000_000, (b"x" * 100_000 for _ in range(100))):
            for path in ("/en/screen/0", "/en/begin", "/en/submit"):
                assert refused(browser, path, sent) in (413, "closed")
        assert server.memory() - before < 20_000_000
        assert browser.get("/en/screen/0").status == 200


def refused(browser, path, body):
    """The status, or "closed" if the server hung up before all was sent."""
    try:
        return browser.post(path, body).status
    except (BrokenPipeError, ConnectionResetError):
        return "closed"


@pytest.mark.trial
def test_slow_bodies_are_given_up_while_others_are_served(folder):
    with Server(folder) as server:
        head = f"POST /en/begin HTTP/1.1\r\nHost: localhost:{server.port}\r\n"
        head += f"Content-Type: {FORM}\r\nContent-Length: 100\r\n\r\n"
        slow = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(50)]
        for one in slow:
            one.sendall(head.encode() + b"a=")
        assert server.browser().complete().heading == "Thank you"
        slow[0].settimeout(PATIENCE)
        assert slow[0].recv(100).startswith(b"HTTP/1.1 408")
        for one in slow:
            one.close()


BROKEN = [
    b"GARBAGE\r\n\r\n",
    b"GET / HTTP/9.9\r\n\r\n",
    b"\x16\x03\x01",
    b"GET / HTTP/1.1\r\n\r\n",
    b"GET /" + b"a" * 200_000,
]


@pytest.mark.trial
@pytest.mark.parametrize("broken", BROKEN)
def test_what_is_no_request_hurts_nobody(folder, broken):
    with Server(folder) as server:
        with socket.create_connection(("127.0.0.1", server.port)) as odd:
            odd.settimeout(PATIENCE)
            with contextlib.suppress(OSError):
                odd.sendall(broken)
                odd.shutdown(socket.SHUT_WR)
                while odd.recv(1000):
                    pass
        assert server.browser().get("/health").status == 200


@pytest.mark.trial
def test_a_port_that_is_taken_is_said(folder):
    with Server(folder) as server:
        said = run("serve", str(folder), "--port", str(server.port))
        assert "[cannot-listen]" in said
        another = folder / "another"
        another.mkdir()
        shutil.copy(folder / "questionnaire.md", another)
        assert "[cannot-listen]" in run("serve", str(another), "--port", str(server.port))
    # A door that can't open publishes nothing.
    assert [path.name for path in another.iterdir()] == ["questionnaire.md"]


@pytest.mark.trial
@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--host", "0.0.0.0"], "origin-needed"),
        (["--origin", "survey.example.org"], "bad-origin"),
        (["--host", "203.0.113.77"], "cannot-listen"),
        (["--journal", "mysql://x"], "bad-address"),
        (["--journal", "postgresql://nobody@127.0.0.1:9/none"], "journal-unavailable"),
    ],
)
def test_what_can_not_be_served_is_said(folder, options, code):
    assert f"[{code}]" in run("serve", str(folder), *options)


def test_a_folder_without_a_questionnaire_is_said(tmp_path):
    assert "[no-questionnaire]" in run("serve", str(tmp_path))
    assert not list(tmp_path.iterdir())
