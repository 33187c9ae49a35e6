"""One notice on its card."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from coach.ui.controls import named, read_out
from coach.ui.glyphs import paint_kind
from coach.ui.notices import Notice, Tone
from coach.ui.theme import Theme

BESIDE = 80
"""Characters of title and text together that fit on one line of a wide card."""
DETAIL_PX = (44, 120)
"""Least and greatest height of a bug's detail, before scaling."""
_GAP = 12
_FEWEST = 6
"""Words that are left of a text however little room there is."""


class NoticeRow(QWidget):
    """Mark, what it is, what to do, what can be done about it; for a bug, its detail on demand."""

    closed = Signal(str)
    acted = Signal(str)

    def __init__(self, notice: Notice, wide: bool, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.notice, self._theme, self._wide = notice, theme, wide
        short = len(notice.title) + len(notice.text) <= BESIDE
        self._beside = wide and short and not notice.actions and not notice.detail
        plain = Qt.TextFormat.PlainText
        self._title = named(QLabel(notice.title, self, textFormat=plain, wordWrap=not self._beside), "noticeTitle")
        self._title.setMinimumHeight(theme.px(24))
        self._text = named(QLabel(breakable(notice.text), self, textFormat=plain, wordWrap=True), "noticeText")
        self._detail = self._make_detail(notice.detail) if notice.detail else None
        self._layout = QVBoxLayout(self)
        self._given: tuple[int, int, bool] | None = None
        self._lay_out()

    def fit(self, width: int, room: int) -> int:
        """Be no higher than `room` at this width where that can be; returns the height (px).

        The detail of a bug gives way first, then the end of the text, which its tooltip tells.
        """
        given = (width, room, self._detail is not None and self._detail.isHidden())
        # Fitting asks for a layout, and a layout to be fitted: what is fitted already ends the round.
        if given != self._given:
            self._given = given
            self._fit(width, room)
        return self._layout.heightForWidth(width)

    def _fit(self, width: int, room: int) -> None:
        least, most = (self._theme.px(height) for height in DETAIL_PX)
        if self._detail is not None:
            self._detail.setFixedHeight(least)
        words = breakable(self.notice.text).split(" ")
        kept = len(words)
        self._text.setText(" ".join(words))
        while self._high(width) > room and kept > _FEWEST:
            kept -= 1
            self._text.setText(" ".join(words[:kept]) + " …")
        self._text.setToolTip(self.notice.text if kept < len(words) else "")
        if self._detail is not None:
            self._detail.setFixedHeight(min(most, max(least, least + room - self._high(width))))
        self._layout.invalidate()

    def _high(self, width: int) -> int:
        self._layout.invalidate()
        return self._layout.heightForWidth(width)

    def _lay_out(self) -> None:
        """Title and text side by side when both are short; the buttons beneath where the title leaves no room."""
        layout, head, foot = self._layout, QHBoxLayout(), QHBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        head.setSpacing(_GAP)
        head.addWidget(ToneMark(self.notice.tone, self._theme, self), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 0 if self._beside else 1)
        layout.addLayout(head)
        if self._beside:
            head.addWidget(self._text, 1)
        else:
            self._text.setContentsMargins(self._theme.px(24) + _GAP, 0, 0, 0)
            layout.addWidget(self._text)
        for button in self._answers():
            crowded = not self._wide and self._detail is not None
            (foot if crowded else head).addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        if foot.count():
            foot.insertStretch(0, 1)
            layout.addLayout(foot)
        if self.notice.actions:
            layout.addLayout(self._choices())
        if self._detail is not None:
            layout.addWidget(self._detail)

    def _answers(self) -> Iterator[QPushButton]:
        """To see the detail, and to leave it; where there are choices and room, the latter is among them."""
        notice, detail = self.notice, self._detail
        if detail is not None:
            yield self._button(self.tr("&Ver detalle"), lambda: detail.setVisible(detail.isHidden()))
        if notice.actions and not self._wide:
            yield self._later()
        elif notice.closable and not notice.actions:
            yield self._button(self.tr("Entendid&o"), lambda: self.closed.emit(notice.id))

    def _choices(self) -> QHBoxLayout:
        """What can be done, the first as what is done most, in a row of their own; and to leave it, where it fits."""
        row = QHBoxLayout()
        row.setSpacing(8)
        row.setContentsMargins(0, self._theme.px(4), 0, 0)
        if self._wide:
            row.addSpacing(self._theme.px(24) + _GAP - self._theme.px(8))  # its words under the others
            row.addWidget(self._later())
        row.addStretch(1)
        for id, text in reversed(self.notice.actions):
            action = QPushButton(text, self)
            action.setAccessibleName(read_out(text))
            action.clicked.connect(partial(self.acted.emit, id))
            first = self.notice.leads and id == self.notice.actions[0][0]
            row.addWidget(named(action, "primary") if first else action)
        return row

    def _later(self) -> QPushButton:
        done = self.tr("Entendid&o") if self.notice.done else self.tr("Ahora no")
        return self._button(done, lambda: self.closed.emit(self.notice.id))

    def _button(self, text: str, action: Callable[[], None]) -> QPushButton:
        button = named(QPushButton(text, self), "linkButton")
        button.setAccessibleName(read_out(text))
        button.clicked.connect(action)
        return button

    def _make_detail(self, text: str) -> QPlainTextEdit:
        detail = named(QPlainTextEdit(text, self, readOnly=True), "noticeDetail")
        detail.setAccessibleName(self.tr("Detalle del error"))
        detail.setFixedHeight(self._theme.px(DETAIL_PX[1]))
        detail.hide()
        return detail


def breakable(text: str) -> str:
    """The same words, which may also break after what joins the parts of a path: a long one is wider than any card.

    >>> breakable("«/tmp/a_b»").split("\u200b")
    ['«/', 'tmp/', 'a_', 'b»']
    """
    return re.sub(r"([/\\_])", "\\1\u200b", text)


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
