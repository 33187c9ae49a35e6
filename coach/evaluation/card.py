"""The accuracy card: scores as text for people, and as a document for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from coach.evaluation.score import Scores, SignalScore

MACRO_BAR: Final = 0.90
SIGNAL_BAR: Final = 0.70
TONES_NOT_VALIDATED: Final = "Los tonos de la voz no están aquí: todavía no se han validado con personas."
_HEAD: Final = ("señal", "clips", "prec.", "exh.", "F1", "FA/h", "demora", "observ.")
_NAME: Final = 30


@dataclass(frozen=True, slots=True)
class Verdict:
    """One promise of the product, and whether it was kept."""

    promise: str
    kept: bool


def verdicts(scores: Scores) -> list[Verdict]:
    """What the product promises of its accuracy; nothing where nothing was labelled."""
    found: list[Verdict] = []
    if scores.macro_f1 is not None:
        low = [s.id for s in scores.labelled if (s.f1 or 0.0) < SIGNAL_BAR]
        found.append(
            Verdict(f"F1 macro de al menos {MACRO_BAR:.2f}: {scores.macro_f1:.3f}", scores.macro_f1 >= MACRO_BAR)
        )
        found.append(Verdict(f"ninguna señal bajo {SIGNAL_BAR:.2f}" + (f": {', '.join(low)}" if low else ""), not low))
    if scores.silent:
        loud = sum(bool(ids) for ids in scores.silent.values())
        found.append(Verdict(f"silencio donde no hay nada: {loud} de {len(scores.silent)} clips lo rompen", not loud))
    return found


def card(scores: Scores, names: Mapping[str, str]) -> str:
    """A table a signal a row, hard negatives, and the promises; `names` are those of the signals."""
    return "\n".join(_lines(scores, names)) + "\n"


def _lines(scores: Scores, names: Mapping[str, str]) -> Iterator[str]:
    yield extent(scores)
    yield ""
    yield _row(_HEAD)
    for score in scores.signals:
        yield _row((names[score.id][:_NAME], *figures(score)))
    yield ""
    yield "prec.: precisión; exh.: exhaustividad; FA/h: falsas alarmas por hora; demora: segundos (mediana) desde que"
    yield "empieza la señal hasta que se reporta; observ.: parte del tiempo etiquetado en que fue observable."
    if scores.silent:
        yield ""
        yield "Clips sin señales, que deben quedar en silencio"
        for name, ids in scores.silent.items():
            yield f"  {name:<{_NAME}} {', '.join(ids) if ids else 'en silencio'}"
    if scores.failed:
        yield ""
        yield "Clips que no se pudieron leer, y no cuentan"
        for name, reason in scores.failed.items():
            yield f"  {name:<{_NAME}} {reason}"
    yield ""
    for verdict in verdicts(scores):
        yield f"{'cumple   ' if verdict.kept else 'no cumple'}  {verdict.promise}"
    yield ""
    yield TONES_NOT_VALIDATED


def _row(cells: tuple[str, ...]) -> str:
    return f"{cells[0]:<{_NAME}}" + "".join(f"{cell:>8}" for cell in cells[1:])


def figures(score: SignalScore) -> tuple[str, ...]:
    """Clips, precision, recall, F1, false alarms an hour, delay in seconds and observable share."""
    return (
        str(score.clips),
        _number(score.precision, "{:.2f}"),
        _number(score.recall, "{:.2f}"),
        _number(score.f1, "{:.2f}"),
        _number(score.false_alarms_per_hour, "{:.1f}"),
        _number(score.delay_s, "{:.2f}"),
        _number(score.observable, "{:.0%}"),
    )


def extent(scores: Scores) -> str:
    """How much was judged, in words."""
    clips, people = how_many(scores.clips, "clip", "clips"), how_many(scores.people, "persona", "personas")
    return f"{clips} de {people}, {scores.hours * 60:.1f} minutos"


def how_many(count: int, one: str, many: str) -> str:
    """How many of what.

    >>> how_many(1, "clip", "clips"), how_many(0, "clip", "clips")
    ('1 clip', '0 clips')
    """
    return f"{count} {one if count == 1 else many}"


def _number(value: float | None, form: str) -> str:
    return "-" if value is None else form.format(value)


def document(scores: Scores) -> dict[str, Any]:
    """The scores as plain values; None where nothing could be measured."""
    return {
        "version": 1,
        "clips": scores.clips,
        "people": scores.people,
        "hours": round(scores.hours, 4),
        "macro_f1": _rounded(scores.macro_f1),
        "signals": [_document(score) for score in scores.signals],
        "silent": {name: list(ids) for name, ids in scores.silent.items()},
        "failed": dict(scores.failed),
        "verdicts": [{"promise": verdict.promise, "kept": verdict.kept} for verdict in verdicts(scores)],
    }


def _document(score: SignalScore) -> dict[str, Any]:
    return {
        "id": score.id,
        "clips": score.clips,
        "found": score.found,
        "missed": score.missed,
        "false_alarms": score.false_alarms,
        "precision": _rounded(score.precision),
        "recall": _rounded(score.recall),
        "f1": _rounded(score.f1),
        "false_alarms_per_hour": _rounded(score.false_alarms_per_hour),
        "delay_s": _rounded(score.delay_s),
        "observable": _rounded(score.observable),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
