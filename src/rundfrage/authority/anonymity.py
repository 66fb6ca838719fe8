"""What is personal data, for whom and until when: the answer that all documents give alike."""

from __future__ import annotations

from collections.abc import Mapping

from rundfrage.authority.document import Items, Paragraph, Table
from rundfrage.authority.facts import Facts, until
from rundfrage.fieldwork import knowledge
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
                "Every interview has a return code that only the respondent has; with it the "
                "interview is found and deleted. Without it the program finds none, and whoever "
                "could find one by other means would have to break what keeps answers and people "
                "apart (Article 11 GDPR)."
            )
        )
    )
    return tuple(paragraphs)


_MANNERS: Mapping[Participation, tuple[knowledge.Manner, ...]] = {
    Participation.OPEN: (knowledge.Manner.OPEN,),
    Participation.CODES: (knowledge.Manner.CODES,),
    Participation.EXCHANGE: (knowledge.Manner.EXCHANGE,),
    Participation.BLIND: knowledge.BLIND,
}


def who_learns_what(facts: Facts) -> Table:
    """What was found out in trials on the running program, at this level."""
    among = _MANNERS[facts.level]
    return Table(
        (message("who has"), *knowledge.manners(among)),
        tuple((row.holding, *row.cells) for row in knowledge.rows(among)),
    )
