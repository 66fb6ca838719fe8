"""The post: hands letters to a mail server over an encrypted connection."""

from __future__ import annotations

import smtplib
import ssl
from base64 import b64encode
from dataclasses import dataclass, field
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, localtime, make_msgid, parseaddr
from enum import StrEnum
from types import TracebackType
from typing import Self

from rundfrage.errors import Problem, Where
from rundfrage.fieldwork.invitations.addresses import normal_address
from rundfrage.fieldwork.invitations.letter import Letter

_ENCRYPTED_FROM_THE_START = 465
_USUAL = 587
_SECONDS = 30
_FOR_GOOD = 500
_WELCOME = 235
_HERE = ("localhost", "127.0.0.1", "::1")


class Delivery(StrEnum):
    """What the mail server said to a letter."""

    TAKEN = "taken"
    REFUSED = "refused"
    """For good: there is no such address."""
    LATER = "later"
    """For now: the server asks to try again later."""


@dataclass(frozen=True)
class Server:
    """A mail server, and who logs in; without a user nobody does."""

    host: str
    port: int = _USUAL
    user: str = ""
    password: str = field(default="", repr=False)

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"


def server_at(written: str, user: str, password: str) -> Server:
    """The server of `host` or `host:port`; raises a Problem if that isn't what is written."""
    host, _, port = written.strip().partition(":")
    if not host or (port and not (port.isascii() and port.isdigit() and 0 < int(port) < 1 << 16)):
        raise Problem(
            "bad-mail-server",
            where=Where(argument="server"),
            found=f"“{written}” names no mail server." if written else "No mail server is named.",
            expected="a name and a port.",
            mend="Write for example mail.example.org:587.",
        )
    return Server(host, int(port or _USUAL), user, password)


def sender_of(written: str) -> Address:
    """The sender of `name@example.org` or `Name <name@example.org>`; raises a Problem if none."""
    name, address = parseaddr(written)
    normal = normal_address(address)
    if normal is None or "\n" in written or "\r" in written:
        raise Problem(
            "bad-sender",
            where=Where(argument="sender"),
            found=f"“{written}” is no sender." if written else "No sender is named.",
            expected="an address, maybe with a name before it.",
            mend="Write for example Survey team <survey@example.org>.",
        )
    return Address(name, addr_spec=normal)


class Post:
    """An open way to the mail server; it is opened anew when the server has closed it."""

    def __init__(self, server: Server, sender: Address) -> None:
        self._server = server
        self._sender = sender
        self._line: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        self._line = self._connected()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._line is not None:
            try:
                self._line.quit()
            except (smtplib.SMTPException, OSError):
                self._line.close()

    def send(self, letter: Letter, address: str) -> Delivery:
        """Hand the letter over; raises a Problem if the server can't be reached any more."""
        message = self._message(letter, address)
        try:
            return self._handed_over(message, address)
        except smtplib.SMTPServerDisconnected:
            # Servers end a connection after some letters; this one wasn't taken yet.
            self._line = self._connected()
        try:
            return self._handed_over(message, address)
        except smtplib.SMTPServerDisconnected as error:
            raise _unreachable(self._server, error) from error

    def _handed_over(self, message: EmailMessage, address: str) -> Delivery:
        if self._line is None:
            raise smtplib.SMTPServerDisconnected("not connected")
        try:
            self._line.send_message(message, self._sender.addr_spec, [address])
        except smtplib.SMTPRecipientsRefused as error:
            ((code, _),) = error.recipients.values()
            return Delivery.REFUSED if code >= _FOR_GOOD else Delivery.LATER
        except smtplib.SMTPServerDisconnected:
            raise
        except smtplib.SMTPResponseException as error:
            if error.smtp_code >= _FOR_GOOD:
                # Not the address but the sender or the letter: the next would fare no better.
                raise _unreachable(self._server, error) from error
            return Delivery.LATER
        except (smtplib.SMTPException, OSError) as error:
            raise smtplib.SMTPServerDisconnected(str(error)) from error
        return Delivery.TAKEN

    def _message(self, letter: Letter, address: str) -> EmailMessage:
        message = EmailMessage(policy=SMTP)
        message["Subject"] = letter.subject
        message["From"] = self._sender
        message["To"] = address
        message["Date"] = format_datetime(localtime())
        message["Message-ID"] = make_msgid(domain=self._sender.domain)
        # No absences and holidays come back (RFC 3834).
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(letter.text)
        message["Content-Language"] = letter.language
        return message

    def _connected(self) -> smtplib.SMTP:
        server = self._server
        context = ssl.create_default_context()
        try:
            if server.port == _ENCRYPTED_FROM_THE_START:
                line: smtplib.SMTP = smtplib.SMTP_SSL(
                    server.host, server.port, timeout=_SECONDS, context=context
                )
            else:
                line = smtplib.SMTP(server.host, server.port, timeout=_SECONDS)
                line.ehlo()
                if line.has_extn("starttls"):
                    line.starttls(context=context)
                elif server.host not in _HERE:
                    line.close()
                    raise _unencrypted(server)
            if server.user:
                _log_in(line, server)
        except (smtplib.SMTPException, OSError) as error:
            raise _unreachable(server, error) from error
        return line


def _log_in(line: smtplib.SMTP, server: Server) -> None:
    if (server.user + server.password).isascii():
        line.login(server.user, server.password)
        return
    # The library's own log-in takes ASCII alone; RFC 4616 wants UTF-8.
    words = b64encode(f"\0{server.user}\0{server.password}".encode()).decode()
    code, said = line.docmd("AUTH", f"PLAIN {words}")
    if code != _WELCOME:
        raise smtplib.SMTPAuthenticationError(code, said)


def _unencrypted(server: Server) -> Problem:
    return Problem(
        "mail-server-unencrypted",
        where=Where(str(server)),
        found="The mail server offers no encryption.",
        expected="STARTTLS, or TLS at port 465: links must not be read on their way.",
        mend="Ask for the right name and port, or name another mail server.",
    )


def _unreachable(server: Server, error: Exception) -> Problem:
    said = getattr(error, "smtp_error", error)
    words = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
    return Problem(
        "mail-server-refused",
        where=Where(str(server)),
        found=f"The mail server can't be used ({words.strip() or type(error).__name__}).",
        expected="a server that takes the letters (the password is read from "
        "RUNDFRAGE_SMTP_PASSWORD).",
        mend="Give the command again when it works: whoever is still waiting is invited then.",
    )
