"""The two servers of benchmarks/door.py: the public door, and the least that could do its work.

The bare one parses the form and writes one row to the same journal, and serves one static page. It
is started as `python servers.py (door|bare) JOURNAL PORT [BITS]`.
"""

from __future__ import annotations

import secrets
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from urllib.parse import parse_qsl

from granian.constants import HTTPModes, Interfaces
from granian.log import LogLevels
from granian.server import Server
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rundfrage.fieldwork.journal import Entry, Event, Journal
from rundfrage.fieldwork.journals import open_journal
from rundfrage.respond.serve import Address, serve
from rundfrage.respond.settings import Settings


def bare(journal: str, page: bytes) -> Starlette:
    """Starlette with a handler that parses and writes, and one that says the same to everybody."""
    opened: list[Journal] = []

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        opened.append(await open_journal(journal))
        yield
        await opened[0].shut()

    async def take(request: Request) -> Response:
        form = dict(parse_qsl((await request.body()).decode()))
        # As a page left as typed, so that the door's own can be counted beside them.
        entry = Entry(
            secrets.token_hex(16), form["key"], Event.DRAFTED, "v", "en", "2026-W01", 0, str(form)
        )
        await opened[0].append(entry)
        return Response(status_code=303, headers={"location": "/next"})

    async def show(_: Request) -> Response:
        return Response(page, media_type="text/html")

    return Starlette(
        routes=[Route("/take", take, methods=["POST"]), Route("/page", show)], lifespan=lifespan
    )


def main(which: str, journal: str, port: int, bits: int = 0) -> None:
    """Serve with one worker until told to stop; whoever begins has proved work of so many bits."""
    if which == "door":
        serve(Settings(journal, port, proof_of_work=bits), Address(port=port), lambda: None)
        return
    server = Server(
        "bare",
        port=port,
        interface=Interfaces.ASGI,
        http=HTTPModes.http1,
        websockets=False,
        log_level=LogLevels.critical,
        workers_kill_timeout=5,
    )
    page = Path(journal).with_name("page.html").read_bytes()
    server.serve(target_loader=partial(bare, journal, page), wrap_loader=False)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:]))
