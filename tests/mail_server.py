"""A mail server of the tests' own: speaks SMTP over a socket, with STARTTLS and a log-in.

It keeps every letter it takes. Some addresses have a meaning: `nobody@` doesn't exist, which the
server says of `strange@` only when it has the letter; `full@` is to be tried again later, and at
`silent@` it hangs up. With `refuses` it says of every address that it takes nothing from us, with
`breaks_after` it closes each connection after so many letters; with `international=False` it takes
addresses in ASCII alone.
"""

import asyncio
import base64
import contextlib
import datetime
import email
import email.policy
import ssl
import threading

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

PASSWORD = "Grüße"
REFUSALS = {"nobody": "550 no such person", "full": "452 mailbox full"}


class MailServer:
    """Runs in a thread of its own from `with` on; `letters` are (recipient, message)."""

    def __init__(self, folder, *, breaks_after=0, gone_after=0, international=True, refuses=False):
        self.letters = []
        self.connections = 0
        self.logged_in = []
        self.encrypted_letters = 0
        self.breaks_after = breaks_after
        self.gone_after = gone_after
        self.international = international
        self._usual = "554 you are on a list" if refuses else "250 fine"
        self.certificate = folder / "certificate.pem"
        self._context = _context(folder, self.certificate)
        self._loop = asyncio.new_event_loop()

    def __enter__(self):
        ready = threading.Event()

        async def serve():
            self._server = await asyncio.start_server(self._talk, "127.0.0.1", 0)
            self.port = self._server.sockets[0].getsockname()[1]
            ready.set()

        def run():
            self._loop.run_until_complete(serve())
            self._loop.run_forever()

        self._thread = threading.Thread(target=run, daemon=True)
        self._thread.start()
        ready.wait()
        return self

    def __exit__(self, *_):
        self._loop.call_soon_threadsafe(self._server.close)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    async def _talk(self, reader, writer):
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, ssl.SSLError):
            await self._conversation(reader, writer)
        writer.close()

    async def _conversation(self, reader, writer):
        self.connections += 1
        taken, recipient, encrypted = 0, "", False
        plain = {"RSET": "250 fine", "MAIL": "250 fine", "QUIT": "221 bye"}

        async def say(*lines):
            writer.write("".join(f"{line}\r\n" for line in lines).encode())
            await writer.drain()

        await say("220 here")
        while line := (await reader.readline()).decode().strip():
            verb, _, rest = line.partition(" ")
            gone = self.gone_after and len(self.letters) >= self.gone_after
            if gone or "<silent@" in line:
                return
            match verb.upper():
                case "EHLO" if encrypted:
                    known = ["250-SMTPUTF8"] * self.international
                    await say("250-here", *known, "250 AUTH PLAIN")
                case "EHLO":
                    await say("250-here", "250 STARTTLS")
                case "STARTTLS":
                    await say("220 go on")
                    await writer.start_tls(self._context)
                    encrypted = True
                case "AUTH":
                    _, user, password = base64.b64decode(rest.split()[1]).decode().split("\0")
                    self.logged_in.append(user)
                    await say("235 welcome" if password == PASSWORD else "535 wrong password")
                case "RCPT":
                    recipient = line.partition("<")[2].partition(">")[0]
                    await say(REFUSALS.get(recipient.partition("@")[0], self._usual))
                case "DATA":
                    if self.breaks_after and taken == self.breaks_after:
                        return
                    await say("354 go on")
                    octets = (await reader.readuntil(b"\r\n.\r\n"))[:-3]
                    if recipient.startswith("strange@"):
                        await say("550 no such mailbox")
                        continue
                    letter = email.message_from_bytes(octets, policy=email.policy.default)
                    self.letters.append((recipient, letter))
                    self.encrypted_letters += encrypted
                    taken += 1
                    await say("250 taken")
                case other:
                    await say(plain.get(other, "502 what?"))


def _context(folder, certificate):
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    private = folder / "private.pem"
    private.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, private)
    return context
