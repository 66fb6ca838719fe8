"""The withdrawal by whoever runs a survey, for somebody who tells them the return code.

Whoever is told a code could look the answers up before. So people do it themselves on the survey's
pages, as long as these can be reached.
"""

from __future__ import annotations

from rundfrage.errors import Problem, Where
from rundfrage.fieldwork.journal import Journal
from rundfrage.locales import message
from rundfrage.respond.credential import credential_of
from rundfrage.services.journal import require_field, with_journal
from rundfrage.services.logbook import Act, note_or_say
from rundfrage.services.survey import Survey


def withdraw(survey: Survey, code: str) -> str | None:
    """Delete all answers under the return code, for good; nothing of them is shown.

    Deleting them twice is deleting them once. Returns a warning if it stands in no logbook. Raises
    a Problem if nothing was published, and if no interview has the code.
    """
    address = survey.journal
    require_field(address)
    credential = credential_of(code)
    unnoted = None if credential is None else note_or_say(survey, Act.WITHDRAW)

    async def work(journal: Journal) -> bool:
        return credential is not None and await journal.withdraw(credential.secret)

    if not with_journal(address, work):
        raise Problem(
            "return-code-unknown",
            where=Where(argument="code"),
            found=message("No interview has this return code."),
            expected=message("the return code as it was shown to the respondent."),
            mend=message("Ask for it once more; letters may have been mixed up."),
        )
    return unnoted
