"""The technical and organisational measures (Article 32 GDPR)."""

from __future__ import annotations

from rundfrage.authority.document import Document, Section, Table
from rundfrage.authority.facts import Facts
from rundfrage.authority.processing import unlinkability
from rundfrage.locales import message


def measures(facts: Facts) -> Document:
    """The document, its blanks left."""
    rows = [
        (message("Pseudonymity and unlinkability"), unlinkability(facts)),
        (
            message("Confidentiality"),
            message(
                "encrypted connections (TLS) by the server in front; strict "
                "Content-Security-Policy; no "
                "content of third parties; forms that no other site can send; databases and "
                "exports "
                "that only the account of the service can read"
            ),
        ),
        (
            message("Integrity"),
            message(
                "entries are added and never changed; an interview is deleted by its return code, "
                "and all of them on their day; versions of the questionnaire are named by a hash "
                "of their content"
            ),
        ),
        (
            message("Availability"),
            message(
                "each page is on the disk before it is acknowledged; ‹backups: how often, where, "
                "for how "
                "long›"
            ),
        ),
        (
            message("Data minimisation"),
            message(
                "answers are exported to questions only that the routing asked; small groups are "
                "withheld in tables; "
                "weeks instead of times; durations in coarse steps"
            ),
        ),
        (
            message("Rights of the persons"),
            message(
                "withdrawal by the return code, from the notice and the last page, also when the "
                "field has ended; it deletes all answers of the interview"
            ),
        ),
        (
            message("Logging"),
            message(
                "the program logs no requests; ‹confirmed: the server in front keeps no access log›"
            ),
        ),
        (
            message("Accountability"),
            message(
                "a logbook of days and accounts: publishing, opening, closing, each export of rows "
                "by the program, letters, codes and deletions are noted before they are done, in "
                "lines chained by hashes; ‹who keeps the last hash elsewhere, and how often›"
            ),
        ),
        (message("Encryption at rest"), message("‹how the disks are encrypted›")),
        (message("Rights of access"), message("‹who may log in to the server, and read exports›")),
    ]
    if facts.shares is not None:
        needed, shares = facts.shares
        rows.append(
            (
                message("Four eyes"),
                message(
                    "the key of the participation was split into {shares} shares, {needed} of "
                    "which are the key together; ‹who keeps which›; ‹confirmed: the key itself "
                    "lies on the server as long as people can take part, or not at all›",
                    shares=shares,
                    needed=needed,
                ),
            )
        )
    if facts.server:
        rows.append(
            (
                message("Database server"),
                message(
                    "a PostgreSQL server whose settings write down no statements and no times of "
                    "commits, "
                    "checked at each start as far as they can be seen; ‹its write-ahead log: "
                    "archived or not›"
                ),
            )
        )
    left = Table(
        (message("what is left"), message("what is done about it")),
        (
            (
                message("order of arrival in the database, until the field is closed"),
                message(
                    "closing rewrites it in random order; it is closed on ‹day›, or by a timer "
                    "after its last day"
                ),
            ),
            (
                message("times of files, and counters of a database server"),
                message("nobody but the service's account may see them"),
            ),
            (
                message("backups of every hour tell how many answered in it, and what"),
                message("‹one a day, replaced›"),
            ),
            (
                message("networks and providers see that an address opened the survey"),
                message("‹what the hosting company records, and for how long›"),
            ),
            (
                message("deleted data on disks until they are written over"),
                message("‹encrypted disks›"),
            ),
        ),
    )
    return Document(
        "measures",
        message("Technical and organisational measures (Article 32 GDPR)"),
        facts.title,
        (
            Section(
                message("Measures"), (Table((message("aim"), message("measure")), tuple(rows)),)
            ),
            Section(message("What is left"), (left,)),
        ),
    )
