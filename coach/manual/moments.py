"""The moments of a service, in their order: what `--momento` takes and `tonos.toml` maps to tones."""

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
