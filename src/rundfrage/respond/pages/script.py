"""The scripts of the public door: how invitations come in, and what kinds bring along.

Everything can be answered without any script. The welcome page of the level "blind" asks for the
one that swaps invitations, those of "codes" and "exchange" for the one that takes a code out of
the link, that of "open" for the one that proves its work; screens ask for the one that keeps what
was typed, and for those of their questions' kinds.
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
CODE = (files("rundfrage.respond") / "static" / "code.js").read_bytes()
"""The script that puts the code of a link into its field."""
CODE_NAME = sha256(CODE).hexdigest()[:16]
"""The name under which it never changes."""
KEEP = (files("rundfrage.respond") / "static" / "keep.js").read_bytes()
"""The script that keeps what was typed and not yet sent, for this tab."""
KEEP_NAME = sha256(KEEP).hexdigest()[:16]
"""The name under which it never changes."""
PROOF = (files("rundfrage.respond") / "static" / "proof.js").read_bytes()
"""The script that proves its work before an interview begins."""
PROOF_NAME = sha256(PROOF).hexdigest()[:16]
"""The name under which it never changes."""
QUESTIONS = b"\n".join(
    b"{\n%b}" % (_KINDS / kind.name / "script.js").read_bytes() for kind in KINDS if scripted(kind)
)
"""The scripts of all kinds, each in a block of its own."""
QUESTIONS_NAME = sha256(QUESTIONS).hexdigest()[:16]
