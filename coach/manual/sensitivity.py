"""How readily advice is given, `sensibilidades.toml`: from rarely to often. Its only reader.

>>> load_sensitivities()["normal"].gap_s
20.0
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Final, get_args

from coach.core.events import Sensitivity
from coach.manual.tables import CatalogError, Field, kept, number, read_rows, require_unique, text

_LONGEST_S: Final = 600.0


@dataclass(frozen=True, slots=True)
class Pace:
    """How readily advice is given. All in seconds, but `least`, a share in [0, 1].

    Two lines are at least `gap_s` apart, two about the same `repeat_s`, two corrections without praise between them
    `correct_s`, two praises without correction `praise_s`. What is to be corrected has lasted `held_s` since it was
    confirmed, and its harm times its confidence is at least `least`.
    """

    id: str
    name: str
    about: str
    gap_s: float
    repeat_s: float
    correct_s: float
    praise_s: float
    held_s: float
    least: float


@kept
def load_sensitivities(file: Traversable | None = None) -> Mapping[str, Pace]:
    """The paces by id, rarest first (the packaged table by default): those of `Sensitivity`. Raises `CatalogError`."""
    source = file or files("coach.manual") / "sensibilidades.toml"
    span = Field(number(0.0, _LONGEST_S, above_low=True))
    fields = {
        "name": Field(text()),
        "about": Field(text()),
        "gap_s": span,
        "repeat_s": span,
        "correct_s": span,
        "praise_s": span,
        "held_s": Field(number(0.0, 10.0)),
        "least": Field(number(0.0, 1.0)),
    }
    rows = read_rows(source, fields, Pace)
    require_unique(source, rows, "name")
    if tuple(rows) != get_args(Sensitivity):
        raise CatalogError(source.name, f"lleva estas filas, en este orden: {', '.join(get_args(Sensitivity))}")
    return MappingProxyType(rows)
