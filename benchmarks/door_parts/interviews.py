"""Interviews of benchmarks/door.py: a page with 60 radio buttons, and who began to answer it."""

from __future__ import annotations

import asyncio
import os
import random
import time
from base64 import urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from rundfrage.fieldwork.journal import Entry, Event, Version
from rundfrage.fieldwork.journals import open_journal
from rundfrage.kinds import KINDS
from rundfrage.questionnaire.markdown.read import read
from rundfrage.questionnaire.versions.canonical import canonical, version_name
from rundfrage.respond.credential import Credential

WEEK = "2026-W01"
SINGLES = 6
OPTIONS = tuple("abcde")
SURVEY = "\n".join(
    [
        "---\nsurvey: sixty\ntitle: Sixty radio buttons\nlanguage: en\nrequired: all",
        "scales:\n  how: [good, fine, fair, poor, bad]\n---\n# Page\n",
        *(
            f"## q{number}: Question number {number}, with a few words to read?\n\n"
            + "".join(f"- ( ) {name}: The option called {name}\n" for name in OPTIONS)
            for number in range(SINGLES)
        ),
        "## g: And how do you find these?\n\n(how)\n"
        + "".join(f"- {name}: The item called {name}\n" for name in "abcdef"),
        "\n# Another\n\n## t: Anything else? {optional}\n\n____\n",
    ]
)

PAGES = """
local rows, at = {}, 0
for line in io.lines("FILE") do rows[#rows + 1] = line end
request = function()
  at = at % #rows + 1
  local cookie, token, key = rows[at]:match("(%S+) (%S+) (%S+)")
  local headers = {["Cookie"] = "__Host-interview=" .. cookie,
                   ["Content-Type"] = "application/x-www-form-urlencoded"}
  METHOD
end
"""
POSTING = (
    'return wrk.format("POST", "PATH", headers, "token=" .. token .. "&key=" .. key .. "BODY")'
)
VIEWING = 'return wrk.format("GET", "PATH", headers)'


def answers() -> dict[str, str]:
    """A form with all answers."""
    return {
        **{f"q{number}": random.choice(OPTIONS) for number in range(SINGLES)},
        **{f"g.{name}": random.choice("12345") for name in "abcdef"},
    }


def form(who: Credential) -> str:
    """What the page sends."""
    return urlencode({"token": who.token, "key": os.urandom(16).hex(), "go": "next", **answers()})


@dataclass(frozen=True)
class Interviews:
    """Interviews that have begun, and the folder with their journal."""

    folder: Path
    credentials: Sequence[Credential]

    @property
    def journal(self) -> Path:
        """The journal."""
        return self.folder / "door.db"

    def script(self, method: str, path: str, first: int, behind: int) -> Path:
        """A script by which wrk asks for these interviews, one after the other."""
        rows = self.folder / "interviews.txt"
        rows.write_text(
            "\n".join(
                f"{one.cookie} {one.token} {os.urandom(16).hex()}"
                for one in self.credentials[first:behind]
            )
        )
        file = self.folder / "ask.lua"
        body = "&" + urlencode({"go": "next", **answers()})
        file.write_text(
            PAGES.replace("METHOD", method)
            .replace("FILE", str(rows))
            .replace("PATH", path)
            .replace("BODY", body)
        )
        return file


async def begin(folder: Path, count: int) -> Interviews:
    """Publish the survey and begin all interviews."""
    content = canonical(read(SURVEY, KINDS))
    version = Version(version_name(content), 1, content, WEEK)
    credentials = [
        Credential(urlsafe_b64encode(os.urandom(16)).decode().rstrip("="), int(time.time()))
        for _ in range(count)
    ]
    journal = await open_journal(str(folder / "door.db"))
    await journal.publish(version)
    for start in range(0, count, 1000):
        await asyncio.gather(
            *(
                journal.append(
                    Entry(one.interview, one.key("begun"), Event.BEGUN, version.name, "en", WEEK)
                )
                for one in credentials[start : start + 1000]
            )
        )
    await journal.shut()
    return Interviews(folder, credentials)
