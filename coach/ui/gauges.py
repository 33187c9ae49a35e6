"""Painted gauges of the voice: the rate between its bands, and a plain bar for level and inflection."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from coach.ui.glide import Glide, Steady
from coach.ui.glyphs import paint_kind
from coach.ui.rows import elided
from coach.ui.theme import Theme
from coach.ui.voice_readings import Band, Edges, Reading

SETTLE_S: Final = 0.5
_SHARES: Final = (0.0, 0.3, 0.7, 1.0)
"""Where the bands of the rate begin and end, in shares of the width."""
_ENDS: Final = (60.0, 240.0)
"""Words a minute at both ends."""


class Gauge(QWidget):
    """Something measured that is painted; `refresh` repaints it at most when something moved by a pixel."""

    def __init__(self, name: str, theme: Theme, height_px: int, settle_s: float = SETTLE_S) -> None:
        super().__init__()
        self.name = name
        self.theme = theme
        self.reading = Reading(None, "")
        self._height_px = height_px
        self._glide = Glide(settle_s)
        self._painted: object = None
        self.setAccessibleName(name)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self.theme = theme
        self.updateGeometry()
        self.update()

    def show_reading(self, reading: Reading, now: float) -> None:
        """Move on towards `reading` at `now` (s); called at the window's own pace."""
        self.reading = reading
        self._glide.aim(reading.value)
        self._glide.step(now)
        self._moved(self._glide.value)
        look = self._look()
        if look != self._painted:
            self._painted = look
            self.setAccessibleDescription(self._spoken())
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as designed, however wide."""
        return QSize(self.theme.px(150), self.theme.px(self._height_px))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The same."""
        return self.sizeHint()

    def _moved(self, value: float | None) -> None:
        """The value to show has changed."""

    def _look(self) -> object:
        """Everything that the picture shows, so that an unchanged one is not painted again."""
        value = self._glide.value
        pixel = None if value is None else round(self.place(value) * self.width())
        return (self.reading.word, self.reading.band, pixel)

    def _spoken(self) -> str:
        return self.reading.word

    def place(self, value: float) -> float:
        """Where a value lies on the gauge, in [0, 1]."""
        raise NotImplementedError

    def letters(self, size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The window's letters in `size` px before scaling."""
        font = QFont(self.font())
        font.setPixelSize(self.theme.px(size))
        font.setWeight(weight)
        return font


class RateGauge(Gauge):
    """Words a minute as a figure, and where it lies between slow, right and fast."""

    def __init__(self, edges: Edges, theme: Theme) -> None:
        super().__init__("", theme, 64)
        self._edges = (_ENDS[0], *edges, _ENDS[1])
        self.setAccessibleName(self.tr("Ritmo"))
        self._figure = Steady(5)
        self._shown: int | None = None
        self._calibrated = False

    @property
    def text(self) -> str:
        """The gauge in words, as a screen reader tells it."""
        return self._spoken()

    @property
    def brief(self) -> str:
        """The figure and its word in a few letters; why there is none where there is none."""
        if self._shown is None:
            return self.reading.word
        rough = "" if self._calibrated else "≈"
        return self.tr("{}{} palabras/min · {}").format(rough, self._shown, self.reading.word)

    def set_calibrated(self, calibrated: bool) -> None:
        """Whether the rate was calibrated by this person's reading aloud; shown with the next reading."""
        self._calibrated = calibrated

    def place(self, value: float) -> float:
        """Each band has its own share of the width."""
        least, slow, fast, most = self._edges
        value = min(most, max(least, value))
        band = 0 if value < slow else 1 if value < fast else 2
        inside = (value - self._edges[band]) / (self._edges[band + 1] - self._edges[band])
        return _SHARES[band] + inside * (_SHARES[band + 1] - _SHARES[band])

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the figure, the bands and the needle."""
        painter, theme = QPainter(self), self.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bands = QRectF(0, self.height() - theme.px(20), self.width(), theme.px(20))
        figure = QRectF(0, 0, self.width(), bands.top() - theme.px(7))
        if self._shown is None:
            self._paint_reason(painter, figure)
        else:
            self._paint_figure(painter, figure, self._shown)
        for place, (band, word) in enumerate(self._bands()):
            left, right = (bands.width() * share for share in _SHARES[place : place + 2])
            gap = theme.px(3) if place < 2 else 0
            self._paint_band(painter, QRectF(left, bands.y(), right - left - gap, bands.height()), band, word)
        if self._glide.value is not None:
            self._paint_needle(painter, bands, self.place(self._glide.value))

    def _moved(self, value: float | None) -> None:
        self._shown = self._figure.show(value)

    def _look(self) -> object:
        return (super()._look(), self._shown, self._calibrated)

    def _spoken(self) -> str:
        if self._shown is None:
            return self.reading.word
        rough = "" if self._calibrated else self.tr(", sin calibrar")
        return self.tr("{} palabras por minuto, {}{}").format(self._shown, self.reading.word, rough)

    def _bands(self) -> tuple[tuple[Band, str], ...]:
        return (("low", self.tr("lento")), ("right", self.tr("bien")), ("high", self.tr("rápido")))

    def _paint_reason(self, painter: QPainter, area: QRectF) -> None:
        painter.setFont(self.letters(26))
        painter.setPen(self.theme.color("muted"))
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, "—")
        painter.setFont(self.letters(12))
        right = area.adjusted(self.theme.px(34), 0, 0, 0)
        painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, self.reading.word)

    def _paint_figure(self, painter: QPainter, area: QRectF, shown: int) -> None:
        font = self.letters(27, QFont.Weight.DemiBold)
        number = str(shown) if self._calibrated else f"≈{shown}"
        painter.setFont(font)
        painter.setPen(self.theme.color("text"))
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, number)
        beside = area.adjusted(QFontMetricsF(font).horizontalAdvance(number) + self.theme.px(8), 0, 0, 0)
        words = self.tr("palabras/min") + ("" if self._calibrated else "\n" + self.tr("sin calibrar"))
        painter.setFont(self.letters(11))
        painter.setPen(self.theme.color("muted"))
        painter.drawText(beside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_band(self, painter: QPainter, area: QRectF, band: Band, word: str) -> None:
        theme, here = self.theme, band == self.reading.band
        tone = "good" if band == "right" else "care"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(f"{tone}_soft" if here else "hover"))
        painter.drawRoundedRect(area, theme.px(5), theme.px(5))
        font = self.letters(11, QFont.Weight.DemiBold if here else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(theme.color(tone if here else "muted"))
        width, side = QFontMetricsF(font).horizontalAdvance(word), theme.px(11)
        if here and width + side + theme.px(10) <= area.width():
            left = area.center().x() - (width + side + theme.px(4)) / 2
            painter.drawText(area.adjusted(side + theme.px(4), 0, 0, 0), Qt.AlignmentFlag.AlignCenter, word)
            mark = QRectF(left, area.center().y() - side / 2, side, side)
            kind = "refuerza" if band == "right" else "corrige"
            paint_kind(painter, mark, kind, theme.color(tone), theme.color(f"{tone}_soft"))
        else:
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, word)

    def _paint_needle(self, painter: QPainter, bands: QRectF, place: float) -> None:
        """A pointer above the bands, where it hides no word."""
        side = self.theme.px(5)
        tip = QPointF(min(bands.right() - side, max(side, place * bands.width())), bands.top() + 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color("text"))
        painter.drawPolygon(QPolygonF([tip, tip + QPointF(-side, -1.3 * side), tip + QPointF(side, -1.3 * side)]))


class BarGauge(Gauge):
    """A name, a word for how it is, and a bar from `low` to `high`."""

    def __init__(self, name: str, low: float, high: float, theme: Theme, settle_s: float = SETTLE_S) -> None:
        super().__init__(name, theme, 26, settle_s)
        self._low, self._high = low, high

    def place(self, value: float) -> float:
        """Evenly from `low` to `high`."""
        return min(1.0, max(0.0, (value - self._low) / (self._high - self._low)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw name, word and bar."""
        painter, theme = QPainter(self), self.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = QRectF(0, self.height() - theme.px(7), self.width(), theme.px(6))
        line = QRectF(0, 0, self.width(), bar.top() - theme.px(2))
        band = self.reading.band
        tone = "good" if band == "right" else "care" if band else "muted"
        painter.setFont(self.letters(12))
        painter.setPen(theme.color("text"))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.name)
        taken = QFontMetricsF(painter.font()).horizontalAdvance(self.name) + theme.px(26)
        word = elided(self.reading.word, painter.font(), line.width() - taken)
        painter.setPen(theme.color(tone))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, word)
        if band:
            side = theme.px(12)
            left = line.right() - QFontMetricsF(painter.font()).horizontalAdvance(word) - side - theme.px(4)
            mark = QRectF(left, line.center().y() - side / 2, side, side)
            kind = "refuerza" if band == "right" else "corrige"
            paint_kind(painter, mark, kind, theme.color(tone), theme.color("surface"))
        self._paint_bar(painter, bar, "care" if tone == "care" else "accent")

    def _paint_bar(self, painter: QPainter, bar: QRectF, color: str) -> None:
        radius = bar.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color("hover"))
        painter.drawRoundedRect(bar, radius, radius)
        share = 0.0 if self._glide.value is None else self.place(self._glide.value)
        if share * bar.width() > 1:
            painter.setBrush(self.theme.color(color))
            filled = QRectF(bar.x(), bar.y(), max(bar.height(), share * bar.width()), bar.height())
            painter.drawRoundedRect(filled, radius, radius)
