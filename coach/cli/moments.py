"""The moments of a service, as `--momento` takes them."""

from __future__ import annotations

from typing import Final

MOMENTS: Final = (
    "saludo",
    "sondeo",
    "gestion",
    "argumentacion",
    "objecion",
    "queja",
    "compromiso",
    "satisfaccion",
    "despedida",
)
