"""The moments of a service, `momentos.toml`, in their order: what `--momento` takes. Its only reader.

>>> load_moments()["saludo"].tones
('calido',)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType

from coach.manual.catalog import load_catalog
from coach.manual.tables import Field, choice, kept, list_of, read_rows, require_unique, text
from coach.manual.tones import load_tones


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment: texts in Spanish, the `tones` that the manual asks for, the signals that are good to `show`."""

    id: str
    name: str
    goal: str
    steps: tuple[str, ...]
    tones: tuple[str, ...]
    show: tuple[str, ...]


@kept
def load_moments(file: Traversable | None = None) -> Mapping[str, Moment]:
    """The moments by id in the order of a service (the packaged table by default). Raises `CatalogError`."""
    source = file or files("coach.manual") / "momentos.toml"
    praised = [signal.id for signal in load_catalog().values() if signal.kind == "refuerza"]
    fields = {
        "name": Field(text()),
        "goal": Field(text()),
        "steps": Field(list_of(text(), least=1)),
        "tones": Field(list_of(choice(load_tones()), least=1)),
        "show": Field(list_of(choice(praised), least=1)),
    }
    rows = read_rows(source, fields, Moment)
    require_unique(source, rows, "name")
    return MappingProxyType(rows)


def tones_of(moment: str) -> tuple[str, ...]:
    """The tones that the manual asks for in a moment of the service."""
    return load_moments()[moment].tones
