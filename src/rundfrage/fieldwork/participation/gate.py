"""The gate: who may take part, and that nobody does so twice, without knowing who did.

A *pass* is what lets a person in: the token in an invitation's link, or a code on a slip. The
database of participation holds three things that nothing relates to one another: the addresses
that were invited, a hash of every valid pass (an *admission*, never changed), and a *nullifier* of
every pass that was used. Nullifiers are made of the pass by a secret key that lies outside the
database, so whoever has the database and all its backups, but no pass, can't tell which admission
was used, and nobody without the key can tell it even of a pass they have read in somebody's mail.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from rundfrage.fieldwork.log_left import LogLeft


class Admission(StrEnum):
    """What the gate says to a pass."""

    ADMITTED = "admitted"
    SPENT = "spent"
    """Valid, but it was used with another credential."""
    UNKNOWN = "unknown"
    MISTYPED = "mistyped"
    """No pass at all: a code of the wrong length or with a wrong check character."""


class InvitationState(StrEnum):
    """How far the invitation of an address is."""

    WAITING = "waiting"
    SENT = "sent"
    """The mail server took it."""
    FAILED = "failed"
    """The mail server refused it for good."""
    ERASED = "erased"
    """The address was erased; that somebody was invited still counts."""


@dataclass(frozen=True)
class Invitation:
    """An address that is invited; it is never told who answered, nor by which pass one could.

    `language` is that of its mail, `reminders` how many were sent to it.
    """

    address: str
    language: str
    state: InvitationState = InvitationState.WAITING
    reminders: int = 0


@dataclass(frozen=True)
class Counts:
    """How many addresses are invited, by state; passes that are valid, and that were used."""

    waiting: int
    sent: int
    failed: int
    passes: int
    admitted: int
    erased: int = 0

    @property
    def invited(self) -> int:
        """All addresses."""
        return self.waiting + self.sent + self.failed + self.erased


class Gate(Protocol):
    """What the public door needs. Whatever is admitted has reached the disk."""

    async def valid(self, presented: str) -> bool:
        """Whether it is a pass of this survey, used or not; nothing is spent, and nothing told.

        Raises a Problem with the code participation-unavailable if it can't be looked up.
        """
        ...

    async def spent_by(self, presented: str, credential: str) -> bool:
        """Whether the holder of the credential was admitted by the pass; nothing is spent."""
        ...

    async def admit(self, presented: str, credential: str) -> Admission:
        """Spend the pass for the holder of the credential, once.

        The same pass with the same credential is admitted again, so a retry locks nobody out. The
        credential must be the secret itself, which only its holder has, and nothing that the
        answers' database knows.

        Raises a Problem with the code participation-unavailable if it can't be stored.
        """
        ...

    async def probe(self) -> None:
        """Raise a Problem unless somebody could be let in now; nothing is left behind."""
        ...

    async def counts(self) -> Counts:
        """The state of the field."""
        ...

    async def shut(self) -> None:
        """Let go of the database."""
        ...


class Roll(Protocol):
    """Who is invited: what is counted, read and erased without the key."""

    async def counts(self) -> Counts:
        """The state of the field."""
        ...

    async def invitations(self) -> Sequence[Invitation]:
        """All invitations, by address."""
        ...

    async def erase(self, addresses: Collection[str]) -> LogLeft:
        """Put a random word in the place of each address, so that it gets no further mail.

        Nothing of the address is left in the database; copies of it made before still hold it, and
        so may the log of a server, as the answer tells.
        """
        ...

    async def shut(self) -> None:
        """Let go of the database."""
        ...


class Register(Gate, Roll, Protocol):
    """What inviting needs beside."""

    async def enter(self, invitations: Sequence[Invitation]) -> int:
        """Enter the addresses that aren't there yet; how many those were."""
        ...

    async def update(self, invitation: Invitation) -> None:
        """Store the state and the number of reminders of an address."""
        ...

    async def allow(self, passes: Collection[str]) -> None:
        """Make the passes valid, all in one transaction and in an order that tells nothing."""
        ...
