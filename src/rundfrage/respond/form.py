"""The form: what a browser posts, read within limits.

Only `application/x-www-form-urlencoded` is taken; it is what our pages send. Bytes that are no
UTF-8 become U+FFFD, as a browser would show them.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from urllib.parse import unquote

MOST_BYTES = 256 * 1024
MOST_FIELDS = 2000
ASKED_OF_FORMS = ("content-type", "content-length")
"""The headers that are looked at."""
TYPE = "application/x-www-form-urlencoded"

Form = Mapping[str, Sequence[str]]
"""The values of each field, in the order they were sent."""


class Refused(Exception):
    """A request that isn't taken; `status` is the HTTP status that says so."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


async def read_form(
    headers: Mapping[str, str], chunks: AsyncIterator[bytes], patience: float
) -> Form:
    """The posted form; raises Refused with 400, 408, 413 or 415.

    A body that says that it is too long isn't read at all, one that turns out so no further.
    """
    kind, _, rest = headers.get("content-type", "").partition(";")
    charset = rest.strip().lower()
    if kind.strip().lower() != TYPE or charset not in ("", "charset=utf-8", 'charset="utf-8"'):
        raise Refused(415)
    length = headers.get("content-length", "")
    if length and (not length.isascii() or not length.isdigit()):
        raise Refused(400)
    if length and int(length[:12]) > MOST_BYTES:
        raise Refused(413)
    try:
        async with asyncio.timeout(patience):
            body = await _body(chunks)
    except TimeoutError:
        raise Refused(408) from None
    return parse_form(body)


async def _body(chunks: AsyncIterator[bytes]) -> bytes:
    body = b""
    async for chunk in chunks:
        body = body + chunk if body else chunk
        if len(body) > MOST_BYTES:
            raise Refused(413)
    return body


def parse_form(body: bytes) -> Form:
    """The fields of a body; raises Refused with 400 if there are too many."""
    if body.count(b"&") >= MOST_FIELDS:
        raise Refused(400)
    form: dict[str, list[str]] = {}
    for pair in body.decode("utf-8", "replace").split("&"):
        if pair:
            name, _, value = pair.partition("=")
            if "%" in pair or "+" in pair:
                name, value = _decoded(name), _decoded(value)
            form.setdefault(name, []).append(value)
    return form


def _decoded(part: str) -> str:
    # Browsers send line ends as CR LF.
    return unquote(part.replace("+", " "), errors="replace").replace("\r\n", "\n")
