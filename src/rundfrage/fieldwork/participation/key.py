"""The participation key: makes of a pass what the database may hold.

It lies in a file of its own that only its owner may read, and belongs in no backup that also holds
a database: database, key and somebody's mail together tell that this person took part; copies of
every hour tell when, and maybe which answers (docs/explanation/anonymity.md).
Without the key no pass is valid any more.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from rundfrage.errors import Problem, Where
from rundfrage.locales import Message, message

SECRET_BYTES = 32


@dataclass(frozen=True)
class Key:
    """32 secret bytes. Each method takes a pass in its one spelling and gives 32 bytes."""

    secret: bytes = field(repr=False)

    def admission(self, pass_: str) -> bytes:
        """By which a valid pass is known."""
        return self._made("admission", pass_)

    def nullifier(self, pass_: str) -> bytes:
        """By which a used pass is known."""
        return self._made("nullifier", pass_)

    def holder(self, pass_: str, credential: str) -> bytes:
        """By which whoever used the pass is known again.

        It takes the credential itself, of which the answers' database has a hash alone: not even
        key, pass and both databases together lead from here to the answers.
        """
        return self._made("holder", pass_, credential)

    def mark(self) -> str:
        """By which the key is known again; nothing of it follows from there."""
        return self._made("mark").hex()

    def _made(self, purpose: str, *parts: str) -> bytes:
        message = "\0".join((purpose, *parts)).encode()
        return hmac.digest(self.secret, message, "sha256")


def make_key(file: Path) -> Key:
    """The key in the file; a new one is drawn and written if there is no file."""
    if not file.exists():
        secret = secrets.token_bytes(SECRET_BYTES)
        write_secret(file, encoded(Key(secret)))
    return read_key(file)


def encoded(key: Key) -> bytes:
    """The key as its file holds it."""
    return base64.urlsafe_b64encode(key.secret) + b"\n"


def read_key(file: Path) -> Key:
    """The key in the file; raises a Problem if there is none, or none that can be read."""
    try:
        secret = base64.urlsafe_b64decode(file.read_bytes().strip())
    except FileNotFoundError as error:
        raise Problem(
            "no-participation-key",
            where=Where(str(file)),
            found=message("There is no participation key."),
            expected=message("the key that the invitations or codes were made with."),
            mend=message("Invite people first, or put the key of this survey back."),
        ) from error
    except (OSError, binascii.Error) as error:
        raise _unreadable(file, message("The key can't be read ({error}).", error=error)) from error
    if len(secret) != SECRET_BYTES:
        raise _unreadable(file, message("The key has {count} bytes.", count=len(secret)))
    return Key(secret)


def write_secret(file: Path, content: bytes) -> None:
    """Write a new file that only its owner may read; a file that is there is left alone.

    Raises a Problem if it can't be written.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        # Whole or not at all, and never readable by others, not even for a moment.
        draft = file.with_name(f".{file.name}-{secrets.token_hex(8)}")
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            os.link(draft, file)
        finally:
            draft.unlink(missing_ok=True)
    except FileExistsError:
        return
    except OSError as error:
        raise _unreadable(
            file, message("The key can't be written ({reason}).", reason=error.strerror)
        ) from error


def _unreadable(file: Path, found: Message) -> Problem:
    return Problem(
        "participation-key-unreadable",
        where=Where(str(file)),
        found=found,
        expected=message(
            "a file of 32 bytes in base64, readable by whoever runs the survey alone."
        ),
        mend=message(
            "Put the key of this survey back. Without it no invitation and no code is valid."
        ),
    )
