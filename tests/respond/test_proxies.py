"""The proxies of deploy/ as they stand there: a real nginx and a real Caddy before a real door."""

import contextlib
import datetime
import os
import shutil
import signal
import socket
import ssl
import subprocess
import threading
from http.client import HTTPSConnection
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.parse import urlencode

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from door_server import FORM, MARK, Server, SocketBrowser
from door_survey import SURVEY, Answer

from patience import PATIENCE, until

DEPLOY = Path(__file__).parents[2] / "deploy"
NAME = "survey.example.org"
VISITOR = "127.0.0.5"
"""Where the browsers of these tests come from: an address that nothing else here uses."""
SAFE, UNSAFE = "ECDHE-ECDSA-AES256-GCM-SHA384", "ECDHE-ECDSA-AES128-SHA256"
PATHS = f"{os.environ['PATH']}:/usr/sbin"
pytestmark = pytest.mark.trial


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """The files of a certificate for the name, and of its key."""
    folder = tmp_path_factory.mktemp("certificate")
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now = datetime.datetime.now(datetime.UTC)
    day = datetime.timedelta(days=1)
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).serial_number(1)
        .public_key(key.public_key()).not_valid_before(now - day).not_valid_after(now + day)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    files = folder / "fullchain.pem", folder / "privkey.pem"
    files[0].write_bytes(made.public_bytes(serialization.Encoding.PEM))
    files[1].write_bytes(key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ))  # fmt: skip
    return files


def changed(words, changes):
    """The words with each change made, which must have something to change."""
    for before, after in changes.items():
        assert before in words
        words = words.replace(before, after)
    return words


class Proxy:
    """A proxy before the port of a door, in a folder of its own."""

    def __init__(self, folder, certificate, door):
        self.folder, self.certificate, self.door = folder, certificate, door
        self.port = free_port()

    def __enter__(self):
        self.folder.mkdir()
        with (self.folder / "said.log").open("wb") as said:
            self.process = subprocess.Popen(
                self.command(), stdout=said, stderr=said, cwd=self.folder,
                env={**os.environ, "HOME": str(self.folder), "XDG_DATA_HOME": str(self.folder)},
            )  # fmt: skip

        def listens():
            assert self.process.poll() is None, (self.folder / "said.log").read_text()
            socket.create_connection(("127.0.0.1", self.port)).close()
            return True

        until(listens, not_yet=OSError)
        return self

    def __exit__(self, *error):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(PATIENCE)

    def written(self):
        """All that it has written but its configuration."""
        return b"".join(
            one.read_bytes() for one in self.folder.rglob("*")
            if one.is_file() and one.suffix != ".conf" and one.name != "Caddyfile"
        )  # fmt: skip


class Nginx(Proxy):
    more = ""

    def command(self):
        (self.folder / "tls.conf").write_text((DEPLOY / "tls.conf").read_text("utf-8"), "utf-8")
        words = changed((DEPLOY / "nginx.conf").read_text("utf-8"), {
            "127.0.0.1:8000": f"127.0.0.1:{self.door}",
            "    listen [::]:443 ssl http2;\n": "",
            "    listen [::]:80;\n": "",
            "listen 443": f"listen 127.0.0.1:{self.port}",
            "listen 80": f"listen 127.0.0.1:{free_port()}",
            f"/etc/letsencrypt/live/{NAME}/fullchain.pem": str(self.certificate[0]),
            f"/etc/letsencrypt/live/{NAME}/privkey.pem": str(self.certificate[1]),
            "/etc/nginx/rundfrage/tls.conf": str(self.folder / "tls.conf"),
        })  # fmt: skip
        user = "user root;" if os.geteuid() == 0 else ""
        rooms = " ".join(
            f"{kind}_temp_path {self.folder}/{kind};"
            for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        (self.folder / "whole.conf").write_text(
            f"{user} daemon off; pid {self.folder}/nginx.pid; error_log {self.folder}/own.log;\n"
            f"events {{}}\nhttp {{ {rooms}\n{self.adapted(words)}\n}}\n", "utf-8",
        )  # fmt: skip
        return [
            shutil.which("nginx", path=PATHS),
            "-p",
            str(self.folder),
            "-c",
            str(self.folder / "whole.conf"),
        ]

    def adapted(self, words):
        return words


class LoggingNginx(Nginx):
    """As it is without our lines: with the access log that nginx writes by itself."""

    def adapted(self, words):
        return changed(words, {"access_log off;": f"access_log {self.folder}/access.log;"})


class Caddy(Proxy):
    def command(self):
        words = changed((DEPLOY / "Caddyfile").read_text("utf-8"), {
            "admin off": f"admin off\n\tauto_https disable_redirects\n\thttps_port {self.port}",
            "127.0.0.1:8000": f"127.0.0.1:{self.door}",
            "\ttls {": f"\ttls {self.certificate[0]} {self.certificate[1]} {{",
        })  # fmt: skip
        (self.folder / "Caddyfile").write_text(words, "utf-8")
        return ["caddy", "run", "--adapter", "caddyfile", "--config", "Caddyfile"]


PROXIES = [pytest.param(Nginx, id="nginx"), pytest.param(Caddy, id="caddy")]


def trusting(certificate, ciphers=None):
    context = ssl.create_default_context(cafile=certificate[0])
    if ciphers:
        context.maximum_version = ssl.TLSVersion.TLSv1_2
        context.set_ciphers(ciphers)
    return context


class Line(HTTPSConnection):
    """A line to the proxy on this machine, by the name of the survey."""

    def __init__(self, proxy, context=None):
        context = context or trusting(proxy.certificate)
        super().__init__(NAME, proxy.port, timeout=PATIENCE, context=context)
        self.named = context

    def connect(self):
        plain = socket.create_connection(("127.0.0.1", self.port), PATIENCE, (VISITOR, 0))
        self.sock = self.named.wrap_socket(plain, server_hostname=NAME)


class EncryptedBrowser(SocketBrowser):
    def __init__(self, proxy):
        super().__init__(proxy)
        self.proxy, self.host = proxy, NAME

    def ask(self, method, path, body, headers):
        line = Line(self.proxy)
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        line.request(method, path.partition("#")[0], body, {
            "Host": NAME, "Cookie": cookie, "User-Agent": MARK, "Connection": "close",
            "X-Forwarded-For": "198.51.100.23", **headers,
        })  # fmt: skip
        response = line.getresponse()
        answer = Answer(response.status, [(k.lower(), v) for k, v in response.getheaders()],
                        response.read())  # fmt: skip
        line.close()
        for name, value in answer.headers:
            if name == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        return answer


@pytest.fixture(scope="module")
def door(tmp_path_factory):
    folder = tmp_path_factory.mktemp("survey")
    (folder / "questionnaire.md").write_text(SURVEY, encoding="utf-8")
    server = Server(folder, "--origin", f"https://{NAME}")
    with server:
        yield server.port


@pytest.mark.parametrize("kind", PROXIES)
def test_people_answer_through_it_and_it_writes_nothing_of_them(tmp_path, certificate, door, kind):
    with kind(tmp_path / "proxy", certificate, door) as proxy:
        assert EncryptedBrowser(proxy).complete().heading == "Thank you"
        assert EncryptedBrowser(proxy).get("/nothing").status == 404
        too_long = EncryptedBrowser(proxy)
        with contextlib.suppress(OSError):
            # Caddy may notice only when it has begun to pass it on.
            assert too_long.post("/en/begin", b"x" * 600_000).status in (413, 502)
        written = proxy.written()
    for words in (MARK, VISITOR, "198.51.100.23", "/en/", "/nothing"):
        assert words.encode() not in written
    if kind is Nginx:
        # The control: as nginx does by itself it writes all of that.
        with LoggingNginx(tmp_path / "logging", certificate, door) as proxy:
            assert EncryptedBrowser(proxy).get("/en/").status == 200
        for words in (MARK, VISITOR, "/en/"):
            assert words.encode() in proxy.written()


@pytest.mark.parametrize("kind", PROXIES)
def test_weak_ciphers_are_refused(tmp_path, certificate, door, kind):
    with kind(tmp_path / "proxy", certificate, door) as proxy:
        # The control: the same client with another cipher.
        line = Line(proxy, trusting(certificate, SAFE))
        line.request("GET", "/en/", headers={"Host": NAME})
        assert line.getresponse().status == 200
        line.close()
        with pytest.raises(OSError, match=r"handshake|reset|EOF"):
            Line(proxy, trusting(certificate, UNSAFE)).connect()


@pytest.mark.parametrize("kind", PROXIES)
def test_no_address_is_passed_on(tmp_path, certificate, kind):
    seen = []

    class Told(BaseHTTPRequestHandler):
        def do_GET(self):
            seen.extend(f"{name}: {value}".lower() for name, value in self.headers.items())
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_):
            pass

    told = HTTPServer(("127.0.0.1", 0), Told)
    threading.Thread(target=told.serve_forever, daemon=True).start()
    with kind(tmp_path / "proxy", certificate, told.server_port) as proxy:
        assert EncryptedBrowser(proxy).get("/").status == 204
    told.shutdown()
    told.server_close()
    assert f"host: {NAME}" in seen
    assert [one for one in seen if "forwarded" in one or "real-ip" in one] == []
    assert [one for one in seen if "198.51.100.23" in one or VISITOR in one] == []


def test_one_address_begins_no_more_than_a_class_does(tmp_path, certificate, door):
    body = urlencode({"token": "x"})
    with Nginx(tmp_path / "proxy", certificate, door) as proxy:
        line, statuses = Line(proxy), []
        for _ in range(150):
            line.request("POST", "/en/begin", body, {"Host": NAME, "Content-Type": FORM})
            response = line.getresponse()
            response.read()
            statuses.append(response.status)
            if response.will_close:
                line.close()
        # The rest of the survey is open to the same address.
        assert EncryptedBrowser(proxy).get("/en/").status == 200
    # The control: the first hundred and one reach the door, which says that it doesn't know them.
    assert set(statuses[:101]) == {403}
    assert statuses.count(429) > 20
