"""The agent's calibration in the settings: what is kept of it, and forgetting it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from coach.ui.controls import plain_label, read_out
from coach.ui.failure import failure_sentence
from coach.ui.panel import Panel
from coach.ui.questions import Asks


class CalibrationPanel(Panel, Asks):
    """`unwanted`: it is to be forgotten, which was confirmed; `tell` what became of that."""

    unwanted = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Tu calibración"))
        self.forget = QPushButton(self.tr("&Olvidar mi calibración…"))
        self.forget.setAccessibleName(read_out(self.forget.text()))
        self.forget.clicked.connect(self._ask)
        self.told = plain_label("panelText")
        self.say(
            self.tr(
                "Cómo te ves y cómo suenas en calma, en números: ni imagen ni sonido. Se guarda cifrada cuando te "
                "calibras. Olvídala si otra persona va a usar Coach con tu usuario."
            )
        )
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.forget)
        row.addWidget(self.told, 1)
        self.add_row(row)

    def entered(self) -> None:
        """Nothing was done yet."""
        self.told.setText("")

    def tell(self, error: BaseException | None) -> None:
        """It is forgotten, or why something of it stays."""
        self.told.setText(self.tr("La olvidé.") if error is None else failure_sentence(error))

    def _ask(self) -> None:
        self.confirm(
            self.tr("¿Olvidar tu calibración?"),
            self.tr("La próxima vez mido sin ella, hasta que te calibres otra vez. Tus sesiones guardadas no cambian."),
            self.unwanted.emit,
            self.tr("Olvidarla"),
        )
