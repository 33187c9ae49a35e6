"""Which thresholds this computer detects with, and the way back to the manual's own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QPushButton

from coach.manual.adjustments import Adjustment
from coach.manual.catalog import load_catalog
from coach.ui.controls import plain_label, read_out
from coach.ui.manual_words import shown
from coach.ui.panel import Panel
from coach.ui.theme import Theme
from coach.ui.words import short_day, tr


class TuningInUse(Panel):
    """`now`: what was moved here, by id; nothing is said of it before `show_now`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(tr("Lo que usa esta computadora"))
        self.now: Mapping[str, Adjustment] = {}
        self.told = plain_label("panelText")
        self.reset = QPushButton(self.tr("&Volver a los de fábrica…"))
        self.reset.setAccessibleName(read_out(self.reset.text()))
        self.add(self.told)
        row = QHBoxLayout()
        row.addWidget(self.reset)
        row.addStretch(1)
        self.add_row(row)
        self.set_theme(theme)
        self.reset.setEnabled(False)

    def show_now(self, now: Mapping[str, Adjustment]) -> None:
        """These are moved."""
        self.now = now
        signals = load_catalog()
        lines = [f"•  {shown(signals[id].name)} ({_day(one.made)})" for id, one in now.items()]
        moved = "\n".join((self.tr("Umbrales ajustados aquí, y desde cuándo:"), *lines))
        self.told.setText(moved if now else self.tr("Todos los umbrales son los de fábrica."))
        self.reset.setEnabled(bool(now))


def _day(made: str) -> str:
    """As it is written here; a day that somebody wrote by hand is shown as it is."""
    try:
        return short_day(datetime.fromisoformat(made))
    except ValueError:
        return made
