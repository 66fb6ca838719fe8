"""The post: hands letters to a mail server over an encrypted connection."""

from __future__ import annotations

import ssl
from contextlib import suppress
from dataclasses import dataclass, field
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime, localtime, make_msgid, parseaddr
from enum import StrEnum
from types import TracebackType
from typing import Self

import aiosmtplib

from rundfrage.errors import Problem, Where
from rundfrage.fieldwork.invitations.addresses import normal_address
from rundfrage.fieldwork.invitations.letter import Letter
from rundfrage.fieldwork.invitations.mail_headers import letter_policy
from rundfrage.locales import message

_ENCRYPTED_FROM_THE_START = 465
_USUAL = 587
_SECONDS = 30
_FOR_GOOD = 500
_BROKEN_IN_A_ROW = 3
"""So many letters at which the line breaks twice are no fault of an address."""
_HERE = ("localhost", "127.0.0.1", "::1")


class Delivery(StrEnum):
    """What the mail server said to a letter."""

    TAKEN = "taken"
    REFUSED = "refused"
    """For good: there is no such address, it takes no such letter, or none in its script."""
    LATER = "later"
    """For now: the server asks to try again later, or hung up."""


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
            found=message("“{written}” names no mail server.", written=written)
            if written
            else message("No mail server is named."),
            expected=message("a name and a port."),
            mend=message("Write for example mail.example.org:587."),
        )
    return Server(host, int(port or _USUAL), user, password)


def sender_of(written: str) -> Address:
    """The sender of `name@example.org` or `Name <name@example.org>`; raises a Problem if none."""
    name, address = parseaddr(written)
    normal = normal_address(address)
    if normal is None or not normal.isascii() or "\n" in written or "\r" in written:
        raise Problem(
            "bad-sender",
            where=Where(argument="sender"),
            found=message("“{written}” is no sender.", written=written)
            if written
            else message("No sender is named."),
            expected=message("an address in ASCII before its @, maybe with a name before it."),
            mend=message("Write for example Survey team <survey@example.org>."),
        )
    return Address(name, addr_spec=normal)


class Post:
    """An open way to the mail server; it is opened anew when the server has closed it."""

    def __init__(self, server: Server, sender: Address) -> None:
        self._server = server
        self._sender = sender
        self._line: aiosmtplib.SMTP | None = None
        self._broken = 0
        self._refusal: Exception | None = None

    async def __aenter__(self) -> Self:
        self._line = await _connected(self._server)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._line is not None:
            with suppress(aiosmtplib.SMTPException, OSError):
                await self._line.quit()
            self._line.close()

    async def send(self, letter: Letter, address: str) -> Delivery:
        """Hand the letter over; raises a Problem if the server can't be reached any more."""
        message = self._message(letter, address)
        for _ in range(2):
            try:
                delivery = await self._handed_over(message, address)
            except (aiosmtplib.SMTPException, OSError) as error:
                # Servers end a connection after some letters; this one wasn't taken yet.
                broken: Exception = error
                await self._connect_anew()
            else:
                self._broken = 0
                return delivery
        self._broken += 1
        if self._broken == _BROKEN_IN_A_ROW:
            raise _unreachable(self._server, broken) from broken
        return Delivery.LATER

    def refuses_all(self, letters: int) -> Problem:
        """The Problem that none of so many letters was taken, with the server's last words."""
        return Problem(
            "letters-refused",
            where=Where(str(self._server)),
            found=message(
                "The mail server refused the first {letters} letters ({words}).",
                letters=letters,
                words=_words(self._refusal),
            ),
            expected=message("a server that takes letters of this sender."),
            mend=message("Ask whoever runs it. No address counts as refused; all still wait."),
        )

    async def _connect_anew(self) -> None:
        if self._line is not None:
            self._line.close()
        self._line = await _connected(self._server)

    async def _handed_over(self, message: EmailMessage, address: str) -> Delivery:
        if self._line is None:
            raise aiosmtplib.SMTPServerDisconnected("not connected")
        sender = self._sender.addr_spec
        scripts = [] if address.isascii() else ["SMTPUTF8", "BODY=8BITMIME"]
        try:
            await self._line.sendmail(sender, [address], bytes(message), mail_options=scripts)
        except aiosmtplib.SMTPRecipientsRefused as error:
            (refusal,) = error.recipients
            return self._refused(refusal, refusal.code)
        except (aiosmtplib.SMTPNotSupported, ValueError) as error:
            return self._refused(error, _FOR_GOOD)
        except aiosmtplib.SMTPDataError as error:
            # Some servers look for the mailbox only when they have the letter.
            return self._refused(error, error.code)
        except aiosmtplib.SMTPResponseException as error:
            if error.code >= _FOR_GOOD:
                # Not the address but the sender: the next letter would fare no better.
                raise _unreachable(self._server, error) from error
            return Delivery.LATER
        return Delivery.TAKEN

    def _refused(self, refusal: Exception, code: int) -> Delivery:
        self._refusal = refusal
        return Delivery.REFUSED if code >= _FOR_GOOD else Delivery.LATER

    def _message(self, letter: Letter, address: str) -> EmailMessage:
        message = EmailMessage(policy=letter_policy(address))
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


async def _connected(server: Server) -> aiosmtplib.SMTP:
    encrypted_at_once = server.port == _ENCRYPTED_FROM_THE_START
    line = aiosmtplib.SMTP(
        hostname=server.host,
        port=server.port,
        timeout=_SECONDS,
        use_tls=encrypted_at_once,
        # Otherwise STARTTLS, if the server offers it.
        start_tls=False if encrypted_at_once else None,
        tls_context=ssl.create_default_context(),
    )
    try:
        await line.connect()
        if line.get_transport_info("sslcontext") is None and server.host not in _HERE:
            line.close()
            raise _unencrypted(server)
        if server.user:
            await line.login(server.user, server.password)
    except (aiosmtplib.SMTPException, OSError) as error:
        line.close()
        raise _unreachable(server, error) from error
    return line


def _unencrypted(server: Server) -> Problem:
    return Problem(
        "mail-server-unencrypted",
        where=Where(str(server)),
        found=message("The mail server offers no encryption."),
        expected=message("STARTTLS, or TLS at port 465: links must not be read on their way."),
        mend=message("Ask for the right name and port, or name another mail server."),
    )


def _unreachable(server: Server, error: Exception) -> Problem:
    return Problem(
        "mail-server-refused",
        where=Where(str(server)),
        found=message("The mail server can't be used ({words}).", words=_words(error)),
        expected=message("a server that takes the letters."),
        mend=message("Invite again when it works: whoever is still waiting is invited then."),
    )


def _words(error: Exception | None) -> str:
    """What the server said, or else what went wrong."""
    return str(getattr(error, "message", error)).strip() or type(error).__name__
