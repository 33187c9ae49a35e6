"""What a tuning came to, as a person reads it in a terminal."""

from __future__ import annotations

from coach.manual.adjustments import moved_by
from coach.tuning.case import Figures
from coach.tuning.search import Tuned
from coach.tuning.split import said


def told(tuned: Tuned) -> str:
    """A paragraph with before and after, in sessions that were not tuned on."""
    parts = tuned.split
    head = (
        f"{tuned.signal.name}: ajustada con {len(parts.tuning)} sesiones ({said(parts.tuning)} juicios), comprobada en "
        f"otras {len(parts.held_out)} ({said(parts.held_out)} juicios)"
    )
    lines = [head, f"  antes    {_figures(tuned.before)}"]
    if not tuned.moved:
        lines.append("  Sus umbrales ya son los mejores que hay para lo juzgado.")
        return "\n".join(lines) + "\n"
    lines.append(f"  después  {_figures(tuned.after)}")
    lines += _thresholds(tuned)
    if not tuned.worthwhile:
        lines.append("  En las sesiones apartadas sale peor: no se aplica.")
    return "\n".join(lines) + "\n"


def _figures(figures: Figures) -> str:
    """A line of counts.

    >>> _figures(Figures(found=3, missed=1, false=2))
    '3 de 4 vistas, 2 de más (F1 0.67)'
    """
    rank = "" if figures.f1 is None else f" (F1 {figures.f1:.2f})"
    return f"{figures.found} de {figures.found + figures.missed} vistas, {figures.false} de más{rank}"


def _thresholds(tuned: Tuned) -> list[str]:
    """The thresholds that move."""
    old = tuned.signal.detector.conditions
    new = moved_by(old, tuned.bands)
    return [
        f"  {one.feature}: {_side(one.above)} {one.enter:.4g} → {_side(one.above)} {other.enter:.4g}"
        for one, other in zip(old, new, strict=True)
        if one != other
    ]


def _side(above: bool) -> str:
    return "desde" if above else "hasta"
