"""The door: what all handlers share, from reading a request to writing an answer."""

from __future__ import annotations

import gc
import os
import zlib
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from rundfrage.errors import Problem
from rundfrage.fieldwork.journal import Entry, Journal, Outcome, Version
from rundfrage.fieldwork.journals import open_journal
from rundfrage.fieldwork.participation import Gate, open_participation
from rundfrage.fieldwork.participation.blind import Signer, read_signer
from rundfrage.fieldwork.period import Phase, now
from rundfrage.fieldwork.week import this_week
from rundfrage.respond.allowance import Allowance
from rundfrage.respond.credential import Credential, credential_in
from rundfrage.respond.editions import Edition, Editions
from rundfrage.respond.form import ASKED_OF_FORMS, Form, Refused, read_form
from rundfrage.respond.guard import SCRIPTED, log, place_of
from rundfrage.respond.health import Health
from rundfrage.respond.known import Known, KnownInterviews
from rundfrage.respond.pages.compiled import BrowserNotes
from rundfrage.respond.pages.script import (
    CODE,
    CODE_NAME,
    KEEP,
    KEEP_NAME,
    PROOF,
    PROOF_NAME,
    QUESTIONS,
    QUESTIONS_NAME,
    SCRIPT,
    SCRIPT_NAME,
)
from rundfrage.respond.preview import PreviewJournal
from rundfrage.respond.replies import Onward, Page
from rundfrage.respond.settings import Settings
from rundfrage.respond.visit import Visit
from rundfrage.text import moment

WORDS_FOR = {408: 400, 422: 400}
"""Statuses that the words of another one tell as well."""
_SMALLEST_COMPRESSED = 1000
_SCRIPT = b'<script type="module" src="/assets/'
"""What no author's words in a page can look like: in them < is written otherwise."""
_HEAD = 300
"""Within so many bytes, before any word of an author's, a page asks for its scripts."""
_LONGEST_KEPT = 30 * 86_400
"""Seconds for which a browser keeps something where the field has no end, or a far one."""
_GARBAGE = 50_000
"""After so many new objects garbage is collected; requests leave hardly any."""

Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class Door:
    """What a process needs to serve requests; belongs to one event loop."""

    journal: Journal
    gate: Gate | None
    signer: Signer | None
    editions: Editions

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.preview = bool(settings.preview)
        self._allowance = Allowance(settings.rates)
        prefix = "__Host-" if settings.secure else ""
        self.cookie = f"{prefix}interview"
        self.pausing = f"{prefix}exchanged"
        self.answered = f"{prefix}answered"

    async def open(self) -> None:
        """Open the databases and compile what is in the field; requests may come after that."""
        self.journal, self.gate = await _journal(self.settings), _gate(self.settings)
        key = self.settings.signing_key
        self.signer = read_signer(Path(key)) if key else None
        probes = {"Answers can't be stored.": self.journal.probe}
        if self.gate is not None:
            probes["Nobody can be let in."] = self.gate.probe
        self._health = Health(probes)
        self.editions = Editions(
            self.journal,
            preview=self.preview,
            accent=self.settings.accent,
            grace=self.settings.grace,
            notes=BrowserNotes(once=self.settings.once, pauses=bool(self.settings.pause)),
        )
        self.interviews = KnownInterviews(self.journal, self.editions)
        await self.editions.newest()
        # What was loaded and compiled stays: looking through it for garbage again and again would
        # cost more than all else a request does.
        gc.collect()
        gc.freeze()
        gc.set_threshold(_GARBAGE)

    async def shut(self) -> None:
        """Let go of the databases."""
        await self.journal.shut()
        if self.gate is not None:
            await self.gate.shut()

    async def store(self, entry: Entry, credential: Credential | None) -> Outcome:
        """Store what the holder of the credential begins or types.

        Raises a Problem if that is more than people do.
        """
        self._allowance.use(entry, credential.pass_ if credential else "")
        return await self.journal.append(entry, proof=credential.proof if credential else "")

    def lets_one_in_who_waited(self, ticket: str) -> bool:
        """Whether one more may begin who waited with the ticket instead of proving work."""
        return self._allowance.one_who_waited(ticket)

    async def visit(self, request: Request) -> Visit:
        """The visit; raises Refused with 404 if the survey hasn't got the language."""
        credential = credential_in(cookie_named(request, self.cookie))
        known = None
        if credential is not None:
            credential, known = await self._known(credential)
        if known is None:
            if credential is not None and credential.begun is not None:
                # It began an interview of another survey, which was at this address before, or one
                # that was withdrawn. Taken for this one as well, it would connect what a person
                # answered here and there.
                credential = None
            return Visit(*await self.newest(request), credential)
        language = language_in(request, known.edition)
        return Visit(
            language, known.edition, credential, known.entries, known.state, known.characters
        )

    async def _known(self, credential: Credential) -> tuple[Credential, Known | None]:
        """The interview of the credential in a cookie, and the credential as it names that."""
        known = await self.interviews.of(credential.interview)
        if known is None and credential.begun is not None:
            former = replace(credential, former=True)
            if (known := await self.interviews.of(former.interview)) is not None:
                return former, known
        return credential, known

    async def belonging(self, credential: Credential) -> tuple[Credential, Sequence[Entry]]:
        """The entries of the credential's interview, and the credential as it names that."""
        for one in (credential, replace(credential, former=True)):
            if entries := await self.journal.entries(one.interview):
                return one, entries
        return credential, ()

    async def newest(self, request: Request) -> tuple[str, Edition]:
        """The language of the path, and the edition in the field."""
        edition = await self.edition()
        return language_in(request, edition), edition

    async def edition(self) -> Edition:
        """The edition in the field; raises Refused with 503 if nothing was published."""
        edition = await self.editions.newest()
        if edition is None:
            raise Refused(503)
        return edition

    async def form(self, request: Request) -> Form:
        """The posted form; raises Refused."""
        try:
            headers = {name: header(request, name.encode()) for name in ASKED_OF_FORMS}
            return await read_form(headers, request.stream(), self.settings.patience)
        except ClientDisconnect:
            # Nobody is there to read it; but a lost connection is no fault of ours either.
            raise Refused(400) from None

    async def plain_page(self, status: int, language: str = "") -> bytes:
        """The page that says an HTTP status."""
        edition = await self.edition()
        if language not in edition.languages:
            language = edition.languages[0]
        return edition.pages.message(language, WORDS_FOR.get(status, status))

    async def until(self, visit: Visit) -> str:
        """Until when an interview can be finished, in words, once the last day is over."""
        if await self.editions.phase() is not Phase.GRACE:
            return ""
        ends = (await self.editions.period()).ends
        time = moment(ends, visit.language) if ends else ""
        return visit.edition.pages.word(visit.language, "grace", time=time)

    async def health(self, _: Request) -> Response:
        """Whether answers can be stored and people let in; for those who watch over it."""
        complaint = await self._health.complaint()
        return PlainTextResponse(complaint, 503) if complaint else PlainTextResponse("ok")

    async def asset(self, request: Request) -> Response:
        """The style or a script, which browsers may keep: their address changes with them."""
        pages = (await self.edition()).pages
        file = (request.path_params["name"], request.path_params["file"])
        if file == (pages.style_name, "style.css"):
            content, kind = pages.style, "text/css"
        elif file == (SCRIPT_NAME, "blind.js"):
            content, kind = SCRIPT, "text/javascript"
        elif file == (CODE_NAME, "code.js"):
            content, kind = CODE, "text/javascript"
        elif file == (KEEP_NAME, "keep.js"):
            content, kind = KEEP, "text/javascript"
        elif file == (PROOF_NAME, "proof.js"):
            content, kind = PROOF, "text/javascript"
        elif file == (QUESTIONS_NAME, "questions.js"):
            content, kind = QUESTIONS, "text/javascript"
        else:
            raise Refused(404)
        response = page(request, content)
        response.headers["content-type"] = f"{kind}; charset=utf-8"
        response.headers["cache-control"] = "public, max-age=31536000, immutable"
        return response

    async def no_icon(self, _: Request) -> Response:
        """Nothing, which browsers that ask for an icon by themselves may keep."""
        return Response(status_code=204, headers={"cache-control": "public, max-age=86400"})

    def plainly(self, handler: Handler) -> Plainly:
        """The handler; what it refuses, and a database that is away, becomes a plain page."""
        return Plainly(self, handler)

    def pause(self, response: Response, seconds: int) -> None:
        """Have the browser say for so many seconds that it exchanged an invitation."""
        rules = self.settings.cookie_rules
        response.headers["set-cookie"] = f"{self.pausing}=yes; {rules}; Max-Age={seconds}"

    def pauses(self, request: Request) -> bool:
        """Whether the browser exchanged an invitation so short a time ago that it has to wait.

        Whoever keeps copies of every hour would connect both more often than a day later; another
        browser may begin at once, since nobody knows whose ticket it has.
        """
        return bool(self.settings.pause) and bool(cookie_named(request, self.pausing))

    async def kept_for(self) -> int:
        """For how many seconds a browser keeps what belongs to the field: until that ends."""
        ends = (await self.editions.period()).ends
        if ends is None:
            return _LONGEST_KEPT
        return max(0, min(_LONGEST_KEPT, int((ends - now()).total_seconds())))

    def with_cookie(self, response: Response, credential: Credential, seconds: int = 0) -> Response:
        """The response, which leaves the credential in the browser until it is closed.

        Or for so many seconds, where the respondent wishes it.
        """
        rules = self.settings.cookie_rules
        if seconds:
            rules = f"{rules}; Max-Age={seconds}"
        response.headers["set-cookie"] = f"{self.cookie}={credential.cookie}; {rules}"
        return response


class Plainly:
    """A handler as an application, called without the layers that Starlette puts around functions.

    They serve exceptions and background tasks, of which it has none, and take as long as the rest.
    """

    def __init__(self, door: Door, handler: Handler) -> None:
        self._door = door
        self._handler = handler

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        request = Request(scope, receive, send)
        response = await self._answer(request)
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        try:
            return await self._handler(request)
        except Refused as refused:
            status = refused.status
        except Problem as problem:
            log.error("unavailable: %s", place_of(problem))
            status = 503
        language = request.path_params.get("language", "")
        return page(request, await self._door.plain_page(status, language), status)


async def _journal(settings: Settings) -> Journal:
    if settings.preview:
        return PreviewJournal(Version("preview", 1, settings.preview, this_week()))
    return await open_journal(settings.journal)


def _gate(settings: Settings) -> Gate | None:
    if settings.preview or not settings.participation:
        return None
    key = settings.participation_key
    return open_participation(settings.participation, Path(key) if isinstance(key, str) else key)


def header(request: Request, name: bytes) -> str:
    """The value of the header; empty if there is none.

    It looks into what the server gave: a mapping of all headers, made for one of them, would take
    longer than the rest of a handler.
    """
    for found, value in request.scope["headers"]:
        if found == name:
            words: str = value.decode("latin-1")
            return words
    return ""


def cookie_named(request: Request, name: str) -> str:
    """The value of the cookie; empty if there is none."""
    for part in header(request, b"cookie").split(";"):
        found, _, value = part.strip().partition("=")
        if found == name:
            return value
    return ""


def language_in(request: Request, edition: Edition) -> str:
    """The language of the path; raises Refused with 404 if the edition hasn't got it."""
    language: str = request.path_params["language"]
    if language not in edition.languages:
        raise Refused(404)
    return language


def preferred(request: Request, edition: Edition) -> str:
    """The language of the survey that the browser asks for first, or else the survey's own."""
    wishes = []
    for at, part in enumerate(request.headers.get("accept-language", "")[:500].split(",")):
        name, _, quality = part.strip().partition(";q=")
        try:
            weight = float(quality or 1)
        except ValueError:
            weight = 0.0
        wishes.append((-weight, at, name.lower()))
    known = {name.lower(): name for name in edition.languages}
    for weight, _, name in sorted(wishes):
        found = known.get(name) or known.get(name.split("-")[0])
        if weight < 0 and found:
            return found
    return edition.languages[0]


def page(request: Request, content: bytes, status: int = 200) -> Response:
    """The page, compressed where the browser takes that; it may run the scripts it asks for."""
    request.scope[SCRIPTED] = _SCRIPT in content[:_HEAD]
    packed = len(content) >= _SMALLEST_COMPRESSED and accepts_gzip(
        header(request, b"accept-encoding")
    )
    if packed:
        packing = zlib.compressobj(1, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
        content = packing.compress(content) + packing.flush()
    return Page(content, status, packed=packed)


def accepts_gzip(accepted: str) -> bool:
    """Whether a browser that accepts these encodings takes gzip."""
    return any(
        part.strip().partition(";")[0] == "gzip" and not part.strip().endswith(";q=0")
        for part in accepted.split(",")
    )


def to(path: str) -> Response:
    """On to another page, by GET."""
    return Onward(path)


def new_key() -> str:
    """The key of a form."""
    return os.urandom(16).hex()


def is_key(words: str) -> bool:
    """Whether it is the key of a form of ours."""
    return len(words) == 32 and set(words) <= set("0123456789abcdef")  # noqa: PLR2004 - hex digits


def first(form: Form, field: str) -> str:
    """The first value of the field; empty if there is none."""
    values = form.get(field)
    return values[0] if values else ""
