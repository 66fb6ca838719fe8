"""Who gives a command: the account it runs as, and who logged in, where the system knows both.

A survey's account is often one that several people become, by sudo. Linux notes at the log-in who
came, and keeps that through sudo, whatever the environment says.
"""

from __future__ import annotations

import getpass
import os
from contextlib import suppress
from pathlib import Path

_LOGIN = Path("/proc/self/loginuid")
_NOBODY_LOGGED_IN = 0xFFFFFFFF


def who_is_at_work() -> str:
    """As "survey", or "survey (anna)" if anna logged in and became survey."""
    if not hasattr(os, "geteuid"):
        return getpass.getuser()
    account = os.geteuid()
    came = _logged_in()
    if came is None or came == account:
        return _name_of(account)
    return f"{_name_of(account)} ({_name_of(came)})"


def _logged_in() -> int | None:
    with suppress(OSError, ValueError):
        number = int(_LOGIN.read_text("ascii"))
        return None if number == _NOBODY_LOGGED_IN else number
    return None


def _name_of(account: int) -> str:
    """The account's name; its number if it has none, as in a container."""
    import pwd  # noqa: PLC0415 - Windows has none

    try:
        return pwd.getpwuid(account).pw_name
    except KeyError:
        return str(account)
