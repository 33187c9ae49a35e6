"""A chart in the window: an SVG as wide as there is room, as high as that makes it."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget


class SvgView(QWidget):
    """`said` tells screen readers what is shown."""

    def __init__(self, svg: str, said: str) -> None:
        super().__init__()
        self._renderer = QSvgRenderer(QByteArray(svg.encode()), self)
        self.setAccessibleName(said)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit(640)

    @property
    def valid(self) -> bool:
        """Whether there is something to show."""
        return self._renderer.isValid()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the proportions."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._renderer.render(painter, QRectF(self.rect()))

    def _fit(self, width: int) -> None:
        size = self._renderer.viewBoxF()
        self.setFixedHeight(max(1, round(width * size.height() / max(1.0, size.width()))))
