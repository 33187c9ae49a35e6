"""What was found, drawn over the picture."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from coach.core.landmarks import Perceived
from coach.ui import overlay
from coach.ui.overlay import Overlay, paint_landmarks
from tests.ui.script import perceived

AREA = QRectF(10, 5, 320, 180)


def picture(drawn: Overlay, found: Perceived, area: QRectF = AREA) -> QImage:
    image = QImage(340, 190, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    drawn.paint(painter, area, found)
    painter.end()
    return image


def test_it_lies_where_the_picture_lies(qapp: QApplication) -> None:
    image, found = QImage(340, 190, QImage.Format.Format_RGB32), perceived()
    image.fill(0)
    painter = QPainter(image)
    paint_landmarks(painter, AREA, found)
    painter.end()
    sheet = picture(Overlay(), found)
    lit = [(x, y) for x in range(340) for y in range(190) if image.pixelColor(x, y).lightness() > 128]
    assert len(lit) > 1000
    assert sum(sheet.pixelColor(x, y).lightness() > 100 for x, y in lit) > 0.98 * len(lit)


def test_it_is_drawn_anew_only_for_what_is_new(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    drawings: list[Perceived] = []

    def told(painter: QPainter, area: QRectF, found: Perceived) -> None:
        drawings.append(found)
        paint_landmarks(painter, area, found)

    monkeypatch.setattr(overlay, "paint_landmarks", told)
    drawn, found = Overlay(), perceived()
    first = picture(drawn, found)
    assert picture(drawn, replace(found, t=1.0, fresh=frozenset())) == first
    assert len(drawings) == 1
    without = picture(drawn, replace(found, hands=()))
    assert len(drawings) == 2
    assert without != first
    assert picture(drawn, found, AREA.translated(5, 0)) != first
    assert len(drawings) == 3
