"""The table of conditions, `condiciones.toml`: what hampers the view or the voice, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Final

from coach.manual.catalog import line_of_advice
from coach.manual.tables import Field, kept, read_rows, require_unique, text

CLIENT: Final = "sonido_del_cliente"
"""A loudspeaker speaks for the simulated client: the voice that is heard is not the agent's."""

MASK: Final = "cubrebocas"
"""The one that can be spoken of in a recording as well: what is said of it is about what the agent does."""


@dataclass(frozen=True, slots=True)
class ViewCondition:
    """One condition of the scene, the camera or the microphone: its Spanish name and what the agent can do about it.

    `afterwards`: what reports say instead of an advice that is of use only in the moment, or says too little of what
    was missed; None for all others.
    """

    id: str
    name: str
    advice: str
    afterwards: str | None = None

    @property
    def later(self) -> str:
        """What a report says of it."""
        return self.afterwards or self.advice


@kept
def load_conditions(file: Traversable | None = None) -> Mapping[str, ViewCondition]:
    """The conditions by id in the order of the file (the packaged one by default). Raises `CatalogError`."""
    file = file or files("coach.manual") / "condiciones.toml"
    fields = {"name": Field(text()), "advice": Field(line_of_advice), "afterwards": Field(text(), optional=True)}
    rows = read_rows(file, fields, ViewCondition)
    require_unique(file, rows, "name")
    return MappingProxyType(rows)


def hampers_only(because: Iterable[str]) -> bool:
    """Whether what was said rests on conditions alone: on no id that the manual names.

    >>> hampers_only(["oscuro"]), hampers_only(["sonrisa"]), hampers_only([])
    (True, False, False)
    """
    about = set(because)
    return bool(about) and about <= set(load_conditions())
