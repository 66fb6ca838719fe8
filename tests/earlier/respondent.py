"""A respondent of the survey `town`, over HTTP and without scripts: one cookie and the forms sent.

Whoever resumes an interview needs nothing but the cookie that the browser kept.
"""

from __future__ import annotations

import re
from hashlib import sha256
from html import unescape
from http.client import HTTPConnection
from itertools import count
from urllib.parse import urlencode

PATIENCE = 30
FORM = "application/x-www-form-urlencoded"


class Page:
    """What the door answered."""

    def __init__(self, status: int, location: str, html: str) -> None:
        self.status = status
        self.location = location
        self.html = html

    def hidden(self, name: str) -> str:
        """What a hidden field holds, empty if there is none."""
        found = re.search(rf'name="{name}" value="([^"]*)"', self.html)
        return unescape(found[1]) if found else ""

    @property
    def words(self) -> str:
        """All that is to be read, in one line."""
        return " ".join(unescape(re.sub(r"<[^>]*>", " ", self.html)).split())


def _proof(form: str, bits: int) -> str:
    """The digits that a browser's script finds."""
    hashes = ((f"{at:08x}", sha256(f"{form}{at:08x}".encode()).digest()) for at in count())
    return next(digits for digits, one in hashes if int.from_bytes(one) < 1 << (256 - bits))


class Respondent:
    """A browser at `localhost:port`; `cookies` are those it brings from an earlier visit."""

    def __init__(self, port: int, cookies: dict[str, str] | None = None) -> None:
        self.port = port
        self.cookies = dict(cookies or {})
        self.page = Page(0, "", "")
        self.place = ""

    def get(self, path: str) -> Page:
        """Go there, wherever it leads."""
        return self._follow(self._ask("GET", path))

    def post(self, path: str, **fields: str | list[str]) -> Page:
        """Send a form, and go where it leads."""
        return self._follow(self._ask("POST", path, urlencode(fields, doseq=True)))

    def begin(self, language: str = "en", token: str = "", **fields: str) -> Page:
        """Begin by the link with the token, or with a code or ticket among the fields."""
        welcome = self.get(f"/in/{token}/{language}/" if token else f"/{language}/")
        # Versions differ in which of them there are.
        names = ("token", "key", "invitation", "code")
        form = {name: value for name in names if (value := welcome.hidden(name))}
        if asked := re.search(r' data-proof="([0-9]+)"', welcome.html):
            form["proof"] = _proof(form["token"] + form["key"], int(asked[1]))
        return self.post(f"/{language}/begin", **{**form, **fields}, go="begin")

    def send(self, **answers: str | list[str]) -> Page:
        """Send the page on which the respondent is, with these answers."""
        form = {name: self.page.hidden(name) for name in ("token", "key")}
        return self.post(self.place, **form, go="next", **answers)

    def finish(self) -> Page:
        """Send all answers, from the page that shows them."""
        form = {name: self.page.hidden(name) for name in ("token", "key")}
        return self.post(self.place.replace("/review", "/submit"), **form)

    def answer(self, pages: dict[int, dict[str, str | list[str]]]) -> Page:
        """Send page after page, with the answers of each by its number, as far as there are any."""
        while (found := re.search(r"/screen/(\d+)$", self.place)) and int(found[1]) in pages:
            before = self.place
            self.send(**pages[int(found[1])])
            if self.place == before:
                raise AssertionError(self.page.words)
        return self.page

    def _follow(self, page: Page) -> Page:
        while page.status == 303:
            page = self._ask("GET", page.location)
        self.page = page
        return page

    def _ask(self, method: str, path: str, body: str = "") -> Page:
        connection = HTTPConnection("localhost", self.port, timeout=PATIENCE)
        headers = {"Accept-Language": "en"}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if method == "POST":
            headers["Content-Type"] = FORM
        self.place = path
        connection.request(method, path, body.encode() or None, headers)
        response = connection.getresponse()
        html = response.read().decode()
        for name, value in response.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        connection.close()
        return Page(response.status, response.getheader("location", ""), html)
