"""The small window that stays above a video call and never takes the focus from it: cue, rate, what is on."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from coach.core.events import Cue
from coach.ui.advice_card import AdviceCard
from coach.ui.controls import named
from coach.ui.glyphs import paint_camera, paint_microphone
from coach.ui.one_line import OneLine
from coach.ui.status_strip import Lamp
from coach.ui.theme import Theme, qt_palette, style_sheet

_SIZE_PX = (520, 116)
_FLAGS = (
    Qt.WindowType.Tool
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
)


class CompactWindow(QWidget):
    """It begins at the top of the screen, in the middle, where the camera is, and can be dragged anywhere.

    It has no parent: some desktops hide the tools of a window that is minimised. Nothing of it is kept on disk.
    """

    back = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(None, _FLAGS)
        self.setObjectName("compact")
        self.setWindowTitle(self.tr("Coach, ventana mínima"))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        self._theme = theme
        self._grip: QPoint | None = None
        self._placed = False
        self.advice = AdviceCard(theme)
        self.camera, self.microphone = Lamp(theme, paint_camera), Lamp(theme, paint_microphone)
        self.seen, self.heard = (named(QLabel(), "compactLamp") for _ in range(2))
        self.rate = OneLine(theme)
        self.button = named(QPushButton(self.tr("Volver a Coach")), "barLink")
        self.button.setAccessibleName(self.button.text())
        self.button.setCursor(Qt.CursorShape.ArrowCursor)
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(self.back)
        self._show_devices(camera=False, microphone=False)
        self._lay_out()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self.setPalette(qt_palette(theme))
        if self.isVisible():
            self._dress()
        for part in (self.advice, self.camera, self.microphone, self.rate):
            part.set_theme(theme)
        pad = theme.px(10)
        self._layout.setContentsMargins(theme.px(24), pad, pad, theme.px(6))
        self._layout.setSpacing(theme.px(4))
        self.setFixedSize(QSize(*(theme.px(side) for side in _SIZE_PX)))

    def appear(self) -> None:
        """Show it above everything, without taking the focus."""
        self._dress()
        if not self._placed:
            screen = QGuiApplication.primaryScreen().availableGeometry()
            self.move(screen.center().x() - self.width() // 2, screen.top() + self._theme.px(8))
            self._placed = True
        self.show()
        self.raise_()

    def show_cue(self, cue: Cue) -> None:
        """A cue, for as long as `refresh` lets it."""
        self.advice.show_cue(cue)

    def refresh(self, now: float | None, quiet: str, rate: str, *, camera: bool, microphone: bool) -> None:
        """Show what is true now: the line without a cue, the rate in words, what is on."""
        self.advice.say_quietly(quiet)
        self.advice.refresh(now)
        if rate != self.rate.text:
            self.rate.set_text(rate)
        self._show_devices(camera, microphone)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """However it is closed, the way back is the large window."""
        super().closeEvent(event)
        self.back.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Let the desktop move it where it can; else follow the pointer."""
        handle = self.windowHandle()
        if event.button() is Qt.MouseButton.LeftButton and (handle is None or not handle.startSystemMove()):
            self._grip = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Follow the pointer."""
        if self._grip is not None:
            self.move(event.globalPosition().toPoint() - self._grip)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Stay there."""
        self._grip = None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The ground, its edge, and a grip of dots at the left."""
        painter, theme = QPainter(self), self._theme
        painter.fillRect(self.rect(), theme.color("window"))
        painter.setPen(theme.color("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("track"))
        dot, top = theme.px(3), self.height() / 2 - theme.px(12)
        for row in range(4):
            for column in range(2):
                painter.drawEllipse(QRectF(theme.px(8 + 6 * column), top + theme.px(7) * row, dot, dot))

    def _dress(self) -> None:
        """Only while it is shown: a sheet takes time, which the large window needs when it is restyled."""
        sheet = style_sheet(self._theme)
        if sheet != self.styleSheet():
            self.setStyleSheet(sheet)

    def _show_devices(self, camera: bool, microphone: bool) -> None:
        """By marks, in words, and at length for who asks or listens."""
        told = self.tr("Cámara encendida") if camera else self.tr("Cámara apagada o sin imagen")
        _light(self.camera, camera, told)
        self.seen.setText(self.tr("Cámara") if camera else self.tr("Sin imagen"))
        told = self.tr("Micrófono encendido") if microphone else self.tr("Micrófono sin sonido")
        _light(self.microphone, microphone, told)
        self.heard.setText(self.tr("Micrófono") if microphone else self.tr("Sin sonido"))

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(5)
        for lamp, word in ((self.camera, self.seen), (self.microphone, self.heard)):
            foot.addWidget(lamp)
            foot.addWidget(word)
            foot.addSpacing(4)
        foot.addWidget(self.rate, 1)
        foot.addWidget(self.button)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self.advice, 1)
        self._layout.addLayout(foot)


def _light(lamp: Lamp, lit: bool, told: str) -> None:
    lamp.set_lit(lit)
    lamp.setAccessibleName(told)
    lamp.setToolTip(told)
