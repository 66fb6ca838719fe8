"""The credential: what makes an interview the respondent's own, and is known to nobody else.

It lives in one cookie of the browser. The journal knows the interview by a hash of it, so that who
reads the journal can't take an interview over. Written for people it is the *return code*.
"""

from __future__ import annotations

import re
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from hmac import compare_digest

from rundfrage.fieldwork.secret import name_of, proof_of, token_of

BYTES = 16
"""128 bits: beyond guessing, and short enough to copy by hand."""
STEPS = (0, 5, 10, 20, 40, 60)
"""The durations that are told apart, in minutes."""

# The last letter holds four bits that mean nothing: of its spellings only one is taken.
_COOKIE = re.compile(r"([A-Za-z0-9_-]{21}[AQgw])(?:\.([0-9]{1,11})(?:\.([A-Za-z0-9_-]{1,60}))?)?")
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no letter that is taken for another."""
_CODE_LETTERS = -(-BYTES * 8 // 5)
_GROUP = 5
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})


@dataclass(frozen=True)
class Credential:
    """`secret` in URL-safe base 64; `begun` is when the interview began, in seconds since 1970.

    The time is the browser's alone: it comes with the cookie, is turned into a coarse duration at
    the end and is never stored. Whoever came back by a return code has 0: when it was isn't known.
    None says that no interview began by now. `pass_` is the invitation or code that it began by,
    which nothing but the cookie keeps until the end. `former` says that the interview began with an
    earlier version, which named it otherwise.
    """

    secret: str = field(repr=False)
    begun: int | None = None
    pass_: str = field(default="", repr=False)
    former: bool = False

    @cached_property
    def interview(self) -> str:
        """The name of the interview in the journal."""
        return name_of(self.secret, former=self.former)

    @cached_property
    def proof(self) -> str:
        """What shows the journal that whoever writes has the credential."""
        return proof_of(self.secret, former=self.former)

    @cached_property
    def token(self) -> str:
        """What a form must carry, so that no other site can send it in the respondent's name."""
        return token_of(self.secret)

    def proved_by(self, token: str) -> bool:
        """Whether a form that carries this token was made for the holder of the credential."""
        return compare_digest(self.token.encode(), token.encode())

    def key(self, purpose: str) -> str:
        """The key of an entry of which an interview has no more than one."""
        return sha256(f"{purpose}:{self.secret}".encode()).hexdigest()[:32]

    @property
    def cookie(self) -> str:
        """The value of the cookie."""
        if self.begun is None:
            return self.secret
        return f"{self.secret}.{self.begun}" + (f".{self.pass_}" if self.pass_ else "")

    @property
    def code(self) -> str:
        """The return code, in groups of letters."""
        number = int.from_bytes(urlsafe_b64decode(self.secret + "=="))
        letters = "".join(
            _LETTERS[number >> 5 * place & 31] for place in reversed(range(_CODE_LETTERS))
        )
        return "-".join(
            letters[start : start + _GROUP] for start in range(0, _CODE_LETTERS, _GROUP)
        )

    def minutes(self, now: float) -> int:
        """How long the interview took by now, in coarse steps; -1 if that isn't known."""
        if self.begun is None or not 0 <= now - self.begun < 365 * 86_400:
            return -1
        return max(step for step in STEPS if step * 60 <= now - self.begun)


def new_credential() -> Credential:
    """A credential that nobody had before."""
    return _of(secrets.token_bytes(BYTES))


def credential_in(cookie: str) -> Credential | None:
    """The credential in the value of a cookie; None if it is no value of ours."""
    found = _COOKIE.fullmatch(cookie)
    if found is None:
        return None
    secret, begun, pass_ = found.groups()
    return Credential(secret, None if begun is None else int(begun), pass_ or "")


def renewed(token: str, key: str) -> Credential:
    """The credential of the interview that a form with this token and key begins.

    Not the one that the form was made for: somebody else may have left that in the browser, and
    would know it. The key, which is drawn for each page, is known to whoever sees the page alone;
    and the same form sent twice begins one interview.
    """
    return _of(sha256(f"begin:{token}:{key}".encode()).digest()[:BYTES])


def credential_of(code: str) -> Credential | None:
    """The credential of a return code as somebody types it; None if it can't be one."""
    letters = "".join(code.upper().split()).replace("-", "").translate(_MISREAD)
    if len(letters) != _CODE_LETTERS or not set(letters) <= set(_LETTERS):
        return None
    number = 0
    for letter in letters:
        number = number << 5 | _LETTERS.index(letter)
    if number >= 1 << BYTES * 8:
        return None
    return _of(number.to_bytes(BYTES))


def _of(secret: bytes) -> Credential:
    return Credential(urlsafe_b64encode(secret).decode().rstrip("="))
