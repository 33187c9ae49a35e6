"""What the competence standard asks to see in a service, `estandar.toml`: a checklist in its order. Its only reader.

>>> load_standard()["saludo_horario"].tones
('calido',)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Final, Literal, TypeAlias, get_args

from coach.manual.catalog import load_catalog
from coach.manual.findings import load_findings
from coach.manual.moments import load_moments
from coach.manual.tables import Field, choice, kept, list_of, read_rows, require_unique, text
from coach.manual.tones import load_tones

Part: TypeAlias = Literal["atender", "gestionar", "satisfacer", "actitud"]

PARTS: Final[Mapping[Part, str]] = {
    "atender": "Atender los requerimientos",
    "gestionar": "Gestionar el servicio",
    "satisfacer": "Obtener la satisfacción",
    "actitud": "Actitudes y voz",
}
"""What people call the elements of the standard, in their order."""
LONGEST: Final = 44
"""Characters of an item: it is read at a glance."""


@dataclass(frozen=True, slots=True)
class StandardItem:
    """One item: `text` in Spanish, where to look (`moments`), what can be shown, and what only a `person` can judge.

    `signals`, `findings` and `tones` speak for or against it, or merely belong there: they decide nothing.
    """

    id: str
    part: Part
    text: str
    page: str
    moments: tuple[str, ...]
    signals: tuple[str, ...]
    findings: tuple[str, ...]
    tones: tuple[str, ...]
    person: str


@kept
def load_standard(file: Traversable | None = None) -> Mapping[str, StandardItem]:
    """The items by id in the order of the standard (the packaged table by default). Raises `CatalogError`."""
    fields = {
        "part": Field(choice(get_args(Part))),
        "text": Field(text(LONGEST)),
        "page": Field(text()),
        "moments": Field(list_of(choice(load_moments()))),
        "signals": Field(list_of(choice(load_catalog()))),
        "findings": Field(list_of(choice(load_findings()))),
        "tones": Field(list_of(choice(load_tones()))),
        "person": Field(text()),
    }
    source = file or files("coach.manual") / "estandar.toml"
    rows = read_rows(source, fields, StandardItem)
    require_unique(source, rows, "text")
    return MappingProxyType(rows)
