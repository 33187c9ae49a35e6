"""The figures of a benchmark with the bars that they are held against: as a table and as a document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

_KEPT: Final = {True: "cumple", False: "no cumple", None: "sin meta"}
_NAME: Final = 52


@dataclass(frozen=True, slots=True)
class Figure:
    """One measurement in `unit`; `least` or `most` is its bar. `value` is None where it cannot be measured."""

    id: str
    name: str
    value: float | None
    unit: str
    least: float | None = None
    most: float | None = None

    @property
    def kept(self) -> bool | None:
        """Whether the bar is met; None without a bar or a value."""
        if self.value is None or (self.least is None and self.most is None):
            return None
        return (self.least is None or self.value >= self.least) and (self.most is None or self.value <= self.most)


@dataclass(frozen=True, slots=True)
class Report:
    """All figures; `machine` and `date` (ISO) say where and when they were taken."""

    machine: str
    date: str
    figures: tuple[Figure, ...]


def table(report: Report) -> str:
    """For people.

    >>> print(table(Report("PC", "2026-01-31", (Figure("speed", "Velocidad", 3.2, "×", least=3.0),))), end="")
    2026-01-31, PC
    <BLANKLINE>
    Velocidad                                                3.2 ×   al menos 3 ×   cumple
    """
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield f"{report.date}, {report.machine}"
    yield ""
    for figure in report.figures:
        value = "no medible" if figure.value is None else f"{figure.value:.3g} {figure.unit}"
        yield f"{figure.name:<{_NAME}}{value:>10}   {_bar(figure):<13}  {_KEPT[figure.kept]}"


def _bar(figure: Figure) -> str:
    if figure.least is not None:
        return f"al menos {figure.least:g} {figure.unit}"
    return "" if figure.most is None else f"hasta {figure.most:g} {figure.unit}"


def document(report: Report) -> dict[str, Any]:
    """For programs."""
    return {
        "version": 1,
        "machine": report.machine,
        "date": report.date,
        "figures": [
            {
                "id": figure.id,
                "value": None if figure.value is None else round(figure.value, 4),
                "unit": figure.unit,
                "least": figure.least,
                "most": figure.most,
                "kept": figure.kept,
            }
            for figure in report.figures
        ],
    }
