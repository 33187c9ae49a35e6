"""What Coach itself wrote and somebody takes for a recording: told what it is, and how to see it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from coach.command import command
from coach.errors import KnownError

_REPORT: Final = "Informe de Coach"
"""In the title of every report."""
_HEAD: Final = 4096
"""Characters of a page in which its title is."""


def refuse_own(path: Path) -> None:
    """Raise `KnownError` for a result, a report or a shared session; what cannot be read is somebody else's to tell."""
    try:
        told = {".json": _result, ".html": _report, ".coach": _shared}[path.suffix.lower()](path)
    except (KeyError, OSError, ValueError, RecursionError):
        return
    if told:
        raise KnownError(f"«{path.name}» {told}")


def _result(path: Path) -> str:
    whole = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(whole, dict) or not {"version", "source", "signals"} <= whole.keys():
        return ""
    source = whole["source"]
    made_of = source.get("path") if isinstance(source, dict) else None
    again = f"analiza otra vez {f'«{made_of}»' if made_of else 'esa sesión guardada'} con --informe"  # live it has none
    return (
        "es un resultado de Coach, no una grabación: sus datos los lee cualquier programa que abra JSON; para leerlo "
        f"como página, {again} y un nombre que termine en .html."
    )


def _report(path: Path) -> str:
    with path.open(encoding="utf-8") as file:
        return (
            "es un informe de Coach, no una grabación: ábrelo con tu navegador." if _REPORT in file.read(_HEAD) else ""
        )


def _shared(path: Path) -> str:
    given = f'"{path}"' if " " in str(path) else str(path)  # quotes that every terminal knows
    ask = f"ábrela con «{command()} recibir {given}»"
    return f"es una sesión que alguien compartió, no una grabación: {ask}." if path.is_file() else ""
