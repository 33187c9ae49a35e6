"""One person's part of a still picture, as a button that lies on it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from coach.core.tile import LEAST, Tile
from coach.ui.theme import Theme

_STEP: Final = 0.02
"""Of the picture: how far an arrow moves a rectangle."""
_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class TileButton(QAbstractButton):
    """`moved(int)`: an arrow leads to the next one or back. `reshaped(Tile)`: an arrow changed one without a `sign`.

    The mouse goes through it to the picture, on which rectangles are drawn.
    """

    moved = Signal(int)
    reshaped = Signal(object)

    def __init__(self, name: str, sign: str, tile: Tile, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.tile, self._sign, self._theme = tile, sign, theme
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self.update()

    def nextCheckState(self) -> None:  # noqa: N802
        """Chosen stays chosen."""
        self.setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter chooses as space does; arrows go on, or move what was drawn."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in _ARROWS and self._sign:
            self.moved.emit(sum(_ARROWS[key]))
        elif key in _ARROWS:
            larger = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.reshaped.emit(_stepped(self.tile, *_ARROWS[key], larger=larger))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """A frame that is seen on any picture, and the number."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.isChecked() or self.hasFocus()
        wide = theme.px(4 if lit else 2)
        frame = QRectF(self.rect()).adjusted(wide, wide, -wide, -wide)
        for colour, width in ((QColor(0, 0, 0, 150), wide + 2), (theme.color("accent") if lit else _WHITE, wide)):
            style = Qt.PenStyle.DashLine if self.hasFocus() and not self.isChecked() else Qt.PenStyle.SolidLine
            painter.setPen(QPen(colour, width, style, j=Qt.PenJoinStyle.RoundJoin))
            painter.drawRoundedRect(frame, theme.px(6), theme.px(6))
        if self._sign:
            self._number(painter, frame)

    def _number(self, painter: QPainter, frame: QRectF) -> None:
        side, chosen = self._theme.px(28), self.isChecked()
        disc = QRectF(frame.x() + self._theme.px(8), frame.y() + self._theme.px(8), side, side)
        painter.setPen(QPen(_WHITE, 1.5))
        painter.setBrush(self._theme.color("accent") if chosen else QColor(0, 0, 0, 190))
        painter.drawEllipse(disc)
        font = QFont(self.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(self._theme.color("on_accent") if chosen else _WHITE)
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, "✓" if chosen else self._sign)


_WHITE: Final = QColor(255, 255, 255)


def _stepped(tile: Tile, across: int, down: int, *, larger: bool) -> Tile:
    """A step to a side, or wider and higher by one, within the picture.

    >>> _stepped(Tile(0.5, 0.5, 0.5, 0.25), 1, 1, larger=False)
    Tile(x=0.5, y=0.52, width=0.5, height=0.25)
    >>> _stepped(Tile(0.5, 0.5, 0.05, 0.25), -1, 1, larger=True)
    Tile(x=0.5, y=0.5, width=0.05, height=0.27)
    """
    if larger:
        wide = min(max(LEAST, tile.width + across * _STEP), 1.0 - tile.x)
        high = min(max(LEAST, tile.height + down * _STEP), 1.0 - tile.y)
        return Tile(tile.x, tile.y, wide, high)
    x = min(max(0.0, tile.x + across * _STEP), 1.0 - tile.width)
    y = min(max(0.0, tile.y + down * _STEP), 1.0 - tile.height)
    return Tile(x, y, tile.width, tile.height)
