"""People of benchmarks/interview.py, who take part as a browser without scripts does."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import urlencode

Fields = Mapping[str, Sequence[str]]

_HIDDEN = re.compile(r'name="(token|key)" value="([^"]*)"')
_SCREEN = re.compile(r"/screen/(\d+)")
_TO = 303


class Person:
    """One keep-alive connection and one cookie; `requests` counts what was asked."""

    def __init__(self, port: int, *, packed: bool = False) -> None:
        self._port = port
        self._packed = packed
        self._cookie = ""
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None
        self.requests = 0
        self.path = ""
        self.html = ""

    async def begin(self, language: str) -> None:
        """Come in by the address of the survey, and begin."""
        await self.get("/")
        self._cookie = ""
        await self.get(f"/{language}/")
        await self.send(f"/{language}/begin", {"go": ["begin"]})

    async def take_part(self, language: str, fields_of: Callable[[int], Fields]) -> None:
        """A whole interview; raises RuntimeError if it doesn't come to the thanks."""
        await self.begin(language)
        while found := _SCREEN.search(self.path):
            before = self.path
            await self.send(self.path, {"go": ["next"], **fields_of(int(found[1]))})
            if self.path == before:
                raise RuntimeError(self.html)
        await self.send(f"/{language}/submit", {})
        if not self.path.endswith("/thanks"):
            raise RuntimeError(self.path)

    async def get(self, path: str) -> None:
        """See a page, wherever it leads."""
        status, location = await self._ask("GET", path)
        while status == _TO:
            self.path = path = location
            status, location = await self._ask("GET", path)
        self.path = path

    async def send(self, path: str, fields: Fields) -> None:
        """Send the form of the page, and see where it leads."""
        form = urlencode({**dict(_HIDDEN.findall(self.html)), **fields}, doseq=True)
        status, location = await self._ask("POST", path, form)
        if status != _TO:
            raise RuntimeError(f"{status} {path} {self.html}")
        await self.get(location)

    def leave(self) -> None:
        """Hang up."""
        if self._writer is not None:
            self._writer.close()

    async def _ask(self, method: str, path: str, body: str = "") -> tuple[int, str]:
        if self._reader is None or self._writer is None:
            self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self._port)
        self.requests += 1
        head = f"{method} {path} HTTP/1.1\r\nHost: localhost:{self._port}\r\n"
        if self._packed:
            head += "Accept-Encoding: gzip\r\n"
        if self._cookie:
            head += f"Cookie: {self._cookie}\r\n"
        if method == "POST":
            head += "Content-Type: application/x-www-form-urlencoded\r\n"
            head += f"Content-Length: {len(body)}\r\n"
        self._writer.write(f"{head}\r\n{body}".encode())
        answer = (await self._reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        headers = dict(line.lower().split(": ", 1)[:1] + line.split(": ", 1)[1:]
                       for line in answer.split("\r\n")[1:] if line)  # fmt: skip
        content = await self._reader.readexactly(int(headers.get("content-length", 0)))
        if "set-cookie" in headers:
            self._cookie = headers["set-cookie"].partition(";")[0]
        if headers.get("content-encoding") == "gzip":
            # Unpacking is the browser's work, but it has to find the form's key.
            import gzip  # noqa: PLC0415

            content = gzip.decompress(content)
        self.html = content.decode() or self.html
        return int(answer[9:12]), headers.get("location", "")
