"""Before and after a practice: the scene that the agent steps into, and what the client took from it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from coach.practice.script import PracticeScript
from coach.ui.controls import named, plain_label, read_out
from coach.ui.theme import Theme


class _View(QWidget):
    """Parts one above the other, buttons at the foot."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        pad = theme.px(16)
        self._layout.setContentsMargins(pad, theme.px(14), pad, theme.px(14))
        self._layout.setSpacing(theme.px(10))

    def _button(self, text: str, clicked: object, name: str = "") -> QPushButton:
        button = QPushButton(text)
        if name:
            named(button, name)
        button.setAccessibleName(read_out(text))
        button.clicked.connect(clicked)
        self._layout.addWidget(button)
        return button


class BriefingView(_View):
    """Where the agent is and who comes; `begun` and `left`."""

    begun = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._title, self._place = plain_label("practiceTitle"), plain_label("practicePlace")
        self._situation, self._before = plain_label("situation"), plain_label("practiceText")
        self._how, self._honest = plain_label("practiceNote"), plain_label("practiceNote")
        for part in (self._title, self._place, self._situation, self._before):
            self._layout.addWidget(part)
        self._layout.addStretch(1)
        self._layout.addWidget(self._how)
        self._layout.addWidget(self._honest)
        self.begin = self._button(self.tr("&Empezar la práctica"), self.begun, "primary")
        self.leave = self._button(self.tr("E&legir otra"), self.left)
        self._honest.setText(
            self.tr(
                "Coach no entiende palabras: tu cliente responde a cómo hablas (cuánto, a qué ritmo, si interrumpes) "
                "y a lo que muestran tu cara y tus manos."
            )
        )
        self.set_theme(theme)

    def show_scene(self, script: PracticeScript, entry: str | None, how: str) -> None:
        """The scene of `script`; `entry`: what has happened before; `how` the client will be heard."""
        self._title.setText(script.scene.title)
        self._place.setText(script.scene.place)
        self._situation.setText(script.scene.situation)
        self._before.setText(entry or "")
        self._before.setVisible(entry is not None)
        self._how.setText(how)


class EndingView(_View):
    """What the client took from the answers; `report`, `again` and `left`."""

    report = Signal()
    again = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._title, self._text = plain_label("practiceTitle"), plain_label("practiceText")
        self._head = plain_label("practiceHead")
        self._head.setText(self.tr("Lo que notó tu cliente"))
        self._notes = QScrollArea(widgetResizable=True)
        self._notes.setFrameShape(QFrame.Shape.NoFrame)
        self._notes.setObjectName("scrollColumn")
        self._notes.setAccessibleName(self._head.text())  # the arrow keys scroll it, so it takes the focus
        for part in (self._title, self._text, self._head):
            self._layout.addWidget(part)
        self._layout.addWidget(self._notes, 1)
        self.open = self._button(self.tr("Ver i&nforme"), self.report, "primary")
        self.repeat = self._button(self.tr("R&epetir esta práctica"), self.again)
        self.leave = self._button(self.tr("E&legir otra"), self.left)
        self.set_theme(theme)

    def show_end(self, title: str, text: str, notes: Sequence[str], *, report: bool) -> None:
        """How it went; `report`: there is one to be seen."""
        self._title.setText(title)
        self._text.setText(text)
        self._head.setVisible(bool(notes))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        for note in notes:
            card = plain_label("clientNote")
            card.setText(note)
            column.addWidget(card)
        column.addStretch(1)
        self._notes.setWidget(inside)
        self.open.setVisible(report)

    @property
    def notes(self) -> list[str]:
        """The sentences that are shown."""
        inside = self._notes.widget()
        return [] if inside is None else [label.text() for label in inside.findChildren(QLabel)]
