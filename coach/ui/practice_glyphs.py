"""A mark for each type of client, in lines: it helps to find the card again and says nothing that its name does not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from coach.ui.controls import Mark
from coach.ui.glyphs import in_unit_square

Line = Sequence[tuple[float, float]]
Round = tuple[float, float, float]
"""Middle and radius of a circle."""


def _paint(
    lines: Sequence[Line], rounds: Sequence[Round], painter: QPainter, box: QRectF, color: QColor, off: bool = False
) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    in_unit_square(painter, box, color)
    for line in lines:
        painter.drawPolyline([QPointF(x, y) for x, y in line])
    for x, y, radius in rounds:
        painter.drawEllipse(QPointF(x, y), radius, radius)
    painter.restore()


_BUBBLE: Final[Line] = (
    (0.06, 0.12),
    (0.94, 0.12),
    (0.94, 0.7),
    (0.46, 0.7),
    (0.26, 0.92),
    (0.26, 0.7),
    (0.06, 0.7),
    (0.06, 0.12),
)

CLIENT_MARKS: Final[Mapping[str, Mark]] = MappingProxyType(
    {
        # a crown
        "dominante": partial(
            _paint,
            [((0.1, 0.8), (0.06, 0.28), (0.3, 0.5), (0.5, 0.16), (0.7, 0.5), (0.94, 0.28), (0.9, 0.8), (0.1, 0.8))],
            [],
        ),
        # a bubble full of lines
        "hablador": partial(_paint, [_BUBBLE, ((0.22, 0.32), (0.78, 0.32)), ((0.22, 0.5), (0.62, 0.5))], []),
        # a path that parts
        "indeciso": partial(
            _paint,
            [
                ((0.5, 0.94), (0.5, 0.56), (0.16, 0.2)),
                ((0.5, 0.56), (0.84, 0.2)),
                ((0.16, 0.42), (0.16, 0.18), (0.38, 0.18)),
                ((0.84, 0.42), (0.84, 0.18), (0.62, 0.18)),
            ],
            [],
        ),
        # an open book
        "sabelotodo": partial(
            _paint,
            [
                ((0.5, 0.24), (0.3, 0.14), (0.06, 0.16), (0.06, 0.8), (0.3, 0.78), (0.5, 0.88)),
                ((0.5, 0.24), (0.7, 0.14), (0.94, 0.16), (0.94, 0.8), (0.7, 0.78), (0.5, 0.88), (0.5, 0.24)),
            ],
            [],
        ),
        # a stopwatch
        "impaciente": partial(
            _paint,
            [((0.5, 0.36), (0.5, 0.58), (0.66, 0.66)), ((0.4, 0.06), (0.6, 0.06)), ((0.5, 0.06), (0.5, 0.2))],
            [(0.5, 0.57, 0.36)],
        ),
        # a bubble with three dots
        "reservado": partial(_paint, [_BUBBLE], [(0.3, 0.41, 0.03), (0.5, 0.41, 0.03), (0.7, 0.41, 0.03)]),
        # an hourglass
        "lento": partial(
            _paint,
            [
                ((0.2, 0.08), (0.8, 0.08)),
                ((0.2, 0.92), (0.8, 0.92)),
                ((0.28, 0.08), (0.28, 0.28), (0.72, 0.72), (0.72, 0.92)),
                ((0.72, 0.08), (0.72, 0.28), (0.28, 0.72), (0.28, 0.92)),
            ],
            [],
        ),
        # a bolt
        "grosero": partial(
            _paint,
            [((0.6, 0.06), (0.24, 0.54), (0.48, 0.54), (0.4, 0.94), (0.76, 0.42), (0.52, 0.42), (0.6, 0.06))],
            [],
        ),
    }
)


def paint_crisis(painter: QPainter, box: QRectF, color: QColor, off: bool = False) -> None:
    """A warning triangle."""
    edge = ((0.5, 0.1), (0.96, 0.88), (0.04, 0.88), (0.5, 0.1))
    _paint([edge, ((0.5, 0.4), (0.5, 0.62))], [(0.5, 0.75, 0.02)], painter, box, color)
