"""Writes the thresholds that were adjusted on this computer, as `manual/adjustments.py` reads them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from coach.errors import KnownError, why
from coach.manual.adjustments import Adjustment, Moved
from coach.session.whole_file import write_whole
from coach.tuning.search import Tuned

_HEAD: Final = """\
# Umbrales que «coach ajustar» cambió en esta computadora, con lo que se juzgó de las sesiones guardadas en ella.
# «coach ajustar --quitar» borra este archivo y vuelven los de fábrica. bands: cuánto se movió cada umbral, en bandas
# (de exit a enter); hacia arriba es más exigente.
"""


def adjustment(tuned: Tuned, made: str) -> Adjustment:
    """What is kept of a tuning, made on that day."""
    conditions = tuned.signal.detector.conditions
    return Adjustment(
        tuned.signal.id,
        made,
        tuple(
            Moved(one.feature, one.way, one.enter, one.exit, bands)
            for one, bands in zip(conditions, tuned.bands, strict=True)
        ),
    )


def write_adjustments(file: Path, adjustments: Mapping[str, Adjustment]) -> None:
    """Replace `file` in one step. Raises `KnownError` where it cannot be written."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KnownError(f"No puedo usar la carpeta «{file.parent}» ({why(error)}); revisa sus permisos.") from error
    rows = "\n".join(_row(one) for one in adjustments.values())
    write_whole(file, f"{_HEAD}\n{rows}".encode())


def remove_adjustments(file: Path) -> bool:
    """Take it away; whether there was one. Raises `KnownError` where it cannot be removed."""
    try:
        file.unlink()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise KnownError(f"No puedo borrar «{file}» ({why(error)}); revisa sus permisos.") from error
    return True


def _row(one: Adjustment) -> str:
    return "\n".join([f"[{one.id}]", f'made = "{one.made}"', *_conditions(one.id, one.conditions)]) + "\n"


def _conditions(id: str, conditions: Iterable[Moved]) -> Iterable[str]:
    for moved in conditions:
        yield f"[[{id}.conditions]]"
        yield f'feature = "{moved.feature}"'
        yield f"way = {moved.way}"
        yield from (f"{name} = {getattr(moved, name)!r}" for name in ("enter", "exit", "bands"))
