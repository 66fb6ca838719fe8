"""Reasons: why there is no answer, as respondents choose them apart from the answers.

A *mark* in braces says which one a line stands for: `{dk}` don't know, `{refused}` no answer
wanted, `{na}` not applicable. Whom a question doesn't apply to counts as not asked
(docs/decisions/0022-missing-steps.md).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Annotated

from rundfrage.codebook import Missing, MissingCode
from rundfrage.errors import Problem, Where
from rundfrage.locales import message
from rundfrage.manuscript.attributes import Attributes
from rundfrage.records import Limit
from rundfrage.text import Text

MARKS = {"dk": Missing.DONT_KNOW, "refused": Missing.REFUSED, "na": Missing.NOT_ASKED}
"""What each mark stands for."""
CODES = range(-9_999, 32_768)
"""The numbers that an option, a step or a reason may have in the data."""

_USUAL = (99, 999, 9_999, -9_999)  # what surveys write for "don't know", as far as it is free


@dataclass(frozen=True)
class Reason:
    """A reason for no answer, the words to choose it by, and its number in the data."""

    missing: Missing
    label: Text
    code: Annotated[int, Limit(CODES.start, CODES.stop - 1)]

    @property
    def mark(self) -> str:
        """The word that marks it; forms send it, and translations know the label by it."""
        return mark_of(self.missing)


def mark_of(missing: Missing) -> str:
    """The mark of a reason that respondents can choose."""
    return next(mark for mark, one in MARKS.items() if one is missing)


def missing_in(attributes: Attributes, name: str) -> Missing | None:
    """What the braces of the line of that name mark it as; raises a Problem at two marks."""
    marks = [mark for mark in MARKS if mark in attributes]
    if len(marks) > 1:
        raise Problem(
            "attribute-value",
            where=Where(line=attributes.line),
            found=message(
                "{name} is marked {first} and {second}.",
                name=name,
                first=marks[0],
                second=marks[1],
            ),
            expected=message("one of the two."),
            mend=message(
                'Keep dk for "don\'t know", refused for "no answer", na for "not applicable".'
            ),
        )
    return MARKS[marks[0]] if marks else None


def code_in(attributes: Attributes, name: str, otherwise: int) -> int:
    """The code that the braces of the line give; raises a Problem if there can't be such a one."""
    code = attributes.whole_number("code")
    if code is None:
        return otherwise
    if code not in CODES:
        raise Problem(
            "attribute-value",
            where=Where(line=attributes.line),
            found=message("{name} has the code {code}.", name=name, code=str(code)),
            expected=message(
                "a whole number from {start} to {stop}.",
                start=str(CODES.start),
                stop=str(CODES.stop - 1),
            ),
            mend=message("Give it a smaller code."),
        )
    return code


def attributes_of(code: int, missing: Missing | None, otherwise: int) -> dict[str, str]:
    """What stands in the braces of a line with that code, which it has `otherwise` without."""
    given = {} if code == otherwise else {"code": str(code)}
    return given if missing is None else given | {mark_of(missing): ""}


def check_reasons(reasons: Iterable[Reason], taken: Collection[int], line: int) -> None:
    """Raise a Problem where a reason stands twice, or has a code that is `taken` by an answer.

    `line` is where they stand, or the first of them.
    """
    seen: dict[Missing, Reason] = {}
    codes: dict[int, Reason] = {}
    for reason in reasons:
        if seen.setdefault(reason.missing, reason) is not reason:
            raise Problem(
                "reason-twice",
                where=Where(line=line),
                found=message("{mark} is offered twice.", mark=reason.mark),
                expected=message("each of dk, refused and na once at most."),
                mend=message("Take one of the two out."),
            )
        if reason.code in taken or codes.setdefault(reason.code, reason) is not reason:
            raise Problem(
                "duplicate-code",
                where=Where(line=line),
                found=message(
                    "{label} has the code {code}, which is an answer or another reason.",
                    label=reason.label.source[:60],
                    code=str(reason.code),
                ),
                expected=message("a code that no answer has."),
                mend=message(
                    "Write for example {{code={free} {mark}}}.",
                    free=str(next((code for code in _USUAL if code not in taken), CODES.stop - 1)),
                    mark=reason.mark,
                ),
            )


def whole_numbers(low: Decimal, high: Decimal) -> range:
    """The whole numbers that are answers between these two: no reason has one as its code."""
    return range(
        int(low.to_integral_value(ROUND_CEILING)), int(high.to_integral_value(ROUND_FLOOR)) + 1
    )


def missing_codes(reasons: Iterable[Reason]) -> tuple[MissingCode, ...]:
    """The reasons as a variable's codebook has them."""
    return tuple(MissingCode(one.missing, one.code, label=one.label) for one in reasons)
