"""Headers of a letter as they are sent: folded, and encoded where they aren't ASCII (RFC 2047).

Between two encoded words readers drop the blank, and Python 3.11's own policy writes it only there:
"Befragung für Ämter" arrived as "Befragung fürÄmter". Here it is part of an encoded word.
"""

from __future__ import annotations

from email.header import Header
from email.policy import EmailPolicy
from typing import Any

_LONGEST_WORD = 50
"""Longer ones are encoded by Python's policy too, since no line could hold them."""


class LetterPolicy(EmailPolicy):
    """How letters are written: by RFC 5322, for servers that take seven bits a byte alone.

    With `utf8` an address may hold any letters (RFC 6531).
    """

    def fold_binary(self, name: str, value: Any) -> bytes:  # noqa: ANN401 - as Python has it
        """The header as lines of bytes."""
        plain = value.isascii() and max(map(len, value.split()), default=0) <= _LONGEST_WORD
        addresses = getattr(value, "addresses", ())
        if plain or any(not one.display_name for one in addresses):
            return super().fold_binary(name, value)
        header = Header(header_name=name)
        for one in addresses:
            header.append(one.display_name, "utf-8")
            header.append(f"<{one.addr_spec}>", "us-ascii")
        if not addresses:
            header.append(str(value), "utf-8")
        return f"{name}: {header.encode(linesep=self.linesep)}{self.linesep}".encode("ascii")


def letter_policy(address: str) -> LetterPolicy:
    """The policy for a letter to this address."""
    return LetterPolicy(linesep="\r\n", cte_type="7bit", utf8=not address.isascii())
