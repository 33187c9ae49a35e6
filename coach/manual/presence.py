"""The parts of the posture that the gauge shows, `presencia.toml`: which signals speak of each, and in which word."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Final

from coach.core.events import State
from coach.manual.catalog import Kind, load_catalog
from coach.manual.tables import (
    CatalogError,
    Fault,
    Field,
    choice,
    kept,
    list_of,
    read_rows,
    require_unique,
    table,
    text,
)

_LONGEST_WORD: Final = 20


@dataclass(frozen=True, slots=True)
class PostureWord:
    """What is said of a part while `signal` is present."""

    signal: str
    word: str


@dataclass(frozen=True, slots=True)
class PosturePart:
    """One part of the body: `mend` and `praise` in the order in which they are shown, `well` when neither holds."""

    id: str
    name: str
    well: str
    mend: tuple[PostureWord, ...]
    praise: tuple[PostureWord, ...] = ()

    @property
    def signals(self) -> tuple[str, ...]:
        """All the signals that speak of it."""
        return tuple(one.signal for one in (*self.mend, *self.praise))

    def told(self, state_of: Callable[[str], State | None]) -> tuple[Kind | None, str] | None:
        """The word for it now and whether that is praised, mended or neither; None while it is not observable."""
        kinds: tuple[tuple[Kind, tuple[PostureWord, ...]], ...] = (("corrige", self.mend), ("refuerza", self.praise))
        for kind, words in kinds:
            for one in words:
                if state_of(one.signal) is State.PRESENT:
                    return kind, one.word
        absent = any(state_of(one.signal) is State.ABSENT for one in self.mend)
        return (None, self.well) if absent else None


@kept
def load_presence(file: Traversable | None = None) -> Mapping[str, PosturePart]:
    """The parts by id in the order of the file (the packaged one by default). Raises `CatalogError`.

    >>> load_presence()["hombros"].told({"hombros_encorvados": State.ABSENT}.get)
    (None, 'abiertos')
    """
    source = file or files("coach.manual") / "presencia.toml"
    word = {"signal": Field(choice(load_catalog())), "word": Field(text(_LONGEST_WORD))}
    fields = {
        "name": Field(text(_LONGEST_WORD)),
        "well": Field(text(_LONGEST_WORD)),
        "mend": Field(list_of(table(word, PostureWord), least=1)),
        "praise": Field(list_of(table(word, PostureWord)), optional=True),
    }
    rows = read_rows(source, fields, _part)
    require_unique(source, rows, "name")
    taken: dict[str, str] = {}
    for row in rows.values():
        for signal in row.signals:
            if taken.setdefault(signal, row.id) != row.id:
                raise CatalogError(source.name, f"«{signal}» ya está en la fila «{taken[signal]}»; quítala", row.id)
    return MappingProxyType(rows)


def _part(
    id: str, name: str, well: str, mend: tuple[PostureWord, ...], praise: tuple[PostureWord, ...] = ()
) -> PosturePart:
    catalog = load_catalog()
    for key, kind, words in (("mend", "corrige", mend), ("praise", "refuerza", praise)):
        for one in words:
            if catalog[one.signal].kind != kind:
                raise Fault(f"«{one.signal}» no es de las que se {'corrigen' if key == 'mend' else 'refuerzan'}", key)
    return PosturePart(id, name, well, mend, praise)
