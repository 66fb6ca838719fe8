"""What the public door is told when it opens."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from rundfrage.errors import Problem
from rundfrage.fieldwork.participation.key import Key
from rundfrage.fieldwork.period import GRACE_MINUTES
from rundfrage.locales import message
from rundfrage.respond.allowance import USUAL_RATES, Rates
from rundfrage.respond.lines import MOST_LINES
from rundfrage.respond.pages.style import DEFAULT_ACCENT
from rundfrage.respond.proof import USUAL_BITS

PAUSE_HOURS = 12
"""So long the browser that exchanged an invitation doesn't begin, unless the survey says else."""
LOOPBACK = ("localhost", "127.0.0.1", "::1")
"""The names of this machine itself."""
_PORTS = {"http": 80, "https": 443}
_NAME = re.compile(r"[a-z0-9._-]+|[0-9a-f:.]+")
"""A host's name, or an address by version 6; an asterisk would stand for others' as well."""


@dataclass(frozen=True)
class Settings:
    """Where everything is, for all processes alike.

    `journal` is the address of the journal, empty in a preview; `origin` where respondents find the
    survey ("https://survey.example.org"), empty on this machine alone; `participation` the address
    of its database, and its key or the file of that, where the level needs them. `preview` is the
    content of a version that is shown without being published. A request's body that takes longer
    than `patience` seconds is given up. `accent` is the colour of buttons and links. `embedders`
    are the origins whose pages may show the survey in a frame. Whoever has begun may finish within
    `grace` minutes after the last day of the field. At the level blind so many hours of `pause` lie
    between exchanging an invitation and beginning, in one browser. At the level open a browser
    that sent answers begins no more if `once` is wished, and a `proof_of_work` of so many bits is
    asked for before beginning, or else some waiting, whose tickets bear the `seal` of all processes
    of one start. A process holds so many `lines` at once, and stores no more than `rates` allow.
    """

    journal: str
    port: int = 8000
    origin: str = ""
    participation: str = ""
    participation_key: str | Key = ""
    signing_key: str = ""
    preview: str = ""
    patience: float = 20
    accent: str = DEFAULT_ACCENT
    embedders: tuple[str, ...] = ()
    grace: int = GRACE_MINUTES
    pause: int = PAUSE_HOURS
    once: bool = False
    proof_of_work: int = USUAL_BITS
    lines: int = MOST_LINES
    rates: Rates = USUAL_RATES
    seal: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False, compare=False)

    @property
    def secure(self) -> bool:
        """Whether browsers keep the cookie to encrypted connections (or this machine)."""
        return not self.origin or self.origin.startswith("https://")

    @property
    def cookie_rules(self) -> str:
        """The attributes of the cookie.

        In a frame of another site browsers send a cookie only if it says so (`SameSite=None`), and
        ever fewer do unless it is kept apart for each site that frames (`Partitioned`).
        """
        if self.embedders:
            return "Path=/; HttpOnly; SameSite=None; Secure; Partitioned"
        return "Path=/; HttpOnly; SameSite=Lax" + ("; Secure" if self.secure else "")

    @property
    def scripts(self) -> bool:
        """Whether all pages may run scripts that ask the server, as at the level blind."""
        return bool(self.signing_key)

    @property
    def origins(self) -> frozenset[str]:
        """The origins that forms may come from."""
        if self.origin:
            return frozenset({self.origin})
        return frozenset(f"http://{_host(name)}:{self.port}" for name in LOOPBACK)

    @property
    def hosts(self) -> frozenset[str]:
        """The values of the header Host that are served."""
        names = set()
        for origin in self.origins:
            parts = urlsplit(origin)
            name = parts.netloc.lower()
            names.add(name)
            if parts.port is None:
                names.add(f"{name}:{_PORTS[parts.scheme]}")
        return frozenset(names)


def origin_of(address: str) -> str:
    """The origin as browsers write it; raises a Problem if the address is no origin."""
    try:
        parts = urlsplit(address.strip())
        port = parts.port
    except ValueError:
        raise _no_origin(address) from None
    name = parts.hostname or ""
    plain = parts.path in ("", "/") and not parts.query and not parts.fragment
    if parts.scheme not in _PORTS or not name or parts.username is not None or not plain:
        raise _no_origin(address)
    try:
        name = name if ":" in name else name.encode("idna").decode()
    except UnicodeError:
        raise _no_origin(address) from None
    if not _NAME.fullmatch(name):
        raise _no_origin(address)
    ending = "" if port in (None, _PORTS[parts.scheme]) else f":{port}"
    return f"{parts.scheme}://{_host(name)}{ending}"


def _host(name: str) -> str:
    return f"[{name}]" if ":" in name else name


def _no_origin(address: str) -> Problem:
    return Problem(
        "bad-origin",
        found=message("The address {address} can't be that of a survey.", address=address[:100]),
        expected=message("a scheme and a name, as https://survey.example.org."),
        mend=message("Put https:// before the name, and leave out what stands behind it."),
    )
