"""What the libraries of the command line say of options and arguments, in the user's language.

Typer takes its own words from gettext, which reads compiled files. So the translations of those
words are written into one, once for each state of the catalogue, where Python keeps what it
compiled; where that can't be written, Typer speaks English.
"""

from __future__ import annotations

import gettext
import os
import struct
from collections.abc import Mapping
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from rundfrage.cli.language import user_language
from rundfrage.locales import template, translation

_DOMAIN = "messages"
"""The domain that gettext takes where a library names none."""

WORDS = (
    template("required"),
    template("Arguments"),
    template("Options"),
    template("Missing command."),
    template("Aborted!"),
    template("Commands"),
    template("No such command {name!r}."),
    template("default: {default}"),
    template("[default: {}]"),
    template("[required]"),
    template("Error"),
    template("Aborted."),
    template("Try [blue]'{command_path} {help_option}'[/] for help."),
)
"""The words of Typer that can be translated; what it says beside them stays English."""


def bind_library_words(environment: Mapping[str, str] = os.environ) -> None:
    """Let gettext find the words of the libraries; before they are imported."""
    language = user_language(environment)
    words = {one: translation(one, language) for one in WORDS}
    if all(one == translated for one, translated in words.items()):
        return
    content = compiled(words)
    name = f"words-{sha256(content).hexdigest()[:16]}"
    root = Path(str(files("rundfrage.cli"))) / "__pycache__" / name
    file = root / language.split("-", maxsplit=1)[0] / "LC_MESSAGES" / f"{_DOMAIN}.mo"
    try:
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            part = file.with_suffix(f".{os.getpid()}")
            part.write_bytes(content)
            part.replace(file)
    except OSError:
        return
    gettext.bindtextdomain(_DOMAIN, str(root))


def compiled(words: Mapping[str, str]) -> bytes:
    """The words as gettext's compiled file (MO) has them: two tables of places, then the texts."""
    pairs = {"": "Content-Type: text/plain; charset=utf-8\n", **words}
    keys = sorted(pairs)
    texts = [one.encode() for one in keys] + [pairs[one].encode() for one in keys]
    head = struct.calcsize("<7I")
    place = head + 8 * len(texts)
    table = b""
    for text in texts:
        table += struct.pack("<2I", len(text), place)
        place += len(text) + 1
    magic = 0x950412DE
    start = struct.pack("<7I", magic, 0, len(keys), head, head + 8 * len(keys), 0, 0)
    return start + table + b"".join(text + b"\0" for text in texts)
