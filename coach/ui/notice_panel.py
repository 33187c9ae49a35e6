"""Notices over the foot of the picture, so that they neither move it nor hide the face."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from coach.ui.controls import named, read_out
from coach.ui.glyphs import paint_kind
from coach.ui.notices import Notice, Tone
from coach.ui.theme import Theme

MOST = 3
"""Notices shown at once; the gravest come first."""


BESIDE = 80
"""Characters of title and text together that fit on one line."""
WIDE_PX = 560
"""Width of a card, before scaling, in which they do."""


class NoticePanel(QFrame):
    """A card with a line for each notice; hidden when there is none."""

    dismissed = Signal(str)
    acted = Signal(str)
    resized = Signal()

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
            self._notices = notices[:MOST]
            self._rebuild()

    def set_width(self, width: int) -> None:
        """How wide the card will be: in a narrow one title and text are one above the other."""
        wide = width >= self._theme.px(WIDE_PX)
        if wide != self._wide:
            self._wide = wide
            self._rebuild()

    def event(self, event: QEvent) -> bool:
        """Tell whoever places the card when it wants another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.resized.emit()
        return super().event(event)

    def _rebuild(self) -> None:
        for row in self._rows:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [NoticeRow(notice, self._wide, self._theme, self) for notice in self._notices]
        for row in self._rows:
            row.closed.connect(self.dismissed)
            row.acted.connect(self.acted)
            self._layout.addWidget(row)
        self.setAccessibleName(" ".join(f"{notice.title}: {notice.text}." for notice in self._notices))
        self.setVisible(bool(self._notices))
        self.resized.emit()


class NoticeRow(QWidget):
    """One notice: mark, what it is, what to do; for a bug, its detail on demand."""

    closed = Signal(str)
    acted = Signal(str)

    def __init__(self, notice: Notice, wide: bool, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._wide = wide
        self._height = theme.px(24)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(ToneMark(notice.tone, theme, self), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(self._words(notice), 1)
        if notice.detail:
            detail = self._detail(notice.detail, theme.px(120))
            button = self._button(self.tr("&Ver detalle"), lambda: detail.setVisible(detail.isHidden()))
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        if not wide and notice.actions:
            line.addWidget(self._later(notice), 0, Qt.AlignmentFlag.AlignTop)
        elif notice.closable and not notice.actions:
            close = self._button(self.tr("Entendid&o"), lambda: self.closed.emit(notice.id))
            line.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(line)
        if notice.actions:
            layout.addLayout(self._choices(notice))
        if notice.detail:
            layout.addWidget(detail)

    def _choices(self, notice: Notice) -> QBoxLayout:
        """What can be done, the first as what is done most, in a row of their own; and to leave it, where it fits."""
        row = QHBoxLayout()
        if self._wide:
            row.addWidget(self._later(notice))
        row.addStretch(1)
        for id, text in reversed(notice.actions):
            action = QPushButton(text, self)
            action.setAccessibleName(text)
            action.clicked.connect(partial(self.acted.emit, id))
            row.addWidget(action if id != notice.actions[0][0] else named(action, "primary"))
        return row

    def _later(self, notice: Notice) -> QPushButton:
        return self._button(self.tr("Ahora no"), lambda: self.closed.emit(notice.id))

    def _words(self, notice: Notice) -> QBoxLayout:
        """Side by side when both are short, as those of the table are; else one above the other."""
        beside = self._wide and not notice.actions and len(notice.title) + len(notice.text) <= BESIDE
        words = QBoxLayout(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        words.setSpacing(12 if beside else 2)
        plain = Qt.TextFormat.PlainText
        title = named(QLabel(notice.title, self, textFormat=plain), "noticeTitle")
        text = named(QLabel(notice.text, self, textFormat=plain, wordWrap=True), "noticeText")
        title.setMinimumHeight(self._height)
        words.addWidget(title)
        words.addWidget(text, 1)
        return words

    def _button(self, text: str, action: Callable[[], None]) -> QPushButton:
        button = named(QPushButton(text, self), "linkButton")
        button.setAccessibleName(read_out(text))
        button.clicked.connect(action)
        return button

    def _detail(self, text: str, height: int) -> QPlainTextEdit:
        detail = named(QPlainTextEdit(text, self, readOnly=True), "noticeDetail")
        detail.setAccessibleName(self.tr("Detalle del error"))
        detail.setFixedHeight(height)
        detail.hide()
        return detail


class ToneMark(QWidget):
    """The round mark before a notice: "i" for what is merely told, "!" for what to mend."""

    def __init__(self, tone: Tone, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._tone, self._theme = tone, theme
        self.setFixedSize(QSize(theme.px(24), theme.px(24)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._theme.color("surface")
        if self._tone == "info":
            painter.translate(self.width(), self.height())
            painter.rotate(180)  # an exclamation mark upside down is an i
        color = self._theme.color({"info": "accent", "care": "care", "alert": "alert"}[self._tone])
        paint_kind(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), "corrige", color, ink)
