"""The screens: showing one, and taking what was posted there.

One POST stores one entry and goes on to another page; what can't be stored is shown again as it
was typed, whatever the reason.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from starlette.requests import Request
from starlette.responses import Response

from rundfrage.errors import Problem
from rundfrage.fieldwork.interview import Interview, Status, answered
from rundfrage.fieldwork.journal import Entry, Event, Outcome
from rundfrage.fieldwork.participation import Admission
from rundfrage.fieldwork.period import Phase
from rundfrage.fieldwork.stored_answers import written
from rundfrage.fieldwork.walk import Step
from rundfrage.fieldwork.week import this_week
from rundfrage.questionnaire.answers.posted import Mistake, Posted
from rundfrage.respond.admission import admission
from rundfrage.respond.door import Door, first, is_key, new_key, page, to
from rundfrage.respond.form import Form, Refused
from rundfrage.respond.pages.filling import Filling
from rundfrage.respond.visit import (
    Visit,
    full_quotas,
    is_thanked,
    key_of,
    own_fields,
    place,
    read_fields,
    viewed,
    without,
)

_SHUT = {Phase.NOT_YET: ("not-open", 409), Phase.CLOSED: ("ended-typed", 410)}
"""What is said, and by which status, while nothing is taken."""
REVIEW = "review"
"""What stands behind the ? of a screen that was opened from the review page."""


@dataclass(frozen=True)
class _Sent:
    """A form that was posted at a screen of an interview that goes on.

    `fields` are those of the questions asked there; `key` is the form's own.
    """

    request: Request
    visit: Visit
    state: Interview
    step: Step
    fields: Posted
    key: str

    @property
    def number(self) -> int:
        return self.step.screen.number


class Screens:
    """The handlers of /LANGUAGE/screen/NUMBER."""

    def __init__(self, door: Door) -> None:
        self._door = door

    async def show(self, request: Request) -> Response:
        """A screen as it was left, if the interview has come so far."""
        visit = await self._door.visit(request)
        state = visit.interview
        if state is None or state.status is not Status.STARTED:
            return to(place(visit.language, state))
        if await self._door.editions.phase() not in (Phase.OPEN, Phase.GRACE):
            return to(f"/{visit.language}/closed")
        step = state.walk.step(request.path_params["number"])
        reached = state.next_screen
        if step is None or (reached is not None and step.screen.number > reached):
            return to(place(visit.language, state))
        html = await self._page(visit, state, step, viewed(visit, state, step))
        return page(request, html)

    async def take(self, request: Request) -> Response:
        """What was posted at a screen."""
        form = await self._door.form(request)
        try:
            visit = await self._door.visit(request)
        except Problem:
            return await self._orphan(request, form, 503, None)
        state, credential = visit.interview, visit.credential
        if state is None or credential is None or not credential.proved_by(first(form, "token")):
            return await self._orphan(request, form, 403, visit)
        number = request.path_params["number"]
        if number >= len(visit.edition.instrument.screens):
            raise Refused(404)
        key = first(form, "key")
        if not is_key(key):
            raise Refused(400)
        if visit.full:
            raise Refused(413)
        screen = visit.edition.instrument.screens[number]
        asked = state.walk.step(number)
        step = asked or Step(screen, screen.questions)
        sent = _Sent(request, visit, state, step, own_fields(step.questions, form), key)
        return await self._taken(sent, form, passed_by=asked is None)

    async def _taken(self, sent: _Sent, form: Form, *, passed_by: bool) -> Response:
        """Store the form, or show it again with the reason why it isn't stored.

        It is `passed_by` if other answers lead past its screen by now.
        """
        visit, state = sent.visit, sent.state
        if state.status is not Status.STARTED:
            # In another tab. The same form once more is no correction.
            reading = read_fields(visit, sent.step.questions, sent.fields)
            stored = all(state.stored.get(name) == one for name, one in reading.answers.items())
            if is_thanked(state) and (reading.mistakes or not stored):
                return await self._shown_again(sent, "already-sent", 409)
            return to(place(visit.language, state))
        if shut := _SHUT.get(await self._door.editions.phase()):
            return await self._shown_again(sent, *shut)
        try:
            if passed_by:
                # Answers from another tab lead past this screen: what was typed is kept for when
                # others lead here again.
                return await self._keep(sent, place(visit.language, state))
            return await self._act(sent, first(form, "go") or "next", first(form, "clear"))
        except _Ended:
            return await self._shown_again(sent, "already-sent", 409)
        except Problem as problem:
            if problem.code == "journal-closed":
                return await self._shown_again(sent, "ended-typed", 410)
            return await self._shown_again(sent, "not-saved", 503)

    async def _shown_again(self, sent: _Sent, word: str, status: int) -> Response:
        """The screen as it was typed, and why it isn't stored."""
        visit = sent.visit
        notice = visit.edition.pages.word(visit.language, word)
        html = await self._page(
            visit, sent.state, sent.step, sent.fields, key=sent.key, notice=notice
        )
        return page(sent.request, html, status)

    async def _act(self, sent: _Sent, go: str, cleared: str) -> Response:
        """Do what the button says that was pressed; raises Refused if there is no such button."""
        visit, language = sent.visit, sent.visit.language
        if cleared:
            kept = replace(sent, fields=without(sent.fields, cleared))
            return await self._keep(kept, _address(sent, language))
        if go == "next":
            return await self._send(sent)
        if go == "later":
            return await self._keep(sent, f"/{language}/later")
        if go == "back":
            before = sent.state.walk.before(sent.number)
            way = f"screen/{before.screen.number}" if before else ""
            return await self._keep(sent, f"/{language}/{way}")
        verb, _, other = go.partition(":")
        if verb != "language" or other not in visit.edition.languages:
            raise Refused(400)
        return await self._keep(sent, _address(sent, other), other)

    async def _keep(self, sent: _Sent, path: str, language: str = "") -> Response:
        """Store what was typed as it is, and go on to the path."""
        words = json.dumps(sent.fields, ensure_ascii=False, separators=(",", ":"))
        await self._store(sent, Event.DRAFTED, words, language or sent.visit.language)
        return to(path)

    async def _send(self, sent: _Sent) -> Response:
        """Store the answers and go on; or show the screen again with what is wrong."""
        visit, language = sent.visit, sent.visit.language
        reading = read_fields(visit, sent.step.questions, sent.fields)
        if reading.mistakes:
            html = await self._page(visit, sent.state, sent.step, sent.fields, reading.mistakes)
            return page(sent.request, html, 422)
        later = answered(sent.state, sent.number, reading.answers)
        following = later.walk.after(sent.number)
        unsent = later.next_step
        event = Event.SENT
        if sent.step.ends or (unsent is not None and unsent.ends):
            event = Event.SCREENED_OUT
        elif visit.edition.quotas:
            counts = await self._door.editions.quota_counts()
            if full_quotas(visit.edition, later, counts):
                event = Event.QUOTA_FULL
        if event is not Event.SENT and await admission(self._door, visit) is not Admission.ADMITTED:
            # Told by the same page, but counted by nothing: neither whose pass was used before nor
            # who has none here, having gone on at another device.
            event = Event.REPEATED
        await self._store(sent, event, written(reading.answers), language, later)
        if event is not Event.SENT:
            return self._turned_away(visit)
        if _from_review(sent.request) or following is None:
            following = unsent
        numbers = [one.screen.number for one in (following, unsent) if one is not None]
        return to(f"/{language}/" + (f"screen/{min(numbers)}" if numbers else REVIEW))

    def _turned_away(self, visit: Visit) -> Response:
        """To the page of whoever was screened out or met a full quota; a pass has done its work."""
        end = to(f"/{visit.language}/end")
        if visit.credential is None or not visit.credential.pass_:
            return end
        return self._door.with_cookie(end, replace(visit.credential, pass_=""))

    async def _store(
        self,
        sent: _Sent,
        event: Event,
        answers: str,
        language: str,
        later: Interview | None = None,
    ) -> None:
        """Store what was posted; `later` is the interview if that are answers and it goes on."""
        visit = sent.visit
        entry = Entry(
            visit.entries[0].interview,
            "",
            event,
            visit.edition.instrument.version,
            language,
            this_week(),
            sent.number,
            answers,
        )
        if event in (Event.SENT, Event.DRAFTED):
            key = key_of(visit.entries, sent.key, entry)
        else:
            key = visit.credential.key("end") if visit.credential else None
        if key is not None:
            entry = replace(entry, key=key)
            outcome = await self._door.store(entry, visit.credential)
            if outcome is Outcome.ENDED:
                raise _Ended
            if outcome is Outcome.STORED and event is Event.SENT and later is not None:
                self._door.interviews.stored(visit.entries, entry, later)

    async def _orphan(
        self, request: Request, form: Form, status: int, visit: Visit | None
    ) -> Response:
        """A form whose interview isn't known, or not now: shown again as it was typed.

        With the token of the interview that this browser has by now, so that it can be sent again.
        """
        if visit is None:
            language, edition = await self._door.newest(request)
            visit = Visit(language, edition)
            word, token = "not-saved", first(form, "token")
        else:
            word, token = "session-unknown", visit.credential.token if visit.credential else ""
        number = request.path_params["number"]
        if number >= len(visit.edition.instrument.screens):
            raise Refused(404)
        screen = visit.edition.instrument.screens[number]
        step = visit.interview.walk.step(number) if visit.interview else None
        step = step or Step(screen, screen.questions)
        filling = Filling(
            fields=own_fields(step.questions, form),
            asked=frozenset(question.name for question in step.questions),
            token=token,
            key=new_key(),
        )
        notice = visit.edition.pages.word(visit.language, word)
        html = visit.edition.pages.screen(
            visit.language,
            number,
            filling,
            back=False,
            preview=self._door.preview,
            notice=notice,
            lost=word == "session-unknown",
        )
        return page(request, html, status)

    async def _page(
        self,
        visit: Visit,
        state: Interview,
        step: Step,
        fields: Posted,
        mistakes: Sequence[Mistake] = (),
        *,
        key: str = "",
        notice: str = "",
    ) -> bytes:
        pages, language = visit.edition.pages, visit.language
        of = len(state.walk.steps)
        place = min(state.walk.place(step.screen.number) + 1, of)
        filling = Filling(
            fields=fields,
            mistakes={one.control: pages.mistake(language, one) for one in mistakes},
            pipes=pages.pipes(language, step.screen.number, state.answers),
            asked=frozenset([question.name for question in step.questions]),
            seed=bytes.fromhex(visit.entries[0].interview),
            token=visit.credential.token if visit.credential else "",
            key=key or new_key(),
            position=(place, of),
            answered=frozenset([field for field, values in fields.items() if values]),
        )
        return pages.screen(
            language,
            step.screen.number,
            filling,
            back=place > 1,
            preview=self._door.preview,
            notice=notice,
            until=await self._door.until(visit),
        )


class _Ended(Exception):
    """The interview was ended while something of it was being sent."""


def _from_review(request: Request) -> bool:
    """Whether the screen was opened from the review page."""
    query: bytes = request.scope["query_string"]
    return query == REVIEW.encode()


def _address(sent: _Sent, language: str) -> str:
    """The path of the same screen in the language."""
    review = f"?{REVIEW}" if _from_review(sent.request) else ""
    return f"/{language}/screen/{sent.number}{review}"
