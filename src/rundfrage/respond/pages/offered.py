"""What a request puts on the pages around the screens: the welcome, the wait, the review."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Opening:
    """What the welcome page offers.

    `invitation` is the token of the link that was followed; `resume` the path at which an
    interview of this browser goes on; `fields` and `mistakes` what was typed as code or return
    code, and what is wrong with it; `token` and `key` the form's; `keep` whether the browser is to
    keep the place; `until` says how long people can take part; `modulus` that of the key that signs
    blindly, in URL-safe base64, at the level that does so, and `pause` the hours that lie between
    exchanging an invitation there and beginning; `bits` that of the proof of work, 0 for none.
    """

    invitation: str = ""
    resume: str = ""
    fields: Mapping[str, Sequence[str]] = field(default_factory=dict)
    mistakes: Mapping[str, str] = field(default_factory=dict)
    token: str = ""
    key: str = ""
    keep: bool = False
    until: str = ""
    modulus: str = ""
    pause: int = 0
    bits: int = 0


@dataclass(frozen=True)
class Preparation:
    """What the page holds that comes before an interview while its proof is lacking.

    `token` and `key` are the form's, `bits` those of the proof; `ticket` lets in later without one;
    `keep` is what was wished of the place; `notice` says why it isn't that far; where scripts run,
    the page goes on `by_itself`.
    """

    token: str
    key: str
    bits: int
    ticket: str
    keep: str = ""
    notice: str = ""
    by_itself: bool = True


@dataclass(frozen=True)
class Submission:
    """What the review page asks for and says.

    `token` and `key` are the form's, `notice` says why it wasn't sent, `until` how long it can be.
    A `code` is asked for unless it is None, and shown as it was typed, with the `mistake` in it.
    """

    token: str
    key: str
    notice: str = ""
    until: str = ""
    code: str | None = None
    mistake: str = ""
