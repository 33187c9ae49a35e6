"""`clave.json`, beside the store: its key, encrypted, and what is needed to ask for what opens it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias, get_args

from coach.errors import KnownError, why
from coach.manual.tables import Fault, Field, Validator, choice, integer, table, text
from coach.session.whole_file import write_whole

KEY_FILE: Final = "clave.json"
SALT_BYTES: Final = 16
NONCE_BYTES: Final = 12
SECRET_BYTES: Final = 32
_TAG_BYTES: Final = 16
_VERSION: Final = 1

Guard: TypeAlias = Literal["keyring", "passphrase"]
"""What opens it."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a guess at a passphrase costs by Argon2id."""

    iterations: int
    lanes: int
    memory_kib: int


@dataclass(frozen=True, slots=True)
class KeyFile:
    """`id`: what the keyring knows it by. `salt`: what the store's file begins with. `wrapped`: nonce and secret."""

    id: str
    by: Guard
    kdf_salt: bytes
    kdf_cost: Cost
    salt: bytes
    wrapped: bytes


def write_key_file(file: Path, key: KeyFile) -> None:
    """Raises `KnownError` where it cannot be written."""
    write_whole(file, key_text(key).encode())


def key_text(key: KeyFile) -> str:
    """The content of such a file."""
    values = {name: value.hex() if isinstance(value, bytes) else value for name, value in asdict(key).items()}
    return json.dumps({"coach_key": _VERSION, **values}, indent=1) + "\n"


def read_key_file(file: Path) -> KeyFile:
    """Raises `KnownError` for one that cannot be read, is damaged, or was written by a newer Coach."""
    try:
        return read_key(file.read_bytes(), str(file))
    except OSError as error:
        raise KnownError(f"No puedo leer la llave «{file}» ({why(error)}); revisa sus permisos.") from error


def read_key(content: bytes, file: str) -> KeyFile:
    """The same of what `file` holds."""
    try:
        document = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise _damaged(file) from error
    version = document.get("coach_key") if isinstance(document, dict) else None
    if isinstance(version, int) and version > _VERSION:
        raise KnownError(f"La llave «{file}» es de una versión más nueva de Coach; actualiza Coach para abrirla.")
    try:
        key: KeyFile = table(_FIELDS, _key_file)(document)
    except Fault as fault:
        raise _damaged(file) from fault
    return key


def _key_file(coach_key: int, **values: Any) -> KeyFile:
    return KeyFile(**values)


def _cost(iterations: int, lanes: int, memory_kib: int) -> Cost:
    if memory_kib < 8 * lanes:
        raise Fault("es muy poca", "memory_kib")
    return Cost(iterations, lanes, memory_kib)


def _hex(length: int) -> Validator:
    def check(value: object) -> bytes:
        try:
            found = bytes.fromhex(text()(value))
        except ValueError:
            raise Fault("debe ser hexadecimal") from None
        if len(found) != length:
            raise Fault(f"debe tener {length} bytes")
        return found

    return check


def _damaged(file: str) -> KnownError:
    return KnownError(
        f"La llave «{file}» está dañada y sin ella no se abren tus sesiones; restaura una copia de ese archivo."
    )


# A file that asks for more than this is damaged, or wants to keep the computer busy.
_COSTS: Final = {"iterations": integer(1, 100), "lanes": integer(1, 64), "memory_kib": integer(8, 2_097_152)}
_FIELDS: Final = {
    "coach_key": Field(integer(_VERSION, _VERSION)),
    "id": Field(text()),
    "by": Field(choice(get_args(Guard))),
    "kdf_salt": Field(_hex(SALT_BYTES)),
    "kdf_cost": Field(table({name: Field(check) for name, check in _COSTS.items()}, _cost)),
    "salt": Field(_hex(SALT_BYTES)),
    "wrapped": Field(_hex(NONCE_BYTES + SECRET_BYTES + _TAG_BYTES)),
}
