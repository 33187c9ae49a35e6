"""What to try next time and how to practise it, `ejercicios.toml`. Its only reader.

>>> load_drills()["sonrisa"].goal
'Sonreír al saludar y al despedirte'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Final

from coach.manual.catalog import load_catalog
from coach.manual.congruences import load_congruences
from coach.manual.findings import load_findings
from coach.manual.tables import CatalogError, Field, integer, kept, list_of, read_rows, require_unique, text
from coach.manual.tones import load_tones

SHORTEST_S: Final = 30
LONGEST_S: Final = 90
"""A drill fits between two customers."""
LONGEST_GOAL: Final = 60
"""Characters of a goal: it is remembered, or it is none."""


@dataclass(frozen=True, slots=True)
class Drill:
    """How to get better at `id` (a signal, a finding, a tone or a congruence): texts in Spanish.

    `goal` begins with a verb in the infinitive; `seconds` in [30, 90]; `done` says how one notices that it worked.
    """

    id: str
    goal: str
    seconds: int
    steps: tuple[str, ...]
    done: str


@kept
def load_drills(file: Traversable | None = None) -> Mapping[str, Drill]:
    """The drills by what they train, in the order of the file; a signal may have none, and then is nobody's goal.

    Raises `CatalogError`, also when one is missing.
    """
    source = file or files("coach.manual") / "ejercicios.toml"
    rows = read_rows(source, _FIELDS, Drill)
    require_unique(source, rows, "goal")
    needed = (*load_findings(), *load_tones(), *load_congruences())
    for id in rows:
        if id not in needed and id not in load_catalog():
            raise CatalogError(source.name, "no entrena nada que exista; corrige su nombre o bórrala", id)
    for id in needed:
        if id not in rows:
            raise CatalogError(source.name, f"falta el ejercicio de «{id}»; escribe su fila")
    return MappingProxyType(rows)


_FIELDS: Final = {
    "goal": Field(text(LONGEST_GOAL)),
    "seconds": Field(integer(SHORTEST_S, LONGEST_S)),
    "steps": Field(list_of(text(), least=2)),
    "done": Field(text()),
}
