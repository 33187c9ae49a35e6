"""The conversation as the agent sees it: what the client says, whose turn it is, a hint if wanted, and the keys."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from coach.practice.script import Node, PracticeScript
from coach.report.words import clock
from coach.ui.controls import named, plain_label
from coach.ui.practice_bubble import SpeechBubble
from coach.ui.theme import Theme

LOW_PX: Final = 500
"""Below this height, before scaling, a long line would not fit in large letters."""


class TalkView(QWidget):
    """`gone_on`, `repeated`, `skipped`, `ended`: what the agent asks for, by button or key."""

    gone_on = Signal()
    repeated = Signal()
    skipped = Signal()
    ended = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._node: Node | None = None
        self._mine = self._hears = False
        self._left = QLabel()
        self._bar = QProgressBar(textVisible=False, minimum=0, maximum=1000)
        self._bar.setAccessibleName(self.tr("Tiempo que queda"))
        self._moment, self._client = named(QLabel(), "practiceHead"), named(QLabel(), "clientName")
        self.bubble = SpeechBubble(theme)
        self.turn = named(QLabel(wordWrap=True), "turn")
        self.hint = plain_label("hintCard")
        self.step = plain_label("practiceNote")
        self.note = plain_label("practiceNote")
        self.go_on, self.ask = QPushButton(), QPushButton(self.tr("Pista"))
        self.again, self.skip = QPushButton(self.tr("Repetir")), QPushButton(self.tr("Saltar"))
        self.end = QPushButton(self.tr("Terminar"))
        named(self.go_on, "primary")
        for button, keys, asked in (
            (self.go_on, "Return", self.gone_on),
            (self.again, "R", self.repeated),
            (self.skip, "X", self.skipped),
            (self.end, "T", self.ended),
        ):
            self._connect(button, keys, asked.emit)
        self._connect(self.ask, "A", self.show_hint)
        self._lay_out()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self.bubble.set_theme(theme)
        pad = theme.px(16)
        self._layout.setContentsMargins(pad, theme.px(12), pad, theme.px(14))
        self._layout.setSpacing(theme.px(8))
        self._top.setSpacing(theme.px(8))
        self._buttons.setSpacing(theme.px(6))
        self._theme = theme
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """In a low window, smaller letters."""
        super().resizeEvent(event)
        self._fit()

    def begin(self, script: PracticeScript, client: str, *, hears: bool) -> None:
        """A practice of that script with a `client` of that name; `hears`: answers end by themselves."""
        self._hears = hears
        self._client.setText(client)
        self._whole_s = script.scene.duration_s
        self.note.setText(self.tr("Coach no entiende palabras: tu cliente responde a cómo hablas."))
        self.show_time(self._whole_s)

    def show_line(self, node: Node, text: str, moment: str, step: str, *, again: bool) -> None:
        """The client begins to say `text`; `moment` and `step` (of the crisis protocol, or none) in words."""
        if not again:
            self._node = node
            self.hint.hide()
            self.ask.setEnabled(True)
        self._moment.setText(moment)
        self.step.setText(step)
        self.step.setVisible(bool(step))
        self.bubble.show_line(text, None if again else node.gesture)
        self._set_turn(mine=False)

    def show_turn(self) -> None:
        """It is the agent's turn."""
        self._set_turn(mine=True)

    def show_written(self) -> None:
        """The client's voice is gone."""
        self.note.setText(self.tr("Se perdió la voz de tu computadora: tu cliente sigue por escrito."))

    def show_hint(self) -> None:
        """What the manual advises here."""
        if self._node is not None:
            self.hint.setText(self.tr("Pista: {}").format(self._node.hint))
            self.hint.show()
            self.ask.setEnabled(False)

    def show_time(self, left_s: float) -> None:
        """How long the conversation still takes, about."""
        self._bar.setValue(round(1000 * left_s / self._whole_s))
        words = self.tr("Quedan {}").format(clock(left_s)) if left_s >= 1 else self.tr("Ya casi terminan")
        self._left.setText(words)

    def show_speech(self, heard: bool) -> None:
        """Whether an answer is being heard."""
        if self._mine and self._hears:
            self.turn.setText(self.tr("Te escucho…") if heard else self.tr("Te toca: responde en voz alta"))

    def _fit(self) -> None:
        low = self.height() < self._theme.px(LOW_PX)
        self.note.setHidden(low)
        self.bubble.set_small(low)

    def _set_turn(self, *, mine: bool) -> None:
        self._mine = mine
        said = self.tr("Te toca: responde en voz alta")
        self.turn.setText(said if mine else self.tr("Tu cliente habla: escucha"))
        self.turn.setProperty("mine", mine)
        self.turn.style().unpolish(self.turn)
        self.turn.style().polish(self.turn)
        self.go_on.setText(self.tr("Ya respondí (Enter)") if mine else self.tr("Ver toda la frase (Enter)"))
        self.go_on.setAccessibleName(self.go_on.text())

    def _connect(self, button: QPushButton, keys: str, asked: object) -> None:
        button.setAccessibleName(button.text())
        button.setToolTip(self.tr("Tecla {}").format("Enter" if keys == "Return" else keys))
        button.clicked.connect(asked)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for sequence in (keys, "Enter") if keys == "Return" else (keys,):
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(button.click)

    def _lay_out(self) -> None:
        self._layout = QVBoxLayout(self)
        self._top = QHBoxLayout()
        self._top.addWidget(self._moment, 1)
        self._top.addWidget(self._left)
        self._left.setObjectName("practiceNote")
        self._layout.addLayout(self._top)
        self._layout.addWidget(self._bar)
        self._layout.addWidget(self.step)
        self._layout.addSpacing(4)
        self._layout.addWidget(self.bubble)
        self._layout.addWidget(self._client)
        self._layout.addSpacing(4)
        self._layout.addWidget(self.turn)
        self._layout.addWidget(self.hint)
        self._layout.addStretch(1)
        self._layout.addWidget(self.note)
        self._layout.addWidget(self.go_on)
        self._buttons = QHBoxLayout()
        for button in (self.ask, self.again, self.skip, self.end):
            self._buttons.addWidget(named(button, "talkButton"), 1)
        self._layout.addLayout(self._buttons)
