"""The addresses to invite, from a CSV file with a column `email` and, on wish, `language`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import email_validator

from rundfrage.dataset.account import Ledger
from rundfrage.dataset.cells import Cells
from rundfrage.dataset.intake.dialect import read_text
from rundfrage.dataset.intake.options import AS_IT_IS
from rundfrage.errors import Problem, Where, did_you_mean, raise_all
from rundfrage.fieldwork.participation.gate import Invitation
from rundfrage.locales import message
from rundfrage.reading import readable

_ADDRESS = "email"
_LANGUAGE = "language"

# An organisation's own network may well have post at host.local (this list is meant to be changed).
email_validator.SPECIAL_USE_DOMAIN_NAMES.remove("local")


def read_addresses(file: Path, language: str, languages: Sequence[str]) -> tuple[Invitation, ...]:
    """The invitations of the file, in its order; who names no language gets `language`.

    Raises a Problem with one for each line that has no address, an address twice, or a language
    that isn't among the `languages` of the survey.
    """
    # Spreadsheets in German head the column E-Mail.
    columns = {column.name.strip().casefold().replace("-", ""): column for column in _columns(file)}
    if _ADDRESS not in columns:
        raise Problem(
            "no-address-column",
            where=Where(str(file), 1),
            found=message("The columns are {columns}.", columns=", ".join(columns))
            if columns
            else message("There are no columns."),
            expected=message("a column named email."),
            mend=message("Name the column of addresses: email"),
        )
    addresses = _values(columns[_ADDRESS])
    wanted = _values(columns[_LANGUAGE]) if _LANGUAGE in columns else [""] * len(addresses)
    problems: list[Problem] = []
    invitations: dict[str, tuple[int, Invitation]] = {}
    for line, (written, tag) in enumerate(zip(addresses, wanted, strict=True), start=2):
        if not written and not tag:
            continue
        where = Where(str(file), line)
        address = normal_address(written)
        if address is None:
            problems.append(_bad_address(where, written))
        elif address.casefold() in invitations:
            first, _ = invitations[address.casefold()]
            problems.append(_twice(where, written, first))
        elif tag and tag not in languages:
            problems.append(_unknown_language(where, tag, languages))
        else:
            invitations[address.casefold()] = (line, Invitation(address, tag or language))
    raise_all(problems)
    if not invitations:
        raise Problem(
            "no-addresses",
            where=Where(str(file)),
            found=message("There is no address in the file."),
            expected=message("an address a line, under the heading email."),
            mend=message("Put the addresses of those you invite into the file."),
        )
    return tuple(invitation for _, invitation in invitations.values())


def normal_address(written: str) -> str | None:
    """The address as it is stored: its domain in small letters and in ASCII; None if it is none.

    What stands before the @ may be in any script. Nothing is looked up in the network.
    """
    try:
        found = email_validator.validate_email(
            written.strip(), strict=True, check_deliverability=False
        )
    except email_validator.EmailNotValidError:
        return None
    return f"{found.local_part}@{found.ascii_domain}"


def spellings(written: str) -> frozenset[str]:
    """How the address may be stored, in small letters: as written, as now, and as it once was.

    Domains were turned into ASCII by IDNA 2003 before, in which ß is ss.
    """
    address = written.strip()
    local, _, domain = address.rpartition("@")
    found = {address, normal_address(address) or address}
    with suppress(UnicodeError):
        found.add(f"{local}@{domain.encode('idna').decode('ascii')}")
    return frozenset(one.casefold() for one in found)


def _columns(file: Path) -> Iterator[Cells]:
    with readable(file, message("a CSV file of addresses.")):
        sheet = read_text(file, AS_IT_IS, Ledger())
    yield from sheet.columns


def _values(column: Cells) -> list[str]:
    return [column.distinct[place].strip() for place in column.index]


def _bad_address(where: Where, written: str) -> Problem:
    return Problem(
        "bad-mail-address",
        where=where,
        found=message("“{written}” is no address that mail can be sent to.", written=written[:80]),
        expected=message("one address, as name@example.org."),
        mend=message("Correct the line or take it out."),
    )


def _twice(where: Where, written: str, first: int) -> Problem:
    return Problem(
        "address-twice",
        where=where,
        found=message(
            "{written} stands in line {first} already.", written=written, first=str(first)
        ),
        expected=message("each address once: whoever gets two links can answer twice."),
        mend=message("Take one of the lines out."),
    )


def _unknown_language(where: Where, tag: str, languages: Sequence[str]) -> Problem:
    return Problem(
        "address-language",
        where=where,
        found=message("The survey isn't there in the language “{tag}”.", tag=tag[:20]),
        expected=message("one of {languages}, or nothing.", languages=", ".join(languages)),
        mend=did_you_mean(tag, languages) or message("Correct the language or leave it out."),
    )
