"""What is wrong in a file of settings, in the words that all of these files use."""

from __future__ import annotations

from collections.abc import Iterable

from rundfrage.errors import Problem, Where, did_you_mean
from rundfrage.locales import Message, message


def unknown_setting(code: str, key: str, known: Iterable[str], where: Where) -> Problem:
    """A setting that there isn't, in one of the files of settings; `known` are those there are."""
    names = list(known)
    return Problem(
        code,
        where=where,
        found=message("There is no setting {key}.", key=key),
        expected=message("one of {known}.", known=", ".join(names)),
        mend=did_you_mean(key, names) or message("Remove it."),
    )


def misshapen_setting(
    code: str, key: str, expected: Message, where: Where, mend: Message
) -> Problem:
    """A setting that holds something else than `expected`."""
    return Problem(
        code,
        where=where,
        found=message("{key} holds something else.", key=key),
        expected=expected + ".",
        mend=mend,
    )
