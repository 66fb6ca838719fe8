"""Shares of the participation key: so many of them are the key, and with one fewer it is lost.

The scheme is Shamir's (1979), the words and checksums are those of SLIP-39, so that a share can be
written down and typed again.
"""

from __future__ import annotations

from collections.abc import Sequence

from shamir_mnemonic import MnemonicError, Share, combine_mnemonics, generate_mnemonics
from shamir_mnemonic.wordlist import WORD_INDEX_MAP

from rundfrage.errors import Problem, Where
from rundfrage.fieldwork.participation.key import Key
from rundfrage.fieldwork.participation.split import Split
from rundfrage.locales import Message, counted_message, message

MOST_SHARES = 16
"""SLIP-39 knows no more."""
_FEWEST_ITERATIONS = 0
"""They slow down guessing of a passphrase, and there is none."""


def split(key: Key, shares: int, needed: int) -> tuple[Sequence[str], Split]:
    """The shares, each as its words between blanks, and what is noted of them."""
    (texts,) = generate_mnemonics(
        1, [(needed, shares)], key.secret, iteration_exponent=_FEWEST_ITERATIONS
    )
    return texts, Split(shares, needed, key.mark())


def require_share(text: str) -> None:
    """Raise a Problem unless the text is a share; it says nothing of what the words are."""
    _share(text)


def join(texts: Sequence[str], noted: Split | None) -> Key:
    """The key of these shares, of which there may be more than are needed.

    Raises a Problem if there are too few, if they don't belong together, or if the key that comes
    of it isn't the one that was noted.
    """
    shares = dict.fromkeys(_share(text) for text in texts)
    # The shares themselves say how many there must be: those of an earlier splitting stay valid.
    at_least = noted.needed if noted else 2
    needed = max((one.member_threshold for one in shares), default=at_least)
    if len({one.group_parameters() for one in shares}) > 1:
        raise _strange(message("The shares aren't of the same splitting."))
    if len(shares) < needed:
        raise Problem(
            "shares-too-few",
            where=Where(argument="share"),
            found=counted_message(
                "{count} share is given.", "{count} different shares are given.", len(shares)
            ),
            expected=message("{needed} of them.", needed=needed),
            mend=message("Ask whoever keeps another one."),
        )
    try:
        secret = combine_mnemonics([one.mnemonic() for one in shares][:needed])
    except MnemonicError:
        raise _strange(message("The shares don't make a key together.")) from None
    key = Key(secret)
    if noted and key.mark() != noted.check:
        raise _strange(message("Together the shares are another key."))
    return key


def _share(text: str) -> Share:
    words = [one for one in text.casefold().split() if not one.isdecimal()]
    unknown = [at for at, word in enumerate(words, start=1) if word not in WORD_INDEX_MAP]
    if unknown:
        raise _mistyped(message("Word {place} is none of a share.", place=unknown[0]))
    try:
        share = Share.from_mnemonic(" ".join(words))
    except MnemonicError:
        raise _mistyped(
            message("A word is lacking, wrong, or in another's place ({count}).", count=len(words))
        ) from None
    return share


def _mistyped(found: Message) -> Problem:
    return Problem(
        "share-mistyped",
        where=Where(argument="share"),
        found=found,
        expected=message("all the words of a share, in their order; numbers may stand between."),
        mend=message("Compare each word with what was written down."),
    )


def _strange(found: Message) -> Problem:
    return Problem(
        "shares-strange",
        where=Where(argument="share"),
        found=found,
        expected=message("shares of this survey's key, all of the same splitting."),
        mend=message("Look at what stands above the words: the survey, the day."),
    )
