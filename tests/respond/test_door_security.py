"""What the door lets nobody do: other sites, forged cookies, strange hosts, broken requests."""

import asyncio
import re
from dataclasses import replace
from pathlib import Path

import pytest
from door_survey import OpenDoor, published
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from proofs import examples
from rundfrage.respond.guard import Guard
from rundfrage.respond.settings import Settings, origin_of

HEADERS = {
    "content-security-policy": "default-src 'none'; style-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


@pytest.fixture(scope="module")
def door(tmp_path_factory):
    settings = published(tmp_path_factory.mktemp("door") / "responses.db")
    with OpenDoor(replace(settings, patience=0.2)) as opened:
        yield opened


@pytest.fixture
def browser(door):
    return door.browser()


def requests(browser):
    """One request for every sort of answer."""
    page = browser.begin()
    sent = browser.form(page, q1="no")
    return {
        303: browser.get("/"),
        200: browser.get("/en/screen/0"),
        422: browser.send("/en/screen/0", page),
        403: browser.post("/en/screen/0", {**sent, "token": "0" * 32}),
        404: browser.get("/en/nothing"),
        405: browser.get("/en/begin"),
        413: browser.post("/en/screen/0", b"x" * 300_000),
        415: browser.post("/en/screen/0", b"{}", **{"content-type": "application/json"}),
        421: browser.get("/", host="elsewhere.example"),
        400: browser.post("/en/screen/0", b"&".join([b"a=1"] * 3000)),
    }


def with_scripts(answer):
    """The headers of an answer, which may run scripts of ours if it asks for one."""
    policy = HEADERS["content-security-policy"]
    if "<script" in answer.text:
        policy += "; script-src 'self'"
    return {**HEADERS, "content-security-policy": policy}


def test_every_answer_has_the_headers_that_protect_respondents(browser):
    for status, answer in requests(browser).items():
        assert answer.status == status
        found = dict(answer.headers)
        assert {name: found.get(name) for name in HEADERS} == with_scripts(answer)
        assert found["cache-control"] == "no-store"
        if status != 303:
            assert found["content-type"] == "text/html; charset=utf-8"
            assert "<h1" in answer.text


def test_no_page_holds_scripts_or_styles_of_its_own(browser):
    for answer in requests(browser).values():
        scripts = re.findall(r"<script[^>]*>[^<]*", answer.text)
        ours = r'<script type="module" src="/assets/[0-9a-f]{16}/[a-z]+\.js">'
        assert [one for one in scripts if not re.fullmatch(ours, one)] == []
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", answer.text)


def test_the_cookie_is_the_hosts_own_and_kept_from_scripts(browser):
    answer = browser.get("/en/")
    cookie = dict(answer.headers)["set-cookie"]
    assert re.fullmatch(
        r"__Host-interview=[A-Za-z0-9_-]{22}; Path=/; HttpOnly; SameSite=Lax; Secure", cookie
    )
    assert "set-cookie" not in dict(browser.get("/en/").headers)


@pytest.mark.parametrize(
    ("origin", "cookie", "host"),
    [
        ("https://survey.example.org", "__Host-interview", "survey.example.org"),
        ("https://survey.example.org", "__Host-interview", "survey.example.org:443"),
        ("http://192.168.1.5:8000", "interview", "192.168.1.5:8000"),
    ],
)
def test_hosts_and_the_cookie_follow_the_public_address(tmp_path, origin, cookie, host):
    settings = replace(published(tmp_path / "r.db"), origin=origin_of(origin))
    with OpenDoor(settings) as door:
        answer = door.browser(host).get("/en/")
        assert dict(answer.headers)["set-cookie"].startswith(f"{cookie}=")
        assert ("strict-transport-security" in dict(answer.headers)) == origin.startswith("https")
        for other in ("localhost:8000", "evil.example", f"{host}.evil.example", ""):
            assert door.browser(other).get("/en/").status == 421
        assert door.browser("10.0.0.1").get("/health").status == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "http://localhost"},
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
        {"origin": "null", "sec_fetch_site": "cross-site"},
    ],
)
def test_forms_of_other_sites_are_refused(browser, headers):
    form = browser.form(browser.begin(), q1="no")
    answer = browser.post("/en/screen/0", form, **headers)
    assert answer.status == 403
    assert browser.get("/en/screen/2").location == "/en/screen/0"


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "null", "sec_fetch_site": "same-origin"},
        {"origin": "http://localhost:8000", "sec_fetch_site": "same-origin"},
        {"sec_fetch_site": "none"},
    ],
)
def test_our_own_forms_are_taken_as_browsers_send_them(browser, headers):
    form = browser.form(browser.begin(), q1="no")
    assert browser.post("/en/screen/0", form, **headers).location == "/en/screen/2"


@pytest.mark.parametrize("token", ["", "0" * 32, "é", None])
def test_nothing_changes_without_the_token(browser, token):
    page = browser.begin()
    form = browser.form(page, q1="no")
    form = {**form, "token": token} if token is not None else {"q1": "no", "key": form["key"]}
    answer = browser.post("/en/screen/0", form)
    assert (answer.status, 'value="no" checked' in answer.text) == (403, True)
    assert browser.get("/en/screen/2").location == "/en/screen/0"
    assert browser.post("/en/submit", form).status == 403
    assert browser.post("/en/begin", form).status == 403


def test_nobody_begins_without_the_cookie_of_the_welcome_page(door, browser):
    token = browser.get("/en/").hidden("token")
    assert door.browser().post("/en/begin", {"token": token, "go": "begin"}).status == 403


@pytest.mark.parametrize(
    "cookie",
    ["", "A" * 22, "A" * 21 + "B", "x", "A" * 22 + ".99999999999", "é" * 22, "A" * 9999, "a=b;c"],
)
def test_forged_cookies_are_no_interview(browser, cookie):
    browser.cookies = {"__Host-interview": cookie}
    assert browser.get("/en/screen/0").location == "/en/"
    assert browser.get("/en/").status == 200


def test_a_key_that_is_none_of_ours_is_refused(browser):
    form = {**browser.form(browser.begin(), q1="no"), "key": "'; DROP TABLE entry"}
    assert browser.post("/en/screen/0", form).status == 400


def test_bytes_that_are_no_text_are_no_fault(browser):
    page = browser.begin()
    start = f"token={page.hidden('token')}&key={page.hidden('key')}&go=next&".encode()
    for odd in (b"q1=%ff%fe", b"q1=\xff\xfe", b"q1=%00", b"\xed\xa0\x80=x"):
        assert browser.post("/en/screen/0", start + odd).status == 422
    page = browser.follow(browser.send("/en/screen/0", page, q1="no"))
    assert page.status == 200


def test_buttons_that_no_page_has_are_refused(browser):
    page = browser.begin()
    for go in ("sideways", "language:xx", "language:", "back:1"):
        assert browser.send("/en/screen/0", page, go=go).status == 400


def test_a_fault_of_ours_is_a_plain_page_and_a_line_that_tells_nothing(caplog):
    async def broken(scope, *_):
        raise ValueError(scope["headers"])

    async def plain_page(status):
        return f"<h1>{status}</h1>".encode()

    class Broken(OpenDoor):
        def __init__(self):
            self.loop = asyncio.new_event_loop()
            self.app = Guard(broken, Settings(""), plain_page)

    door = Broken()
    answer = door.browser().get("/en/", cookie="secret")
    assert (answer.status, answer.text) == (500, "<h1>500</h1>")
    assert dict(answer.headers)["cache-control"] == "no-store"
    assert [record.getMessage() for record in caplog.records] == [
        f"fault: ValueError at {Path(__file__).name}:{broken.__code__.co_firstlineno + 1}"
    ]
    door.loop.close()


PATHS = st.sampled_from(
    [
        "/",
        "/en/",
        "/de/begin",
        "/ar/submit",
        "/en/review",
        "/en/thanks",
        "/en/end",
        "/en/later",
        "/en/closed",
        "/in/token",
        "/in/token/en/",
        "/assets/x/style.css",
        "/health",
        "/favicon.ico",
        *(f"/en/screen/{number}" for number in ("0", "2", "4", "99", "-1", "1e3", "٣", "0" * 400)),
    ]
) | st.text(max_size=40).map(lambda words: "/" + words)
METHODS = ["GET", "POST", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "X"]
WORDS = st.text(max_size=30) | st.sampled_from(["yes", "next", "back", "language:de", "\0", "q1"])
FIELDS = st.dictionaries(
    st.sampled_from(["q1", "q2", "q3", "q4", "q5", "q1.other.text", "go", "clear", "key", "code",
                     "return_code", "invitation"]) | st.text(max_size=10),
    st.lists(WORDS, max_size=3),
    max_size=6,
)  # fmt: skip


@examples(500, suppress_health_check=list(HealthCheck))
@given(
    method=st.sampled_from(METHODS),
    path=PATHS,
    body=FIELDS | st.binary(max_size=200),
    honest=st.booleans(),
    headers=st.dictionaries(
        st.sampled_from(["cookie", "host", "content-length", "accept-language", "origin",
                         "content-type", "accept-encoding", "sec-fetch-site"]),
        st.text(max_size=30) | st.sampled_from(["localhost:8000", "null", "gzip;q=0", "de;q=x"]),
        max_size=3,
    ),
)  # fmt: skip
def test_no_request_is_a_fault_of_ours(door, method, path, body, honest, headers):
    browser = door.browser()
    page = browser.begin() if honest else None
    if isinstance(body, dict):
        body = {**browser.form(page), **body} if page else body
    if method == "POST":
        answer = browser.post(path, body, **headers)
    else:
        answer = door.run(browser.asking(method, path, b"", headers))
    assert answer.status < 500
    policy = with_scripts(answer)["content-security-policy"]
    assert dict(answer.headers)["content-security-policy"] == policy


@pytest.mark.parametrize(
    ("address", "origin"),
    [
        ("https://Survey.Example.org/", "https://survey.example.org"),
        ("https://survey.example.org:443", "https://survey.example.org"),
        ("http://192.168.1.5:8000", "http://192.168.1.5:8000"),
        ("http://[fd00::1]:80", "http://[fd00::1]"),
        ("https://umfrage-münchen.example", "https://xn--umfrage-mnchen-osb.example"),
    ],
)
def test_public_addresses_are_read_as_browsers_write_them(address, origin):
    assert origin_of(address) == origin
    assert origin in Settings("", origin=origin).origins
