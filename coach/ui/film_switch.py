"""The switch that has a session recorded, and the red mark, with words, that says that it is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from coach.ui.controls import Switch, named, read_out
from coach.ui.theme import Theme


class FilmSwitch(QWidget):
    """Off until the agent turns it on, and off again after each session; hidden where nothing can be recorded."""

    toggled = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.dot = _Dot(theme)
        self.label = named(QLabel(self.tr("Grabando")), "filming")
        self.switch = Switch("", theme)
        self.set_sources(camera=True, microphone=True)
        self.switch.setToolTip(
            self.tr(
                "Guarda esta sesión con lo que se ve y se oye, cifrado, solo en esta computadora. "
                "Si tu cliente simulado suena por la bocina, su voz también queda. "
                "Se apaga al terminar cada sesión, y se borra cuando borras la sesión (G)"
            )
        )
        self.switch.toggled.connect(self.toggled)
        self.room = QLabel()
        self._recording = self._brief = False
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (self.dot, self.label, self.room, self.switch):
            layout.addWidget(widget)
        self.set_theme(theme)
        self.tell(recording=False, dropped=0)
        self.hide()

    @property
    def wanted(self) -> bool:
        """Whether it is on."""
        return self.switch.isChecked()

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self.dot.set_theme(theme)
        self.switch.set_theme(theme)

    def set_sources(self, camera: bool, microphone: bool) -> None:
        """Say what would be recorded: without a camera there is no picture, without a microphone no sound."""
        text = self.tr("&Grabar video y sonido")
        if camera is not microphone:
            text = self.tr("&Grabar video") if camera else self.tr("&Grabar sonido")
        self.switch.setText(text)
        self.switch.setAccessibleName(read_out(text))

    def reset(self) -> None:
        """Off."""
        self.switch.setChecked(False)

    def toggle(self) -> None:
        """The other way, where there is something to switch."""
        if not self.isHidden():
            self.switch.toggle()

    def tell(self, *, recording: bool, dropped: int) -> None:
        """Whether it is being recorded now, and how many pictures found no time to be."""
        self.dot.setVisible(recording)
        self.label.setVisible(recording)
        self._recording = recording
        self._show_room()
        left_out = self.tr("La computadora está ocupada: {} imágenes no se grabaron; el sonido sí.").format(dropped)
        self.label.setToolTip(left_out if dropped else "")

    def set_brief(self, brief: bool) -> None:
        """Whether to leave out for how long the disk has room: only the switch's description says it then."""
        if brief is not self._brief:
            self._brief = brief
            self._show_room()

    def tell_room(self, sentence: str, brief: str) -> None:
        """For how long the disk still has room: in a few words while it is being recorded, whole to whoever points."""
        self.room.setText(brief)
        self.room.setToolTip(sentence)
        self.switch.setAccessibleDescription(sentence)

    def _show_room(self) -> None:
        self.room.setVisible(self._recording and not self._brief and bool(self.room.text()))


class _Dot(QWidget):
    """A red disc."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setFixedSize(QSize(theme.px(12), theme.px(12)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.color("alert"))
        painter.setBrush(self._theme.color("alert"))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
