"""The one line of advice, large, at the top and so near the camera: reading it keeps the eyes on the customer."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from coach.core.events import Cue
from coach.ui.controls import named
from coach.ui.glyphs import paint_kind
from coach.ui.theme import Theme

SHOWN_S: Final = 8.0
"""Seconds of the medium that a cue stays; after that the line falls silent instead of nagging."""
_COMES_MS, _GOES_MS = 180, 700
"""It comes quickly enough to be read at once, and goes so softly that its going draws no eye."""
_TOP_PX: Final = 28


class AdviceCard(QWidget):
    """Shows the newest cue, or a quiet sentence when there is none.

    `unwanted(Cue)`: this advice shall not be given again. `pause` and `history` are buttons whose menus are somebody
    else's; all three are there only while `set_running`.
    """

    unwanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._cue: Cue | None = None
        self._drawn: Cue | None = None
        self._quiet = ""
        self._running = False
        self._strength = QVariantAnimation(self)
        self._strength.valueChanged.connect(lambda _: self.update())
        self._strength.finished.connect(self._rest)
        self.mute, self.pause, self.history = (named(QPushButton(self), "cueButton") for _ in range(3))
        self.mute.setText(self.tr("No me lo digas más"))
        self.mute.setToolTip(self.tr("Este consejo no vuelve (N)"))
        self.mute.clicked.connect(self._refuse)
        self.history.setText(self.tr("Anteriores"))
        self.history.setToolTip(self.tr("Los últimos consejos (H)"))
        self.set_paused(False)
        for button in (self.mute, self.history):
            button.setAccessibleName(button.text())
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self._place()
        self.update()

    @property
    def text(self) -> str:
        """The line as it reads now."""
        return self._cue.text if self._cue else self._quiet

    @property
    def cue(self) -> Cue | None:
        """The cue that is shown now."""
        return self._cue

    def set_running(self, running: bool) -> None:
        """Whether there may be cues at all; once there may not, none stays to be read beside a camera that is off."""
        self._running = running
        if not running and self._drawn is not None:
            self._strength.stop()
            self._cue = self._drawn = None
            self._renew()
        self._place()

    def set_paused(self, paused: bool) -> None:
        """Whether the user wants no cues for now."""
        self.pause.setText(self.tr("Reanudar consejos") if paused else self.tr("Pausar consejos"))
        self.pause.setToolTip(self.tr("Vuelve a dar consejos (S)") if paused else self.tr("Un rato sin consejos (S)"))
        self.pause.setAccessibleName(self.pause.text())
        if paused:
            self.fall_silent()
        self._place()

    def say_quietly(self, text: str) -> None:
        """The sentence shown while there is nothing to advise."""
        if text != self._quiet:
            self._quiet = text
            self._renew()

    def show_cue(self, cue: Cue) -> None:
        """Show a cue until `refresh` finds it old."""
        self._cue = self._drawn = cue
        self._fade(0.0, 1.0, _COMES_MS)
        self._renew()

    def refresh(self, now: float | None) -> None:
        """Fall silent when the cue has been shown for long enough at `now` (s of the medium; None: no medium)."""
        if self._cue and (now is None or now - self._cue.t > SHOWN_S):
            self.fall_silent()

    def fall_silent(self) -> None:
        """No cue any more."""
        if self._cue is None:
            return
        self._cue = None
        self._fade(1.0, 0.0, _GOES_MS)
        self._renew()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the buttons in their corner."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the card."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(theme.color("line"))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(card, theme.px(12), theme.px(12))
        if self._drawn is None:
            self._paint_quiet(painter, card)
        else:
            painter.setOpacity(self._opacity)
            self._paint_cue(painter, card, self._drawn)

    @property
    def _opacity(self) -> float:
        value = self._strength.currentValue()
        running = self._strength.state() is QVariantAnimation.State.Running
        return float(value) if running and value is not None else 1.0

    def _refuse(self) -> None:
        if self._cue is not None:
            self.unwanted.emit(self._cue)

    def _rest(self) -> None:
        """The cue has come, or gone."""
        self._drawn = self._cue
        self.update()

    def _fade(self, start: float, end: float, ms: int) -> None:
        self._strength.stop()
        self._strength.setStartValue(start)
        self._strength.setEndValue(end)
        self._strength.setDuration(ms)
        self._strength.start()

    def _renew(self) -> None:
        word = self._word(self._cue)
        self.setAccessibleName(f"{word}: {self.text}" if word else self.text)
        self._place()
        self.update()

    def _place(self) -> None:
        """The buttons at the upper right, those that mean something now."""
        theme, right = self._theme, self.width() - self._theme.px(8)
        shown = {self.history: self._running, self.pause: self._running, self.mute: self._cue is not None}
        for button, wanted in shown.items():
            button.setVisible(wanted)
            if wanted:
                button.ensurePolished()
                width = button.sizeHint().width()
                right -= width
                button.setGeometry(right, theme.px(4), width, theme.px(_TOP_PX - 6))
                right -= theme.px(2)

    def _word(self, cue: Cue | None) -> str:
        if cue is None:
            return ""
        return self.tr("Sigue así") if cue.kind == "refuerza" else self.tr("Un ajuste")

    def _paint_quiet(self, painter: QPainter, card: QRectF) -> None:
        top = self._theme.px(_TOP_PX - 8) if self._running else 0
        area = card.adjusted(self._theme.px(18), top, -self._theme.px(18), 0)
        font = self._fitting(self._quiet, 20, area.width(), QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(self._theme.color("muted"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._quiet)

    def _paint_cue(self, painter: QPainter, card: QRectF, cue: Cue) -> None:
        """The word for its kind in the corner; mark and line as large as fit, in the middle, where the camera is."""
        theme, tone = self._theme, "good" if cue.kind == "refuerza" else "care"
        painter.setPen(theme.color(tone, 0.45))
        painter.setBrush(theme.color(f"{tone}_soft"))
        painter.drawRoundedRect(card, theme.px(12), theme.px(12))
        head = QRectF(card.x() + theme.px(18), card.y() + theme.px(4), card.width(), theme.px(_TOP_PX - 6))
        painter.setFont(self._fitting(self._word(cue), 13, card.width(), QFont.Weight.DemiBold))
        painter.setPen(theme.color(tone))
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, self._word(cue))
        body = card.adjusted(theme.px(18), theme.px(_TOP_PX - 4), -theme.px(18), -theme.px(6))
        size = min(40.0, 0.72 * body.height() / theme.scale)
        side, gap = theme.px(1.15 * size), theme.px(14)
        font = self._fitting(cue.text, size, body.width() - side - gap, QFont.Weight.DemiBold)
        width = QFontMetricsF(font).horizontalAdvance(cue.text)
        left = body.center().x() - (side + gap + width) / 2
        mark = QRectF(left, body.center().y() - side / 2, side, side)
        paint_kind(painter, mark, cue.kind, theme.color(tone), theme.color(f"{tone}_soft"))
        painter.setFont(font)
        painter.setPen(theme.color("text"))
        painter.drawText(
            body.adjusted(left + side + gap - body.x(), 0, gap, 0), Qt.AlignmentFlag.AlignVCenter, cue.text
        )

    def _fitting(self, text: str, size: float, width: float, weight: QFont.Weight) -> QFont:
        """Letters as large as `size` allows within the width."""
        font, pixels = QFont(self.font()), self._theme.px(size)
        font.setWeight(weight)
        font.setPixelSize(pixels)
        while pixels > 12 and QFontMetricsF(font).horizontalAdvance(text) > width:
            pixels -= 1
            font.setPixelSize(pixels)
        return font
