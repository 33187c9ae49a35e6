"""Labels of a clip: what a person would say can be seen in it, and when."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from coach.errors import KnownError, spot, why
from coach.manual.tables import Fault, Field, choice, list_of, number, table, text


@dataclass(frozen=True, slots=True)
class Label:
    """The signal `id` can be seen from `start_s` to `end_s`."""

    id: str
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class ClipLabels:
    """All that is labelled in a clip of `duration_s`; ids in `ignore` may or may not be reported."""

    person: str
    duration_s: float
    framing: str
    signals: tuple[Label, ...]
    ignore: frozenset[str]


def read_labels(file: Path, ids: Collection[str]) -> ClipLabels:
    """Read and check one label file; `ids` are those of the manual. Raises `KnownError` naming file and key."""
    try:
        raw = json.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise KnownError(f"No puedo leer las etiquetas «{file}» ({why(error)}); revisa sus permisos.") from error
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise KnownError(f"Las etiquetas «{file}» no son JSON válido ({spot(error)}); corrige el archivo.") from error
    try:
        return parse_labels(raw, ids)
    except Fault as fault:
        key = f", clave «{fault.key}»" if fault.key else ""
        raise KnownError(f"Etiquetas «{file}»{key}: {fault.reason}.") from None


def parse_labels(raw: object, ids: Collection[str]) -> ClipLabels:
    """Check the value of a label file. Raises `Fault`."""
    fields = {
        "person": Field(text()),
        "duration_s": Field(number(0.0, above_low=True)),
        "framing": Field(choice(("webcam", "full body"))),
        "signals": Field(list_of(table(_label_fields(ids), _label))),
        "ignore": Field(list_of(choice(ids))),
    }
    if isinstance(raw, dict):
        # Who renders or records clips notes more than is judged here (a mask, a seed).
        raw = {key: value for key, value in raw.items() if key in fields}
    labels: ClipLabels = table(fields, _clip)(raw)
    for place, label in enumerate(labels.signals):
        if label.start_s >= labels.duration_s:
            raise Fault(f"empieza después del final del clip ({labels.duration_s:g} s)", f"signals[{place}].start_s")
    return labels


def _label_fields(ids: Collection[str]) -> dict[str, Field]:
    return {"id": Field(choice(ids)), "start_s": Field(number(0.0)), "end_s": Field(number(0.0))}


def _label(id: str, start_s: float, end_s: float) -> Label:
    if end_s <= start_s:
        raise Fault("debe ser mayor que start_s", "end_s")
    return Label(id, start_s, end_s)


def _clip(
    person: str, duration_s: float, framing: str, signals: tuple[Label, ...], ignore: tuple[str, ...]
) -> ClipLabels:
    return ClipLabels(person, duration_s, framing, signals, frozenset(ignore))
