"""The key of the participation in shares, so that nobody uses it alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rundfrage.errors import Problem, Where
from rundfrage.fieldwork.participation import key_of
from rundfrage.fieldwork.participation.key import SECRET_BYTES, Key, encoded, write_secret
from rundfrage.fieldwork.participation.shares import MOST_SHARES, join, require_share, split
from rundfrage.fieldwork.participation.split import read_split, write_split
from rundfrage.fieldwork.period import now
from rundfrage.kinds import read_questionnaire
from rundfrage.locales import in_language, message
from rundfrage.reading import readable
from rundfrage.services.limits import require_within
from rundfrage.services.logbook import Act, note
from rundfrage.services.survey import Survey
from rundfrage.writing import erase, write_whole

__all__ = [
    "Sharing",
    "join_key",
    "read_share",
    "require_share",
    "restore_key",
    "shares_to_ask_for",
    "split_key",
]

_COLUMNS = 4


@dataclass(frozen=True)
class Sharing:
    """How many shares are made, and how many of them are needed."""

    shares: int = 3
    needed: int = 2

    def __post_init__(self) -> None:
        """Raise a Problem for numbers that split nothing."""
        require_within("shares", self.shares, 2, MOST_SHARES)
        require_within("needed", self.needed, 2, self.shares)


def split_key(
    survey: Survey, sharing: Sharing, folder: Path, *, keep: bool = False
) -> tuple[Path, ...]:
    """Write the shares as files into the folder, for nobody else to read, and erase the key.

    With `keep` the key stays where it is, and the shares are its copy. Raises a Problem, and leaves
    all as it was, if there is no key, if it is a link, or if shares lie in the folder.
    """
    key = key_of(survey.key)
    if survey.key.is_symlink() and not keep:
        raise Problem(
            "split-link",
            where=Where(str(survey.key)),
            found=message(
                "The key is a link to {place}, and can't be erased here.",
                place=str(survey.key.readlink()),
            ),
            expected=message("the key itself."),
            mend=message("Split it where it lies, or keep it."),
        )
    if folder.resolve() == survey.folder.resolve():
        raise Problem(
            "shares-beside",
            where=Where(str(folder)),
            found=message("This is the folder of the survey itself."),
            expected=message("another place: beside the databases the shares are a key again."),
            mend=message("Name a folder elsewhere, best on a medium that you can take out."),
        )
    texts, noted = split(key, sharing.shares, sharing.needed)
    study = read_questionnaire(survey.path).study
    files = tuple(folder / f"{study.name}-share-{at}.txt" for at in range(1, len(texts) + 1))
    if there := sorted(folder.glob(f"{study.name}-share-*.txt")):
        raise Problem(
            "shares-there",
            where=Where(str(there[0])),
            found=message("There is a share already."),
            expected=message("a folder without shares: each is to go to somebody else."),
            mend=message("Hand that one out first, or name another folder."),
        )
    note(survey, Act.SPLIT_KEY)
    title = study.title.into(study.language)
    for at, (file, text) in enumerate(zip(files, texts, strict=True), start=1):
        heading = message(
            "{title} ({name}), {day}: share {at} of {shares} of the key of the participation.\n"
            "{needed} of them together are the key. With fewer nobody finds it.",
            title=title,
            name=study.name,
            day=now().date().isoformat(),
            at=at,
            shares=sharing.shares,
            needed=sharing.needed,
        )
        words = f"{in_language(heading, study.language)}\n\n{_laid_out(text)}\n"
        try:
            write_whole(file, words, private=True)
        except Problem:
            # Some of the shares would be left that nobody was given.
            for written in files:
                erase(written)
            raise
    _require_whole(files, key, sharing)
    write_split(survey.key, noted)
    if not keep:
        erase(survey.key)
    return files


def read_share(file: Path) -> str:
    """The words of a share in its file, which stand below its heading.

    Raises a Problem if there are none.
    """
    with readable(file, message("a share of the key.")):
        text = file.read_bytes().decode("utf-8-sig", "replace")
    share = text.replace("\r\n", "\n").rstrip().rpartition("\n\n")[2]
    try:
        require_share(share)
    except Problem as problem:
        raise problem.placed(lambda _: Where(str(file))) from None
    return share


def shares_to_ask_for(survey: Survey) -> int:
    """How many shares are needed before the key can be used; 0 if it is there, or wasn't split."""
    if survey.joined is not None or survey.key.exists():
        return 0
    noted = read_split(survey.key)
    return noted.needed if noted else 0


def join_key(survey: Survey, shares: Sequence[str]) -> Survey:
    """The survey with the key that these shares are; it is nowhere but in memory.

    Raises a Problem if they aren't the key, or if another one lies there.
    """
    noted = read_split(survey.key)
    if not shares and noted is None:
        raise Problem(
            "key-not-split",
            where=Where(str(survey.key)),
            found=message("The key of this survey wasn't split."),
            expected=message("a key in shares, of which some are named or typed."),
            mend=message("Name the files of its shares if it is the key of a copy."),
        )
    key = join(shares, noted)
    if survey.key.exists() and key_of(survey.key) != key:
        raise Problem(
            "key-there",
            where=Where(str(survey.key)),
            found=message("Another key lies there."),
            expected=message("no key, or the one that the shares are."),
            mend=message("Look whose key it is, and move it away."),
        )
    note(survey, Act.JOIN_KEY)
    return replace(survey, joined=key)


def restore_key(survey: Survey, shares: Sequence[str]) -> Path:
    """Put the key of these shares back where it lay; the file. The shares stay valid."""
    joined = join_key(survey, shares).joined
    assert joined is not None  # noqa: S101 - it was joined above
    if not survey.key.exists():
        write_secret(survey.key, encoded(joined))
    return survey.key


def _laid_out(text: str) -> str:
    words = [f"{at:3} {word:10}" for at, word in enumerate(text.split(), start=1)]
    rows = (words[at : at + _COLUMNS] for at in range(0, len(words), _COLUMNS))
    return "\n".join("".join(row).rstrip() for row in rows)


def _require_whole(files: Sequence[Path], key: Key, sharing: Sharing) -> None:
    """Raise unless the key can be made of what is on the disk, by the first shares and the last."""
    read = [read_share(file) for file in files]
    for some in (read[: sharing.needed], read[-sharing.needed :]):
        if join(some, None) != key:
            raise RuntimeError(f"{SECRET_BYTES} bytes came back as others")
