"""What to type: the flag or the command by which a Problem is mended at the command line.

A Problem names what is to be changed and knows no front. Here stands by its code how the command
line does that. `{file}`, `{name}` and `{subject}` are what the Problem says of itself; a line that
needs what it doesn't say is left out.
"""

from __future__ import annotations

from dataclasses import replace
from shlex import quote

from rundfrage.errors import Problem, Where
from rundfrage.locales import Message, message, template

_ORIGIN = template("--origin https://survey.example.org, or origin under [door] in settings.toml")
REMEDIES = {
    "answers-from-elsewhere": "-o FILE",
    "bad-mail-server": template(
        "--smtp mail.example.org:587, or server under [mail] in settings.toml"
    ),
    "bad-sender": template(
        '--from "Survey team <survey@example.org>", or sender under [mail] in settings.toml'
    ),
    "bad-address": template(
        "--journal or --participation with it, or database under [answers] or [participation] in "
        "settings.toml"
    ),
    "banner-without-categories": "--by VARIABLE",
    "calibration-stored": template("leave --engine out"),
    "calibration-unmet": "rundfrage weight DIR --targets FILE --bounds 0.3,3",
    "calibration-without-weight": template("--weight VARIABLE, or weight=VARIABLE in --design"),
    "cannot-listen": template(
        "--port PORT and --host ADDRESS, or port and host under [door] in settings.toml"
    ),
    "change-needs-consent": "--accept {name}",
    "claim-withheld": "--anew",
    "deck-wide": template("--questions q1,q4,q7*, or --questions all, or --draft"),
    "door-plural-forms": "rundfrage translate DIR --language {subject}",
    "door-words-missing": template(
        "rundfrage translate DIR --language {subject} makes or updates it"
    ),
    "columns-left-out": "rundfrage inspect {file}",
    "dossier-pdf-refused": "--formats html",
    "dossier-without-categories": "--by VARIABLE",
    "embed-by-invitation": template("leave out --embed, and embed under [door] in settings.toml"),
    "embed-without-https": _ORIGIN,
    "example-folder-taken": "rundfrage demo DIR",
    "field-closed": "rundfrage new DIR",
    "figures-withheld": "--anew",
    "folder-not-empty": "rundfrage new DIR",
    "forget-whom": template("rundfrage forget DIR amal@example.org, or --all"),
    "glyph-missing": template("--formats pptx,html,xlsx leaves it out"),
    "heading-rows-beyond": template("--heading-rows ROWS, or leave it out"),
    "json-translations": "rundfrage fmt FILE.json > questionnaire.md",
    "language-not-listed": "rundfrage translate DIR --door --language {subject}",
    "mail-server-refused": template(
        "the password is read from the variable that password_from under [mail] in settings.toml "
        "names, else from RUNDFRAGE_SMTP_PASSWORD"
    ),
    "margin-answers-missing": template("--missing keep, or --missing drop"),
    "margin-variable-unknown": "rundfrage codebook DIR",
    "missing-translation": template(
        "rundfrage translate DIR --language {subject} makes or updates it"
    ),
    "no-answers": "rundfrage simulate {file} -n 484",
    "no-codebook": template("rundfrage convert, or rundfrage codebook PART --write"),
    "no-front-matter": "rundfrage new DIR",
    "no-other-language": "rundfrage translate DIR --language en",
    "no-parquet": "rundfrage convert {file} {subject}",
    "no-participation-key": template(
        "put the file back from a copy; where none was made yet, rundfrage invite DIR CSV, or "
        "rundfrage invite DIR --codes NUMBER"
    ),
    "no-questionnaire": "rundfrage new DIR",
    "no-such-file": template("rundfrage new {subject} starts a survey"),
    "no-such-folder": template("rundfrage new {subject} starts a survey"),
    "not-json": "rundfrage fmt DIR --json",
    "not-published": template(
        "rundfrage publish DIR, or --journal postgresql://…, or database under [answers] in "
        "settings.toml"
    ),
    "origin-needed": _ORIGIN,
    "output-edited": template(
        "rundfrage report DIR --update DECK.pptx keeps edits, -o {subject} writes over them"
    ),
    "paper-language": "rundfrage translate DIR --language LANGUAGE",
    "paper-refused": template("name the other languages by --language"),
    "participation-key-split": template(
        "--share FILE, once for each share; or rundfrage join-key DIR puts the key back"
    ),
    "participation-not-in-field": "rundfrage publish DIR",
    "pdf-refused": template("--formats pptx,html,xlsx leaves it out"),
    "port-taken": "--port 8766",
    "poststratify-several-margins": "--method rake",
    "reading-doubted": template(
        "rundfrage codebook {file} --edit, then that line, or sure = true where it was read rightly"
    ),
    "report-language": template("leave --language out, or add --automatic"),
    "report-without-slides": "rundfrage report DIR --draft",
    "shares-too-few": template("--share FILE, once for each share"),
    "slips-language": "--csv FILE",
    "slips-refused": "--csv FILE",
    "trim-limits": "--trim 0.2,5",
    "unknown-variable": template("rundfrage codebook DIR lists them"),
    "update-foreign-deck": "rundfrage report DIR",
    "update-other-survey": "rundfrage report DIR --update DECK.pptx --language LANGUAGE",
    "weight-name": "--name weight_2",
    "weight-not-numeric": template(
        "--weight VARIABLE; rundfrage weight DIR --targets FILE -o COPY makes a copy"
    ),
    "weighting-bounds": "--method logit --bounds 0.3,3",
    "weights-negative": template("--bounds 0.1,5, or --method rake"),
    "weights-stale": "rundfrage weight DIR --targets FILE",
    "where-withheld": "--anew",
}
"""What to type by the code of a Problem."""

_FLAGS = {"day_first": "--day-first", "server": "--smtp", "sender": "--from"}
"""The flags of arguments that a service knows by another name."""


def how_to_mend(problem: Problem) -> str:
    """What to type to mend the problem; nothing if no flag and no command does."""
    remedy = REMEDIES.get(problem.code, "")
    known = {
        "file": quote(problem.where.file or ""),
        "name": problem.where.name or "",
        "subject": quote(problem.subject) if problem.subject else "",
    }
    lacking = any(f"{{{key}}}" in remedy and value in {"", "''"} for key, value in known.items())
    return Message(remedy, known) if remedy and not lacking else ""


def mend_with_how(problem: Problem) -> str:
    """What is to be changed, and what to type for it, as one text."""
    how = how_to_mend(problem)
    return problem.mend + message(" How: {how}", how=how) if how else problem.mend


def place_of(where: Where) -> str:
    """The place in words, an argument as its flag."""
    if where.argument is None:
        return str(where)
    return str(replace(where, argument=_FLAGS.get(where.argument, f"--{where.argument}")))
