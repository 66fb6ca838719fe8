"""What a page is for: the attributes that give it a role, and what its role asks of it."""

from __future__ import annotations

from collections.abc import Sequence

from rundfrage.errors import Problem, Where, all_of
from rundfrage.locales import Message, message
from rundfrage.manuscript.attributes import Attributes
from rundfrage.manuscript.gathering import Gathering
from rundfrage.questionnaire.model import Page, PageRole

ROLES = tuple(role for role in PageRole if role is not PageRole.QUESTIONS)
"""Those that an attribute gives; a page without one holds questions."""
BESIDE_THE_INTERVIEW = frozenset({PageRole.WELCOME, PageRole.PRIVACY, PageRole.THANKS})
"""Read before or after the interview, by everybody: without a condition, and once at most."""


def role_of(attributes: Attributes) -> PageRole:
    """The role in a page's braces; raises a Problem if there are two, or if `if` doesn't fit it."""
    roles = [role for role in ROLES if role in attributes]
    if len(roles) > 1:
        raise _bad_role(
            attributes.line,
            message("The page is marked {roles}.", roles=all_of(roles)),
            message("one role a page."),
            message("Make a page of its own for each."),
        )
    role = roles[0] if roles else PageRole.QUESTIONS
    if role in BESIDE_THE_INTERVIEW and "if" in attributes:
        raise _bad_role(
            attributes.line,
            message(
                "A {role} page has a condition, but no answers are known where it is read.",
                role=role,
            ),
            message("a {role} page that everybody reads.", role=role),
            message("Take if out."),
        )
    if role is PageRole.SCREENOUT and "if" not in attributes:
        raise _bad_role(
            attributes.line,
            message("A screenout page has no condition, so it would end every interview."),
            message("a condition that says whose interview ends there."),
            message('Write for example {{screenout if="age < 18"}}.'),
        )
    return role


def check_roles(pages: Sequence[Page], gathering: Gathering) -> None:
    """Gather the Problems of pages that hold what their roles don't allow."""
    first: dict[PageRole, int] = {}
    for page in pages:
        if page.role is PageRole.QUESTIONS:
            continue
        with gathering.each(line=page.line):
            if page.questions:
                raise Problem(
                    "questions-on-role-page",
                    found=message(
                        "A {role} page holds the question {name}.",
                        role=page.role,
                        name=page.questions[0].name,
                    ),
                    expected=message("words only."),
                    mend=message("Put # and a title before the question, to begin another page."),
                )
            before = first.setdefault(page.role, page.line)
            if page.role in BESIDE_THE_INTERVIEW and before != page.line:
                raise Problem(
                    "page-role-twice",
                    found=message(
                        "There is a {role} page in line {before} already.",
                        role=page.role,
                        before=before,
                    ),
                    expected=message("one {role} page.", role=page.role),
                    mend=message("Put the words of both on one page."),
                )


def _bad_role(line: int, found: Message, expected: Message, mend: Message) -> Problem:
    return Problem("page-role", where=Where(line=line), found=found, expected=expected, mend=mend)
