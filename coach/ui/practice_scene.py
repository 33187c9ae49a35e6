"""The chosen client: how to treat them, which scene to play, from which moment on, and how to hear them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QWidget

from coach.practice.script import PracticeScript
from coach.ui.controls import ChoiceBox, Switch, named, plain_label
from coach.ui.page import Themed
from coach.ui.panel import Panel
from coach.ui.practice_cards import ChoiceCard
from coach.ui.tab_order import one_after_the_other
from coach.ui.theme import Theme


class ScenePanel(Panel):
    """`wanted(script, entry, aloud, headphones)`: ids, empty for a surprise and for the beginning."""

    wanted = Signal(str, str, bool, bool)

    def __init__(self, moments: Mapping[str, str], theme: Theme) -> None:
        """`moments`: their names by id."""
        super().__init__("")
        self._moments, self._theme = moments, theme
        self._scripts: dict[str, PracticeScript] = {}
        self.scenes: dict[str, ChoiceCard] = {}
        self._chosen = ""
        self._group = QButtonGroup(self)
        self._name = self.findChild(QLabel, "panelTitle")
        self.treatment = named(QLabel(wordWrap=True, textFormat=Qt.TextFormat.RichText), "treatment")
        self.add(self.treatment)
        self._situation = plain_label("situation")
        self._head = named(QLabel(self.tr("Elige la escena")), "practiceHead")
        self.add(self._head)
        self.begins = ChoiceBox(theme)
        self.begins.setAccessibleName(self.tr("Desde qué momento empezar"))
        self.aloud = Switch(self.tr("Oír a tu cliente"), theme)
        self.headphones = Switch(self.tr("Uso audífonos"), theme)
        self.silent = named(QLabel(wordWrap=True), "practiceNote")
        self.start = named(QPushButton(self.tr("&Continuar")), "primary")
        self.start.setAccessibleName(self.tr("Continuar"))
        self.start.clicked.connect(self._want)
        self.aloud.setChecked(True)
        self.aloud.toggled.connect(self.headphones.setEnabled)
        for part in (self._situation, self.begins, self.aloud, self.headphones, self.silent):
            self.add(part)
        self._parts.addStretch(1)
        self.add(self.start)
        self.set_sound(None)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        super().set_theme(theme)
        self._theme = theme
        parts: list[Themed] = [self.begins, self.aloud, self.headphones, *self.scenes.values()]
        for part in parts:
            part.set_theme(theme)

    def set_sound(self, sound: bool | None) -> None:
        """Whether the system has a voice for the client; None while that is not known."""
        self.aloud.setVisible(sound is True)
        self.headphones.setVisible(sound is True)
        self.silent.setVisible(sound is not True)
        none = self.tr("Esta computadora no tiene una voz en español: tu cliente hablará por escrito.")
        self.silent.setText(self.tr("Busco una voz para tu cliente…") if sound is None else none)

    def set_low(self, low: bool) -> None:
        """Whether there is little room; the situation is then told only where it begins."""
        self._situation.setHidden(low)

    def offer(self, title: str, advice: Sequence[str], scripts: Sequence[PracticeScript]) -> None:
        """A kind of client: how to treat them, under a `title`, and the scenes there are."""
        assert self._name is not None
        self._name.setText(title)
        items = "".join(f"<li style='margin-bottom: 3px'>{escape(line)}</li>" for line in advice)
        alone = len(advice) == 1  # no list, and so no bullet
        self.treatment.setText(escape(advice[0]) if alone else f"<ul style='margin: 0 0 0 -22px'>{items}</ul>")
        for card in self.scenes.values():
            self._group.removeButton(card)
            card.deleteLater()
        self._scripts = {script.id: script for script in scripts}
        surprise = self._card("", self.tr("Sorpréndeme"), self.tr("Una de ellas, al azar"))
        self.scenes = {
            script.id: self._card(script.id, script.scene.title, script.scene.place) for script in scripts
        } | {"": surprise}
        after: QWidget = self._head
        for card in self.scenes.values():
            self._parts.insertWidget(self._parts.indexOf(after) + 1, card)
            after = card
        # Made after what stands below them, Tab would come to them last.
        one_after_the_other([*self.scenes.values(), self.begins, self.aloud, self.headphones, self.start])
        self.choose(next(iter(self.scenes)))

    def choose(self, id: str) -> None:
        """Choose a scene; empty for a surprise, which begins at the beginning."""
        self._chosen = id
        self.scenes[id].setChecked(True)
        surprise = self.tr("Te enteras al llegar, como en la vida real.")
        self._situation.setText(self._scripts[id].scene.situation if id else surprise)
        self.begins.clear()
        self.begins.addItem(self.tr("Desde el principio"), "")
        if id:
            for node in self._scripts[id].entries:
                self.begins.addItem(self.tr("Desde: {}").format(self._moments[node.moment].lower()), node.id)
        self.begins.setEnabled(self.begins.count() > 1)

    def _card(self, id: str, title: str, place: str) -> ChoiceCard:
        card = ChoiceCard(title, place, self._theme, "sceneCard")
        self._group.addButton(card)
        card.clicked.connect(lambda: self.choose(id))
        return card

    def _want(self) -> None:
        aloud = self.aloud.isChecked()
        self.wanted.emit(self._chosen, self.begins.currentData(), aloud, aloud and self.headphones.isChecked())
