"""The scripts of the public door: one that swaps invitations, and those that kinds bring along.

Everything can be answered without any script. The first is asked for by the welcome page of the
level "blind" alone, the others by screens with a question of a kind that has one.
"""

from __future__ import annotations

from hashlib import sha256
from importlib.resources import files

from rundfrage.kinds import KINDS
from rundfrage.questionnaire.model import Kind

_KINDS = files("rundfrage.kinds")


def scripted(kind: Kind) -> bool:
    """Whether the kind's form does more where scripts run."""
    return (_KINDS / kind.name / "script.js").is_file()


SCRIPT = (files("rundfrage.respond") / "static" / "blind.js").read_bytes()
"""The script that swaps invitations."""
SCRIPT_NAME = sha256(SCRIPT).hexdigest()[:16]
"""The name under which it never changes."""
QUESTIONS = b"\n".join(
    b"{\n%b}" % (_KINDS / kind.name / "script.js").read_bytes() for kind in KINDS if scripted(kind)
)
"""The scripts of all kinds, each in a block of its own."""
QUESTIONS_NAME = sha256(QUESTIONS).hexdigest()[:16]
