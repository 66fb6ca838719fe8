"""Lines: the author's own words on a slide, which stand in the place of the usual ones."""

from __future__ import annotations

from dataclasses import dataclass, field

from rundfrage.report.deck import Claim, Illustration


@dataclass(frozen=True)
class Lines:
    """A title, sentences, the small line above the title, and what the footer says besides.

    An empty title and a kicker of None stand for the usual ones.
    """

    title: Claim = field(default_factory=lambda: Claim(()))
    claims: tuple[Claim, ...] = ()
    kicker: str | None = None
    foot: tuple[Claim, ...] = ()
    bases: tuple[Claim, ...] = ()
    """How many answered what the sentences say of everybody, for slides of no question."""
    counted: bool = False
    """The sentences hold numbers of the survey."""
    group: Claim | None = None
    """The base of the one group that the headline is of."""
    picture: Illustration | None = None

    def titled(self, usual: Claim) -> Claim:
        """The author's title, or the usual one."""
        return self.title if self.title.parts else usual

    def kicked(self, usual: str) -> str:
        """The author's kicker, or the usual one."""
        return usual if self.kicker is None else self.kicker
