"""The notice for respondents (Article 13 GDPR)."""

from __future__ import annotations

from rundfrage.authority.anonymity import verdict
from rundfrage.authority.document import Document, Items, Paragraph, Section
from rundfrage.authority.facts import Facts, until
from rundfrage.authority.processing import deletion
from rundfrage.locales import message
from rundfrage.questionnaire.model import Participation


def notice(facts: Facts) -> Document:
    """The document, its blanks left."""
    stored = [
        message("your answers, also those that you changed later"),
        message("the language you answered in"),
        message("the week in which you answered"),
        message("how long it took, in coarse steps"),
    ]
    if facts.invites:
        stored.append(
            message(
                "your e-mail address as that of somebody invited, apart from the answers; erased "
                "{day}",
                day=until(facts.addresses),
            )
        )
    return Document(
        "notice",
        message("Privacy notice for respondents (Article 13 GDPR)"),
        facts.title,
        (
            Section(
                message("Who is responsible"),
                (
                    Paragraph(facts.who_is_responsible),
                    Paragraph(
                        message("Data-protection officer: {officer}", officer=facts.who_advises)
                    ),
                ),
            ),
            Section(
                message("What for, and on what ground"),
                (
                    Paragraph(facts.what_for),
                    Paragraph(message("Legal basis: {basis}", basis=facts.basis)),
                    Paragraph(
                        message(
                            "Taking part is voluntary. Who doesn't take part has no disadvantage."
                        )
                    ),
                ),
            ),
            Section(message("What is stored"), (Items(tuple(stored)),)),
            Section(
                message("What is not stored"),
                (
                    Items(
                        (
                            message("network addresses"),
                            message("browser and device"),
                            message("times finer than the week"),
                        )
                    ),
                    Paragraph(
                        message(
                            "A cookie keeps your place. It is strictly necessary (Article 5(3) "
                            "of the ePrivacy Directive)."
                        )
                    ),
                    *_more_in_cookies(facts),
                ),
            ),
            Section(message("Is it anonymous?"), verdict(facts)),
            Section(message("Who gets the data"), (Paragraph(facts.who_hosts),)),
            Section(message("For how long"), (deletion(facts),)),
            Section(
                message("Your rights"),
                (
                    Paragraph(
                        message(
                            "You can withdraw your answers with the return code that is shown "
                            "when you finish or "
                            "continue later: they are deleted then. Without the code the program "
                            "doesn't find them, and so we give no access to them, correct or "
                            "delete none (Article 11(2) "
                            "GDPR). Exports, backups and results from before stay as they are."
                        )
                    ),
                    *(
                        (
                            Paragraph(
                                message(
                                    "Of your address as somebody invited you have the rights of "
                                    "access, rectification, "
                                    "erasure, restriction and objection (Articles 15 to 21 GDPR)."
                                )
                            ),
                        )
                        if facts.invites
                        else ()
                    ),
                    Paragraph(
                        message("You may complain to: {authority}", authority=facts.who_supervises)
                    ),
                ),
            ),
        ),
    )


def _more_in_cookies(facts: Facts) -> tuple[Paragraph, ...]:
    """What else cookies say, by the level."""
    if facts.level is Participation.OPEN and not facts.once:
        return ()
    if facts.level is Participation.BLIND and not facts.pauses:
        return ()
    if facts.level is Participation.OPEN:
        words = message(
            "A second one says until the survey ends, for 30 days at most, that answers were sent "
            "from this browser."
        )
    elif facts.level is Participation.BLIND:
        words = message(
            "A second one says for some hours that an invitation was exchanged in this browser."
        )
    else:
        words = message("Until you send your answers, it also holds your code.")
    return (Paragraph(words),)
