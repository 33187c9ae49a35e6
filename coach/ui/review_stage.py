"""The picture of a session under review, and the buttons that play it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from coach.core.events import Frame, Image
from coach.report.words import clock
from coach.ui.controls import named
from coach.ui.review_player import ReviewPlayer
from coach.ui.theme import Theme


class Picture(QWidget):
    """A frame as it was recorded, never mirrored; a sentence where there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._sentence = theme, ""
        self._image: Image | None = None
        self.setMinimumHeight(120)
        self.setAccessibleName(self.tr("Imagen de la grabación"))

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self.update()

    def show_frame(self, frame: Frame) -> None:
        """Show it."""
        self._image = frame.image
        self.update()

    def show_sentence(self, sentence: str) -> None:
        """Say why there is no picture."""
        self._image, self._sentence = None, sentence
        self.setAccessibleDescription(sentence)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw it as large as there is room."""
        painter, card = QPainter(self), QRectF(self.rect())
        painter.fillRect(card, self._theme.color("stage"))
        if self._image is None:
            painter.setPen(self._theme.color("muted"))
            inside = card.adjusted(24, 12, -24, -12)
            painter.drawText(inside, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._sentence)
            return
        height, width = self._image.shape[:2]
        scale = min(card.width() / width, card.height() / height)
        area = QRectF(0, 0, width * scale, height * scale)
        area.moveCenter(card.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        pixels = QImage(self._image.data, width, height, self._image.strides[0], QImage.Format.Format_RGB888)
        painter.drawImage(area, pixels.convertToFormat(QImage.Format.Format_RGB32))


class ReviewStage(QWidget):
    """Picture above, buttons below."""

    def __init__(self, player: ReviewPlayer, find: Callable[[], None], theme: Theme) -> None:
        super().__init__()
        self._player = player
        self.picture = Picture(theme)
        self.back = self._button("◀◀", self.tr("Hacia atrás (J)"), player.back)
        self.before = self._button("◂|", self.tr("Imagen anterior (coma)"), lambda: player.step(-1))
        self.toggle = named(self._button("▶", self.tr("Reproducir o pausar (espacio)"), player.toggle), "playToggle")
        self.after = self._button("|▸", self.tr("Imagen siguiente (punto)"), lambda: player.step(1))
        self.forward = self._button("▶▶", self.tr("Hacia adelante, y al doble (L)"), player.faster)
        self.search = QPushButton(self.tr("Buscar la grabación…"))
        self.search.setAccessibleName(self.search.text())
        self.search.clicked.connect(lambda: find())
        self.time = named(QLabel(), "panelTitle")
        self.state = named(QLabel(), "panelText")
        across = QHBoxLayout()
        across.setContentsMargins(12, 6, 12, 6)
        across.setSpacing(6)
        for button in (self.back, self.before, self.toggle, self.after, self.forward):
            across.addWidget(button)
        across.addSpacing(8)
        across.addWidget(self.time)
        across.addWidget(self.state)
        across.addStretch(1)
        across.addWidget(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.picture, 1)
        column.addLayout(across)
        player.frame.connect(self.picture.show_frame)
        player.moved.connect(lambda _: self._tell())
        player.changed.connect(self.renew)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self.picture.set_theme(theme)

    def renew(self) -> None:
        """What is playing, or why there is nothing to see."""
        player = self._player
        self.toggle.setText("❚❚" if player.speed else "▶")
        self.search.setVisible(player.file is None)
        if player.trouble:
            self.picture.show_sentence(player.trouble)
        elif player.file is None:
            self.picture.show_sentence(self.tr("Sin video: de esta sesión se guardaron solo los datos."))
        elif player.opening:
            self.picture.show_sentence(self.tr("Abriendo la grabación…"))
        elif not player.video:
            self.picture.show_sentence(self.tr("Esta grabación solo tiene sonido."))
        speeds = {-1.0: self.tr("hacia atrás"), 2.0: self.tr("al doble")}
        words = [player.title, speeds.get(player.speed, "")]
        words += [self.tr("en bucle")] if player.loop is not None else []
        there = player.file is not None and not player.opening
        words += [self.tr("sin sonido")] if there and not player.sounding else []
        words += [self.tr("aquí no hay bocinas")] if there and player.sounding and player.silent else []
        self.state.setText(" · ".join(word for word in words if word))
        self._tell()

    def _tell(self) -> None:
        self.time.setText(f"{clock(self._player.t)} / {clock(self._player.duration_s)}")

    def _button(self, sign: str, said: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(sign)
        button.setAccessibleName(said)
        button.setToolTip(said)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: act())
        return button
