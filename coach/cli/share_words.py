"""Asks for what guards a shared file, and whether to share: in the terminal, or from the environment."""

from __future__ import annotations

import os
import sys
from getpass import getpass
from typing import Final

from coach.errors import KnownError

VARIABLE: Final = "COACH_FRASE_COMPARTIDA"
"""Holds the passphrase where nobody can type it, as in a script."""
HELP: Final = f"La del archivo que se comparte, en {VARIABLE}."
"""Follows what is said of the passphrase of the kept sessions."""
_YES: Final = ("s", "si", "sí")


def new_passphrase() -> str:
    """A passphrase typed twice, unseen. Raises `KnownError` where nobody can type one."""
    given = _given()
    if given is not None:
        return given
    phrase = getpass("Elige una frase de paso y dásela a tu capacitador por otro medio: ")
    while getpass("Escríbela otra vez: ") != phrase:
        phrase = getpass("No son iguales. Frase de paso: ")
    return phrase


def passphrase(attempt: int) -> str:
    """The passphrase that somebody told; raises `KnownError` where nobody can type it, or it was wrong too often."""
    given = _given()
    if given is not None:
        return given
    return getpass("Esa no es. Frase de paso del archivo: " if attempt else "Frase de paso del archivo: ")


def asked_in_advance() -> bool:
    """Whether nobody is asked: another attempt would bring the same."""
    return os.environ.get(VARIABLE) is not None


def agreed() -> bool:
    """Whether the person at the terminal says yes. Raises `KnownError` where nobody is there."""
    if not sys.stdin.isatty():
        raise KnownError("No compartí nada: aquí nadie puede confirmarlo; si ya leíste qué va, agrega --acepto.")
    return input("¿Compartirla así? Escribe «sí» para aceptar: ").strip().casefold() in _YES


def _given() -> str | None:
    given = os.environ.get(VARIABLE)
    if given is None and not sys.stdin.isatty():
        raise KnownError(f"Aquí nadie puede escribir la frase de paso; ponla en la variable {VARIABLE}.")
    return given
