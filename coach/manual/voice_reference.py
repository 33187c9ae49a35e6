"""The table `referencia_voz.toml`: which features of the voice are measured against the speaker's own.

>>> load_voice_reference()["rate_syl_s"].floor
0.09
>>> sorted(derived_voice_features() & {"rate_syl_s_z", "pitch_sd_st_ratio", "rate_syl_s_ratio"})
['pitch_sd_st_ratio', 'rate_syl_s_z']
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Literal, TypeAlias, get_args

from coach.manual.tables import CatalogError, Field, boolean, choice, kept, list_of, number, read_rows
from coach.manual.voice_features import load_voice_features

Form: TypeAlias = Literal["z", "delta", "ratio"]


@dataclass(frozen=True, slots=True)
class Reference:
    """How a feature is compared with the speaker's own median.

    `floor`: the least that is one step, in the feature's unit (of its natural logarithm with `log`). `forms`: what is
    derived.
    """

    id: str
    floor: float
    log: bool
    forms: tuple[Form, ...]


@kept
def load_voice_reference(file: Traversable | None = None) -> Mapping[str, Reference]:
    """The rows by feature (the packaged ones by default). Raises `CatalogError`."""
    fields = {
        "floor": Field(number(0.0, above_low=True)),
        "log": Field(boolean),
        "forms": Field(list_of(choice(get_args(Form)), least=1)),
    }
    source = file or files("coach.manual") / "referencia_voz.toml"
    rows = read_rows(source, fields, Reference)
    known = load_voice_features()
    for id in rows:
        if id not in known:
            raise CatalogError(source.name, "no es un rasgo de la voz; corrige el nombre de la fila", id)
    return MappingProxyType(rows)


def derived_voice_features() -> Set[str]:
    """The names of all features that are derived by comparison."""
    return {f"{row.id}_{form}" for row in load_voice_reference().values() for form in row.forms}
