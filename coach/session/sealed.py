"""Columns that nobody but Coach can read where the database itself does not encrypt: sealed with AES-256-GCM.

SQLCipher encrypts a store's whole file, so that there they are as they come. In a server's database every value is
sealed by itself, under the store's key and for its own column: whoever keeps the server sees identifiers, times and
kinds of events, and can neither read nor change nor move what was found, noted or measured.
"""

from __future__ import annotations

import base64
import secrets
from typing import Any, Final
from weakref import WeakKeyDictionary

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Dialect, LargeBinary, Text
from sqlalchemy.types import TypeDecorator

from coach.errors import KnownError
from coach.session.key_file import NONCE_BYTES

_ENCRYPTS_ITSELF: Final = "sqlite"
_KEYS: WeakKeyDictionary[Dialect, AESGCM] = WeakKeyDictionary()


def seal_with(dialect: Dialect, secret: bytes) -> None:
    """From now on the sealed columns that pass through `dialect` (an engine's own) are sealed under these 32 bytes."""
    _KEYS[dialect] = AESGCM(secret)


class SealedBytes(TypeDecorator[bytes]):
    """Bytes; `place` is what they are sealed for."""

    impl = LargeBinary
    cache_ok = True

    def __init__(self, place: str) -> None:
        super().__init__()
        self.place = place

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        """What is stored."""
        return value if value is None or dialect.name == _ENCRYPTS_ITSELF else _seal(dialect, value, self.place)

    def process_result_value(self, value: Any, dialect: Dialect) -> bytes | None:
        """What was given. Raises `KnownError` for what this key has not sealed."""
        return value if value is None or dialect.name == _ENCRYPTS_ITSELF else _open(dialect, value, self.place)


class SealedText(TypeDecorator[str]):
    """The same for text, stored as base64."""

    impl = Text
    cache_ok = True

    def __init__(self, place: str) -> None:
        super().__init__()
        self.place = place

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """What is stored."""
        if value is None or dialect.name == _ENCRYPTS_ITSELF:
            return value
        return base64.b64encode(_seal(dialect, value.encode(), self.place)).decode()

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        """What was given. Raises `KnownError` for what this key has not sealed."""
        if value is None or dialect.name == _ENCRYPTS_ITSELF:
            return None if value is None else str(value)
        try:
            sealed = base64.b64decode(value, validate=True)
        except ValueError as error:
            raise _altered(self.place) from error
        return _open(dialect, sealed, self.place).decode()


def _seal(dialect: Dialect, value: bytes, place: str) -> bytes:
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + _KEYS[dialect].encrypt(nonce, value, place.encode())


def _open(dialect: Dialect, sealed: bytes, place: str) -> bytes:
    try:
        return _KEYS[dialect].decrypt(bytes(sealed[:NONCE_BYTES]), bytes(sealed[NONCE_BYTES:]), place.encode())
    except (InvalidTag, ValueError) as error:
        raise _altered(place) from error


def _altered(place: str) -> KnownError:
    return KnownError(
        f"El almacén tiene en «{place}» algo que Coach no guardó así: alguien lo cambió o está dañado; restaura una "
        "copia de la base de datos."
    )
