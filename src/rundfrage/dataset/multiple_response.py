"""The record of multiple-response sets, put into an SPSS file that was written without it.

The file's dictionary is a chain of records, closed by one of type 999; extension records (type 7)
may stand anywhere before it. Sets are the extension of subtype 7, a line for each:

    $q3=D1 1 11 What is new q3_1 q3_2

that is `$name=D`, the counted value with its length before it, the label likewise, and the columns
by their short names in lower case. Which column has which short name says the extension of subtype
13 (`SHORT=long name`, cut by tabs). After the PSPP developers' description of the format
("System File Format", records "Multiple Response Sets").
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

HEADER = 176
VARIABLE, LABELS, COLUMNS_OF_LABELS, DOCUMENT, EXTENSION, END = 2, 3, 4, 6, 7, 999
SETS, LONG_NAMES = 7, 13
COUNTED = b"1"


@dataclass(frozen=True)
class Dichotomies:
    """A set of columns of 1 and 0, by their names."""

    name: str
    label: str
    columns: tuple[str, ...]


def with_sets(file: bytes, sets: Iterable[Dichotomies]) -> bytes:
    """The SPSS file (of type $FL2, as this machine writes it) with the record of these sets."""
    names, end = _dictionary(file)
    lines = b"".join(_line(one, names) for one in sets if names.keys() >= set(one.columns))
    if not lines:
        return file
    record = struct.pack("=iiii", EXTENSION, SETS, 1, len(lines)) + lines
    return file[:end] + record + file[end:]


def _line(one: Dichotomies, names: Mapping[str, bytes]) -> bytes:
    label = one.label.replace("\n", " ").encode()
    members = b" ".join(names[name].lower() for name in one.columns)
    counted = b"%d %s" % (len(COUNTED), COUNTED)
    return b"$%s=D%s %d %s %s\n" % (one.name.encode(), counted, len(label), label, members)


def _dictionary(file: bytes) -> tuple[dict[str, bytes], int]:
    """The columns' short names by their long ones, and where the record that closes it stands."""
    names: dict[str, bytes] = {}
    place = HEADER
    while (kind := _number(file, place)) != END:
        place += 4
        if kind == VARIABLE:
            labelled, missing = struct.unpack_from("=ii", file, place + 4)
            place += 28
            if labelled:
                place += 4 + _padded(_number(file, place), 4)
            place += 8 * abs(missing)
        elif kind == LABELS:
            count = _number(file, place)
            place += 4
            for _ in range(count):
                place += 8 + _padded(file[place + 8] + 1, 8)
        elif kind == COLUMNS_OF_LABELS:
            place += 4 + 4 * _number(file, place)
        elif kind == DOCUMENT:
            place += 4 + 80 * _number(file, place)
        else:
            subtype, size, count = struct.unpack_from("=iii", file, place)
            place += 12
            if subtype == LONG_NAMES:
                pairs = file[place : place + size * count].split(b"\t")
                for short, _, long in (pair.partition(b"=") for pair in pairs):
                    names[long.decode()] = short
            place += size * count
    return names, place


def _number(file: bytes, place: int) -> int:
    number: int = struct.unpack_from("=i", file, place)[0]
    return number


def _padded(size: int, to: int) -> int:
    return -(-size // to) * to
