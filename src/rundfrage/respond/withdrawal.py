"""The withdrawal: whoever shows the return code of an interview has all of its answers deleted.

The code says by itself that one may, so no cookie is needed: it works on any device, without
scripts, before and after the end of the field, and for a site that doesn't know the code it can't
be done in anybody's name. Nobody learns who withdrew, and nobody without the code whether anybody
did.
"""

from __future__ import annotations

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import Response

from rundfrage.fieldwork.journal import ENDS, Entry, Event
from rundfrage.questionnaire.answers.posted import Mistake
from rundfrage.questionnaire.model import Participation
from rundfrage.respond.admission import UNKNOWN
from rundfrage.respond.credential import Credential, credential_of, new_credential
from rundfrage.respond.door import Door, first, page
from rundfrage.respond.once import note_answered
from rundfrage.respond.visit import Visit, level_of

LONGEST_CODE = 100
"""More letters than a return code has, however it is typed."""


class Withdrawal:
    """The handlers of /LANGUAGE/withdraw."""

    def __init__(self, door: Door) -> None:
        self._door = door

    async def ask(self, request: Request) -> Response:
        """The field for the return code, empty: the browser may be another person's by now."""
        return self._asked(request, await self._door.visit(request), "")

    async def take(self, request: Request) -> Response:
        """Ask once more whether to delete the answers under a code, and then do it."""
        form = await self._door.form(request)
        visit = await self._door.visit(request)
        typed = first(form, "return_code")[:LONGEST_CODE]
        found = credential_of(typed)
        entries: Sequence[Entry] = ()
        if found is not None:
            found, entries = await self._door.belonging(found)
        if found is None or not entries:
            return self._asked(request, visit, typed, "return-code-unknown")
        if entries[0].event is not Event.WITHDRAWN:
            if first(form, "go") != "withdraw":
                level = level_of(visit)
                # Where a pass is spent at the end, one that hasn't ended leaves it as it was.
                ended = entries[0].event is Event.BEGUN or entries[-1].event in ENDS
                content = visit.edition.pages.confirm_withdrawal(
                    visit.language,
                    found.code,
                    spent=level is Participation.BLIND or (level in UNKNOWN and ended),
                    preview=self._door.preview,
                )
                return page(request, content)
            await self._door.journal.withdraw(found.secret)
            self._door.interviews.forget(found.interview)
        content = visit.edition.pages.withdrawn(visit.language, preview=self._door.preview)
        return await self._parted(page(request, content), visit, found)

    def _asked(self, request: Request, visit: Visit, code: str, mistake: str = "") -> Response:
        pages = visit.edition.pages
        words = pages.mistake(visit.language, Mistake("return_code", mistake)) if mistake else ""
        content = pages.withdraw(visit.language, code, words, preview=self._door.preview)
        return page(request, content, 422 if mistake else 200)

    async def _parted(self, response: Response, visit: Visit, withdrawn: Credential) -> Response:
        """The response; a browser that held the credential of the interview gets another.

        It has sent nothing then.
        """
        if visit.credential is None or visit.credential.secret != withdrawn.secret:
            return response
        self._door.with_cookie(response, new_credential())
        await note_answered(self._door, response, visit, sent=False)
        return response
