"""The key of a store, wrapped in a file beside it: by a secret of the system's keyring, or by a passphrase.

The store's own key is random and never written as it is. `clave.json` holds it encrypted (AES-256-GCM) under a second
key that comes from the keyring or, by Argon2id with the parameters of RFC 9106 for ordinary memory, from a passphrase.
So a wrong passphrase is told from a damaged store, and neither the keyring nor the folder alone opens anything.
"""

from __future__ import annotations

import base64
import hmac
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from coach.errors import KnownError
from coach.session.key_file import (
    KEY_FILE,
    NONCE_BYTES,
    SALT_BYTES,
    SECRET_BYTES,
    Cost,
    KeyFile,
    read_key_file,
    write_key_file,
)
from coach.session.secret import Request, SecretSource

_ATTEMPTS: Final = 3
_SHORTEST: Final = 8
"""Characters of a new passphrase."""
_COST: Final = Cost(iterations=3, lanes=4, memory_kib=65_536)


class NotUnlocked(KnownError):
    """The store is whole, and its passphrase was not given, or was not the one."""


@dataclass(frozen=True, slots=True)
class StoreKey:
    """What SQLCipher encrypts with: 32 random bytes, and the 16 bytes that the store's file begins with."""

    secret: bytes = field(repr=False)
    salt: bytes


def person_of(key: StoreKey) -> str:
    """What stands for the person whose store this opens, in whatever they share: it tells neither them nor the key."""
    return hmac.new(key.secret, b"coach persona", "sha256").hexdigest()[:32]


def obtain_key(folder: Path, source: SecretSource) -> StoreKey:
    """The key of the store in `folder`; makes one when the folder has none.

    Raises `KnownError` when the keyring or the passphrase does not open it, or its file is not readable.
    """
    file = folder / KEY_FILE
    if not file.exists():
        return _make(file, source)
    kept = read_key_file(file)
    opened = _by_keyring(file, kept, source) if kept.by == "keyring" else _by_passphrase(kept, source)
    return StoreKey(opened, kept.salt)


def shared_key(kept: KeyFile | None, source: SecretSource) -> tuple[StoreKey, KeyFile]:
    """The key of a store that several computers open, and what is kept with the store; makes both for a new one.

    Only a passphrase opens it: a keyring belongs to one computer. Raises `KnownError` when it does not.
    """
    by_phrase = SecretSource(source.ask, None)
    if kept is None:
        return _new(by_phrase)
    return StoreKey(_by_passphrase(kept, by_phrase), kept.salt), kept


def _make(file: Path, source: SecretSource) -> StoreKey:
    key, kept = _new(source)
    write_key_file(file, kept)
    return key


def _new(source: SecretSource) -> tuple[StoreKey, KeyFile]:
    key = StoreKey(secrets.token_bytes(SECRET_BYTES), secrets.token_bytes(SALT_BYTES))
    id, kdf_salt, guard = secrets.token_hex(8), secrets.token_bytes(SALT_BYTES), secrets.token_bytes(SECRET_BYTES)
    by_keyring = source.keep(id, base64.b64encode(guard).decode())
    if not by_keyring:
        guard = _derive(_new_passphrase(source), kdf_salt, _COST)
    nonce = secrets.token_bytes(NONCE_BYTES)
    wrapped = nonce + AESGCM(guard).encrypt(nonce, key.secret, id.encode())
    return key, KeyFile(id, "keyring" if by_keyring else "passphrase", kdf_salt, _COST, key.salt, wrapped)


def _new_passphrase(source: SecretSource) -> str:
    request = Request.NEW
    for _ in range(_ATTEMPTS):
        phrase = source.ask(request)
        if phrase is None:
            raise KnownError(
                "Este sistema no tiene llavero y sin una frase de paso no se guarda nada; "
                "vuelve a intentarlo y escribe una."
            )
        if len(phrase) >= _SHORTEST:
            return phrase
        request = Request.TOO_SHORT
    raise KnownError(f"La frase de paso necesita al menos {_SHORTEST} caracteres; escribe una más larga.")


def _by_keyring(file: Path, kept: KeyFile, source: SecretSource) -> bytes:
    guard = source.kept(kept.id)
    if guard is None:
        raise KnownError(
            f"El llavero del sistema no tiene la llave de «{file.parent}»; desbloquéalo, o entra con el usuario que "
            "guardó esas sesiones."
        )
    secret = _unwrap(base64.b64decode(guard), kept)
    if secret is None:
        raise KnownError(
            f"La llave del llavero del sistema no abre «{file}»; restaura ese archivo o el llavero con que se hizo."
        )
    return secret


def _by_passphrase(kept: KeyFile, source: SecretSource) -> bytes:
    request = Request.UNLOCK
    for _ in range(_ATTEMPTS):
        phrase = source.ask(request)
        if phrase is None:
            raise NotUnlocked("Sin la frase de paso no puedo abrir tus sesiones; vuelve a intentarlo cuando la tengas.")
        secret = _unwrap(_derive(phrase, kept.kdf_salt, kept.kdf_cost), kept)
        if secret is not None:
            return secret
        request = Request.WRONG
    raise NotUnlocked("La frase de paso no es la de tus sesiones; no se tocó nada, vuelve a intentarlo.")


def _unwrap(guard: bytes, kept: KeyFile) -> bytes | None:
    """None when `guard` is not the key it was wrapped with."""
    try:
        return AESGCM(guard).decrypt(kept.wrapped[:NONCE_BYTES], kept.wrapped[NONCE_BYTES:], kept.id.encode())
    except (InvalidTag, ValueError):  # ValueError: a guard that is no key at all
        return None


def _derive(phrase: str, salt: bytes, cost: Cost) -> bytes:
    kdf = Argon2id(
        salt=salt, length=SECRET_BYTES, iterations=cost.iterations, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    return kdf.derive(phrase.encode())
