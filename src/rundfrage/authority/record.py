"""The record of processing activities (Article 30 GDPR)."""

from __future__ import annotations

from rundfrage.authority.anonymity import verdict
from rundfrage.authority.document import Document, Paragraph, Section, Table
from rundfrage.authority.facts import Facts
from rundfrage.authority.processing import WHAT, data, deletion, period
from rundfrage.locales import message


def record(facts: Facts) -> Document:
    """The document, its blanks left."""
    table = Table(
        WHAT,
        (
            (message("Name of the activity"), message("Survey “{title}”", title=facts.title)),
            (message("Controller"), facts.who_is_responsible),
            (message("Data-protection officer"), facts.who_advises),
            (message("Purpose"), facts.what_for),
            (message("Legal basis"), facts.basis),
            (message("Persons concerned"), message("‹who is asked›")),
            (message("Categories of data"), data(facts)),
            (
                message("Not stored"),
                message(
                    "network address, browser, cookies beyond what is strictly necessary, "
                    "time finer "
                    "than the week"
                ),
            ),
            (message("Recipients"), facts.who_hosts),
            (message("Third countries"), message("‹none, or which and on what ground›")),
            (message("Period"), period(facts)),
        ),
    )
    return Document(
        "record-of-processing",
        message("Record of processing activities (Article 30 GDPR)"),
        facts.title,
        (
            Section(message("The activity"), (table,)),
            Section(message("Deletion"), (deletion(facts),)),
            Section(message("Are the answers personal data?"), verdict(facts)),
            Section(
                message("Measures"),
                (
                    Paragraph(
                        message(
                            "See the document on technical and organisational measures (Article "
                            "32 GDPR)."
                        )
                    ),
                ),
            ),
        ),
    )
