"""How far trainers and detectors agree, as a table for the terminal."""

from __future__ import annotations

from collections.abc import Iterable

from coach.manual.measures import signed
from coach.report.row_names import row_name
from coach.review.agreement import LEAST_SAID, Agreement

NONE = "—"
_HEAD = ("señal", "kappa", "precisión", "acertadas", "faltaron")


def agreement_text(found: Iterable[Agreement]) -> str:
    """One line each, in the order given, and what the columns mean; ends with a newline."""
    rows = [_HEAD, *(_row(one) for one in found)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(_HEAD))]
    lines = [
        "  ".join(
            [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        )
        for row in rows
    ]
    lines += [
        "",
        "kappa: cuánto coinciden en tramos de medio segundo, más que por azar (1: siempre; 0: lo mismo que por azar).",
        "precisión: de lo detectado que se juzgó, cuánto era cierto. Solo cuenta el tiempo en que se podía ver u oír.",
        f"{NONE}: todavía no alcanza para decirlo (hacen falta {LEAST_SAID} juicios).",
    ]
    return "\n".join(lines) + "\n"


def _row(one: Agreement) -> tuple[str, ...]:
    kappa = NONE if one.kappa is None else signed(one.kappa, 2)
    precision = NONE if one.precision is None else f"{100.0 * one.precision:.0f} %"
    return row_name(one.id), kappa, precision, f"{one.agreed} de {one.judged}", str(one.missed)
