"""The annex of a contract with a processor (Article 28 GDPR)."""

from __future__ import annotations

from rundfrage.authority.document import Document, Paragraph, Section, Table
from rundfrage.authority.facts import Facts
from rundfrage.authority.processing import WHAT, data, deletion, period
from rundfrage.locales import message


def contract(facts: Facts) -> Document:
    """The document, its blanks left."""
    table = Table(
        WHAT,
        (
            (message("Controller"), facts.who_is_responsible),
            (message("Processor"), facts.who_hosts),
            (
                message("Subject"),
                message(
                    "running the survey “{title}” with the program rundfrage: serving its pages, "
                    "keeping "
                    "its databases‹, sending its letters›",
                    title=facts.title,
                ),
            ),
            (message("Duration"), period(facts)),
            (message("Purpose"), facts.what_for),
            (message("Kind of data"), data(facts)),
            (message("Persons concerned"), message("‹who is asked›")),
            (
                message("Instructions"),
                message(
                    "only in writing, by ‹who›; no access log of the survey's addresses; no "
                    "copies beyond "
                    "the backups agreed on; no look into answers"
                ),
            ),
            (message("Further processors"), message("‹none, or which, and who agrees to them›")),
            (message("Place"), message("‹where the servers stand›")),
            (
                message("Return and deletion"),
                message(
                    "at the end of the contract all data and all backups are deleted, and that is "
                    "confirmed "
                    "in writing"
                ),
            ),
            (
                message("Breaches"),
                message("reported to ‹contact› without delay, at the latest in ‹24› hours"),
            ),
        ),
    )
    return Document(
        "processing-contract-annex",
        message("Annex to the processing contract (Article 28 GDPR)"),
        facts.title,
        (
            Section(message("What is agreed"), (table,)),
            Section(
                message("Measures"),
                (
                    Paragraph(
                        message(
                            "The document on technical and organisational measures is part of "
                            "this annex. The processor "
                            "confirms for its part the blanks in it."
                        )
                    ),
                ),
            ),
            Section(message("Deletion"), (deletion(facts),)),
        ),
    )
