"""The export of a field, and which answers.csv in a survey's folder is one.

An export may be written over by the next. The codebook that is written beside an export notes the
SHA-256 of its answers. Answers from elsewhere have no such note, and those that somebody changed
another sum.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rundfrage.dataset.files import written_shuffled
from rundfrage.errors import Problem, Where
from rundfrage.fieldwork.address import shown
from rundfrage.fieldwork.export import Gathering
from rundfrage.fieldwork.finding import Finding
from rundfrage.fieldwork.interview import Interview, Status
from rundfrage.fieldwork.journal import Journal
from rundfrage.locales import message
from rundfrage.progress import UNWATCHED, Progress, advance, heed
from rundfrage.services.answers import ANSWERS, COPIES, files_of
from rundfrage.services.exports import is_export, note_export
from rundfrage.services.journal import instruments, require_field, with_journal
from rundfrage.services.logbook import Act, is_closed_copy, note, note_if_writable
from rundfrage.services.reading import FieldReading
from rundfrage.services.survey import Survey

ROWS_AT_ONCE = 5_000
"""So many respondents are written at a time."""


@dataclass(frozen=True)
class Exported:
    """Where the answers are, how many respondents gave them, and what found no place in them.

    `left_out` counts by variable the answers that the version in the field has no place for; they
    stay in the journal. Interviews that were `withdrawn` are counted, and nothing else is known of
    them. `attempts` of the respondents were begun by a pass and not ended: one person may have made
    several. `findings` are what isn't as it was stored: forged and altered interviews are left out.
    `unnoted` says that the export stands in no logbook, for the folder is a closed copy.
    """

    file: Path
    respondents: int
    left_out: Mapping[str, int]
    withdrawn: int = 0
    findings: Sequence[Finding] = ()
    attempts: int = 0
    unnoted: Problem | None = None


def export(
    survey: Survey,
    file: Path | None = None,
    *,
    partial: bool = False,
    progress: Progress = UNWATCHED,
) -> Exported:
    """Write the answers of completed interviews, in random order; with `partial` of all begun.

    Without a file they become the survey's answers.csv. As the journal, no other user of the
    machine may read it. Raises a Problem if nothing was published,
    or if answers lie there that aren't an earlier export as it was written.
    """
    address = survey.journal
    require_field(address)
    target = file or place_for_export(survey.folder)
    wanted = {Status.COMPLETED, Status.STARTED} if partial else {Status.COMPLETED}

    def is_wanted(interview: Interview) -> bool:
        return interview.status in wanted and _began_to_answer(interview)

    async def work(journal: Journal) -> Exported:
        known = await instruments(journal, address)
        version, newest = list(known.items())[-1]
        gathering = Gathering(newest.codebook, shown(address))
        reading = FieldReading(journal, known, is_wanted)
        respondents = attempts = 0
        with written_shuffled(newest.codebook, target, shown(address), note_export) as add:
            async for seen in reading.cases():
                heed(progress, interviews)
                if not is_wanted(seen.interview):
                    continue
                gathering.add(seen)
                respondents += seen.count
                if seen.interview.status is Status.STARTED and seen.interview.owes_pass:
                    attempts += seen.count
                if gathering.count >= ROWS_AT_ONCE:
                    add(gathering.take())
            add(gathering.take())
            advance(progress, target.name)
            noted = note_if_writable if is_closed_copy(survey) else note
            unnoted = noted(survey, Act.EXPORT_PARTIAL if partial else Act.EXPORT, version)
        return Exported(
            target,
            respondents,
            gathering.orphaned,
            reading.withdrawn,
            reading.findings,
            attempts,
            unnoted,
        )

    progress.expect(2)
    advance(progress, interviews := message("interviews"))
    return with_journal(address, work, reading=True)


def _began_to_answer(interview: Interview) -> bool:
    """An interview without a screen sent says nothing of anybody."""
    return bool(interview.sent)


def place_for_export(survey: Path) -> Path:
    """Where the answers of the field go unless the user says otherwise: answers.csv.

    Raises a Problem if answers lie there that aren't an earlier export as it was written.
    """
    place = survey / f"{ANSWERS}.csv"
    found = files_of(survey, ANSWERS)
    for file in found:
        if file.suffix in COPIES and place in found:
            continue
        if file != place or not is_export(file):
            raise Problem(
                "answers-from-elsewhere",
                where=Where(str(file)),
                found=message(
                    "These answers are no export of the field, or somebody changed them."
                ),
                expected=message(
                    "no {answers}.* in the folder, or an export as it was written.", answers=ANSWERS
                ),
                mend=message("Move them away, or name another file to write."),
            )
    return place
