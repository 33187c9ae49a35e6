"""The types of client, `clientes.toml`: how the agent recognises each and what helps. Its only reader.

>>> load_clients()["impaciente"].name
'Impaciente'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType

from coach.manual.tables import Field, kept, list_of, read_rows, require_unique, text


@dataclass(frozen=True, slots=True)
class Client:
    """One type of client, chosen by the agent: texts in Spanish."""

    id: str
    name: str
    signs: tuple[str, ...]
    treatment: tuple[str, ...]


@kept
def load_clients(file: Traversable | None = None) -> Mapping[str, Client]:
    """The types by id in the order of the file (the packaged one by default). Raises `CatalogError`."""
    source = file or files("coach.manual") / "clientes.toml"
    fields = {
        "name": Field(text()),
        "signs": Field(list_of(text(), least=1)),
        "treatment": Field(list_of(text(), least=1)),
    }
    rows = read_rows(source, fields, Client)
    require_unique(source, rows, "name")
    return MappingProxyType(rows)
