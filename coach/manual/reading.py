"""The paragraph, `lectura.toml`, that is read aloud to calibrate the speaking rate."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from coach.manual.spanish_syllables import count_spoken_syllables, count_syllables
from coach.manual.tables import CatalogError, Fault, Field, read_rows, text

_ROW = "parrafo"


@dataclass(frozen=True, slots=True)
class Reading:
    """A text and its `syllables`: the middle between word by word and running speech, as people read in between."""

    text: str
    syllables: float


def load_reading(file: Traversable | None = None) -> Reading:
    """The paragraph of the file (the packaged one by default). Raises `CatalogError`.

    >>> 130 < load_reading().syllables < 190
    True
    """
    source = file or files("coach.manual") / "lectura.toml"
    rows = read_rows(source, {"text": Field(text())}, _reading)
    if set(rows) != {_ROW}:
        raise CatalogError(source.name, f"debe tener una sola fila, «{_ROW}»; borra las demás")
    return rows[_ROW]


def _reading(id: str, text: str) -> Reading:
    if any(letter.isdigit() for letter in text):
        raise Fault("lleva cifras; escríbelas con palabras, que se cuentan sus sílabas", "text")
    return Reading(text, (count_syllables(text) + count_spoken_syllables(text)) / 2)
