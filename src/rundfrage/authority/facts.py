"""The facts of a survey: what can be said of it without asking its organisation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rundfrage.locales import message
from rundfrage.questionnaire.model import Participation


@dataclass(frozen=True)
class Facts:
    """What the questionnaire and the settings say; empty words and None are not known.

    `identifying` are the wordings of the questions that are marked so, `open_texts` counts those
    answered in words of one's own. `server` says that a PostgreSQL server keeps the answers. The
    days under `addresses`, `key`, `answers`, `exports` are those from which on they are deleted.
    Where the key was split, `shares` says how many are needed, and how many there are.
    """

    title: str
    organisation: str
    level: Participation
    questions: int
    open_texts: int
    identifying: tuple[str, ...]
    languages: tuple[str, ...]
    field: tuple[date, date] | None
    server: bool
    origin: str
    respondents: int
    controller: str
    officer: str
    purpose: str
    legal_basis: str
    hosting: str
    supervision: str
    addresses: date | None
    key: date | None
    answers: date | None
    exports: date | None
    shares: tuple[int, int] | None = None
    once: bool = False
    """Whether a browser keeps that answers were sent from it, at the level open."""
    pauses: bool = True
    """Whether it keeps for a while that an invitation was exchanged in it, at the level blind."""

    @property
    def invites(self) -> bool:
        """Whether people are invited by their addresses."""
        return self.level in (Participation.EXCHANGE, Participation.BLIND)

    @property
    def who_is_responsible(self) -> str:
        """The controller."""
        if self.controller:
            return self.controller
        blank = message("‹address and contact of the controller›")
        return (
            message("{name}, {blank}", name=self.organisation, blank=blank)
            if (self.organisation)
            else message("‹name, address and contact of the controller›")
        )

    @property
    def who_advises(self) -> str:
        """The data-protection officer."""
        return self.officer or message("‹name and contact of the data-protection officer›")

    @property
    def what_for(self) -> str:
        """The purpose."""
        return self.purpose or message("‹what is to be found out, and what for›")

    @property
    def basis(self) -> str:
        """The legal basis."""
        return self.legal_basis or message(
            "Article 6(1) ‹(a) consent / (e) public task with the law that says so / (f) "
            "legitimate "
            "interest, which one› GDPR"
        )

    @property
    def who_hosts(self) -> str:
        """The processors."""
        return self.hosting or message("‹hosting and mail company, or: nobody else›")

    @property
    def who_supervises(self) -> str:
        """The supervisory authority."""
        return self.supervision or message("‹supervisory authority›")


def until(day: date | None) -> str:
    """From which day on something is deleted."""
    if day is None:
        return message("‹day of deletion›")
    return message("from {day} on", day=day.isoformat())
