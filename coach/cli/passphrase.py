"""Asks for the passphrase of the kept sessions, in the terminal or from the environment."""

from __future__ import annotations

import os
import sys
from getpass import getpass
from typing import Final

from coach.errors import KnownError
from coach.session.secret import Request

VARIABLE: Final = "COACH_FRASE"
"""Holds the passphrase where nobody can type it, as in a script."""

HELP: Final = (
    "Si nadie puede escribir la frase de paso de tus sesiones, como en una tarea programada, ponla en la variable "
    f"{VARIABLE}."
)

_PROMPTS: Final = {
    Request.NEW: "Este sistema no tiene llavero. Elige una frase de paso para cifrar lo que guardas: ",
    Request.TOO_SHORT: "Es muy corta; elige una de 8 caracteres o más: ",
    Request.UNLOCK: "Frase de paso de tus sesiones: ",
    Request.WRONG: "Esa no es. Frase de paso de tus sesiones: ",
}


def ask(request: Request) -> str | None:
    """What was typed, unseen; None where it was not. A new passphrase is typed twice.

    Raises `KnownError` where nobody can type.
    """
    given = os.environ.get(VARIABLE)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise KnownError(
            f"Aquí no hay terminal donde escribir la frase de paso; ponla en la variable de entorno {VARIABLE} y "
            "vuelve a intentarlo."
        )
    try:
        phrase = getpass(_PROMPTS[request])
        while request in (Request.NEW, Request.TOO_SHORT) and getpass("Escríbela otra vez: ") != phrase:
            phrase = getpass("No son iguales. Frase de paso: ")
    except EOFError:
        return None
    return phrase
