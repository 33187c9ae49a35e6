"""Looking for better thresholds: begun, given up, and how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton

from coach.manual.catalog import load_catalog
from coach.ui.controls import named, plain_label, read_out
from coach.ui.manual_words import shown
from coach.ui.panel import Panel
from coach.ui.theme import Theme
from coach.ui.words import tr

if TYPE_CHECKING:  # the engine comes with the worker's first use
    from coach.tuning.work import Most


class TuningSearch(Panel):
    """Its buttons say by their own signals what is wanted."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(tr("Aprender de lo que se juzgó"))
        self.start = named(QPushButton(self.tr("&Buscar umbrales mejores")), "primary")
        self.cancel = QPushButton(self.tr("&Cancelar"))
        for button in (self.start, self.cancel):
            button.setAccessibleName(read_out(button.text()))
        self.bar = QProgressBar(textVisible=False, minimum=0, maximum=100)
        self.bar.setAccessibleName(self.tr("Avance del ajuste"))
        self.told = plain_label("panelText")
        self.say(
            self.tr(
                "Con lo que tus capacitadores dijeron de las detecciones se buscan umbrales mejores para cada señal, y "
                "se comprueban en sesiones apartadas, con las que no se buscó. Nada cambia mientras no lo confirmes."
            )
        )
        row = QHBoxLayout()
        row.setSpacing(14)
        for part in (self.start, self.bar, self.cancel):
            row.addWidget(part)
        row.addStretch(1)
        self.add_row(row)
        self.add(self.told)
        self.set_theme(theme)
        self.rest("")

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        super().set_theme(theme)
        self.bar.setFixedWidth(theme.px(320))

    @property
    def busy(self) -> bool:
        """Whether it is under way."""
        return self.start.isHidden()

    def begin(self) -> None:
        """It is under way."""
        self._busy(True)
        self.reach("", 0.0)
        self.cancel.setFocus()

    def give_up(self) -> None:
        """It ends as soon as it can."""
        self.cancel.setEnabled(False)
        self.told.setText(self.tr("Cancelando…"))

    def reach(self, name: str, share: float) -> None:
        """So much is done of this signal, "" while sessions are read."""
        if self.cancel.isEnabled():
            self.bar.setValue(round(100 * share))
            reading = self.tr("Leyendo lo que se juzgó…")
            self.told.setText(self.tr("Buscando para «{}»…").format(shown(name)) if name else reading)

    def rest(self, told: str) -> None:
        """Nothing is under way; what it came to."""
        self._busy(False)
        self.told.setText(told)
        self.told.setVisible(bool(told))

    def too_few(self, most: Most | None) -> str:
        """What is missing, in a sentence or two."""
        from coach.tuning.split import LEAST_HELD_OUT, LEAST_SAID, LEAST_SESSIONS

        if most is not None and most.crowded:
            return self.tr(
                "De «{}» hay {} juicios en {} sesiones, pero casi todos en unas pocas. Para comprobar se apartan "
                "sesiones, y en ellas hacen falta al menos {}: júzgala también en otras."
            ).format(shown(load_catalog()[most.id].name), most.said, most.sessions, LEAST_HELD_OUT)
        needed = self.tr(
            "Para ajustar una señal hacen falta al menos {} juicios de ella en {} sesiones guardadas con sus "
            "mediciones."
        ).format(LEAST_SAID, LEAST_SESSIONS)
        if most is None:
            there = self.tr("Todavía no hay ninguno: abre una sesión y di si sus detecciones aciertan.")
        else:
            name = shown(load_catalog()[most.id].name)
            there = self.tr("La que más tiene es «{}»: juicios, {}; sesiones, {}.").format(
                name, most.said, most.sessions
            )
        return f"{needed} {there}"

    def _busy(self, busy: bool) -> None:
        self.cancel.setEnabled(True)
        self.start.setVisible(not busy)
        self.cancel.setVisible(busy)
        self.bar.setVisible(busy)
        self.told.setVisible(True)
