"""One thing to do, as a large button on the start screen: mark, name, one sentence, and the key that opens it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from coach.ui.controls import Mark, named
from coach.ui.marks import MarkDisc
from coach.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Offer:
    """What the start screen offers: the `page` that it opens, and what to say of it."""

    page: str
    title: str
    text: str
    mark: Mark


class StartCard(QPushButton):
    """`key` is the digit that opens it from anywhere on the start screen."""

    def __init__(self, offer: Offer, key: int, theme: Theme) -> None:
        super().__init__()
        self.offer = offer
        self.setObjectName("startCard")
        self.setAccessibleName(offer.title)
        self.setAccessibleDescription(self.tr("{} Tecla {}.").format(offer.text, key))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._disc = MarkDisc(offer.mark, 64, theme)
        plain = Qt.TextFormat.PlainText
        self._title = named(QLabel(offer.title, textFormat=plain), "cardTitle")
        self._text = named(QLabel(offer.text, textFormat=plain, wordWrap=True), "cardText")
        self._key = named(QLabel(str(key), alignment=Qt.AlignmentFlag.AlignCenter), "keyHint")
        for label in (self._title, self._text, self._key):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._lay_out()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._disc.set_theme(theme)
        self._key.setFixedSize(theme.px(26), theme.px(26))
        self.setMinimumHeight(theme.px(148))
        gap = theme.px(22)
        self._row.setContentsMargins(gap, gap, gap, gap)
        self._row.setSpacing(theme.px(18))

    def sizeHint(self) -> QSize:  # noqa: N802
        """What the words and the mark need, not what an empty button would."""
        return self._row.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter presses it, as the space bar does; arrows are the page's, though a button would take them."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._text)
        words.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._disc)
        self._row.addLayout(words, 1)
        self._row.addWidget(self._key, 0, Qt.AlignmentFlag.AlignTop)
