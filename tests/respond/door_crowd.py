"""A crowd answers at a server of two processes, while its answers are exported, saved and changed.

Each person types a text of their own on every page, and sees all of them on the last. In between
the answers are exported, a backup is made, and a new version is published.
"""

from __future__ import annotations

import asyncio
import json
import random
import re
import subprocess
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from threading import Thread

from door_server import Server

from commands import run
from rundfrage.fieldwork.journal import Entry, Event
from rundfrage.fieldwork.journals import open_journal

QUESTIONNAIRE = """\
---
survey: crowd
title: A crowd
language: en
quotas:
  lefts: {lefts} if q0 == "left"
  rights: {rights} if q0 == "right"
---
# One

## q0: {first}

- ( ) left: Left
- ( ) right: Right
- ( ) middle: Middle

## q1: Who are you? {{required}}

____

# Two

## q2: And then? {{required}}

____
____
"""
AT_ONCE = 24


@dataclass(frozen=True)
class Outcome:
    """What became of the crowd.

    `mixed` counts interviews in which texts of two people stand, and pages that showed another's;
    `over` completed interviews beyond a quota; `acts` what was done in between, and whether it went
    well.
    """

    completed: int
    full: int
    lost: int
    twice: int
    mixed: int
    over: int
    acts: dict[str, bool]


def crowd(folder: Path, address: str, people: int) -> Outcome:
    """Let so many people answer; each quota takes a fifth, and a third of them want into it."""
    quotas = {"lefts": people // 5, "rights": people // 5}
    file = folder / "questionnaire.md"
    file.write_text(QUESTIONNAIRE.format(first="Which?", **quotas), encoding="utf-8")
    (folder / "settings.toml").write_text(f'[answers]\ndatabase = "{address}"\n', encoding="utf-8")
    acts: dict[str, bool] = {}
    arrived = count(1)
    chance = random.Random(1)
    sides = {n: chance.choice(["left", "right", "middle"]) for n in range(people)}

    def saved() -> bool:
        backup = folder / "backup.dump"
        made = subprocess.run(
            ["pg_dump", "--format=custom", f"--file={backup}", address], check=False
        )
        return made.returncode == 0 and backup.stat().st_size > 0

    def changed() -> bool:
        file.write_text(QUESTIONNAIRE.format(first="Which side?", **quotas), encoding="utf-8")
        return run("publish", folder).returncode == 0

    def exported() -> bool:
        return run("export", folder, "--output", folder / "during.csv").returncode == 0

    def act() -> None:
        for name, work in (("export", exported), ("backup", saved), ("publish", changed)):
            acts[name] = work()

    meanwhile = Thread(target=act)

    def answer(person: int) -> tuple[str, bool]:
        if next(arrived) == people // 3:
            meanwhile.start()
        return _answered(server, person, sides[person])

    with Server(folder, "--workers", "2") as server:
        with ThreadPoolExecutor(AT_ONCE) as pool:
            ends = list(pool.map(answer, range(people)))
        meanwhile.join()
    assert server.status == 0
    return _counted(asyncio.run(_interviews(address)), ends, quotas, acts)


def _answered(server: Server, person: int, side: str) -> tuple[str, bool]:
    """Where the person ended, and whether a page showed somebody else's words."""
    browser = server.browser()
    own = f"person {person}"
    page = browser.begin()
    answers = ({"q0": side, "q1": f"{own}."}, {"q2": f"{own}.\nmore"})
    seen = []
    for screen, given in enumerate(answers):
        sent = browser.send(f"/en/screen/{screen}", page, **given)
        page = browser.follow(sent)
        seen.append(page.text)
        if sent.location.endswith("/end"):
            break
    else:
        sent = browser.send("/en/submit", page)
        seen.append(browser.follow(sent).text)
    others = set(re.findall(r"person \d+", " ".join(seen))) - {own}
    return sent.location.rpartition("/")[2], bool(others)


async def _interviews(address: str) -> list[Sequence[Entry]]:
    journal = await open_journal(address)
    try:
        return [entries async for entries in journal.interviews()]
    finally:
        await journal.shut()


def _counted(
    interviews: Sequence[Sequence[Entry]],
    ends: Sequence[tuple[str, bool]],
    quotas: dict[str, int],
    acts: dict[str, bool],
) -> Outcome:
    found: Counter[str] = Counter()
    counted: Counter[str] = Counter()
    mixed = sum(stranger for _, stranger in ends)
    for entries in interviews:
        texts = [json.loads(one.answers) for one in entries if one.event is Event.SENT]
        names = {text.split(".")[0] for one in texts for at, text in one.items() if at != "q0"}
        mixed += len(names) > 1
        if any(one.event is Event.COMPLETED for one in entries):
            found.update(names)
            counted.update(name for one in entries for name in one.quotas)
    thanked = {f"person {at}" for at, (end, _) in enumerate(ends) if end == "thanks"}
    return Outcome(
        completed=len(thanked),
        full=sum(end == "end" for end, _ in ends),
        lost=len(thanked - set(found)),
        twice=sum(number - 1 for number in found.values()),
        mixed=mixed,
        over=sum(max(0, counted[name] - most) for name, most in quotas.items()),
        acts=acts,
    )
