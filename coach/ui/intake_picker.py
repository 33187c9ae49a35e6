"""A still picture of a recording on which the agent shows who they are: a click, a rectangle drawn, or the keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from coach.core.events import Image
from coach.core.tile import LEAST, Tile
from coach.ui.intake_tile import TileButton
from coach.ui.theme import Theme

_WIDEST_PX, _HIGHEST_PX = 704, 396
_DRAG_PX: Final = 8
"""A mouse that moves less has clicked."""
_FIRST_OWN: Final = Tile(0.3, 0.2, 0.4, 0.6)
"""The rectangle that the keyboard begins with."""
_DIMMED: Final = 0.55


class TilePicker(QWidget):
    """`chosen`: another tile is, or none. Tab or arrows go from one to the next, Enter or space choose."""

    chosen = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._picture: QImage | None = None
        self._drag: tuple[QPointF, QPointF] | None = None
        self.tile: Tile | None = None
        self.buttons: list[TileButton] = []
        self.own = self._button(self.tr("Tu recuadro, dibujado"), "", _FIRST_OWN)
        self.own.setAccessibleDescription(self.tr("Las flechas lo mueven; con Mayús cambian su tamaño"))
        self.own.reshaped.connect(self._draw_own)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(self.tr("Una imagen de la grabación"))

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        for button in (*self.buttons, self.own):
            button.set_theme(theme)
        self._settle()

    def show_people(self, still: Image, tiles: Sequence[Tile]) -> None:
        """These, of whom none is chosen."""
        height, width = still.shape[:2]
        kept = QImage(still.data, width, height, still.strides[0], QImage.Format.Format_RGB888)
        self._picture = kept.copy()  # the array is somebody else's
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(*self._called(place, tiles), tile) for place, tile in enumerate(tiles)]
        for button in self.buttons:
            button.show()
        self.own.hide()
        self.choose(None)
        self._settle()

    def choose(self, tile: Tile | None) -> None:
        """This one, which may be none of those that were found."""
        self.tile = tile
        for button in (*self.buttons, self.own):
            button.setChecked(tile is not None and button.tile == tile and not button.isHidden())
        self.update()
        self.chosen.emit()

    def begin_own(self) -> None:
        """A rectangle to move and to size with the keyboard, or to draw anew with the mouse."""
        self._draw_own(self.own.tile)
        self.own.setFocus(Qt.FocusReason.OtherFocusReason)

    def area(self) -> QRectF:
        """Where the picture lies."""
        if self._picture is None:
            return QRectF(self.rect())
        size = self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        area = QRectF(0, 0, size.width(), size.height())
        area.moveCenter(QRectF(self.rect()).center())
        return area

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click, or the corner of a rectangle."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._drag = event.position(), event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """The rectangle grows."""
        if self._drag is not None:
            self._drag = self._drag[0], event.position()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Somebody was clicked, or a rectangle is done."""
        if self._drag is None or event.button() != Qt.MouseButton.LeftButton:
            return
        first, last, self._drag = self._drag[0], event.position(), None
        if (first - last).manhattanLength() < _DRAG_PX:
            here = [button for button in self.buttons if button.geometry().contains(event.position().toPoint())]
            if here:
                self.choose(min(here, key=lambda one: one.width() * one.height()).tile)
        elif QRectF(first, last).normalized().intersects(self.area()):
            self._draw_own(self._tile_of(QRectF(first, last).normalized()))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Every tile stays on its person."""
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The picture, dimmed around what is chosen."""
        painter, area = QPainter(self), self.area()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._picture is not None:
            painter.drawImage(area, self._picture)
        drawn = self._drawn()
        bright = self._rect(self.tile) if drawn is None else drawn
        if bright is not None:
            around, inner = QPainterPath(), QPainterPath()
            around.addRect(area)
            inner.addRect(bright)
            painter.setOpacity(_DIMMED)
            painter.fillPath(around.subtracted(inner), Qt.GlobalColor.black)
            painter.setOpacity(1.0)
        if drawn is not None:
            painter.setPen(self._theme.color("accent"))
            painter.drawRect(drawn)

    def _drawn(self) -> QRectF | None:
        """The rectangle that is being drawn."""
        if self._drag is None or (self._drag[0] - self._drag[1]).manhattanLength() < _DRAG_PX:
            return None
        return QRectF(self._drag[0], self._drag[1]).normalized()

    def _draw_own(self, tile: Tile) -> None:
        self.own.tile = tile
        self.own.show()
        self._place()
        self.choose(tile)

    def _button(self, name: str, sign: str, tile: Tile) -> TileButton:
        button = TileButton(name, sign, tile, self._theme, self)
        button.clicked.connect(lambda: self.choose(button.tile))
        button.moved.connect(lambda way: self._step(button, way))
        button.hide()
        return button

    def _called(self, place: int, tiles: Sequence[Tile]) -> tuple[str, str]:
        """What a tile is called, and its number."""
        middle = tiles[place].x + tiles[place].width / 2
        where = [self.tr("a la izquierda"), self.tr("en medio"), self.tr("a la derecha")][min(2, int(3 * middle))]
        return self.tr("Persona {} de {}, {}").format(place + 1, len(tiles), where), str(place + 1)

    def _step(self, button: TileButton, way: int) -> None:
        there = [*self.buttons, *([] if self.own.isHidden() else [self.own])]
        there[(there.index(button) + way) % len(there)].setFocus(Qt.FocusReason.TabFocusReason)

    def _settle(self) -> None:
        shape = 16 / 9 if self._picture is None else self._picture.width() / self._picture.height()
        self.setFixedHeight(min(self._theme.px(_HIGHEST_PX), round(self._theme.px(_WIDEST_PX) / shape)))
        self._place()

    def _place(self) -> None:
        for button in (*self.buttons, self.own):
            rect = self._rect(button.tile)
            if rect is not None:
                button.setGeometry(rect.toAlignedRect())
        self.update()

    def _rect(self, tile: Tile | None) -> QRectF | None:
        if tile is None:
            return None
        area = self.area()
        x, y = area.x() + tile.x * area.width(), area.y() + tile.y * area.height()
        return QRectF(x, y, tile.width * area.width(), tile.height * area.height())

    def _tile_of(self, rect: QRectF) -> Tile:
        """The nearest tile that there can be."""
        area = self.area()
        inside = rect.intersected(area)
        wide, high = max(LEAST, inside.width() / area.width()), max(LEAST, inside.height() / area.height())
        x, y = (inside.x() - area.x()) / area.width(), (inside.y() - area.y()) / area.height()
        return Tile(min(max(0.0, x), 1.0 - wide), min(max(0.0, y), 1.0 - high), wide, high)
