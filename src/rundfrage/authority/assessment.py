"""The data-protection impact assessment (Article 35 GDPR)."""

from __future__ import annotations

from rundfrage.authority.anonymity import verdict, who_learns_what
from rundfrage.authority.document import Document, Items, Paragraph, Section, Table
from rundfrage.authority.facts import Facts
from rundfrage.authority.processing import WHAT, data, deletion, period
from rundfrage.locales import message
from rundfrage.questionnaire.model import Participation


def assessment(facts: Facts) -> Document:
    """The document, its blanks left."""
    risks = [
        (
            message(
                "somebody is recognised by what they wrote or by a rare combination of answers"
            ),
            message("‹likelihood, severity›"),
            message(
                "questions checked for what identifies people; small groups withheld; open "
                "answers kept out of publications unless released"
            ),
        ),
        (
            message("somebody who can reach the server finds out whose answers are whose"),
            message("as in the table above"),
            message(
                "key, letters, databases and logs apart from each other; deleted as said; no "
                "access log"
            ),
        ),
        (
            message("pressure to take part or to answer in a certain way"),
            message("‹likelihood, severity›"),
            message("taking part is voluntary; ‹how superiors are kept from asking who took part›"),
        ),
        (
            message("answers are lost, forged or counted twice"),
            message("‹likelihood, severity›"),
            message("each page is on the disk before it is acknowledged; entries are never changed")
            if facts.level is not Participation.OPEN
            else message(
                "each page is on the disk before it is acknowledged; at this level anybody can "
                "answer several times"
            ),
        ),
    ]
    return Document(
        "impact-assessment",
        message("Data-protection impact assessment (Article 35 GDPR)"),
        facts.title,
        (
            Section(
                message("Is an assessment required?"),
                (
                    Paragraph(
                        message(
                            "‹Yes or no, and why: special categories of data (Article 9), many "
                            "persons, employees or "
                            "others in a weak position, the supervisory authority's list›"
                        )
                    ),
                ),
            ),
            Section(
                message("The processing"),
                (
                    Table(
                        WHAT,
                        (
                            (message("Purpose"), facts.what_for),
                            (message("Legal basis"), facts.basis),
                            (message("Data"), data(facts)),
                            (
                                message("Number of persons"),
                                message("{count} are expected to answer", count=facts.respondents)
                                if facts.respondents
                                else message("‹how many are asked›"),
                            ),
                            (message("Period"), period(facts)),
                        ),
                    ),
                ),
            ),
            Section(
                message("Necessity"),
                (
                    Paragraph(
                        message(
                            "‹Why these questions are needed, and why fewer or coarser ones "
                            "wouldn't do›"
                        )
                    ),
                ),
            ),
            Section(message("Are the answers personal data?"), verdict(facts)),
            Section(
                message("Who finds out what"),
                (
                    Paragraph(
                        message(
                            "Right guesses in trials on the running program with 36 invited "
                            "people, and those "
                            "of chance in brackets."
                        )
                    ),
                    who_learns_what(facts),
                ),
            ),
            Section(
                message("Risks and measures"),
                (
                    Table(
                        (message("risk"), message("how large"), message("measures")), tuple(risks)
                    ),
                ),
            ),
            Section(message("Deletion"), (deletion(facts),)),
            Section(
                message("Consultation and result"),
                (
                    Items(
                        (
                            message(
                                "‹the view of the persons concerned or of their representatives, "
                                "such as the staff council›"
                            ),
                            message("‹the advice of the data-protection officer›"),
                            message("‹the remaining risk, and who accepts it; date and signature›"),
                        )
                    ),
                ),
            ),
        ),
    )
