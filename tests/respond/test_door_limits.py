"""What strangers may send without costing more than the answer that refuses it."""

import contextlib
import socket
from dataclasses import replace

import pytest
from door_server import FORM, Server
from door_survey import SURVEY, OpenDoor, published

from patience import PATIENCE
from rundfrage.fieldwork.participation import open_participation
from rundfrage.fieldwork.participation.passes import draw_codes
from rundfrage.respond.allowance import Rate, Rates
from rundfrage.respond.visit import MOST_STORED


@pytest.fixture
def browser(tmp_path):
    with OpenDoor(published(tmp_path / "responses.db")) as door:
        yield door.browser()


@contextlib.contextmanager
def door_at(tmp_path, **rates):
    settings = published(tmp_path / "responses.db")
    with OpenDoor(replace(settings, rates=Rates(**rates))) as door:
        yield door


FREELY = Rate(1e9, 0)


def test_an_interview_stores_no_more_than_people_type(tmp_path):
    with door_at(tmp_path, interview=FREELY, shared=FREELY) as door:
        store_all_that_is_taken(door.browser())


def store_all_that_is_taken(browser):
    page = browser.begin()
    words = "x" * 200_000
    sent = []
    for turn in range(MOST_STORED // len(words) + 2):
        sent.append(browser.send("/en/screen/0", page, go="back", q1=f"{turn}{words}").status)
        page = browser.get("/en/screen/0")
    assert sent == [303] * (len(sent) - 2) + [413, 413]
    assert page.status == 200


def large_pages(browser, count):
    """What becomes of so many pages of 100,000 letters, sent one after another."""
    answers = []
    page = browser.begin()
    for turn in range(count):
        words = f"{turn}" + "x" * 100_000
        answers.append(browser.send("/en/screen/0", page, go="back", q1=words))
        page = browser.get("/en/screen/0")
    return answers


def test_one_interview_writes_no_faster_than_people_type(tmp_path):
    (tmp_path / "control").mkdir()
    with door_at(tmp_path / "control", interview=FREELY, shared=FREELY) as free:
        # The control: without limits whatever is sent is stored.
        assert [one.status for one in large_pages(free.browser(), 12)] == [303] * 12
    with door_at(tmp_path, interview=Rate(600_000, 0)) as door:
        answers = large_pages(door.browser(), 12)
        assert [one.status for one in answers] == [303] * 5 + [503] * 7
        # The page is there again, with what was typed, to be sent later.
        assert answers[-1].heading == "You"
        assert door.browser().complete().heading == "Thank you"


def test_many_who_send_much_keep_nobody_from_answering(tmp_path):
    for own, answered in ((0, False), (20_000, True)):
        (folder := tmp_path / str(own)).mkdir()
        with door_at(folder, own=own, shared=Rate(510_000, 0)) as door:
            sent = [one.status for _ in range(4) for one in large_pages(door.browser(), 3)]
            assert sent.count(503) > 3
            # The control: without a share of their own others can't even begin any more.
            begun = [door.browser().begin().status for _ in range(30)]
            assert (503 not in begun) is answered
            assert not answered or door.browser().complete().heading == "Thank you"


def test_nobody_begins_without_end(tmp_path):
    with door_at(tmp_path, beginnings=Rate(3, 0)) as door:
        begun = [door.browser() for _ in range(5)]
        assert [one.begin().status for one in begun] == [200] * 3 + [503] * 2
        page = begun[0].get("/en/screen/0")
        assert begun[0].send("/en/screen/0", page, q1="no").status == 303


@pytest.mark.parametrize(("of_a_pass", "others"), [(FREELY, 503), (Rate(3, 0), 200)])
def test_one_code_that_is_out_shuts_nobody_out(tmp_path, of_a_pass, others):
    leaked, own = draw_codes(2)
    register = open_participation(tmp_path / "participation.db", tmp_path / "key", make=True)
    text = SURVEY.replace("language: en\n", "language: en\nparticipation: codes\n", 1)
    settings = replace(
        published(tmp_path / "responses.db", text),
        participation=str(tmp_path / "participation.db"),
        participation_key=str(tmp_path / "key"),
        rates=Rates(beginnings=Rate(6, 0), of_a_pass=of_a_pass),
    )
    with OpenDoor(settings) as door:
        door.run(register.allow([leaked, own]))
        begun = [door.browser().begin(code=leaked).status for _ in range(8)]
        assert begun.count(200) == min(6, of_a_pass.at_once)
        assert door.browser().begin(code=own).status == others
        door.run(register.shut())


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


@pytest.mark.trial
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
