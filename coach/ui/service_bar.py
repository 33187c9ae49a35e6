"""The slim bar that tells Coach where the service is and with whom: nine moments in order, and the type of client."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from coach.manual.clients import Client
from coach.manual.moments import Moment
from coach.manual.tones import Tone
from coach.report.words import lowered
from coach.ui.controls import ChoiceBox, choice_button, named
from coach.ui.hint_row import HintRow
from coach.ui.side_column import NARROW_PX
from coach.ui.theme import Theme


class ServiceBar(QWidget):
    """`changed(moment, client)` with ids or None; `crisis`: the agent wants the protocol, `small`: the small window."""

    changed = Signal(object, object)
    crisis = Signal()
    small = Signal()

    def __init__(
        self, moments: Mapping[str, Moment], clients: Mapping[str, Client], tones: Mapping[str, Tone], theme: Theme
    ) -> None:
        super().__init__()
        self.setObjectName("serviceBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._moments, self._clients, self._tones = moments, clients, tones
        self._moment: str | None = None
        self._chips = {row.id: self._chip(place, row) for place, row in enumerate(moments.values(), 1)}
        self._group = QButtonGroup(self)
        for chip in self._chips.values():
            self._group.addButton(chip)
        self.client = ChoiceBox(theme)
        self.client.setAccessibleName(self.tr("Tipo de cliente"))
        self.client.setToolTip(self.tr("Cómo es el cliente que atiendes: cambia lo que conviene (Alt+T)"))
        self.client.addItem(self.tr("Tipo de cliente"), None)
        for row in clients.values():
            self.client.addItem(row.name, row.id)
        self.client.currentIndexChanged.connect(self._tell)
        self._hints = HintRow(theme)
        self.goal, self.treatment = self._hints.first, self._hints.second
        self.alarm, self.mini = (named(QPushButton(), "barLink") for _ in range(2))
        self.alarm.setText(self.tr("Crisis"))
        self.alarm.setToolTip(self.tr("Qué hacer, paso a paso, con un cliente fuera de control (K)"))
        self.alarm.clicked.connect(self.crisis)
        self.mini.setText(self.tr("Ventana mínima"))
        self.mini.setToolTip(self.tr("Una ventana pequeña sobre tu videollamada, que no le quita el teclado (O)"))
        self.mini.clicked.connect(self.small)
        for button in (self.alarm, self.mini):
            button.setAccessibleName(button.text())
        self._lay_out()
        self.set_theme(theme)
        self._show()

    @property
    def moment(self) -> str | None:
        """The moment that is chosen."""
        return self._moment

    @property
    def client_id(self) -> str | None:
        """The type of client that is chosen."""
        chosen = self.client.currentData()
        return None if chosen is None else str(chosen)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self.client.set_theme(theme)
        self.client.setFixedWidth(theme.px(150))
        self._hints.set_theme(theme)
        pad = theme.px(14)
        self._whole.setContentsMargins(pad, theme.px(6), pad, theme.px(5))
        self._whole.setSpacing(theme.px(4))
        self._first.setSpacing(theme.px(3))
        self._second.setSpacing(theme.px(16))

    def fit(self, around: int) -> None:
        """Take less room in a window that is only `around` px wide."""
        narrow = around < self._theme.px(NARROW_PX)
        if narrow != self.property("narrow"):
            self.setProperty("narrow", narrow)
            for chip in self._chips.values():
                chip.style().unpolish(chip)
                chip.style().polish(chip)

    def choose_place(self, place: int) -> None:
        """Choose the moment at `place` (from 1), or none with 0; a place that there is not is passed over."""
        ids = list(self._chips)
        if place == 0:
            self.choose(None, self.client_id)
        elif place <= len(ids):
            self.choose(ids[place - 1], self.client_id)

    def choose(self, moment: str | None, client: str | None) -> None:
        """Choose both, as the agent would, by id; None for neither."""
        self.client.blockSignals(True)
        self.client.setCurrentIndex(self.client.findData(client))
        self.client.blockSignals(False)
        self._set_moment(moment)

    def _chip(self, place: int, row: Moment) -> QPushButton:
        chip = choice_button(f"{place} {row.name}", "moment")
        chip.setAccessibleName(self.tr("Momento {}: {}").format(place, row.name))
        steps = "".join(f"<li>{step}</li>" for step in row.steps)
        chip.setToolTip(f"<b>{row.name}</b>. {row.goal}<ul style='margin: 4px 0 0 -20px'>{steps}</ul>")
        chip.clicked.connect(lambda: self._set_moment(None if row.id == self._moment else row.id))
        return chip

    def _set_moment(self, moment: str | None) -> None:
        self._moment = moment
        self._group.setExclusive(False)  # a group that is exclusive cannot be left empty
        for id, chip in self._chips.items():
            chip.setChecked(id == moment)
        self._group.setExclusive(True)
        self._tell()

    def _tell(self) -> None:
        self._show()
        self.changed.emit(self._moment, self.client_id)

    def _show(self) -> None:
        """What the moment is for and in which tone, and what helps with the client."""
        if self._moment is None:
            self.goal.set_text(self.tr("¿En qué momento estás? Elígelo con las teclas 1 a 9."))
        else:
            row = self._moments[self._moment]
            tones = self.tr(" o ").join(lowered(self._tones[id].name) for id in row.tones)
            self.goal.set_text(
                self.tr("{} Tono: {}.").format(row.goal, tones), row.goal, self.tr("Tono: {}.").format(tones)
            )
        client = self.client_id
        self.treatment.setVisible(client is not None)
        if client is not None:
            row_ = self._clients[client]
            first = [". ".join(row_.treatment[:count]) for count in range(len(row_.treatment), 0, -1)]
            self.treatment.set_text(*(self.tr("{}: {}.").format(row_.name, text) for text in first), f"{first[-1]}.")
            self.treatment.setToolTip("<br>".join(row_.treatment))
        self._hints.fit()

    def _lay_out(self) -> None:
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        for chip in self._chips.values():
            self._first.addWidget(chip)
        self._first.addStretch(1)
        self._first.addWidget(self.client)
        self._second.addWidget(self._hints, 1)
        self._second.addWidget(self.alarm)
        self._second.addWidget(self.mini)
        self._whole = QVBoxLayout(self)
        self._whole.addLayout(self._first)
        self._whole.addLayout(self._second)
