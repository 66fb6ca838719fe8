"""The entrance: the welcome page, and the beginning or continuing of an interview.

The welcome page leaves a new credential in the browser, which the form for beginning proves to
know; so no other site can begin an interview in somebody's name. The interview gets another one:
whoever left the first in a shared browser doesn't know it. Beginning twice is beginning once.
Whoever uses the same browser after somebody else says so, or comes by an invitation or a code of
their own, and never goes on with a stranger's interview.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from urllib.parse import quote

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from rundfrage.errors import Problem
from rundfrage.fieldwork.interview import Status, interview
from rundfrage.fieldwork.journal import Entry, Event
from rundfrage.fieldwork.participation import Admission
from rundfrage.fieldwork.participation.passes import read_pass
from rundfrage.fieldwork.period import Phase, now
from rundfrage.fieldwork.week import this_week
from rundfrage.questionnaire.answers.posted import Mistake
from rundfrage.questionnaire.model import Participation
from rundfrage.respond.admission import UNKNOWN, is_own, is_valid, presented
from rundfrage.respond.credential import Credential, credential_of, new_credential, renewed
from rundfrage.respond.door import Door, first, is_key, new_key, page, preferred, to
from rundfrage.respond.form import Form, Refused
from rundfrage.respond.once import has_answered
from rundfrage.respond.pages.offered import Opening
from rundfrage.respond.preparing import bits_for, still_to_come
from rundfrage.respond.visit import AGAIN, Visit, level_of, place
from rundfrage.text import date, moment


class Entrance:
    """The handlers of /, /in/TOKEN, and of privacy, begin, sign and anew behind /LANGUAGE/."""

    def __init__(self, door: Door) -> None:
        self._door = door

    async def choose_language(self, request: Request) -> Response:
        """On to the welcome page in the browser's language."""
        language = preferred(request, await self._door.edition())
        token = quote(request.path_params.get("token", ""), safe="")
        return to(f"/in/{token}/{language}/" if token else f"/{language}/")

    async def welcome(self, request: Request) -> Response:
        """The welcome page with the privacy notice; nothing is stored and no invitation used."""
        visit = await self._door.visit(request)
        ended = visit.interview is not None and visit.interview.status is not Status.STARTED
        # Who comes after somebody has finished may be another person, where each has a pass.
        if ended and not self._door.preview and level_of(visit) is Participation.OPEN:
            return to(f"{place(visit.language, visit.interview)}?{AGAIN}")
        phase = await self._door.editions.phase()
        if phase is not Phase.OPEN and (phase is not Phase.GRACE or visit.interview is None):
            return to(f"/{visit.language}/closed")
        if visit.interview is None and has_answered(self._door, request, visit):
            return page(request, visit.edition.pages.answered(visit.language))
        if visit.credential is not None and (not ended or level_of(visit) in UNKNOWN):
            return await self._page(request, visit, visit.credential)
        credential = new_credential()
        visit = Visit(*await self._door.newest(request), credential)
        return self._door.with_cookie(await self._page(request, visit, credential), credential)

    async def privacy(self, request: Request) -> Response:
        """The privacy notice by itself: also during an interview, after it, and after the field."""
        visit = await self._door.visit(request)
        content = visit.edition.pages.privacy(visit.language, preview=self._door.preview)
        return page(request, content)

    async def begin(self, request: Request) -> Response:
        """Begin the interview, or go on with the one that belongs to a return code."""
        form = await self._door.form(request)
        visit = await self._door.visit(request)
        credential = visit.credential
        if credential is None:
            return page(request, visit.edition.pages.no_cookie(visit.language), 403)
        token, key = first(form, "token"), first(form, "key")
        beginning = renewed(token, key) if is_key(key) else new_credential()
        if beginning.secret == credential.secret:
            # The same form once more: its interview has begun.
            return to(place(visit.language, visit.interview))
        if not credential.proved_by(token):
            raise Refused(403)
        closed = to(f"/{visit.language}/closed")
        phase = await self._door.editions.phase()
        if phase not in (Phase.OPEN, Phase.GRACE):
            return closed
        if first(form, "go") == "continue":
            return await self._go_on(request, visit, credential, form)
        if await self._goes_on(visit, form):
            return to(place(visit.language, visit.interview))
        answered = has_answered(self._door, request, visit)
        if phase is not Phase.OPEN or answered:
            said = visit.edition.pages.answered(visit.language)
            return page(request, said, 403) if answered else closed
        unprepared = still_to_come(self._door, request, visit, form)
        return unprepared or await self._let_in(request, visit, beginning, form)

    async def _let_in(
        self, request: Request, visit: Visit, beginning: Credential, form: Form
    ) -> Response:
        """Into the interview that begins, or the welcome page with what keeps somebody out."""
        admitted = await self._admitted(request, visit, beginning, form)
        if isinstance(admitted, Credential):
            return await self._begun(visit, admitted, await self._kept(form))
        own = visit.credential or beginning
        return await self._page(request, visit, own, form, admitted, 422)

    async def sign(self, request: Request) -> Response:
        """At the level blind: spend an invitation and sign what its holder's browser blinded."""
        form = await self._door.form(request)
        visit = await self._door.visit(request)
        signer, gate = self._door.signer, self._door.gate
        if visit.credential is None:
            return PlainTextResponse("no-cookie", 403)
        if not visit.credential.proved_by(first(form, "token")):
            raise Refused(403)
        if signer is None or gate is None:
            raise Refused(404)
        if await self._door.editions.phase() is not Phase.OPEN:
            raise Refused(403)
        signed = await signer.sign(gate, first(form, "invitation"), first(form, "blinded"))
        if signed.admission is Admission.ADMITTED:
            response = PlainTextResponse(signed.signature)
            if seconds := await self._pause():
                self._door.pause(response, seconds)
            return response
        return PlainTextResponse(signed.admission.value, 422)

    async def anew(self, request: Request) -> Response:
        """Forget whose browser this is; the interview that was its own stays as it is."""
        form = await self._door.form(request)
        visit = await self._door.visit(request)
        welcome = to(f"/{visit.language}/")
        if visit.credential is None or not visit.credential.proved_by(first(form, "token")):
            return welcome
        return self._door.with_cookie(welcome, new_credential())

    async def _pause(self) -> int:
        """For how many seconds nobody who has just exchanged an invitation begins.

        Where the field ends soon, for half of the time that is left.
        """
        seconds = 3600 * self._door.settings.pause
        over = (await self._door.editions.period()).over
        return seconds if over is None else min(seconds, int((over - now()).total_seconds() / 2))

    async def _kept(self, form: Form) -> int:
        """For how many seconds the respondent wants their place kept; 0: until the browser ends."""
        if first(form, "keep") != "yes":
            return 0
        return await self._door.kept_for()

    async def _begun(self, visit: Visit, credential: Credential, seconds: int) -> Response:
        """Into the interview of the credential, which begins unless it did before."""
        credential = replace(credential, begun=int(time.time()))
        language, edition = visit.language, visit.edition
        if visit.interview is not None:
            # It is somebody else's, and may be one of an earlier version.
            edition = await self._door.edition()
            language = language if language in edition.languages else edition.languages[0]
        credential, entries = await self._door.belonging(credential)
        if entries:
            edition = await self._door.editions.named(entries[0].version) or edition
        else:
            entry = Entry(
                credential.interview,
                credential.key("begun"),
                Event.ENTERED if credential.pass_ else Event.BEGUN,
                edition.instrument.version,
                language,
                this_week(),
            )
            try:
                await self._door.store(entry, credential)
            except Problem as problem:
                if problem.code != "journal-closed":
                    raise
                return to(f"/{language}/closed")
            entries = [entry]
        path = place(language, interview(edition.instrument, entries))
        return self._door.with_cookie(to(path), credential, seconds)

    async def _goes_on(self, visit: Visit, form: Form) -> bool:
        """Whether the form came from whoever began the interview of this browser."""
        if visit.interview is None or visit.credential is None:
            return False
        level = level_of(visit)
        if level is Participation.OPEN or self._door.preview:
            return True
        if level in UNKNOWN and visit.interview.status is not Status.STARTED:
            # Whether the code was used is told to nobody, not even where it was.
            return False
        if level is Participation.BLIND:
            signer, ticket = self._door.signer, first(form, "ticket")
            return signer is not None and signer.credential(ticket) == visit.credential.secret
        return await is_own(self._door, visit, presented(form))

    async def _go_on(
        self, request: Request, visit: Visit, credential: Credential, form: Form
    ) -> Response:
        found = credential_of(first(form, "return_code")[:100])
        entries: Sequence[Entry] = ()
        if found is not None:
            found, entries = await self._door.belonging(found)
        edition = await self._door.editions.named(entries[0].version) if entries else None
        if found is None or edition is None:
            mistakes = {"return_code": "return-code-unknown"}
            return await self._page(request, visit, credential, form, mistakes, 422)
        language = visit.language if visit.language in edition.languages else edition.languages[0]
        path = place(language, interview(edition.instrument, entries))
        seconds = await self._kept(form)
        # At one's own browser the cookie knows more: when it began, and by which pass.
        own = found.secret == credential.secret
        found = credential if own else replace(found, begun=0)
        return self._door.with_cookie(to(path), found, seconds)

    async def _admitted(
        self, request: Request, visit: Visit, beginning: Credential, form: Form
    ) -> Credential | Mapping[str, str]:
        """The credential to begin with, or the mistakes that keep somebody out, by control."""
        level = level_of(visit)
        if level is Participation.OPEN or self._door.preview:
            return beginning
        if level is Participation.BLIND:
            if self._door.signer is None:
                raise Refused(503)
            ticket = first(form, "ticket")
            if not ticket:
                # The script makes one or says why it can't, so it hasn't run.
                return {"invitation": "no-script"}
            secret = self._door.signer.credential(ticket)
            if secret is None:
                return {"invitation": "invitation-unknown"}
            _, entries = await self._door.belonging(Credential(secret))
            if entries and entries[0].event is Event.WITHDRAWN:
                return {"invitation": "withdrawn"}
            if self._door.pauses(request):
                return {"invitation": "too-soon"}
            return Credential(secret)
        typed = presented(form)
        if not await is_valid(self._door, typed):
            return {"code": UNKNOWN[level]}
        return replace(beginning, pass_=read_pass(typed) or "")

    async def _page(
        self,
        request: Request,
        visit: Visit,
        credential: Credential,
        form: Form | None = None,
        mistakes: Mapping[str, str] | None = None,
        status: int = 200,
    ) -> Response:
        pages, state = visit.edition.pages, visit.interview
        posted = form or {}
        fields = {name: posted[name] for name in ("code", "return_code") if name in posted}
        invitation = request.path_params.get("token", "") or first(posted, "invitation")
        if level_of(visit) in UNKNOWN and invitation:
            # Links of earlier versions have it in their path.
            fields["code"] = [invitation]
        # A link that holds an invitation of one's own never leads to what somebody else began.
        going_on = state is not None and state.status is Status.STARTED and not invitation
        opening = Opening(
            invitation=invitation,
            resume=place(visit.language, state) if going_on else "",
            fields=fields,
            mistakes={
                control: pages.mistake(visit.language, Mistake(control, code))
                for control, code in (mistakes or {}).items()
            },
            token=credential.token,
            key=new_key(),
            keep="keep" in posted,
            until=await self._until(visit),
            modulus=self._door.signer.modulus if self._door.signer else "",
            pause=self._door.settings.pause,
            bits=bits_for(self._door, visit),
        )
        content = pages.welcome(visit.language, opening, preview=self._door.preview)
        return page(request, content, status)

    async def _until(self, visit: Visit) -> str:
        """Until when people can take part, in words; nothing where there is no last day."""
        period = await self._door.editions.period()
        if period.days is None or period.ends is None:
            return ""
        pages, language = visit.edition.pages, visit.language
        last = pages.word(language, "open-until", date=date(period.days[1], language))
        if not period.grace:
            return last
        time = moment(period.ends, language)
        return Markup(" ").join((last, pages.word(language, "open-until-grace", time=time)))
