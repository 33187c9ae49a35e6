"""The one line of advice, large and near the camera, so that reading it keeps the eyes on the customer."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from coach.core.events import Cue
from coach.ui.glyphs import paint_kind
from coach.ui.theme import Theme

SHOWN_S = 8.0
"""Seconds of the medium that a cue stays; after that the line falls silent instead of nagging."""


class AdviceCard(QWidget):
    """Shows the newest cue, or a quiet sentence when there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._cue: Cue | None = None
        self._quiet = ""
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self.update()

    @property
    def text(self) -> str:
        """The line as it reads now."""
        return self._cue.text if self._cue else self._quiet

    def say_quietly(self, text: str) -> None:
        """The sentence shown while there is nothing to advise."""
        self._quiet = text
        self._renew()

    def show_cue(self, cue: Cue) -> None:
        """Show a cue until `refresh` finds it old."""
        self._cue = cue
        self._renew()

    def refresh(self, now: float | None) -> None:
        """Fall silent when the cue has been shown for long enough at `now` (s of the medium; None: no medium)."""
        if self._cue and (now is None or now - self._cue.t > SHOWN_S):
            self._cue = None
            self._renew()

    def _renew(self) -> None:
        word = self._word()
        self.setAccessibleName(f"{word}: {self.text}" if word else self.text)
        self.update()

    def _word(self) -> str:
        if self._cue is None:
            return ""
        return self.tr("Sigue así") if self._cue.kind == "refuerza" else self.tr("Un ajuste")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the card."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        praise = self._cue is not None and self._cue.kind == "refuerza"
        tone = "good" if praise else "care"
        card = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(theme.color(tone, 0.45) if self._cue else theme.color("line"))
        painter.setBrush(theme.color(f"{tone}_soft" if self._cue else "surface"))
        painter.drawRoundedRect(card, theme.px(12), theme.px(12))
        if self._cue is None:
            self._write(painter, card, self._quiet, 20, "muted", QFont.Weight.Normal)
            return
        height = card.height() / theme.scale
        size, side = round(min(36.0, 0.34 * height)), theme.px(min(56.0, 0.5 * height))
        mark = QRectF(card.x() + theme.px(18), card.center().y() - side / 2, side, side)
        paint_kind(painter, mark, self._cue.kind, theme.color(tone), theme.color(f"{tone}_soft"))
        area = card.adjusted(side + theme.px(36), 0, -theme.px(16), 0)
        head, body = theme.px(18), theme.px(size * 1.3)
        top = card.center().y() - (head + body) / 2
        first = QRectF(area.x(), top, area.width(), head)
        self._write(painter, first, self._word(), 13, tone, QFont.Weight.DemiBold)
        second = QRectF(area.x(), top + head, area.width(), body)
        self._write(painter, second, self._cue.text, size, "text", QFont.Weight.DemiBold)

    def _write(self, painter: QPainter, area: QRectF, text: str, size: int, color: str, weight: QFont.Weight) -> None:
        """One line, as large as `size` allows within the area's width."""
        font = QFont(self.font())
        font.setWeight(weight)
        pixels = self._theme.px(size)
        font.setPixelSize(pixels)
        inner = area.adjusted(self._theme.px(18), 0, -self._theme.px(18), 0) if self._cue is None else area
        while pixels > 12 and QFontMetrics(font).horizontalAdvance(text) > inner.width():
            pixels -= 1
            font.setPixelSize(pixels)
        painter.setFont(font)
        painter.setPen(self._theme.color(color))
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
