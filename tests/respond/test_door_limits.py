"""What strangers may send without costing more than the answer that refuses it."""

import contextlib
import socket

import pytest
from door_server import FORM, Server
from door_survey import SURVEY, OpenDoor, published

from patience import PATIENCE
from rundfrage.respond.visit import MOST_STORED


@pytest.fixture
def browser(tmp_path):
    with OpenDoor(published(tmp_path / "responses.db")) as door:
        yield door.browser()


def test_an_interview_stores_no_more_than_people_type(browser):
    page = browser.begin()
    words = "x" * 200_000
    sent = []
    for turn in range(MOST_STORED // len(words) + 2):
        sent.append(browser.send("/en/screen/0", page, go="back", q1=f"{turn}{words}").status)
        page = browser.get("/en/screen/0")
    assert sent == [303] * (len(sent) - 2) + [413, 413]
    assert page.status == 200


@pytest.mark.parametrize("token", ["ع", "a b", "%0d%0aX: y", "?", "#", "ä" * 500])
def test_a_link_with_odd_letters_stays_one_path(browser, token):
    answer = browser.get(f"/in/{token}".partition("?")[0])
    assert answer.status in (303, 404)
    assert answer.location.isascii()
    assert "\n" not in answer.location


@pytest.mark.parametrize("path", ["/en/screen/" + "1" * 5000, "/in/" + "a" * 5000, "/" * 3000])
def test_a_path_that_is_too_long_is_not_found(browser, path):
    assert browser.get(path).status == 404


BROKEN_OFF = [
    b"Content-Length: 100\r\n\r\na=b",
    b"Transfer-Encoding: chunked\r\n\r\n5\r\na=",
    b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
]


def test_a_connection_that_breaks_off_is_no_fault_of_ours(tmp_path):
    (tmp_path / "questionnaire.md").write_text(SURVEY, encoding="utf-8")
    with Server(tmp_path) as server:
        head = f"POST /en/begin HTTP/1.1\r\nHost: localhost:{server.port}\r\n"
        head += f"Content-Type: {FORM}\r\n"
        for rest in BROKEN_OFF:
            with socket.create_connection(("127.0.0.1", server.port)) as line:
                line.settimeout(PATIENCE)
                line.sendall(head.encode() + rest)
                line.shutdown(socket.SHUT_WR)
                with contextlib.suppress(OSError):
                    while line.recv(1000):
                        pass
        assert server.browser().begin().status == 200
    assert "fault" not in server.log.read_text()
