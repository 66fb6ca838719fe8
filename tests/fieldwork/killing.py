"""Kills processes while they store, and looks what is left of what they acknowledged."""

import asyncio
import random
from collections import Counter
from dataclasses import dataclass

from storing_process import CLIENTS, ENTRIES_OF_AN_INTERVIEW, entry_of, run_for_ever

from killed import working
from rundfrage.fieldwork.journal import Event
from rundfrage.fieldwork.journals import open_journal

MOST_BEFORE_THE_KILL = 40 * CLIENTS


@dataclass(frozen=True)
class Toll:
    """What the kills cost: entries acknowledged, and of them lost; entries stored twice."""

    kills: int
    acknowledged: int
    lost: int
    twice: int
    quotas_agree: bool


def kill_at_random(address: str, kills: int, seed: int) -> Toll:
    """Start a process that stores under load, kill it, look; so many times, on one journal."""
    chance = random.Random(seed)
    acknowledged = lost = twice = 0
    for life in range(kills):
        last = _one_life(address, life, chance.randrange(1, MOST_BEFORE_THE_KILL))
        lives = asyncio.run(_after(address, life, last))
        acknowledged += sum(number + 1 for number in last.values())
        lost += lives[0]
        twice += lives[1]
    return Toll(kills, acknowledged, lost, twice, asyncio.run(_quotas_agree(address)))


def _one_life(address: str, life: int, acknowledgements: int) -> dict[int, int]:
    """The last number that each client got acknowledged before the kill.

    The kill comes after so many acknowledgements, not after a time, in which a slow machine may
    store nothing; where in the storing of others it hits is up to chance.
    """
    with working(lambda pipe: run_for_ever(address, life, pipe)) as storing:
        said = b"".join(storing.lines.readline() for _ in range(acknowledgements))
        said += storing.kill()
    last: dict[int, int] = {}
    for line in said.decode().splitlines():
        client, number = map(int, line.split())
        assert number == last.get(client, -1) + 1
        last[client] = number
    return last


async def _after(address: str, life: int, last: dict[int, int]) -> tuple[int, int]:
    """Lost and doubled entries, after each client has sent again what it got no answer to."""
    journal = await open_journal(address)
    lost = twice = 0
    for client in range(CLIENTS):
        unanswered = last.get(client, -1) + 1
        await journal.append(entry_of(life, client, unanswered))
        sent = [entry_of(life, client, number) for number in range(unanswered + 1)]
        for start in range(0, len(sent), ENTRIES_OF_AN_INTERVIEW):
            wanted = Counter(sent[start : start + ENTRIES_OF_AN_INTERVIEW])
            stored = Counter(await journal.entries(sent[start].interview))
            lost += (wanted - stored).total()
            twice += (stored - wanted).total()
    await journal.shut()
    return lost, twice


async def _quotas_agree(address: str) -> bool:
    journal = await open_journal(address)
    counted: Counter[str] = Counter()
    async for entries in journal.interviews():
        counted.update(
            name for entry in entries if entry.event is Event.COMPLETED for name in entry.quotas
        )
    agree = counted == Counter(await journal.quota_counts())
    await journal.shut()
    return agree
