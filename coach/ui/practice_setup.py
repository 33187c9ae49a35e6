"""The page on which a practice is chosen: the type of client or the crisis, the scene, and where to begin."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from coach.manual.clients import Client
from coach.manual.crisis import load_crisis
from coach.practice.script import PracticeScript
from coach.report.words import lowered
from coach.ui.client_voice import ClientVoice
from coach.ui.controls import named
from coach.ui.conversation import PracticeChoice
from coach.ui.manual_words import shown
from coach.ui.page import Page
from coach.ui.page_header import PageHeader
from coach.ui.practice_cards import ChoiceCard, lines
from coach.ui.practice_glyphs import CLIENT_MARKS, paint_crisis
from coach.ui.practice_scene import ScenePanel
from coach.ui.theme import Theme

CRISIS: Final = "crisis"
"""The card beside those of the types of client: somebody out of control."""
COLUMNS: Final = 3
_TOLD: Final = 2
"""So much of the treatment is on a card; all of it stands beside the scenes."""


class PracticeSetupPage(Page):
    """`prepared(PracticeChoice)`: the agent wants to practise this. Arrows wander over the cards, Enter chooses.

    `load` gives the scripts once the page is entered, `pick` takes one of several at random. `themed(Theme)`.
    """

    prepared = Signal(object)
    themed = Signal(object)

    def __init__(
        self,
        clients: Mapping[str, Client],
        load: Callable[[], Mapping[str, PracticeScript]],
        moments: Mapping[str, str],
        voice: ClientVoice,
        pick: Callable[[Sequence[PracticeScript]], PracticeScript],
        theme: Theme,
    ) -> None:
        """`moments`: their names by id."""
        super().__init__()
        self._clients, self._load, self._voice, self._pick = clients, load, voice, pick
        self._scripts: Mapping[str, PracticeScript] = {}
        self._chosen = next(iter(clients))
        self.setWindowTitle(self.tr("Practicar"))
        self.header = PageHeader(self.tr("Practicar"), theme)
        self.header.back.connect(self.home)
        self.cards = {id: self._card(id, theme) for id in [*clients, CRISIS]}
        self.scene = ScenePanel(moments, theme)
        self.scene.wanted.connect(self._prepare)
        voice.found.connect(self.scene.set_sound)
        voice.lost.connect(lambda: self.scene.set_sound(False))
        self._question = named(QLabel(self.tr("¿Con quién quieres practicar?")), "question")
        self._lead = named(
            QLabel(self.tr("Tres minutos antes de tu turno: tu cliente habla, tú le respondes en voz alta.")), "lead"
        )
        self._lead.setWordWrap(True)
        self._lay_out()
        self.set_theme(theme)

    @property
    def chosen(self) -> str:
        """The id of the card that is down."""
        return self._chosen

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self.header.set_theme(theme)
        self.scene.set_theme(theme)
        for card in self.cards.values():
            card.set_theme(theme)
        gap = theme.px(12)
        self._grid.setSpacing(gap)
        self._left.setSpacing(theme.px(6))
        self._middle.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(20))
        self._middle.setSpacing(theme.px(20))
        self._theme = theme
        self._fit()
        self.themed.emit(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """In a small window, less of all that explains itself."""
        super().resizeEvent(event)
        self._fit()

    def entered(self) -> None:
        """Find out whether the client can be heard here; the card that was chosen last has the focus."""
        if not self._scripts:
            self._scripts = self._load()
            self.choose(self._chosen)
        self._voice.look()
        self.cards[self._chosen].setFocus()

    def close_down(self) -> None:
        """The client falls silent."""
        self._voice.close()

    def choose(self, id: str) -> None:
        """Choose a type of client, or the crisis."""
        self._chosen = id
        for other, card in self.cards.items():
            card.setChecked(other == id)
        self.scene.offer(self._title(id), self._advice(id), self._scenes(id))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrows go from card to card."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -COLUMNS, Qt.Key.Key_Down: COLUMNS}
        cards = list(self.cards.values())
        here = next((place for place, card in enumerate(cards) if card.hasFocus()), None)
        if here is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or event.key() not in steps:
            super().keyPressEvent(event)
            return
        there = here + steps[Qt.Key(event.key())]
        if 0 <= there < len(cards):
            cards[there].setFocus(Qt.FocusReason.TabFocusReason)

    def _fit(self) -> None:
        narrow, low = self.width() < self._theme.px(1150), self.height() < self._theme.px(700)
        self.scene.setFixedWidth(self._theme.px(330 if narrow else 420))
        self.scene.set_low(low)
        self._lead.setHidden(narrow)
        self._question.setObjectName("pageTitle" if narrow else "question")
        self._question.style().polish(self._question)
        for card in self.cards.values():
            card.set_small(narrow)

    def _prepare(self, id: str, entry: str, aloud: bool, headphones: bool) -> None:
        script = self._scripts[id] if id else self._pick(self._scenes(self._chosen))
        self.prepared.emit(PracticeChoice(script, entry or None, aloud, headphones))

    def _scenes(self, id: str) -> list[PracticeScript]:
        crisis = id == CRISIS
        return [
            script
            for script in self._scripts.values()
            if script.scene.crisis == crisis and (crisis or script.scene.client == id)
        ]

    def _title(self, id: str) -> str:
        if id == CRISIS:
            return self.tr("El protocolo, paso a paso")
        return self.tr("Cómo tratarlo: {}").format(self._clients[id].name.lower())

    def _advice(self, id: str) -> Sequence[str]:
        if id != CRISIS:
            return self._clients[id].treatment
        steps = " → ".join(lowered(shown(step.text)) for step in load_crisis())
        return [steps[0].upper() + steps[1:]]

    def _card(self, id: str, theme: Theme) -> ChoiceCard:
        if id == CRISIS:
            text = lines(
                [
                    self.tr("Alguien fuera de control"),
                    self.tr("Grita, llora o amenaza"),
                    self.tr("No puede oír todavía"),
                ]
            )
            advice = self.tr("Sigue el protocolo: calma, escucha y empatía antes que soluciones.")
            card = ChoiceCard(self.tr("Crisis"), text, theme, "clientCard", paint_crisis, advice)
        else:
            client = self._clients[id]
            advice = ". ".join(client.treatment[:_TOLD]) + "."
            card = ChoiceCard(client.name, lines(client.signs), theme, "clientCard", CLIENT_MARKS[id], advice)
        card.clicked.connect(lambda: self.choose(id))
        return card

    def _lay_out(self) -> None:
        self._grid = QGridLayout()
        for place, card in enumerate(self.cards.values()):
            self._grid.addWidget(card, place // COLUMNS, place % COLUMNS)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1)
        for row in range(-(-len(self.cards) // COLUMNS)):
            self._grid.setRowStretch(row, 1)
        left = QWidget()
        self._left = QVBoxLayout(left)
        self._left.setContentsMargins(0, 0, 0, 0)
        self._left.addWidget(self._question)
        self._left.addWidget(self._lead)
        self._left.addSpacing(8)
        self._left.addLayout(self._grid, 1)
        self._middle = QHBoxLayout()
        self._middle.addWidget(left, 1)
        self._middle.addWidget(self.scene)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(self._middle, 1)
