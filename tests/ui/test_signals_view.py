"""The painted list."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionViewItem, QToolTip
from pytestqt.qtbot import QtBot

from coach.core.events import SignalChanged, State
from coach.manual.catalog import load_catalog
from coach.ui.signals_model import SignalsModel
from coach.ui.signals_view import SignalDelegate, SignalsPanel
from coach.ui.theme import LIGHT, Theme


@pytest.fixture
def model(qtbot: QtBot) -> SignalsModel:
    return SignalsModel(load_catalog())


@pytest.fixture
def panel(qtbot: QtBot, model: SignalsModel) -> Iterator[SignalsPanel]:
    panel = SignalsPanel(model, Theme(LIGHT))
    qtbot.addWidget(panel)
    panel.resize(380, 720)
    panel.show()
    qtbot.waitExposed(panel)
    yield panel
    QToolTip.hideText()


def mark(panel: SignalsPanel, model: SignalsModel, id: str) -> list[bool]:
    """The pixels of a row's mark as ink or ground, colour taken away."""
    row = panel.list.visualRect(model.index(model.row_of(id)))
    image = panel.list.viewport().grab(QRect(row.x() + 6, row.y() + 2, 20, row.height() - 4)).toImage()
    gray = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return [gray.pixelColor(x, y).red() < 160 for y in range(gray.height()) for x in range(gray.width())]


def test_states_and_kinds_are_told_apart_without_colour(panel: SignalsPanel, model: SignalsModel) -> None:
    marks = [mark(panel, model, "sonrisa")]
    for state in State:
        model.apply(SignalChanged(1.0, "sonrisa", state, None))
        model.refresh(2.0)
        marks.append(mark(panel, model, "sonrisa"))
    model.apply(SignalChanged(1.0, "brazos_cruzados", State.PRESENT, None))
    model.refresh(2.0)
    marks.append(mark(panel, model, "brazos_cruzados"))
    assert all(one != other for place, one in enumerate(marks) for other in marks[:place])


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the rows of panels to come, in the order in which they are painted."""
    names: list[str] = []
    paint = SignalDelegate.paint

    def told(delegate: SignalDelegate, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        names.append(index.data())
        paint(delegate, painter, option, index)

    monkeypatch.setattr(SignalDelegate, "paint", told)
    return names


def test_only_rows_that_read_differently_are_painted_again(
    painted: list[str], panel: SignalsPanel, model: SignalsModel, qtbot: QtBot
) -> None:
    first, *_, last = load_catalog().values()
    qtbot.waitUntil(lambda: last.name in painted)
    qtbot.wait(50)
    painted.clear()
    for signal in (first, last):
        model.apply(SignalChanged(1.0, signal.id, State.PRESENT, None))
    model.refresh(2.0)
    qtbot.waitUntil(lambda: last.name in painted)
    assert painted == [first.name, last.name]


def test_arrow_keys_and_return_explain_a_signal(panel: SignalsPanel, model: SignalsModel, qtbot: QtBot) -> None:
    panel.list.setCurrentIndex(model.index(model.row_of("brazos_cruzados")))
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    assert panel.list.currentIndex().row() == model.row_of("brazos_cruzados") + 1
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert "Manos en los bolsillos" in QToolTip.text()
    assert "Respaldo científico" in QToolTip.text()
