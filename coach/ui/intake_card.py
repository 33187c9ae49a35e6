"""Asks what only the agent can tell of a recording: who of those in view they are, which channel or voice is theirs."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from coach.core.tile import Whose
from coach.ui.controls import choice_button, named, plain_label, read_out
from coach.ui.intake_picker import TilePicker
from coach.ui.intake_voices import IntakeVoices, Speaker
from coach.ui.theme import Theme
from coach.ui.tick_box import TickBox

if TYPE_CHECKING:  # with perception it is imported by the worker that looks
    from coach.intake.glimpse import Glimpse


class IntakeCard(QFrame):
    """`answered(Whose, bool)`: this is the agent; the same in the recordings that follow? `given_up`: none of it."""

    answered = Signal(object, bool)
    given_up = Signal()

    def __init__(self, theme: Theme, speaker: Callable[[], Speaker]) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._asks_tile = self._asks_voice = False
        self.title = plain_label("panelTitle")
        self.hint = plain_label("panelText")
        self.picker = TilePicker(theme)
        self.own = QPushButton(self.tr("&Dibujar mi recuadro"))
        self.whole = choice_button(self.tr("Usar &toda la imagen"), "wholePicture")
        self.voices = IntakeVoices(theme, speaker)
        self.same = TickBox("", theme)
        self.accept = named(QPushButton(self.tr("&Analizar")), "primary")
        self.cancel = QPushButton(self.tr("&Cancelar"))
        self.same.setAccessibleName(self.tr("Lo mismo en las grabaciones que siguen"))
        for button in (self.own, self.whole, self.accept, self.cancel):
            button.setAccessibleName(read_out(button.text()))
        self._connect()
        self._lay_out()
        self.hide()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        for part in (self.picker, self.voices, self.same):
            part.set_theme(theme)
        self._column.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(18))
        self._column.setSpacing(theme.px(10))

    def show_glimpse(self, name: str, seen: Glimpse, others: int) -> None:
        """Ask about the recording of this `name`; `others`: how many still wait."""
        self._asks_tile, self._asks_voice = bool(seen.tiles), bool(seen.channels or seen.voices)
        question = self.tr("¿Quién eres tú en «{}»?") if self._asks_tile else self.tr("¿Cuál es tu voz en «{}»?")
        self.title.setText(question.format(name))
        if seen.still is not None and seen.tiles:
            self.picker.show_people(seen.still, seen.tiles)
        for part in (self.picker, self.own, self.whole, self.hint):
            part.setVisible(self._asks_tile)
        self.whole.setChecked(False)
        self.voices.show_heard(seen.channels, seen.voices, seen.heard)
        one = self.tr("Lo mismo en la que sigue")
        self.same.setText(one if others == 1 else self.tr("Lo mismo en las {} que siguen").format(others))
        self.same.setChecked(False)
        self.same.setVisible(others > 0 and not seen.voices)  # which would be asked about again anyway
        self._order()
        self._settle()

    def take_focus(self) -> None:
        """The keyboard begins with the first of what is to be chosen."""
        first = self.picker.buttons[0] if self._asks_tile else next(iter(self.voices.radios.values()))
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _order(self) -> None:
        """Tab goes as the eye does, though what is asked about is made last."""
        picker, voices = self.picker, self.voices
        sound = [part for place in voices.radios for part in (voices.radios[place], voices.listen.get(place))]
        parts = [*picker.buttons, picker.own, self.own, self.whole, *sound, self.accept, self.cancel, self.same]
        chain = [part for part in parts if part is not None]
        for one, following in pairwise(chain):
            QWidget.setTabOrder(one, following)

    def _choose_whole(self) -> None:
        self.whole.setChecked(True)
        self.picker.choose(None)

    def _settle(self) -> None:
        """Whether everything is chosen."""
        if self.picker.tile is not None:
            self.whole.setChecked(False)
        seen = not self._asks_tile or self.picker.tile is not None or self.whole.isChecked()
        self.accept.setEnabled(seen and (not self._asks_voice or self.voices.chosen_place is not None))

    def _answer(self) -> None:
        self.voices.hush()
        whose = Whose(self.picker.tile if self._asks_tile else None, self.voices.channel, self.voices.voice)
        self.answered.emit(whose, self.same.isChecked())

    def _give_up(self) -> None:
        self.voices.hush()
        self.given_up.emit()

    def _connect(self) -> None:
        self.picker.chosen.connect(self._settle)
        self.voices.chosen.connect(self._settle)
        self.own.clicked.connect(self.picker.begin_own)
        self.whole.clicked.connect(self._choose_whole)
        self.accept.clicked.connect(self._answer)
        self.cancel.clicked.connect(self._give_up)
        self.hint.setText(
            self.tr("Haz clic en ti, o dibuja un recuadro a tu alrededor. Con el teclado: Tab o flechas, y Enter.")
        )

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        for part in (self.title, self.hint, self.picker):
            self._column.addWidget(part)
        others, last = QHBoxLayout(), QHBoxLayout()
        for button in (self.own, self.whole):
            others.addWidget(button)
        others.addStretch(1)
        last.addWidget(self.accept)
        last.addWidget(self.cancel)
        last.addStretch(1)
        last.addWidget(self.same)
        self._column.addLayout(others)
        self._column.addWidget(self.voices)
        self._column.addLayout(last)
