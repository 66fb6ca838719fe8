"""Blind signatures by RFC 9474, RSABSSA-SHA384-PSS-Randomized: the server's part.

The browser draws a credential, blinds it and shows it with its pass; the server spends the pass
and signs what it can't read. The browser takes the blinding off and begins its interview with the
*ticket*: the credential and a signature that the server made, but has never seen. The browser's
part is respond/static/blind.js.
"""

from __future__ import annotations

import base64
import binascii
import math
import re
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from rundfrage.errors import Problem, Where
from rundfrage.fieldwork.participation.gate import Admission, Gate
from rundfrage.fieldwork.participation.key import write_secret
from rundfrage.locales import message

SIGNING_KEY = "participation.pem"
"""The signing key's file in a survey folder."""
EXPONENT = 65537
_BITS = 3072
_PREFIX = 32
_CREDENTIAL = 16
_SALT = 48
_TEXT = re.compile(r"[A-Za-z0-9_-]+")


@dataclass(frozen=True)
class Signed:
    """The answer to a blinded credential: what the gate says, and the signature if admitted."""

    admission: Admission
    signature: str = ""


@dataclass(frozen=True)
class Signer:
    """The signing key. Everything it takes and gives is base64url without padding."""

    key: rsa.RSAPrivateKey = field(repr=False)

    @property
    def modulus(self) -> str:
        """The public key, whose exponent is 65537; the begin form hands it to the browser."""
        return _text(_octets(self.key.public_key().public_numbers().n, self._size))

    async def sign(self, gate: Gate, presented: str, blinded: str) -> Signed:
        """Spend the pass and sign; the same pass with the same blinded credential signs again.

        What isn't in the range of the key is answered by MISTYPED and spends nothing.
        """
        octets = _read(blinded)
        message = int.from_bytes(octets or b"", "big")
        n = self.key.public_key().public_numbers().n
        if octets is None or len(octets) != self._size or math.gcd(message, n) != 1 or message >= n:
            return Signed(Admission.MISTYPED)
        admission = await gate.admit(presented, f"blinded {blinded}")
        if admission is not Admission.ADMITTED:
            return Signed(admission)
        return Signed(admission, _text(_octets(self._signature(message), self._size)))

    def credential(self, ticket: str) -> str | None:
        """The credential that the ticket proves; None if no ticket of this survey says so.

        A ticket is 32 random bytes, the 16 bytes of the credential, and the signature of both. It
        holds any number of times: the interview follows from the credential, so it is the same.
        """
        octets = _read(ticket)
        if octets is None or len(octets) != _PREFIX + _CREDENTIAL + self._size:
            return None
        message, signature = octets[: _PREFIX + _CREDENTIAL], octets[_PREFIX + _CREDENTIAL :]
        pss = padding.PSS(mgf=padding.MGF1(hashes.SHA384()), salt_length=_SALT)
        try:
            self.key.public_key().verify(signature, message, pss, hashes.SHA384())
        except InvalidSignature:
            return None
        return _text(message[_PREFIX:])

    @property
    def _size(self) -> int:
        return (self.key.key_size + 7) // 8

    def _signature(self, message: int) -> int:
        """RSASP1 of the message (RFC 9474, 4.3), which is in the range of the key.

        The private operation works on a number that nobody else knows, so that its duration tells
        nothing; checking the result keeps a fault of the machine from giving the key away.
        """
        private = self.key.private_numbers()
        n = private.public_numbers.n
        mask = secrets.randbelow(n - 2) + 2
        masked = message * pow(mask, EXPONENT, n) % n
        by_p = pow(masked % private.p, private.dmp1, private.p)
        by_q = pow(masked % private.q, private.dmq1, private.q)
        power = by_q + private.q * ((by_p - by_q) * private.iqmp % private.p)
        signature = power * pow(mask, -1, n) % n
        if pow(signature, EXPONENT, n) != message:
            raise ArithmeticError("the signature doesn't verify")
        return signature


def make_signer(file: Path) -> Signer:
    """The signing key in the file; a new one is drawn and written if there is no file."""
    if not file.exists():
        key = rsa.generate_private_key(EXPONENT, _BITS)
        pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        write_secret(file, pem)
    return read_signer(file)


def read_signer(file: Path) -> Signer:
    """The signing key in the file; raises a Problem if there is none, or none that can be read."""
    try:
        key = load_pem_private_key(file.read_bytes(), None)
        fits = isinstance(key, rsa.RSAPrivateKey) and (
            key.public_key().public_numbers().e == EXPONENT
        )
    except (OSError, ValueError, TypeError):
        key, fits = None, False
    if not fits or not isinstance(key, rsa.RSAPrivateKey):
        raise Problem(
            "signing-key-unreadable",
            where=Where(str(file)),
            found=message("There is no signing key that can be read."),
            expected=message("the RSA key that was made when people were invited to this survey."),
            mend=message(
                "Put the file back. Without it nobody can begin an interview at the level blind."
            ),
        )
    return Signer(key)


def _octets(number: int, size: int) -> bytes:
    return number.to_bytes(size, "big")


def _text(octets: bytes) -> str:
    return base64.urlsafe_b64encode(octets).rstrip(b"=").decode()


def _read(text: str) -> bytes | None:
    if not _TEXT.fullmatch(text):
        return None
    try:
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except binascii.Error:
        return None
