"""The survey of the tests of the public door, and a client without a network."""

from __future__ import annotations

import asyncio
import re
from hashlib import sha256
from html import unescape
from itertools import count
from urllib.parse import urlencode

from rundfrage.fieldwork.journal import Version
from rundfrage.fieldwork.journals import open_journal
from rundfrage.kinds import KINDS
from rundfrage.questionnaire.markdown.read import read
from rundfrage.questionnaire.versions.canonical import canonical, version_name
from rundfrage.respond.app import application
from rundfrage.respond.proof import zero_bits
from rundfrage.respond.settings import Settings

SURVEY = """\
---
survey: walk
title: A walk
language: en
languages: [en, de, ar]
---
# You

Some words first.

## q1: Do you walk? {required}

- ( ) yes: Yes
- ( ) no: No
- ( ) other: Otherwise, namely ____

## q2: How many walks a week? {if='q1 == "yes"' required}

[0..70 walks]

# Ways

## q3: What do you meet?

- [ ] a: Animals
- [ ] b: Bicycles

# Walkers {if='q1 == "yes"'}

## q4: You walk {{ q2 }} times. Why?

____
____

# All

## q5: How is it?

- ( ) good: Good
- ( ) bad: Bad
"""


def published(database, text=SURVEY):
    """Publish the survey in a journal at the address; the settings of a door for it."""

    async def work():
        journal = await open_journal(str(database))
        content = canonical(read(text, KINDS))
        number = len(await journal.versions()) + 1
        await journal.publish(Version(version_name(content), number, content, "2026-W01"))
        await journal.shut()

    asyncio.run(work())
    return Settings(str(database), proof_of_work=0)


def proof(token, key, bits):
    """What a browser's script finds for a form."""
    tried = (f"{number:08x}" for number in count())
    return next(
        one for one in tried if zero_bits(sha256(f"{token}{key}{one}".encode()).digest()) >= bits
    )


class Answer:
    """What the door answered."""

    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.body = body

    @property
    def text(self):
        return self.body.decode()

    @property
    def location(self):
        return dict(self.headers).get("location", "")

    def field(self, name):
        """What stands in a text field."""
        found = re.search(rf'name="{re.escape(name)}" value="([^"]*)"', self.text)
        return unescape(found[1]) if found else None

    def hidden(self, name):
        found = re.search(rf'name="{name}" value="([^"]*)"', self.text)
        return unescape(found[1]) if found else ""

    @property
    def heading(self):
        found = re.search(r"<h1[^>]*>(.*?)</h1>", self.text, re.DOTALL)
        return unescape(re.sub(r"<[^>]*>", "", found[1])).strip() if found else ""


class OpenDoor:
    """A door whose application runs in an event loop of its own, without a network."""

    def __init__(self, settings):
        self.settings = settings
        self.loop = asyncio.new_event_loop()

    def __enter__(self):
        self.app = application(self.settings)
        self._context = self.app.router.lifespan_context(self.app)
        self.run(self._context.__aenter__())
        return self

    def __exit__(self, *error):
        self.run(self._context.__aexit__(*error))
        self.loop.close()

    def run(self, work):
        return self.loop.run_until_complete(work)

    def together(self, *works):
        async def all_of_them():
            return await asyncio.gather(*works)

        return self.run(all_of_them())

    def browser(self, host="localhost:8000"):
        return Browser(self, host)

    def rows(self):
        """What the journal holds of each interview: event, screen and answers of each entry."""

        async def read():
            journal = await open_journal(self.settings.journal)
            try:
                return [
                    [(entry.event.value, entry.screen, entry.answers) for entry in entries]
                    async for entries in journal.interviews()
                ]
            finally:
                await journal.shut()

        return self.run(read())


class Browser:
    """Asks the application as a browser would, with cookies and without scripts."""

    def __init__(self, door, host):
        self.door = door
        self.host = host
        self.cookies = {}

    def get(self, path, **headers):
        return self.door.run(self.asking("GET", path, b"", headers))

    def post(self, path, fields, **headers):
        return self.door.run(self.posting(path, fields, **headers))

    def posting(self, path, fields, **headers):
        body = urlencode(fields, doseq=True).encode() if isinstance(fields, dict) else fields
        headers = {"content-type": "application/x-www-form-urlencoded", **headers}
        return self.asking("POST", path, body, headers)

    def follow(self, answer):
        while answer.status == 303:
            answer = self.get(answer.location)
        return answer

    async def asking(self, method, path, body, headers):
        path, _, query = path.partition("#")[0].partition("?")
        sent = {"host": self.host, **{k.replace("_", "-"): v for k, v in headers.items()}}
        if self.cookies and "cookie" not in sent:
            sent["cookie"] = "; ".join(f"{k}={v}" for k, v in self.cookies.items())
        scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1",
            "method": method, "scheme": "http", "path": path,
            "raw_path": path.encode("utf-8", "replace"), "query_string": query.encode(),
            "root_path": "", "client": ("203.0.113.7", 4711), "server": ("localhost", 8000),
            "headers": [(k.encode(), v.encode("latin-1", "replace")) for k, v in sent.items()],
        }  # fmt: skip
        received = iter([{"type": "http.request", "body": body, "more_body": False}])
        messages = []

        async def receive():
            return next(received, {"type": "http.disconnect"})

        async def send(message):
            messages.append(message)

        await self.door.app(scope, receive, send)
        headers = [(k.decode(), v.decode("latin-1")) for k, v in messages[0]["headers"]]
        answer = Answer(
            messages[0]["status"], headers, b"".join(m.get("body", b"") for m in messages[1:])
        )
        for name, value in headers:
            if name == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        return answer

    def begin(self, language="en", **fields):
        form = self.form(self.get(f"/{language}/"), "begin", **fields)
        return self.follow(self.post(f"/{language}/begin", form))

    def send(self, path, page, go="next", **fields):
        return self.post(path, self.form(page, go, **fields))

    def form(self, page, go="next", **fields):
        form = {"token": page.hidden("token"), "key": page.hidden("key"), "go": go, **fields}
        asked = re.search(r' data-proof="([0-9]+)"', page.text)
        if asked and go == "begin":
            form["proof"] = proof(form["token"], form["key"], int(asked[1]))
        return form

    def complete(self, language="en"):
        """An interview from the first page to the last, by the shortest way."""
        page = self.begin(language)
        for number, fields in ((0, {"q1": "no"}), (2, {}), (4, {"q5": "good"})):
            assert page.status == 200, page.text
            page = self.follow(self.send(f"/{language}/screen/{number}", page, **fields))
        return self.follow(self.send(f"/{language}/submit", page))
