"""The single line that stands for the voice while no microphone is chosen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from coach.ui.glyphs import paint_microphone
from coach.ui.rows import elided
from coach.ui.theme import Theme


class MuteLine(QWidget):
    """A crossed-out microphone and what choosing one would bring."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.text = self.tr("Sin micrófono: elige uno arriba para ver tu ritmo y tus tonos.")
        self.setAccessibleName(self.text)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """One line."""
        return QSize(self._theme.px(200), self._theme.px(44))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw mark and line."""
        painter, theme = QPainter(self), self._theme
        side = theme.px(20)
        mark = QRectF(theme.px(14), (self.height() - side) / 2, side, side)
        paint_microphone(painter, mark, theme.color("muted"), off=True)
        font = QFont(self.font())
        font.setPixelSize(theme.px(13))
        painter.setFont(font)
        painter.setPen(theme.color("muted"))
        area = QRectF(self.rect()).adjusted(mark.right() + theme.px(10), 0, -theme.px(14), 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, elided(self.text, font, area.width()))
