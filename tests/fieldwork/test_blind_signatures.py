"""Blind signatures: the vector of RFC 9474, and a real browser against the real signer."""

import asyncio
import base64
import gzip
import json
import threading
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from playwright.sync_api import expect

from browser import open_browser
from rundfrage.errors import Problem
from rundfrage.fieldwork.participation import Admission, open_participation
from rundfrage.fieldwork.participation.blind import Signer, make_signer, read_signer
from rundfrage.fieldwork.participation.passes import draw_codes

VECTOR = json.loads((Path(__file__).parent / "golden" / "rfc9474-pss-randomized.json").read_text())
SCRIPT = Path(__file__).parents[2] / "src" / "rundfrage" / "respond" / "static" / "blind.js"
PAGE = """<!doctype html><title>Begin</title>
<form method="post" action="/begin" data-sign="/sign" data-modulus="{modulus}" data-home="/">
<input type="hidden" name="token" value="of the form">
<input type="hidden" name="invitation" value="{invitation}">
<input type="hidden" name="ticket" value="">
<button name="go" value="begin">Begin</button>
<button type="button" data-later hidden>Later</button>
<p data-when="working" hidden>working</p>
<p data-when="kept" hidden>kept<span data-paused hidden> a pause</span></p>
<p data-calendar hidden><a data-reminder="Come back">Calendar</a></p>
<p data-when="spent" hidden>spent</p><p data-when="failed" hidden>failed</p>
</form><script type="module" src="/blind.js"></script>"""


def key_of(vector):
    """The private key of the vector."""
    p, q, e = int(vector["p"], 16), int(vector["q"], 16), 65537
    d = pow(e, -1, (p - 1) * (q - 1))
    public = rsa.RSAPublicNumbers(e, p * q)
    return rsa.RSAPrivateNumbers(
        p, q, d, d % (p - 1), d % (q - 1), pow(q, -1, p), public
    ).private_key()


def text(octets):
    return base64.urlsafe_b64encode(octets).rstrip(b"=").decode()


def octets(words):
    return base64.urlsafe_b64decode(words + "=" * (-len(words) % 4))


def run(coroutine):
    """What the coroutine gives; playwright has a loop of its own in this thread."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, coroutine).result()


class OpenGate:
    """Admits everybody; the vector brings no pass."""

    async def admit(self, _presented, _credential):
        return Admission.ADMITTED


@pytest.fixture(scope="module")
def signer(tmp_path_factory):
    return make_signer(tmp_path_factory.mktemp("signer") / "participation.pem")


@pytest.fixture(scope="module")
def chromium():
    with open_browser() as browser:
        yield browser


@pytest.fixture
def door(tmp_path, signer):
    """A survey's address, its one token, and the tickets that began an interview."""
    [token] = draw_codes(1)
    began, seen = [], []
    gate = open_participation(tmp_path / "participation.db", tmp_path / "key", make=True)
    run(gate.allow([token]))

    class Door(BaseHTTPRequestHandler):
        def do_GET(self):
            if self.path == "/blind.js":
                return self.answer(200, "text/javascript", SCRIPT.read_text())
            invited = token if self.path == f"/in/{token}" else ""
            page = PAGE.format(modulus=signer.modulus, invitation=invited)
            return self.answer(200, "text/html", page)

        def do_POST(self):
            body = self.rfile.read(int(self.headers["content-length"])).decode()
            form = {name: values[0] for name, values in parse_qs(body).items()}
            seen.append((self.path, form))
            if self.path == "/begin":
                began.append(form["ticket"])
                return self.answer(200, "text/html", "<title>Screen 1</title>")
            signed = run(signer.sign(gate, form["invitation"], form["blinded"]))
            status = {Admission.ADMITTED: 200, Admission.SPENT: 409}.get(signed.admission, 400)
            return self.answer(status, "text/plain", signed.signature or str(signed.admission))

        def answer(self, status, kind, words):
            self.send_response(status)
            self.send_header("content-type", f"{kind}; charset=utf-8")
            self.end_headers()
            self.wfile.write(words.encode())

        def log_message(self, *_words):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", token, began, seen
    server.shutdown()
    run(gate.shut())


def test_the_server_signs_as_the_rfc_says():
    signed = run(
        Signer(key_of(VECTOR)).sign(OpenGate(), "", text(bytes.fromhex(VECTOR["blinded_msg"])))
    )
    assert octets(signed.signature).hex() == VECTOR["blind_sig"]


@pytest.mark.trial
def test_the_browser_blinds_and_finishes_as_the_rfc_says(chromium, door):
    address, *_ = door
    vector = {
        name: list(bytes.fromhex(value)) for name, value in VECTOR.items() if name != "source"
    }
    modulus = key_of(VECTOR).public_key().public_numbers().n.to_bytes(512, "big")
    page = chromium.new_page()
    page.goto(address)
    blinded, signature = page.evaluate(
        """async ({vector, modulus, taking}) => {
            const {blind, finish} = await import("/blind.js");
            const of = (name) => new Uint8Array(vector[name]);
            const n = new Uint8Array(modulus);
            const message = new Uint8Array([...vector.msg_prefix, ...vector.msg]);
            const made = await blind(n, message, of("salt"), BigInt(taking));
            const signature = await finish(n, message, of("blind_sig"), BigInt(taking));
            return [[...made.blinded], [...signature]];
        }""",
        {"vector": vector, "modulus": list(modulus), "taking": str(int(VECTOR["inv"], 16))},
    )
    assert bytes(blinded).hex() == VECTOR["blinded_msg"]
    assert bytes(signature).hex() == VECTOR["sig"]


def test_a_browser_begins_with_a_ticket_that_the_server_has_never_seen(chromium, door, signer):
    address, token, began, seen = door
    page = chromium.new_page()
    page.goto(f"{address}/in/{token}")
    page.get_by_role("button", name="Begin").click()
    page.wait_for_function("document.title == 'Screen 1'")
    [ticket] = began
    [(_, signing), (_, beginning)] = seen
    credential = signer.credential(ticket)
    assert credential is not None
    assert len(octets(credential)) == 16
    assert set(signing) == {"token", "invitation", "blinded"}
    assert set(beginning) == {"token", "ticket"}
    assert octets(ticket)[48:].hex() not in octets(signing["blinded"]).hex()


def test_an_invitation_gives_one_ticket_however_often_the_page_is_loaded(chromium, door):
    address, token, _began, _seen = door
    page = chromium.new_page()
    page.goto(f"{address}/in/{token}")
    page.route("**/sign", lambda route: route.abort())
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_text("failed")).to_be_visible()
    page.unroute("**/sign")
    page.route("**/sign", lambda route: route.fetch() and route.abort())
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_text("failed")).to_be_visible()
    page.unroute("**/sign")
    page.reload()
    page.get_by_role("button", name="Begin").click()
    page.wait_for_function("document.title == 'Screen 1'")

    other = chromium.new_context().new_page()
    other.goto(f"{address}/in/{token}")
    other.get_by_role("button", name="Begin").click()
    expect(other.get_by_text("spent")).to_be_visible()


def test_a_ticket_can_be_kept_in_an_address_and_used_later(chromium, door, signer):
    address, token, began, seen = door
    page = chromium.new_page()
    page.goto(f"{address}/in/{token}")
    page.get_by_role("button", name="Later").click()
    expect(page.get_by_text("kept")).to_be_visible()
    bookmark = page.url
    page.close()
    assert bookmark.startswith(f"{address}/#ticket=")
    assert [path for path, _ in seen] == ["/sign"]

    later = chromium.new_context().new_page()
    later.goto(bookmark)
    later.get_by_role("button", name="Begin").click()
    later.wait_for_function("document.title == 'Screen 1'")
    assert [signer.credential(ticket) is not None for ticket in began] == [True]
    assert [path for path, _ in seen] == ["/sign", "/begin"]


def test_what_is_no_ticket_proves_nothing(signer, chromium, door):
    address, token, began, _seen = door
    page = chromium.new_page()
    page.goto(f"{address}/in/{token}")
    page.get_by_role("button", name="Begin").click()
    page.wait_for_function("document.title == 'Screen 1'")
    good = octets(began[0])
    forged = [
        good[:40] + bytes([good[40] ^ 1]) + good[41:],
        good[:-1],
        good + b"\0",
        b"",
        good[48:],
    ]
    assert [signer.credential(text(one)) for one in forged] == [None] * 5
    assert [signer.credential(words) for words in ("ü", "=", "a" * 577, began[0] + "=")] == [
        None
    ] * 4


@pytest.mark.parametrize("blinded", [b"", b"\0" * 384, b"\xff" * 384, b"\1" * 383, b"\1" * 385])
def test_what_is_out_of_range_is_not_signed_and_spends_nothing(signer, blinded):
    class ClosedGate:
        async def admit(self, _presented, _credential):
            raise AssertionError("the gate was asked")

    signed = run(signer.sign(ClosedGate(), "", text(blinded)))
    assert (signed.admission, signed.signature) == (Admission.MISTYPED, "")


def test_the_signing_key_stays_and_another_kind_of_file_is_refused(tmp_path):
    file = tmp_path / "participation.pem"
    first = make_signer(file)
    assert make_signer(file).modulus == first.modulus
    assert file.stat().st_mode & 0o777 == 0o600
    file.write_text("no key")
    with pytest.raises(Problem) as problem:
        read_signer(file)
    assert problem.value.code == "signing-key-unreadable"


def test_the_script_is_small():
    assert len(gzip.compress(SCRIPT.read_bytes())) < 6 * 1024
