"""What the owner of a survey should know of the database servers that hold it."""

from __future__ import annotations

from rundfrage.locales import Message
from rundfrage.services.survey import Survey


def server_remarks(survey: Survey) -> tuple[Message, ...]:
    """What the servers of answers and participation are set to and needn't be; none of files."""
    # Only surveys in PostgreSQL need what speaks to it.
    from rundfrage.fieldwork.postgres_server.settings import remarks_on  # noqa: PLC0415

    both = (*remarks_on(survey.journal), *remarks_on(survey.participation))
    return tuple(dict.fromkeys(both))
