"""The ending: looking over the answers, sending them, and what is said afterwards.

Whose pass was used by another interview gets to see the same as everybody.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from rundfrage.errors import Problem
from rundfrage.fieldwork.interview import Interview, Status
from rundfrage.fieldwork.journal import Entry, Event, Outcome
from rundfrage.fieldwork.participation import Admission
from rundfrage.fieldwork.period import Phase
from rundfrage.fieldwork.week import this_week
from rundfrage.questionnaire.answers.posted import Mistake
from rundfrage.respond.admission import UNKNOWN, admission, presented
from rundfrage.respond.door import Door, first, new_key, page, to
from rundfrage.respond.form import Refused
from rundfrage.respond.once import note_answered
from rundfrage.respond.pages.offered import Submission
from rundfrage.respond.visit import AGAIN, Visit, is_thanked, level_of, place

_SHUT = {Phase.NOT_YET: ("not-open", 409), Phase.CLOSED: ("ended-unsent", 410)}
"""What is said, and by which status, while nothing is taken."""


class Ending:
    """The handlers of /LANGUAGE/review, submit, thanks, end, later and closed."""

    def __init__(self, door: Door) -> None:
        self._door = door

    async def review(self, request: Request) -> Response:
        """All answers in words, with the button that sends them."""
        visit = await self._door.visit(request)
        path = await self._elsewhere(visit)
        return to(path) if path else await self._review(request, visit)

    async def submit(self, request: Request) -> Response:
        """End the interview as completed, or as one too many for a quota."""
        form = await self._door.form(request)
        visit = await self._door.visit(request)
        state, credential = visit.interview, visit.credential
        if state is None or credential is None or not credential.proved_by(first(form, "token")):
            raise Refused(403)
        if state.status is not Status.STARTED or state.next_screen is not None:
            return to(place(visit.language, state))
        if shut := _SHUT.get(await self._door.editions.phase()):
            return await self._unsent(request, visit, *shut)
        counting = [
            one.quota for one in visit.edition.quotas if state.walk.fulfils(one.quota.condition)
        ]
        entry = Entry(
            credential.interview,
            credential.key("end"),
            Event.COMPLETED,
            visit.edition.instrument.version,
            visit.language,
            this_week(),
            quotas=tuple(quota.name for quota in counting),
            minutes=credential.minutes(time.time()),
        )
        limits = {quota.name: quota.most for quota in counting}
        typed = presented(form)
        try:
            admitted = await admission(self._door, visit, typed)
            if admitted in (Admission.MISTYPED, Admission.UNKNOWN):
                mistake = UNKNOWN[level_of(visit)]
                return await self._review(request, visit, typed=typed, mistake=mistake, status=422)
            if admitted is Admission.SPENT:
                outcome = await self._repeat(state, entry, limits, credential.proof)
            else:
                outcome = await self._door.journal.append(entry, limits, credential.proof)
        except Problem as problem:
            if problem.code == "journal-closed":
                return await self._unsent(request, visit, "ended-unsent", 410)
            return await self._unsent(request, visit, "not-saved", 503, typed)
        sent = to(f"/{visit.language}/{'end' if outcome is Outcome.QUOTA_FULL else 'thanks'}")
        # The pass has done its work, and leaves the browser.
        self._door.with_cookie(sent, replace(credential, pass_=""))
        await note_answered(self._door, sent, visit, sent=True)
        return sent

    async def _unsent(
        self, request: Request, visit: Visit, word: str, status: int, typed: str = ""
    ) -> Response:
        """The review once more with the code as it was typed, and why it wasn't sent."""
        notice = visit.edition.pages.word(visit.language, word)
        return await self._review(request, visit, notice, status, typed=typed)

    async def _repeat(
        self, state: Interview, entry: Entry, limits: Mapping[str, int], proof: str
    ) -> Outcome:
        """Store the end of an interview that doesn't count, as if it did: by the same pages."""
        repeated = replace(entry, event=Event.REPEATED, quotas=())
        counts = await self._door.journal.quota_counts() if limits else {}
        if any(counts.get(name, 0) >= most for name, most in limits.items()):
            last = state.walk.steps[-1].screen.number
            outcome = await self._door.journal.append(replace(repeated, screen=last), proof=proof)
            return Outcome.QUOTA_FULL if outcome is Outcome.STORED else outcome
        return await self._door.journal.append(repeated, proof=proof)

    async def thanks(self, request: Request) -> Response:
        """The page after the answers were sent."""
        visit = await self._door.visit(request)
        if visit.interview is None or not is_thanked(visit.interview):
            return to(place(visit.language, visit.interview))
        token, code = _kept(request, visit)
        content = visit.edition.pages.thanks(
            visit.language, token=token, code=code, preview=self._door.preview
        )
        return page(request, content)

    async def end(self, request: Request) -> Response:
        """The page of whoever was screened out, or met a full quota."""
        visit = await self._door.visit(request)
        state = visit.interview
        if state is None or state.status is Status.STARTED or is_thanked(state):
            return to(place(visit.language, state))
        screened = state.status is not Status.QUOTA_FULL and state.screened
        number = state.walk.steps[-1].screen.number if screened else None
        token, code = _kept(request, visit)
        content = visit.edition.pages.end(
            visit.language, number, token=token, code=code, preview=self._door.preview
        )
        return page(request, content)

    async def later(self, request: Request) -> Response:
        """The return code."""
        visit = await self._door.visit(request)
        state, credential = visit.interview, visit.credential
        if state is None or credential is None or state.status is not Status.STARTED:
            return to(place(visit.language, state))
        number = state.next_screen
        if number is None:
            number = state.walk.steps[-1].screen.number if state.walk.steps else 0
        content = visit.edition.pages.later(
            visit.language, credential.code, number, preview=self._door.preview
        )
        return page(request, content)

    async def closed(self, request: Request) -> Response:
        """The page of a field that hasn't begun, or has ended."""
        visit = await self._door.visit(request)
        phase = await self._door.editions.phase()
        going_on = visit.interview is not None and phase is Phase.GRACE
        if phase is Phase.OPEN or going_on:
            return to(place(visit.language, visit.interview))
        pages = visit.edition.pages
        if phase is Phase.NOT_YET:
            return page(request, pages.not_open(visit.language))
        return page(request, pages.closed(visit.language))

    async def _elsewhere(self, visit: Visit) -> str:
        """The path of the page at which the interview is, if that isn't the review page."""
        state = visit.interview
        if state is None or state.status is not Status.STARTED or state.next_screen is not None:
            return place(visit.language, state)
        if await self._door.editions.phase() not in (Phase.OPEN, Phase.GRACE):
            return f"/{visit.language}/closed"
        return ""

    async def _review(
        self,
        request: Request,
        visit: Visit,
        notice: str = "",
        status: int = 200,
        *,
        typed: str = "",
        mistake: str = "",
    ) -> Response:
        if visit.interview is None or visit.credential is None:
            return to(place(visit.language, visit.interview))
        pages = visit.edition.pages
        # Whoever goes on at another device has no pass in its cookie.
        owed = visit.interview.owes_pass and (mistake or not visit.credential.pass_)
        content = pages.review(
            visit.language,
            visit.interview.walk,
            Submission(
                token=visit.credential.token,
                key=new_key(),
                notice=notice,
                until=await self._door.until(visit),
                code=typed if owed else None,
                mistake=pages.mistake(visit.language, Mistake("code", mistake)) if mistake else "",
            ),
            preview=self._door.preview,
        )
        return page(request, content, status)


def _kept(request: Request, visit: Visit) -> tuple[str, str]:
    """The token of a form, and the return code, of whoever has an interview.

    No code for whoever came by the survey's own address, and may be another person.
    """
    if visit.credential is None:
        return "", ""
    query: bytes = request.scope["query_string"]
    return visit.credential.token, "" if query == AGAIN.encode() else visit.credential.code
