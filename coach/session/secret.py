"""Where the secret that guards a store's key is kept: the system's keyring, or somebody's memory.

Only keyrings that encrypt are used. Where there is none (a Linux without a desktop) a passphrase is asked for: nothing
is ever kept in plain text instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import keyring
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend
from keyring.errors import KeyringError

from coach.errors import KnownError

SERVICE: Final = "Coach"
_TRUSTED: Final = tuple(
    f"keyring.backends.{name}" for name in ("macOS", "Windows", "SecretService", "libsecret", "kwallet")
)
"""The system's own. Others (files of `keyrings.alt`, for one) may keep secrets as plain text."""


class Request(StrEnum):
    """Why a passphrase is asked for: a first one, one that was too short, to unlock, or the last one was wrong."""

    NEW = "new"
    TOO_SHORT = "too short"
    UNLOCK = "unlock"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class SecretSource:
    """`ask` may be called from the thread that opens the store; it returns None when nobody answers.

    `keyring` is None where the system has none that can be trusted.
    """

    ask: Callable[[Request], str | None]
    keyring: KeyringBackend | None

    def keep(self, id: str, secret: str) -> bool:
        """Put `secret` into the keyring; False when there is none, or it does not give back what it was given."""
        if self.keyring is None:
            return False
        try:
            with _one_error():
                self.keyring.set_password(SERVICE, id, secret)
                return self.keyring.get_password(SERVICE, id) == secret
        except KeyringError:
            return False

    def kept(self, id: str) -> str | None:
        """The secret of that id; None when the keyring is locked, or has none."""
        if self.keyring is None:
            return None
        try:
            with _one_error():
                return self.keyring.get_password(SERVICE, id)
        except KeyringError:
            return None


def forget(keyring: KeyringBackend, id: str) -> None:
    """Take the secret of that id out of the keyring. Raises `KnownError` when it stays there."""
    try:
        with _one_error():
            if keyring.get_password(SERVICE, id) is not None:
                keyring.delete_password(SERVICE, id)
    except KeyringError as error:
        raise KnownError(
            f"Lo guardado ya está borrado, pero el llavero del sistema no me dejó quitar su llave, que ya no abre "
            f"nada; quítala tú si quieres: «{SERVICE}», «{id}»."
        ) from error


@contextmanager
def _one_error() -> Iterator[None]:
    """Every failure of a keyring is a `KeyringError`, also of what lies beneath it, as a message bus that is gone."""
    try:
        yield
    except KeyringError:
        raise
    except Exception as error:
        raise KeyringError(str(error)) from error


def system_keyring() -> KeyringBackend | None:
    """The keyring of this system, None where it has none that encrypts."""
    found = keyring.get_keyring()
    candidates = found.backends if isinstance(found, ChainerBackend) else [found]
    return next((one for one in candidates if type(one).__module__.startswith(_TRUSTED)), None)
