"""How far trainers and detectors agree over all sessions of a store, signal by signal."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from coach.manual.measures import signed
from coach.review.agreement import LEAST_SAID, Agreement, by_id
from coach.review.details import noticeable
from coach.ui.controls import named, plain_label
from coach.ui.manual_words import shown
from coach.ui.panel import Panel
from coach.ui.theme import Theme
from coach.ui.words import tr

_NONE = "—"


class AgreementPanel(Panel):
    """A row for each signal, finding, tone or congruence that anybody judged; hidden while there is nothing to show."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(tr("Acuerdo con los detectores"))
        self.setAccessibleName(tr("Acuerdo con los detectores"))
        self.table: list[tuple[str, ...]] = []
        self.told = plain_label("panelText")
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._body = QWidget()
        self._grid = QGridLayout(self._body)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self.add(self._body)
        self.add(self.told)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        super().set_theme(theme)
        self._grid.setHorizontalSpacing(theme.px(22))
        self._grid.setVerticalSpacing(theme.px(6))

    def wait(self) -> None:
        """It is being worked out."""
        self.table = []
        self._body.hide()
        self.told.setText(self.tr("Leyendo lo que se anotó…"))
        self.show()

    def show_agreement(self, found: Mapping[str, Agreement]) -> None:
        """These, in the manual's order, and what the figures mean."""
        names = noticeable()
        head = (self.tr("señal"), "κ", self.tr("precisión"), self.tr("acertadas"), self.tr("faltaron"))
        self.table = [_row(one, shown(names.get(one.id, one.id))) for one in by_id(found, names)]
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for down, row in enumerate([head, *self.table]):
            for across, text in enumerate(row):
                cell = named(QLabel(text, textFormat=Qt.TextFormat.PlainText), "panelText" if down else "choiceName")
                side = Qt.AlignmentFlag.AlignLeft if across == 0 else Qt.AlignmentFlag.AlignRight
                cell.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
                cell.setAccessibleName(f"{row[0]}, {head[across]}: {text}" if down and across else text)
                self._grid.addWidget(cell, down, across)
        self._body.setVisible(bool(self.table))
        self.told.setText(self._explained() if self.table else self.tr("Todavía nadie juzgó ninguna detección."))
        self.show()

    def _explained(self) -> str:
        kappa = self.tr("κ (kappa de Cohen): cuánto coinciden, más que por azar; 1 es siempre, 0 lo que daría el azar.")
        precision = self.tr("Precisión: de lo que se detectó y alguien juzgó, cuánto era cierto.")
        few = self.tr("«{}»: todavía no alcanza para decirlo; hacen falta {} juicios.").format(_NONE, LEAST_SAID)
        return "\n".join((kappa, precision, few))


def _row(one: Agreement, name: str) -> tuple[str, ...]:
    kappa = _NONE if one.kappa is None else signed(one.kappa, 2)
    precision = _NONE if one.precision is None else f"{100.0 * one.precision:.0f} %"
    return name, kappa, precision, tr("{} de {}").format(one.agreed, one.judged), str(one.missed)
