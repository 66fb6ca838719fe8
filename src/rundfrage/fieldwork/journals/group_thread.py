"""The group thread: a database's own thread, which does what has queued up as one group.

Reaching the disk, or a server, costs about the same for one entry as for a hundred, so whatever
arrives while one group is being stored or read makes up the next. Each caller is answered after
that; whoever stores, when the group is on the disk.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, Generic, TypeVar

from rundfrage.errors import Problem
from rundfrage.fieldwork.journals.problems import busy, shut

MOST_IN_A_GROUP = 512
MOST_WAITING = 8_000_000
"""How many characters may wait; more are refused, so that memory stays bounded."""
BESIDE_TEXT = 500
"""What waits with a text, counted in characters."""

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")
Result = TypeVar("Result")


@dataclass(frozen=True)
class _Asked(Generic[Item]):
    """An item to be done in a group, or an act of another sort; `future` waits for the outcome."""

    future: asyncio.Future[Any]
    weight: int
    items: tuple[Item, ...] = ()
    act: Callable[[], Any] | None = None


class GroupThread(Generic[Item, Outcome]):
    """Belongs to the event loop that makes it.

    `together` does a group of items and gives the outcome of each, in their order; it raises if any
    may not be done. Whoever waits may give up (a respondent's connection breaks): the item is done
    all the same.
    """

    def __init__(self, together: Callable[[Sequence[Item]], Sequence[Outcome]]) -> None:
        self._together = together
        self._loop = asyncio.get_running_loop()
        self._queue: SimpleQueue[_Asked[Item] | None] = SimpleQueue()
        self._waiting = 0
        self._shut = False
        # As a daemon it doesn't keep a process alive that ends without shutting: whatever was
        # acknowledged is stored, and the rest was promised to nobody.
        self._thread = Thread(target=self._run, name="journal", daemon=True)
        self._thread.start()

    async def do(self, item: Item, text: str = "") -> Outcome:
        """Do the item with the next group; `text` is the part of it that may be long.

        Raises a Problem with the code journal-busy if too much is waiting already, and whatever
        doing the group raises.
        """
        weight = len(text) + BESIDE_TEXT
        if self._waiting + weight > MOST_WAITING:
            raise busy()
        outcome: Outcome = await self._answer(_Asked(self._loop.create_future(), weight, (item,)))
        return outcome

    async def perform(self, act: Callable[[], Result]) -> Result:
        """Do something else in the thread, after all that was handed over before."""
        result: Result = await self._answer(_Asked(self._loop.create_future(), 0, act=act))
        return result

    async def shut(self) -> None:
        """End the thread after all that was handed over is done."""
        if not self._shut:
            self._shut = True
            self._queue.put(None)
        await asyncio.to_thread(self._thread.join)

    async def _answer(self, work: _Asked[Item]) -> Any:  # noqa: ANN401 - typed where it is asked for
        if self._shut:
            raise shut()
        self._waiting += work.weight
        self._queue.put(work)
        return await work.future

    def _run(self) -> None:
        while (work := self._queue.get()) is not None:
            group, following = self._group(work)
            done = self._done(group)
            if following is not None and following.act is not None:
                done.append((following, _outcome(following.act)))
            try:
                self._loop.call_soon_threadsafe(self._deliver, done)
            except RuntimeError:
                # The event loop is closed: nobody waits any more.
                return

    def _group(self, work: _Asked[Item]) -> tuple[list[_Asked[Item]], _Asked[Item] | None]:
        """The items that have queued up, and the act behind them if one is."""
        group: list[_Asked[Item]] = []
        while work.items:
            group.append(work)
            if len(group) == MOST_IN_A_GROUP:
                break
            try:
                behind = self._queue.get_nowait()
            except Empty:
                break
            if behind is None:
                self._queue.put(None)
                break
            work = behind
        return group, work if work.act is not None else None

    def _done(self, group: list[_Asked[Item]]) -> list[tuple[_Asked[Item], Any]]:
        if not group:
            return []
        outcome = _outcome(lambda: self._together([item for work in group for item in work.items]))
        if not isinstance(outcome, Exception):
            return list(zip(group, outcome, strict=True))
        if len(group) > 1 and not isinstance(outcome, Problem):
            # One of them can't be done by any means; the others shall not suffer from it.
            return [done for work in group for done in self._done([work])]
        return [(work, outcome) for work in group]

    def _deliver(self, done: list[tuple[_Asked[Item], Any]]) -> None:
        for work, outcome in done:
            self._waiting -= work.weight
            if work.future.done():
                continue
            if isinstance(outcome, Exception):
                work.future.set_exception(outcome)
            else:
                work.future.set_result(outcome)


def _outcome(act: Callable[[], Any]) -> Any:  # noqa: ANN401 - what the act returns, or raises
    try:
        return act()
    except Exception as error:  # noqa: BLE001 - handed to whoever waits
        return error
