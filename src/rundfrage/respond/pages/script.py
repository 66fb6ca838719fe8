"""The one script of the public door, which swaps invitations at the level "blind"."""

from __future__ import annotations

from hashlib import sha256
from importlib.resources import files

SCRIPT = (files("rundfrage.respond") / "static" / "blind.js").read_bytes()
"""The script; no page but the welcome page of that level asks for it."""
SCRIPT_NAME = sha256(SCRIPT).hexdigest()[:16]
"""The name under which it never changes."""
