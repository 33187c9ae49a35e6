"""The numbers that reports explain and progress follows, `medidas.toml`. Its only reader.

>>> load_measures()["palabras_min"].shown(152.4)
'152 palabras/min'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType

from coach.manual.tables import Field, integer, kept, number, read_rows, require_unique, text


@dataclass(frozen=True, slots=True)
class Measure:
    """One number: its name, its `unit`, one sentence that explains it, and the `least` change that counts as one."""

    id: str
    name: str
    unit: str
    digits: int
    about: str
    least: float

    def shown(self, value: float | None) -> str:
        """The number with its unit, as Spanish writes it; a dash where there is none."""
        return "—" if value is None else f"{signed(value, self.digits)} {self.unit}"


@kept
def load_measures(file: Traversable | None = None) -> Mapping[str, Measure]:
    """The numbers by id in the order of the file (the packaged one by default). Raises `CatalogError`."""
    fields = {
        "name": Field(text()),
        "unit": Field(text()),
        "digits": Field(integer(0, 3)),
        "about": Field(text()),
        "least": Field(number(0.0, above_low=True)),
    }
    source = file or files("coach.manual") / "medidas.toml"
    rows = read_rows(source, fields, Measure)
    require_unique(source, rows, "name")
    return MappingProxyType(rows)


def signed(value: float, digits: int = 0) -> str:
    """A number with a minus where it is below zero as it is told, and no hyphen.

    >>> signed(-24.2), signed(3.14, 1), signed(-0.3)
    ('−24', '3.1', '0')
    """
    return f"{value:z.{digits}f}".replace("-", "−")
