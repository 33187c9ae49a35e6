"""The strip at the foot: what is on, how closely it looks, and where the data stays."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QElapsedTimer, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from coach.report.words import clock
from coach.runtime.meter import Stats
from coach.ui.controls import Mark
from coach.ui.film_switch import FilmSwitch
from coach.ui.glyphs import paint_camera, paint_microphone
from coach.ui.session import Phase
from coach.ui.side_column import NARROW_PX
from coach.ui.theme import Theme

FILMING_PX, LEAST_PX = 1220, 1000
"""Before scaling: what all takes while something is recorded; in less than the last, the room on the disk stays out."""


class StatusStrip(QWidget):
    """Short facts; whether camera and microphone are on comes first."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("statusStrip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._rate = FrameRate()
        self._phase, self._camera, self._microphone = Phase.OFF, True, True
        self._camera_fault = self._microphone_fault = self._sound_over = False
        self.lamp, self.microphone_lamp = Lamp(theme, paint_camera), Lamp(theme, paint_microphone)
        self.camera, self.microphone, self.time, self.level = (QLabel() for _ in range(4))
        self.privacy = QLabel()
        self.privacy.setToolTip(self.tr("Coach no envía imágenes, sonido ni resultados a ningún lado."))
        self.film = FilmSwitch(theme)
        layout = self._layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 16, 6)
        for widget in (self.lamp, self.camera, self.microphone_lamp, self.microphone, self.time, self.level):
            layout.addWidget(widget)
            if isinstance(widget, QLabel):
                layout.addSpacing(12)
        layout.addStretch(1)
        layout.addWidget(self.film)
        layout.addSpacing(12)
        layout.addWidget(self.privacy)
        self.set_phase(Phase.OFF)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Where the data stays is said in fewer words where there is little room."""
        super().resizeEvent(event)
        self._make_room()

    def event(self, event: QEvent) -> bool:
        """What is said of a recording takes room, and gives it back."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._make_room()
        return super().event(event)

    def _make_room(self) -> None:
        filming = not self.film.label.isHidden()
        roomy = self.width() >= self._theme.px(FILMING_PX if filming else NARROW_PX)
        self.privacy.setText(self.tr("Todo se queda en esta computadora") if roomy else self.tr("Todo se queda aquí"))
        if self._layout.spacing() != (spacing := 8 if roomy else 4):  # setting it asks for a layout, and so for this
            self._layout.setSpacing(spacing)
        self.level.setVisible(roomy or not filming)
        self.film.set_brief(self.width() < self._theme.px(LEAST_PX))

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self.lamp.set_theme(theme)
        self.microphone_lamp.set_theme(theme)
        self.film.set_theme(theme)
        self._make_room()

    def set_sources(self, camera: bool, microphone: bool) -> None:
        """Which of the two are chosen at all."""
        self._camera, self._microphone = camera, microphone
        self._show_devices()

    def set_faults(self, *, camera: bool, microphone: bool) -> None:
        """Which of the two give nothing, though they should."""
        if (camera, microphone) != (self._camera_fault, self._microphone_fault):
            self._camera_fault, self._microphone_fault = camera, microphone
            self._show_devices()

    def set_sound_over(self, over: bool) -> None:
        """Whether the sound has ended while the picture goes on, as that of a recording does."""
        if over is not self._sound_over:
            self._sound_over = over
            self._show_devices()

    def set_phase(self, phase: Phase) -> None:
        """Tell whether camera and microphone are on."""
        self._phase = phase
        self._show_devices()
        if phase is Phase.OFF:
            self._rate.clear()
            for label in (self.time, self.level):
                label.clear()

    def _show_devices(self) -> None:
        lit = self._phase in (Phase.RUNNING, Phase.STOPPING)
        camera = {
            Phase.OFF: self.tr("Cámara apagada"),
            Phase.STARTING: self.tr("Abriendo la cámara…"),
            Phase.RUNNING: self.tr("Cámara encendida"),
            Phase.STOPPING: self.tr("Apagando la cámara…"),
        }
        microphone = {
            Phase.OFF: self.tr("Micrófono apagado"),
            Phase.STARTING: self.tr("Abriendo el micrófono…"),
            Phase.RUNNING: self.tr("Micrófono encendido"),
            Phase.STOPPING: self.tr("Apagando el micrófono…"),
        }
        if self._camera_fault:
            camera[Phase.RUNNING] = camera[Phase.STARTING] = self.tr("Cámara sin imagen")
        if self._microphone_fault:
            microphone[Phase.RUNNING] = microphone[Phase.STARTING] = self.tr("Micrófono sin sonido")
        if self._sound_over:
            microphone[Phase.RUNNING] = self.tr("El sonido terminó")
        self.camera.setText(camera[self._phase] if self._camera else self.tr("Sin cámara"))
        self.microphone.setText(microphone[self._phase] if self._microphone else self.tr("Sin micrófono"))
        self.lamp.set_lit(lit and self._camera and not self._camera_fault)
        self.microphone_lamp.set_lit(lit and self._microphone and not (self._microphone_fault or self._sound_over))

    def count_frame(self) -> None:
        """A frame was shown."""
        self._rate.tick()

    def refresh(self, now: float | None, stats: Stats | None) -> None:
        """Show how long the session has lasted and the level, with the frame rate on demand."""
        if now is None or stats is None:
            return
        self.time.setText(clock(now))
        if stats.level is not None:
            self._show_level(stats.level)

    def _show_level(self, level: str) -> None:
        word, why = {
            "A": (self.tr("Análisis completo"), self.tr("Manos y rostro en cada imagen.")),
            "B": (self.tr("Análisis normal"), self.tr("Preciso, sin cargar la computadora.")),
            "C": (self.tr("Análisis ligero"), self.tr("Con menos imágenes: la computadora está ocupada.")),
            "D": (self.tr("Análisis mínimo"), self.tr("Cierra otros programas para que Coach vea mejor.")),
        }[level]
        fps = self._rate.fps()
        shown = "" if fps is None else self.tr("Se muestran {} imágenes por segundo.").format(round(fps))
        self.level.setText(word)
        self.level.setToolTip(f"{why} {shown}".rstrip())


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
    """The mark of a device: with a lit dot while it is on, crossed out while it is off."""

    def __init__(self, theme: Theme, mark: Mark) -> None:
        super().__init__()
        self._theme, self._mark, self._lit = theme, mark, False
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self.setFixedSize(QSize(theme.px(18), theme.px(18)))
        self.update()

    def set_lit(self, lit: bool) -> None:
        """On or off."""
        self._lit = lit
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw it."""
        painter, side = QPainter(self), self._theme.px(16)
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        self._mark(painter, box, self._theme.color("good" if self._lit else "muted"), not self._lit)
        if self._lit:
            dot = self._theme.px(7)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.color("surface"), 1.5))
            painter.setBrush(self._theme.color("good"))
            painter.drawEllipse(QRectF(self.width() - dot, 0.5, dot, dot))
