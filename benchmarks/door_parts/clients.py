"""Clients of benchmarks/door.py that read a page, think, and send it.

A *latency* is the time from asking until the answer was read, in seconds, connecting included.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable, Coroutine, Sequence

from rundfrage.respond.credential import Credential

Body = Callable[[Credential], str]


class Connection:
    """One keep-alive connection, over which a request goes at a time."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def ask(self, method: str, path: str, who: Credential, body: str = "") -> int:
        """The status of the answer."""
        if self._reader is None or self._writer is None:
            self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self._port)
        head = (
            f"{method} {path} HTTP/1.1\r\nHost: localhost:{self._port}\r\n"
            f"Cookie: __Host-interview={who.cookie}\r\n"
        )
        if body:
            head += "Content-Type: application/x-www-form-urlencoded\r\n"
            head += f"Content-Length: {len(body)}\r\n"
        self._writer.write(f"{head}\r\n{body}".encode())
        answer = (await self._reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        length = int(answer.partition("content-length: ")[2].partition("\r\n")[0])
        await self._reader.readexactly(length)
        return int(answer[9:12])

    def close(self) -> None:
        """Hang up."""
        if self._writer is not None:
            self._writer.close()


async def respondents(
    port: int, credentials: Sequence[Credential], thinking: float, pages: int, body: Body
) -> list[float]:
    """The latencies of respondents who read a page, think, send it and come to the next."""
    latencies: list[float] = []

    async def asked(connection: Connection, method: str, who: Credential, words: str = "") -> None:
        due = time.perf_counter()
        status = await connection.ask(method, "/en/screen/0", who, words)
        latencies.append(time.perf_counter() - due)
        if status != (303 if words else 200):
            raise RuntimeError(status)

    async def one(who: Credential, _: float) -> None:
        connection = Connection(port)
        for _ in range(pages):
            await asked(connection, "GET", who)
            await asyncio.sleep(random.uniform(0.5, 1.5) * thinking)
            await asked(connection, "POST", who, body(who))
        connection.close()

    await _spread(credentials, len(credentials) / thinking, one)
    return latencies


async def _spread(
    credentials: Sequence[Credential],
    rate: float,
    one: Callable[[Credential, float], Coroutine[None, None, None]],
) -> None:
    """Start something for each of them, at random times."""
    due = time.perf_counter()
    async with asyncio.TaskGroup() as group:
        for who in credentials:
            due += random.expovariate(rate)
            if (early := due - time.perf_counter()) > 0:
                await asyncio.sleep(early)
            group.create_task(one(who, due))
