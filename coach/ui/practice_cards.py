"""What can be chosen for a practice, as large buttons of which one is down: who comes, and which scene."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from coach.ui.controls import Mark, named
from coach.ui.marks import MarkDisc
from coach.ui.theme import Theme

_ARROWS: Final = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


def lines(sentences: Sequence[str]) -> str:
    """The sentences one below the other, each with its dot."""
    return "\n".join(f"· {sentence}" for sentence in sentences)


def hanging(dotted: str, by_px: int) -> str:
    """The same as a label shows it: what follows the first line of each stands under its words, not under its dot."""
    style = f"margin: 0 0 0 {by_px}px; text-indent: -{by_px}px"
    return "".join(f"<p style='{style}'>{escape(line)}</p>" for line in dotted.split("\n"))


class ChoiceCard(QPushButton):
    """A card with a title and a line or two, perhaps a mark, and `advice` at its foot.

    `name`: by which the style sheet knows it.
    """

    def __init__(
        self, title: str, text: str, theme: Theme, name: str, mark: Mark | None = None, advice: str = ""
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text.replace("· ", "").replace("\n", ". "))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        client = name == "clientCard"
        plain = Qt.TextFormat.PlainText
        self._title = named(QLabel(title, textFormat=plain, wordWrap=True), "clientTitle" if client else "sceneTitle")
        self._text = named(QLabel(text, textFormat=plain, wordWrap=True), "clientSigns" if client else "scenePlace")
        self._dotted = text if client else ""
        if client:
            self._text.setTextFormat(Qt.TextFormat.RichText)
        self._advice = named(QLabel(advice, textFormat=plain, wordWrap=True), "clientAdvice")
        self._disc = None if mark is None else MarkDisc(mark, 38, theme)
        for label in (self._title, self._text, self._advice):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._column = QVBoxLayout(self)
        self._head = QHBoxLayout()
        if self._disc is not None:
            self._head.addWidget(self._disc)
        self._head.addWidget(self._title, 1)
        self._column.addLayout(self._head)
        self._column.addWidget(self._text)
        if client:
            self._column.addStretch(1)
            self._column.addWidget(self._advice)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        if self._disc is not None:
            self._disc.set_theme(theme)
        if self._dotted:
            self._text.setText(hanging(self._dotted, theme.px(8)))
        across, down = (theme.px(14), theme.px(12)) if self._disc is not None else (theme.px(12), theme.px(8))
        self._column.setContentsMargins(across, down, across, down)
        self._column.setSpacing(theme.px(6) if self._disc is not None else theme.px(2))
        self._head.setSpacing(theme.px(10))

    def set_small(self, small: bool) -> None:
        """Without its mark, and in smaller letters, or with all."""
        if self._disc is not None:
            self._disc.setHidden(small)
            self._advice.setHidden(small)
        self._text.setProperty("small", small)
        self._text.style().unpolish(self._text)
        self._text.style().polish(self._text)

    def sizeHint(self) -> QSize:  # noqa: N802
        """What the words need, not what an empty button would."""
        return self._column.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As high as the words are at this width."""
        width = max(self.width(), 1)
        return QSize(self._column.minimumSize().width(), self._column.heightForWidth(width))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter chooses, as the space bar does; arrows are the page's, unless cards stand in a list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif self.group() is None and event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)
