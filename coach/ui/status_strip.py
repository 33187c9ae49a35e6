"""The strip at the foot: is the camera on, how smoothly it runs, how hard it works, and where the data stays."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from coach.report.words import clock
from coach.runtime.meter import Stats
from coach.ui.glyphs import paint_lamp
from coach.ui.session import Phase
from coach.ui.theme import Theme


class StatusStrip(QWidget):
    """Four short facts."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("statusStrip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._rate = FrameRate()
        self.lamp = Lamp(theme)
        self.camera, self.time, self.fps, self.level = (QLabel() for _ in range(4))
        self.privacy = QLabel(self.tr("Todo se queda en esta computadora"))
        self.privacy.setToolTip(self.tr("Coach no envía imágenes, sonido ni resultados a ningún lado."))
        self.fps.setToolTip(self.tr("Imágenes mostradas por segundo"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 16, 6)
        layout.setSpacing(8)
        layout.addWidget(self.lamp)
        for label in (self.camera, self.time, self.fps, self.level):
            layout.addWidget(label)
            layout.addSpacing(12)
        layout.addStretch(1)
        layout.addWidget(self.privacy)
        self.set_phase(Phase.OFF)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self.lamp.set_theme(theme)

    def set_phase(self, phase: Phase) -> None:
        """Tell whether the camera is on."""
        self.camera.setText(
            {
                Phase.OFF: self.tr("Cámara apagada"),
                Phase.STARTING: self.tr("Abriendo la cámara…"),
                Phase.RUNNING: self.tr("Cámara encendida"),
                Phase.STOPPING: self.tr("Apagando la cámara…"),
            }[phase]
        )
        self.lamp.set_lit(phase in (Phase.RUNNING, Phase.STOPPING))
        if phase is Phase.OFF:
            self._rate.clear()
            for label in (self.time, self.fps, self.level):
                label.clear()

    def count_frame(self) -> None:
        """A frame was shown."""
        self._rate.tick()

    def refresh(self, now: float | None, stats: Stats | None) -> None:
        """Show how long the session has lasted, the frame rate and the level."""
        if now is None or stats is None:
            return
        self.time.setText(clock(now))
        fps = self._rate.fps()
        self.fps.setText("" if fps is None else self.tr("{} fps").format(round(fps)))
        if stats.level is not None:
            self._show_level(stats.level)

    def _show_level(self, level: str) -> None:
        self.level.setText(self.tr("Esfuerzo {}").format(level))
        self.level.setToolTip(
            {
                "A": self.tr("A: análisis completo, manos y rostro en cada imagen."),
                "B": self.tr("B: el nivel normal, preciso sin cargar la computadora."),
                "C": self.tr("C: analiza menos imágenes porque la computadora está ocupada."),
                "D": self.tr("D: lo mínimo; cierra otros programas para que Coach vea mejor."),
            }[level]
        )


class FrameRate:
    """Frames a second over the last second."""

    def __init__(self) -> None:
        self._clock = QElapsedTimer()
        self._clock.start()
        self._ticks: deque[int] = deque(maxlen=240)

    def tick(self) -> None:
        """A frame was shown now."""
        self._ticks.append(self._clock.elapsed())

    def clear(self) -> None:
        """Start anew."""
        self._ticks.clear()

    def fps(self) -> float | None:
        """The rate, None until two frames came."""
        now = self._clock.elapsed()
        while self._ticks and now - self._ticks[0] > 1000:
            self._ticks.popleft()
        if len(self._ticks) < 2:
            return None
        return (len(self._ticks) - 1) * 1000 / max(1, self._ticks[-1] - self._ticks[0])


class Lamp(QWidget):
    """The camera's lamp."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._lit = theme, False
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self.setFixedSize(QSize(theme.px(12), theme.px(12)))
        self.update()

    def set_lit(self, lit: bool) -> None:
        """On or off."""
        self._lit = lit
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw it."""
        painter = QPainter(self)
        color = self._theme.color("good" if self._lit else "muted")
        paint_lamp(painter, QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), self._lit, color)
