"""The practice beside the live view: the scene, the conversation, and how it ended, one after the other."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QStackedLayout

from coach.ui.practice_talk import TalkView
from coach.ui.practice_views import BriefingView, EndingView
from coach.ui.theme import Theme


class PracticePanel(QFrame):
    """Shows one of its views at a time."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("practice")
        self.setAccessibleName(self.tr("Práctica"))
        self.briefing, self.talk, self.ending = BriefingView(theme), TalkView(theme), EndingView(theme)
        self._stack = QStackedLayout(self)
        for view in (self.briefing, self.talk, self.ending):
            self._stack.addWidget(view)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        for view in (self.briefing, self.talk, self.ending):
            view.set_theme(theme)

    def show_briefing(self) -> None:
        """The scene, before it begins."""
        self._stack.setCurrentWidget(self.briefing)
        self.briefing.begin.setFocus()

    def show_talk(self) -> None:
        """The conversation."""
        self._stack.setCurrentWidget(self.talk)
        self.setFocus()

    def show_ending(self) -> None:
        """How it ended."""
        self._stack.setCurrentWidget(self.ending)
        (self.ending.repeat if self.ending.open.isHidden() else self.ending.open).setFocus()
