"""Notices over the foot of the picture, so that they neither move it nor hide the face."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from coach.ui.notice_row import NoticeRow
from coach.ui.notices import Notice
from coach.ui.theme import Theme

MOST = 3
"""Notices shown at once; the gravest come first."""
WIDE_PX = 560
"""Width of a card, before scaling, in which a row of the manual's table fits on one line."""


class NoticePanel(QFrame):
    """A card with a line for each notice; hidden when there is none.

    `led(bool)`: whether the next step is a button of what is shown now, so that no other may look like it.
    """

    dismissed = Signal(str)
    acted = Signal(str)
    resized = Signal()
    led = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._theme = theme
        self._notices: list[Notice] = []
        self._rows: list[NoticeRow] = []
        self._wide = True
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(14, 10, 14, 10)
        self._layout.setSpacing(8)
        self.hide()

    @property
    def notices(self) -> list[Notice]:
        """What is shown now."""
        return self._notices

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self._rebuild()

    def show_notices(self, notices: list[Notice]) -> None:
        """Show these (at most `MOST`) and nothing else."""
        if notices[:MOST] != self._notices:
            stays = [row for row in self._rows if row.notice in notices[:MOST]]
            self._notices = notices[:MOST]
            self._rebuild(stays)
            self.led.emit(any(notice.leads and notice.actions for notice in self._notices))

    def fit(self, width: int, room: int) -> int:
        """Make the best of a card of this width that may be as high as `room`; returns its height (px).

        A narrow one has title, text and buttons one above the other. What does not fit gives way to what is graver,
        and comes once that is gone.
        """
        wide = width >= self._theme.px(WIDE_PX)
        if wide != self._wide:
            self._wide = wide
            self._rebuild()
        around = self._layout.contentsMargins()
        inner, left = width - around.left() - around.right(), room - around.top() - around.bottom()
        for row in self._rows:
            first = row is self._rows[0]
            height = row.fit(inner, left) if first else row.heightForWidth(inner)
            row.setVisible(first or height <= left)
            left = left - height - self._layout.spacing() if row.isVisibleTo(self) else 0
        return self.heightForWidth(width)

    def event(self, event: QEvent) -> bool:
        """Tell whoever places the card when it wants another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.resized.emit()
        return super().event(event)

    def _rebuild(self, stays: Sequence[NoticeRow] = ()) -> None:
        """`stays`: rows that are as they should be; whoever reads one goes on reading."""
        for row in self._rows:
            self._layout.removeWidget(row)
            if row not in stays:
                row.hide()
                row.deleteLater()
        there = {row.notice: row for row in stays}
        self._rows = [there.get(notice) or self._row(notice) for notice in self._notices]
        for row in self._rows:
            self._layout.addWidget(row)
        self.setAccessibleName(" ".join(f"{notice.title}: {notice.text}." for notice in self._notices))
        self.setVisible(bool(self._notices))
        self.resized.emit()

    def _row(self, notice: Notice) -> NoticeRow:
        row = NoticeRow(notice, self._wide, self._theme, self)
        row.closed.connect(self.dismissed)
        row.acted.connect(self.acted)
        return row
