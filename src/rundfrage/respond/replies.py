"""Replies whose headers are written down as they are sent, without a mapping made of them first."""

from __future__ import annotations

from starlette.responses import Response


class Page(Response):
    """A page of HTML in UTF-8; its headers are written down as they are sent."""

    def __init__(self, content: bytes, status: int, *, packed: bool) -> None:
        self.status_code = status
        self.background = None
        self.body = content
        self.raw_headers = [
            (b"content-length", str(len(content)).encode()),
            (b"content-type", b"text/html; charset=utf-8"),
            (b"vary", b"Accept-Encoding"),
        ]
        if packed:
            self.raw_headers.append((b"content-encoding", b"gzip"))


class Onward(Response):
    """The way to another page, by GET."""

    def __init__(self, path: str) -> None:
        self.status_code = 303
        self.background = None
        self.body = b""
        self.raw_headers = [(b"location", path.encode("latin-1")), (b"content-length", b"0")]
