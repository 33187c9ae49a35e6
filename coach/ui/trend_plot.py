"""The moving plot of pitch and rate. The only door to pyqtgraph in the live view; `trend_card.py` opens it.

Both curves share the width of the card and half a minute; only they move: the scales stand still, so that nothing
jitters and a repaint stays cheap.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from coach.ui.controls import named
from coach.ui.theme import Theme
from coach.ui.trace import SPAN_S, Curve
from coach.ui.voice_readings import Edges

_RATE_WPM: Final = (60.0, 240.0)
_GAP_PX: Final = 4
"""Between the two."""
_PITCH_STEP_ST: Final = 6.0
"""The pitch's scale moves in such steps, and only when the curve leaves it."""
_PITCH_SPAN_ST: Final = 18.0


class TrendPlot(QWidget):
    """Pitch above, rate below with the band in which it is right."""

    def __init__(self, edges: Edges, theme: Theme) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._low: float | None = None
        self._view = pg.GraphicsLayoutWidget(self)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._view.ci.setContentsMargins(0, 0, 0, 0)
        self._view.ci.setSpacing(_GAP_PX)
        self._pitch, self._rate = self._plot(0), self._plot(1)
        self._band = pg.LinearRegionItem(edges, orientation="horizontal", movable=False)
        self._rate.addItem(self._band)
        self._rate.setYRange(*_RATE_WPM, padding=0)
        self._pitch_curve = self._pitch.plot(connect="finite", antialias=True)
        self._rate_curve = self._rate.plot(connect="finite", antialias=True)
        self._names = [
            named(QLabel(text, self), "plotName")
            for text in (self.tr("Altura de la voz: aguda arriba"), self.tr("Ritmo: rápido arriba"))
        ]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._view)
        self.set_theme(theme)
        self._warm_up()

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._view.setBackground(theme.color("surface"))
        for plot in (self._pitch, self._rate):
            plot.getViewBox().setBackgroundColor(theme.color("window"))
        for curve in (self._pitch_curve, self._rate_curve):
            curve.setPen(pg.mkPen(theme.color("accent"), width=theme.px(2)))
        self._band.setBrush(theme.color("good_soft"))
        for line in self._band.lines:
            line.setPen(pg.mkPen(theme.color("good", 0.45), width=1))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the names of the curves in their corners; in a low plot that of the rate lies within the band."""
        super().resizeEvent(event)
        second = (self.height() + _GAP_PX) // 2
        for name in self._names:
            name.adjustSize()
        pitch, rate = self._names
        top, bottom = (int(edge) for edge in self.edges())
        pitch.move(6, 2)
        above = second + 2 + rate.height() <= top
        rate.move(6, second + 2 if above else (top + bottom - rate.height()) // 2)

    def edges(self) -> tuple[float, float]:
        """Where the band's upper and lower edge lie, in px from the top."""
        low, high = _RATE_WPM
        second, room = (self.height() + _GAP_PX) / 2, (self.height() - _GAP_PX) / 2
        slow, fast = self._band.getRegion()
        return second + room * (high - fast) / (high - low), second + room * (high - slow) / (high - low)

    def show_curves(self, times: Curve, pitch: Curve, rate: Curve) -> None:
        """Draw what `VoiceTrace.curves` gives."""
        self._follow(pitch)
        self._pitch_curve.setData(times, pitch)
        self._rate_curve.setData(times, np.clip(rate, *_RATE_WPM))

    def _warm_up(self) -> None:
        """Draw once what nobody sees: pyqtgraph's first drawing takes a tenth of a second, which no session should."""
        times = np.linspace(-SPAN_S, 0.0, 10)
        self.show_curves(times, np.sin(times), 120.0 + times)
        self._view.grab()
        self._low = None
        nothing = np.empty(0)
        self.show_curves(nothing, nothing, nothing)

    def _follow(self, pitch: Curve) -> None:
        """Let the scale of the pitch hold the middle of the voice."""
        known = pitch[np.isfinite(pitch)]
        if not known.size:
            return
        middle = float(np.median(known))
        low = self._low
        if low is None or not low + _PITCH_STEP_ST / 2 <= middle <= low + _PITCH_SPAN_ST - _PITCH_STEP_ST / 2:
            self._low = round((middle - _PITCH_SPAN_ST / 2) / _PITCH_STEP_ST) * _PITCH_STEP_ST
            self._pitch.setYRange(self._low, self._low + _PITCH_SPAN_ST, padding=0)

    def _plot(self, row: int) -> Any:
        plot = self._view.addPlot(row=row, col=0)
        plot.hideAxis("left")
        plot.hideAxis("bottom")
        plot.hideButtons()
        plot.setMenuEnabled(False)
        plot.setMouseEnabled(x=False, y=False)
        plot.disableAutoRange()
        plot.setXRange(-SPAN_S, 0.0, padding=0)
        return plot
