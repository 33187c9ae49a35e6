"""Guides the ten seconds in which Coach learns how the person looks at rest."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QVBoxLayout, QWidget

from coach.core.events import CalibrationChanged
from coach.manual.conditions import ViewCondition
from coach.ui.controls import named

DONE_S = 4.0
"""Seconds of the medium that the final sentence stays."""


class CalibrationCard(QFrame):
    """What to do now and how much is done; hidden unless calibrating."""

    def __init__(self, conditions: Mapping[str, ViewCondition], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("calibration")
        self._conditions = conditions
        self._title = named(QLabel(self), "calibrationTitle")
        self._text = named(QLabel(self, wordWrap=True), "calibrationText")
        self._bar = QProgressBar(self, textVisible=False, minimum=0, maximum=100)
        self._bar.setAccessibleName(self.tr("Avance de la calibración"))
        self._done_at: float | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 16)
        layout.setSpacing(8)
        for widget in (self._title, self._text, self._bar):
            layout.addWidget(widget)
        self.hide()

    @property
    def text(self) -> str:
        """The guiding sentence as it reads now."""
        return self._text.text()

    def show_progress(self, event: CalibrationChanged) -> None:
        """Show how far it is, and what it waits for."""
        self._bar.setValue(round(100 * event.progress))
        self._done_at = event.t if event.done else None
        if event.done:
            self._title.setText(self.tr("Listo"))
            self._text.setText(self.tr("Ya conozco tu postura natural; los avisos serán más precisos."))
        elif event.waits_for is None:
            self._title.setText(self.tr("Calibrando: quédate como siempre"))
            self._text.setText(self.tr("Ponte a gusto, con el rostro tranquilo, y mira a la cámara."))
        else:
            self._title.setText(self.tr("En pausa"))
            self._text.setText(self._why(event.waits_for))
        self.setAccessibleName(f"{self._title.text()}. {self._text.text()}")
        self.show()

    def refresh(self, now: float | None) -> None:
        """Hide once the final sentence has been read at `now` (s of the medium), or when the medium is gone."""
        if now is None or (self._done_at is not None and now - self._done_at > DONE_S):
            self._done_at = None
            self.hide()

    def _why(self, waits_for: str) -> str:
        if waits_for == "quieto":
            return self.tr("Quédate un momento sin moverte; sigo en cuanto estés en calma.")
        condition = self._conditions[waits_for]
        return self.tr("{}. {}.").format(condition.name, condition.advice)
