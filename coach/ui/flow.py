"""Widgets in a line that goes on below where there is no more room, as words do."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Each widget as large as it asks for, `spacing` px apart.

    The last `aside` of them stand at the right where one line holds them all.
    """

    def __init__(self, parent: QWidget, margins: QMargins, spacing: int, aside: int = 0) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._aside = aside
        self.setContentsMargins(margins)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        """One more at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """The one there, None beyond the last: so Qt asks for."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """The same, which is no longer laid out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """No more room than is asked for."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """What all lines take."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def minimumSize(self) -> QSize:  # noqa: N802
        """The largest alone."""
        around = self.contentsMargins()
        largest = QSize()
        for item in self._items:
            largest = largest.expandedTo(item.minimumSize())
        return largest.grownBy(around)

    def sizeHint(self) -> QSize:  # noqa: N802
        """All in one line."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(one.width() + self.spacing() for one in shown) - self.spacing() * bool(shown)
        return QSize(width, max((one.height() for one in shown), default=0)).grownBy(self.contentsMargins())

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        """Put every widget in its place."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def _place(self, rect: QRect, move: bool) -> int:
        """How high all lines are within a width; each widget is moved there if that is wanted."""
        inner = rect.marginsRemoved(self.contentsMargins())
        spare = max(0, rect.width() - self.sizeHint().width())  # none where there is a second line
        x, y, height = inner.x(), inner.y(), 0
        first_aside = len(self._items) - self._aside
        for place, item in enumerate(self._items):
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if place >= first_aside:
                x, spare = x + spare, 0
            if x > inner.x() and x + size.width() > inner.right() + 1:
                x, y, height = inner.x(), y + height + self.spacing(), 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x, height = x + size.width() + self.spacing(), max(height, size.height())
        around = self.contentsMargins()
        return y + height - rect.y() + around.bottom()
