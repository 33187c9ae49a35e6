"""The key of a store, wrapped in a file beside it: by a secret of the system's keyring, or by a passphrase.

The store's own key is random and never written as it is. `clave.json` holds it encrypted (AES-256-GCM) under a second
key that comes from the keyring or, by Argon2id with the parameters of RFC 9106 for ordinary memory, from a passphrase.
So a wrong passphrase is told from a damaged store, and neither the keyring nor the folder alone opens anything.
"""

from __future__ import annotations

import base64
import json
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from coach.errors import KnownError
from coach.session.secret import Request, SecretSource
from coach.session.whole_file import write_whole

KEY_FILE: Final = "clave.json"
_VERSION: Final = 1
_SALT_BYTES: Final = 16
_NONCE_BYTES: Final = 12
_ATTEMPTS: Final = 3
_SHORTEST: Final = 8
"""Characters of a new passphrase."""
_ITERATIONS, _LANES, _MEMORY_KIB = 3, 4, 65_536


@dataclass(frozen=True, slots=True)
class StoreKey:
    """What SQLCipher encrypts with: 32 random bytes, and the 16 bytes that the store's file begins with."""

    secret: bytes = field(repr=False)
    salt: bytes


def obtain_key(folder: Path, source: SecretSource) -> StoreKey:
    """The key of the store in `folder`; makes one when the folder has none.

    Raises `KnownError` when the keyring or the passphrase does not open it, or its file is not readable.
    """
    file = folder / KEY_FILE
    return _open(file, source) if file.exists() else _make(file, source)


def _make(file: Path, source: SecretSource) -> StoreKey:
    key = StoreKey(secrets.token_bytes(32), secrets.token_bytes(_SALT_BYTES))
    id, kdf_salt = secrets.token_hex(8), secrets.token_bytes(_SALT_BYTES)
    guard = secrets.token_bytes(32)
    by_keyring = source.keep(id, base64.b64encode(guard).decode())
    if not by_keyring:
        guard = _derive(_new_passphrase(source), kdf_salt)
    nonce = secrets.token_bytes(_NONCE_BYTES)
    document = {
        "coach_key": _VERSION,
        "id": id,
        "by": "keyring" if by_keyring else "passphrase",
        "kdf_salt": kdf_salt.hex(),
        "salt": key.salt.hex(),
        "wrapped": (nonce + AESGCM(guard).encrypt(nonce, key.secret, id.encode())).hex(),
    }
    write_whole(file, (json.dumps(document, indent=1) + "\n").encode())
    return key


def _new_passphrase(source: SecretSource) -> str:
    request = Request.NEW
    for _ in range(_ATTEMPTS):
        phrase = source.ask(request)
        if phrase is None:
            raise KnownError(
                "Este sistema no tiene llavero y sin una frase de paso no se guarda ninguna sesión; "
                "vuelve a intentarlo y escribe una."
            )
        if len(phrase) >= _SHORTEST:
            return phrase
        request = Request.TOO_SHORT
    raise KnownError(
        f"La frase de paso necesita al menos {_SHORTEST} caracteres; vuelve a intentarlo con una más larga."
    )


def _open(file: Path, source: SecretSource) -> StoreKey:
    document = _read(file)
    id, wrapped = str(document["id"]), bytes.fromhex(document["wrapped"])
    if document["by"] == "keyring":
        secret = _unwrap(_from_keyring(file, id, source), wrapped, id)
        if secret is None:
            raise KnownError(
                f"La llave del llavero del sistema no abre «{file}»; restaura ese archivo o el llavero con que se hizo."
            )
    else:
        secret = _unlocked(bytes.fromhex(document["kdf_salt"]), wrapped, id, source)
    return StoreKey(secret, bytes.fromhex(document["salt"]))


def _read(file: Path) -> dict[str, Any]:
    try:
        document = json.loads(file.read_text(encoding="utf-8"))
        version = document["coach_key"]
        sizes = [len(bytes.fromhex(document[name])) for name in ("salt", "kdf_salt", "wrapped")]
        known = document["by"] in ("keyring", "passphrase") and isinstance(document["id"], str)
    except OSError as error:
        raise KnownError(f"No puedo leer la llave «{file}» ({error.strerror}); revisa sus permisos.") from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _damaged(file) from error
    if version != _VERSION:
        raise KnownError(f"La llave «{file}» es de una versión más nueva de Coach; actualiza Coach para abrirla.")
    if not known or sizes != [_SALT_BYTES, _SALT_BYTES, _NONCE_BYTES + 32 + 16]:
        raise _damaged(file)
    return dict(document)


def _damaged(file: Path) -> KnownError:
    return KnownError(
        f"La llave «{file}» está dañada y sin ella no se abren tus sesiones; restaura una copia de ese archivo."
    )


def _from_keyring(file: Path, id: str, source: SecretSource) -> bytes:
    kept = source.kept(id)
    if kept is None:
        raise KnownError(
            f"El llavero del sistema no tiene la llave de «{file.parent}»; desbloquéalo, o entra con el usuario que "
            "guardó esas sesiones."
        )
    return base64.b64decode(kept)


def _unlocked(kdf_salt: bytes, wrapped: bytes, id: str, source: SecretSource) -> bytes:
    request = Request.UNLOCK
    for _ in range(_ATTEMPTS):
        phrase = source.ask(request)
        if phrase is None:
            raise KnownError("Sin la frase de paso no puedo abrir tus sesiones; vuelve a intentarlo cuando la tengas.")
        secret = _unwrap(_derive(phrase, kdf_salt), wrapped, id)
        if secret is not None:
            return secret
        request = Request.WRONG
    raise KnownError("La frase de paso no es la de tus sesiones; no se tocó nada, vuelve a intentarlo.")


def _unwrap(guard: bytes, wrapped: bytes, id: str) -> bytes | None:
    """None when `guard` is not the key it was wrapped with."""
    try:
        return AESGCM(guard).decrypt(wrapped[:_NONCE_BYTES], wrapped[_NONCE_BYTES:], id.encode())
    except (InvalidTag, ValueError):  # ValueError: a guard that is no key at all
        return None


def _derive(phrase: str, salt: bytes) -> bytes:
    kdf = Argon2id(salt=salt, length=32, iterations=_ITERATIONS, lanes=_LANES, memory_cost=_MEMORY_KIB)
    return kdf.derive(phrase.encode())
