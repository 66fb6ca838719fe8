"""What is personal data, for whom and until when: the answer that all documents give alike."""

from __future__ import annotations

from rundfrage.authority.document import Items, Paragraph, Table
from rundfrage.authority.facts import Facts, until
from rundfrage.locales import message
from rundfrage.questionnaire.model import Participation

LEVELS = {
    Participation.OPEN: message("open: one link for everybody, and no control of who answers"),
    Participation.CODES: message("codes: codes on slips that are handed out by chance"),
    Participation.EXCHANGE: message(
        "exchange: a code by e-mail, which is used when answers are sent"
    ),
    Participation.BLIND: message(
        "blind: an invitation by e-mail, exchanged for a ticket that is signed unseen"
    ),
}


def verdict(facts: Facts) -> tuple[Paragraph | Items, ...]:
    """Whether the answers are anonymous, and until when not."""
    paragraphs: list[Paragraph | Items] = [
        Paragraph(message("Participation level: {level}.", level=LEVELS[facts.level]))
    ]
    if facts.level is Participation.OPEN:
        paragraphs.append(
            Paragraph(
                message(
                    "The program stores nothing by which an answer leads to a person: no address, "
                    "device or "
                    "time finer than the week. For the organisation the answers are anonymous as "
                    "far as "
                    "they don't say themselves who gave them, and as long as no server in front "
                    "records who "
                    "opened which page when."
                )
            )
        )
    elif facts.level is Participation.CODES:
        paragraphs.append(
            Paragraph(
                message(
                    "The program stores nothing by which an answer leads to a person. For the "
                    "organisation "
                    "the answers are anonymous as far as they don't say themselves who gave them, "
                    "as long "
                    "as nobody notes who was given which code, and no server in front records who "
                    "opened "
                    "which page when."
                )
            )
        )
    else:
        paragraphs.append(
            Paragraph(
                message(
                    "The addresses of the invited are personal data until they are erased "
                    "({addresses}). The "
                    "answers are pseudonymous, and personal data, for whoever holds the key "
                    "together with "
                    "the letters and copies of the databases, or the logs of servers: until the "
                    "key is "
                    "deleted ({key}) and so are those. From then on they are anonymous as far as "
                    "they don't "
                    "say themselves who gave them.",
                    addresses=until(facts.addresses),
                    key=until(facts.key),
                )
            )
        )
    if facts.identifying:
        paragraphs += [
            Paragraph(
                message(
                    "These questions ask for what may tell who somebody is. Whoever answers them "
                    "gives "
                    "personal data, and so do all their other answers belong to a person, until "
                    "the "
                    "answers are deleted ({day}):",
                    day=until(facts.answers),
                )
            ),
            Items(facts.identifying),
        ]
    if facts.open_texts:
        paragraphs.append(
            Paragraph(
                message(
                    "{count} questions are answered in people's own words. What they write may be "
                    "personal "
                    "data, of themselves or of others.",
                    count=facts.open_texts,
                )
            )
        )
    paragraphs.append(
        Paragraph(
            message(
                "Every interview has a return code that only the respondent has. Without it the "
                "organisation "
                "can't find an interview (Article 11 GDPR); with it the interview is found and "
                "deleted."
            )
        )
    )
    return tuple(paragraphs)


def who_learns_what(facts: Facts) -> Table:
    """What was found out in trials on the running program, at this level."""
    nothing = message("nothing")
    rows = {
        Participation.OPEN: (
            (message("the database of the answers and all its backups"), nothing),
            (
                message("an access log of the server in front, and the database as it changes"),
                message("which answers came from which network address"),
            ),
        ),
        Participation.CODES: (
            (message("both databases, all backups of every hour, and the key"), nothing),
            (
                message("a list of who was given which code, and the running program"),
                message("who answered what"),
            ),
            (
                message("an access log of the server in front, and the database as it changes"),
                message("which answers came from which network address"),
            ),
        ),
        Participation.EXCHANGE: (
            (message("both databases, all backups of every hour, and the key"), nothing),
            (
                message("one copy of the databases, the key and the letters"),
                message("who took part"),
            ),
            (
                message("the same, and a copy of every hour"),
                message(
                    "also when, and for about half of the people which answers (48 %; by chance "
                    "1.7 %)"
                ),
            ),
            (
                message("a view of the databases all the time, the key and the letters"),
                message("which answers are whose (78 %; by chance 2.8 %)"),
            ),
            (
                message("an access log of the server in front, and the database as it changes"),
                message("which answers came from which network address"),
            ),
            (
                message("the running programs, changed to write down what passes through"),
                message("who answered what"),
            ),
        ),
        Participation.BLIND: (
            (message("both databases, all backups of every hour, and the key"), nothing),
            (
                message("one copy of the databases, the key and the letters"),
                message("who took part"),
            ),
            (
                message("the same, and a copy of every hour"),
                message(
                    "which answers, of those who begin at once (48 %); hardly of those who begin "
                    "later "
                    "(1 %; by chance 1.7 %)"
                ),
            ),
            (
                message("a view of the databases all the time, the key and the letters"),
                message("which answers, of those who begin at once (89 %; by chance 2.8 %)"),
            ),
            (
                message("an access log of the server in front, and the database as it changes"),
                message("which answers came from which network address"),
            ),
            (
                message("the running programs, changed to write down what passes through"),
                message("who got a ticket; who answers what, if the same browser begins at once"),
            ),
        ),
    }[facts.level]
    return Table((message("who has"), message("finds out")), rows)
