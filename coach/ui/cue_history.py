"""The last few cues, on demand: what was said and when, the newest first."""

from __future__ import annotations

from collections import deque
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from coach.core.events import Cue
from coach.report.words import clock
from coach.ui.controls import named
from coach.ui.glyphs import paint_kind
from coach.ui.theme import Theme

KEPT: Final = 6


class CueHistory(QFrame):
    """A popup under the cue: Escape or a click beside it closes it. `cues` are kept until `clear`."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self._theme = theme
        self._cues: deque[Cue] = deque(maxlen=KEPT)
        self._grid = QGridLayout(self)

    @property
    def cues(self) -> list[Cue]:
        """What was said, the newest first."""
        return list(reversed(self._cues))

    @property
    def text(self) -> str:
        """All of it, as a screen reader tells it."""
        told = "; ".join(f"{clock(cue.t)} {cue.text}" for cue in self.cues)
        return told or self.tr("Todavía no hay consejos.")

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme

    def add(self, cue: Cue) -> None:
        """Keep a cue; `t` is when it was shown, in s of the session."""
        self._cues.append(cue)

    def clear(self) -> None:
        """A session begins or ends."""
        self._cues.clear()
        self.hide()

    def show_under(self, widget: QWidget) -> None:
        """Open at the lower right corner of `widget`."""
        self._fill()
        self.adjustSize()
        corner = widget.mapToGlobal(widget.rect().bottomRight())
        self.move(corner.x() - self.width(), corner.y() + self._theme.px(4))
        self.show()
        self.setFocus()

    def _fill(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.deleteLater()
        pad = self._theme.px(14)
        self._grid.setContentsMargins(pad, self._theme.px(10), pad, self._theme.px(10))
        self._grid.setHorizontalSpacing(self._theme.px(10))
        for row, cue in enumerate(self.cues):
            self._grid.addWidget(KindMark(cue.kind, self._theme, self), row, 0)
            self._grid.addWidget(named(QLabel(clock(cue.t), self), "popupTime"), row, 1)
            self._grid.addWidget(QLabel(cue.text, self, textFormat=Qt.TextFormat.PlainText), row, 2)
        if not self._cues:
            self._grid.addWidget(QLabel(self.text, self), 0, 0)
        self.setAccessibleName(self.tr("Consejos anteriores: {}").format(self.text))


class KindMark(QWidget):
    """The mark of praise or correction, as a widget."""

    def __init__(self, kind: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._kind, self._theme = kind, theme
        self.setFixedSize(QSize(theme.px(18), theme.px(18)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._theme.color("good" if self._kind == "refuerza" else "care")
        paint_kind(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), self._kind, color, self._theme.color("surface"))
