"""The protocol for a client out of control, `crisis.toml`: a checklist in its order. Its only reader.

>>> load_crisis()[0].text
'Mantén la calma'
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from coach.manual.tables import Field, kept, read_rows, require_unique, text

CLIENT: Final = "grosero"
"""Whoever is out of control: of the types of client (`clientes.toml`) that which advice minds meanwhile."""
_LONGEST: Final = 40


@dataclass(frozen=True, slots=True)
class CrisisStep:
    """One step: what to do (`text`, read at a glance) and how (`about`, one sentence), in Spanish."""

    id: str
    text: str
    about: str


@kept
def load_crisis(file: Traversable | None = None) -> tuple[CrisisStep, ...]:
    """The steps in order (of the packaged table by default). Raises `CatalogError`."""
    source = file or files("coach.manual") / "crisis.toml"
    rows = read_rows(source, {"text": Field(text(_LONGEST)), "about": Field(text())}, CrisisStep)
    require_unique(source, rows, "text")
    return tuple(rows.values())
