"""Which addresses people can be invited at, and how they are stored."""

import subprocess
import sys

import pytest

from rundfrage.fieldwork.invitations.addresses import normal_address


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("ana@example.org", "ana@example.org"),
        (" ANA@Example.ORG ", "ANA@example.org"),
        ("ana+survey@mail.example.org", "ana+survey@mail.example.org"),
        ("o'neil@example.org", "o'neil@example.org"),
        ("ana@bücher.example", "ana@xn--bcher-kva.example"),
        ("ana@straße.example", "ana@xn--strae-oqa.example"),
        ("jürgen@bücher.example", "jürgen@xn--bcher-kva.example"),
        ("ju\u0308rgen@example.org", "jürgen@example.org"),
        ("用户@例子.example", "用户@xn--fsqu00a.example"),
        ("ana@office.local", "ana@office.local"),
    ],
)
def test_an_address_is_stored_in_one_form(written, stored):
    assert normal_address(written) == stored
    assert normal_address(stored) == stored


@pytest.mark.parametrize(
    "written",
    [
        "", "ana", "ana@", "@example.org", "ana@example", "ana@localhost", "a@b@example.org",
        "ana..b@example.org", ".ana@example.org", "ana@-example.org", "ana@exa_mple.org",
        "ana@example.org.", "ana b@example.org", '"ana b"@example.org', "ana@[192.0.2.1]",
        "Ana <ana@example.org>", "ana@example.org, bo@example.org", "ana@exa\u200bmple.org",
        "x@example.org\r\nBcc: y@example.org", f"{'a' * 65}@example.org", f"a@{'b.' * 130}org",
    ],
)  # fmt: skip
def test_what_mail_cannot_be_sent_to_is_no_address(written):
    assert normal_address(written) is None


def test_nothing_is_looked_up():
    program = (
        "import socket, sys\n"
        "from rundfrage.fieldwork.invitations.addresses import normal_address\n"
        "def refuse(*_, **__): raise AssertionError('the network')\n"
        "socket.socket = socket.getaddrinfo = refuse\n"
        "print(normal_address('ana@example.org'), 'dns' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert (done.stdout.strip(), done.stderr) == ("ana@example.org False", "")
