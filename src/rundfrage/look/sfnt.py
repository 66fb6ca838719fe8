"""The container of a font file: its tables taken out, its names changed, packed for the web.

OpenType 1.9: "Organization of an OpenType font" and "name"; W3C: WOFF File Format 1.0.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

Tables = Mapping[bytes, bytes]
"""The tables of a font by their tags."""

_HEADER = 12
_ENTRY = struct.Struct(">4sIII")
_RECORD = struct.Struct(">6H")
_WOFF = struct.Struct(">4sIIHHIHHIIIII")
_PACKED = struct.Struct(">4sIIII")
_MAGIC = 0xB1B0AFBA
"""What the checksum of a whole font comes to with its head's adjustment."""
_ADJUSTMENT = slice(8, 12)
_MACINTOSH = 1


def tables_of(font: bytes) -> dict[bytes, bytes]:
    """The tables of a font in the order of their tags."""
    (count,) = struct.unpack_from(">H", font, 4)
    found = {}
    for at in range(count):
        tag, _, start, length = _ENTRY.unpack_from(font, _HEADER + at * _ENTRY.size)
        found[tag] = font[start : start + length]
    return dict(sorted(found.items()))


def renamed(table: bytes, names: Mapping[int, str]) -> bytes:
    """The table of names with these instead of those of the same number, in every language."""
    _, count, texts = struct.unpack_from(">3H", table)
    records, pool = [], b""
    for at in range(count):
        platform, encoding, language, number, length, start = _RECORD.unpack_from(
            table, 6 + at * _RECORD.size
        )
        text = table[texts + start : texts + start + length]
        if number in names:
            text = names[number].encode("mac_roman" if platform == _MACINTOSH else "utf-16-be")
        records.append(_RECORD.pack(platform, encoding, language, number, len(text), len(pool)))
        pool += text
    head = struct.pack(">3H", 0, count, 6 + count * _RECORD.size)
    return b"".join((head, *records, pool))


def woff(flavour: bytes, tables: Tables) -> bytes:
    """The tables as a WOFF file; `flavour` are the first four bytes of their font."""
    tables = dict(sorted(tables.items()))
    count = len(tables)
    head = bytearray(tables[b"head"])
    head[_ADJUSTMENT] = bytes(4)
    tables[b"head"] = bytes(head)
    sums = {tag: _checksum(table) for tag, table in tables.items()}
    place = start = _HEADER + count * _ENTRY.size
    entries = [_directory(flavour, count)]
    for tag, table in tables.items():
        entries.append(_ENTRY.pack(tag, sums[tag], place, len(table)))
        place += len(_padded(table))
    whole = _checksum(b"".join(entries)) + sum(sums.values())
    head[_ADJUSTMENT] = ((_MAGIC - whole) & 0xFFFFFFFF).to_bytes(4, "big")
    tables[b"head"] = bytes(head)
    return _packed(flavour, tables, sums, start + sum(len(_padded(one)) for one in tables.values()))


def _packed(flavour: bytes, tables: Tables, sums: Mapping[bytes, int], size: int) -> bytes:
    """The WOFF file; `size` is that of the font it is unpacked to."""
    place = _WOFF.size + len(tables) * _PACKED.size
    entries, parts = [], []
    for tag, table in tables.items():
        small = zlib.compress(table, 9)
        kept = small if len(small) < len(table) else table
        entries.append(_PACKED.pack(tag, place, len(kept), len(table), sums[tag]))
        parts.append(_padded(kept))
        place += len(parts[-1])
    start = _WOFF.pack(b"wOFF", int.from_bytes(flavour, "big"), place, len(tables), 0, size,
                       1, 0, 0, 0, 0, 0, 0)  # fmt: skip
    return b"".join((start, *entries, *parts))


def _directory(flavour: bytes, count: int) -> bytes:
    """The first bytes of a font of so many tables."""
    power = count.bit_length() - 1
    among = 16 << power
    return flavour + struct.pack(">4H", count, among, power, count * 16 - among)


def _checksum(content: bytes) -> int:
    padded = _padded(content)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(words) & 0xFFFFFFFF


def _padded(content: bytes) -> bytes:
    return content + bytes(-len(content) % 4)
