"""The entrance: the welcome page, and the beginning or continuing of an interview.

The welcome page leaves a new credential in the browser, which the form for beginning proves to
know; so no other site can begin an interview in somebody's name, and beginning twice is beginning
once. Whoever uses the same browser after somebody else says so, and gets a credential of their own.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from rundfrage.fieldwork.interview import Status, interview
from rundfrage.fieldwork.journal import Entry, Event
from rundfrage.fieldwork.participation import Admission
from rundfrage.fieldwork.week import this_week
from rundfrage.questionnaire.answers.posted import Mistake
from rundfrage.questionnaire.model import Participation
from rundfrage.respond.credential import Credential, credential_of, new_credential
from rundfrage.respond.door import Door, first, page, preferred, to
from rundfrage.respond.editions import Phase
from rundfrage.respond.form import Form, Refused
from rundfrage.respond.pages.pages import Opening
from rundfrage.respond.visit import Visit, place

_BY_CODE = {
    Admission.SPENT: "code-used",
    Admission.UNKNOWN: "code-unknown",
    Admission.MISTYPED: "code-unknown",
}
_BY_INVITATION = {
    Admission.SPENT: "invitation-used",
    Admission.UNKNOWN: "invitation-unknown",
    Admission.MISTYPED: "invitation-unknown",
}


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
        # Whoever follows an invitation after somebody else has finished is another person.
        if ended and not self._door.preview and "token" not in request.path_params:
            return to(place(visit.language, visit.interview))
        phase = await self._door.editions.phase(visit.edition)
        if phase is not Phase.OPEN:
            return to(f"/{visit.language}/closed")
        if visit.credential is not None and not ended:
            return self._page(request, visit, visit.credential)
        credential = new_credential()
        visit = Visit(*await self._door.newest(request), credential)
        return self._door.with_cookie(self._page(request, visit, credential), credential)

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
        if not credential.proved_by(first(form, "token")):
            raise Refused(403)
        if await self._door.editions.phase(visit.edition) is not Phase.OPEN:
            return to(f"/{visit.language}/closed")
        if first(form, "go") == "continue":
            return await self._go_on(request, visit, credential, form)
        if visit.interview is not None:
            return to(place(visit.language, visit.interview))
        admitted = await self._admitted(visit, credential, form)
        if isinstance(admitted, Credential):
            return await self._begun(visit, admitted)
        return self._page(request, visit, credential, form, admitted, 422)

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
        if await self._door.editions.phase(visit.edition) is not Phase.OPEN:
            raise Refused(403)
        signed = await signer.sign(gate, first(form, "invitation"), first(form, "blinded"))
        if signed.admission is Admission.ADMITTED:
            return PlainTextResponse(signed.signature)
        return PlainTextResponse(signed.admission.value, 422)

    async def anew(self, request: Request) -> Response:
        """Forget whose browser this is; the interview that was its own stays as it is."""
        form = await self._door.form(request)
        visit = await self._door.visit(request)
        welcome = to(f"/{visit.language}/")
        if visit.credential is None or not visit.credential.proved_by(first(form, "token")):
            return welcome
        return self._door.with_cookie(welcome, new_credential())

    async def _begun(self, visit: Visit, credential: Credential) -> Response:
        """Into the interview of the credential, which begins unless it did before."""
        credential = replace(credential, begun=int(time.time()))
        edition = visit.edition
        entries = await self._door.journal.entries(credential.interview)
        if entries:
            edition = await self._door.editions.named(entries[0].version) or edition
        else:
            entry = Entry(
                credential.interview,
                credential.key("begun"),
                Event.BEGUN,
                edition.instrument.version,
                visit.language,
                this_week(),
            )
            await self._door.journal.append(entry)
            entries = [entry]
        path = place(visit.language, interview(edition.instrument, entries))
        return self._door.with_cookie(to(path), credential)

    async def _go_on(
        self, request: Request, visit: Visit, credential: Credential, form: Form
    ) -> Response:
        found = credential_of(first(form, "return_code")[:100])
        entries = await self._door.journal.entries(found.interview) if found else ()
        edition = await self._door.editions.named(entries[0].version) if entries else None
        if found is None or edition is None:
            mistakes = {"return_code": "return-code-unknown"}
            return self._page(request, visit, credential, form, mistakes, 422)
        language = visit.language if visit.language in edition.languages else edition.languages[0]
        path = place(language, interview(edition.instrument, entries))
        return self._door.with_cookie(to(path), replace(found, begun=0))

    async def _admitted(
        self, visit: Visit, credential: Credential, form: Form
    ) -> Credential | Mapping[str, str]:
        """The credential to begin with, or the mistakes that keep somebody out, by control."""
        level = visit.edition.instrument.questionnaire.participation
        if level is Participation.OPEN or self._door.preview:
            return credential
        if level is Participation.BLIND:
            if self._door.signer is None:
                raise Refused(503)
            ticket = first(form, "ticket")
            if not ticket:
                # The script makes one or says why it can't, so it hasn't run.
                return {"invitation": "no-script"}
            secret = self._door.signer.credential(ticket)
            return Credential(secret) if secret else {"invitation": "invitation-unknown"}
        if self._door.gate is None:
            raise Refused(503)
        control = "code" if level is Participation.CODES else "invitation"
        admission = await self._door.gate.admit(first(form, control), credential.secret)
        if admission is Admission.ADMITTED:
            return credential
        words = _BY_CODE if level is Participation.CODES else _BY_INVITATION
        return {control: words[admission]}

    def _page(
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
        level = visit.edition.instrument.questionnaire.participation
        if level is Participation.CODES and invitation:
            # The link on a slip: the code stands in its field, where the person can see it.
            fields["code"], invitation = [invitation], ""
        opening = Opening(
            invitation=invitation,
            screen=None if state is None else state.next_screen,
            fields=fields,
            mistakes={
                control: pages.mistake(visit.language, Mistake(control, code))
                for control, code in (mistakes or {}).items()
            },
            token=credential.token,
            modulus=self._door.signer.modulus if self._door.signer else "",
        )
        content = pages.welcome(visit.language, opening, preview=self._door.preview)
        return page(request, content, status)
