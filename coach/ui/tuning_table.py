"""Before and after of each signal whose thresholds were looked for, in the sessions that were set apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from coach.ui.controls import named, plain_label
from coach.ui.manual_words import shown
from coach.ui.theme import Theme
from coach.ui.tick_box import TickBox
from coach.ui.words import tr

if TYPE_CHECKING:  # the engine comes with the worker's first use
    from coach.tuning.case import Figures
    from coach.tuning.search import Tuned


class TuningTable(QWidget):
    """A row a signal; what does no worse where it was not tuned can be chosen. `changed`: others are."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._boxes: list[tuple[TickBox, Tuned]] = []
        self.rows: list[tuple[str, ...]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.set_theme(theme)

    @property
    def chosen(self) -> list[Tuned]:
        """Those that are to be used."""
        return [result for box, result in self._boxes if box.isChecked()]

    @property
    def first(self) -> QWidget | None:
        """What can be chosen first."""
        return self._boxes[0][0] if self._boxes else None

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self._grid.setHorizontalSpacing(theme.px(20))
        self._grid.setVerticalSpacing(theme.px(8))
        for box, _ in self._boxes:
            box.set_theme(theme)

    def show_results(self, results: Sequence[Tuned]) -> None:
        """These; what is worth it is chosen already."""
        self._clear()
        head = (self.tr("Señal"), self.tr("Ahora"), self.tr("Con los nuevos"), self.tr("Qué cambia"))
        self.rows = [(shown(one.signal.name), *_told(one)) for one in results]
        for across, text in enumerate(head):
            self._grid.addWidget(named(QLabel(text), "choiceName"), 0, across)
        for down, (result, row) in enumerate(zip(results, self.rows, strict=True), start=1):
            self._grid.addWidget(self._signal(result, row), down, 0)
            for across, text in enumerate(row[1:], start=1):
                cell = plain_label("panelText")
                cell.setText(text)
                cell.setAccessibleName(f"{row[0]}, {head[across]}: {text}")
                self._grid.addWidget(cell, down, across)
        for across, stretch in enumerate((0, 2, 2, 3)):
            self._grid.setColumnStretch(across, stretch)
        self.changed.emit()

    def _signal(self, result: Tuned, row: tuple[str, ...]) -> QWidget:
        """A box to tick where there is anything to choose."""
        if not result.worthwhile:
            return QLabel(row[0], textFormat=Qt.TextFormat.PlainText)
        box = TickBox(row[0], self._theme)
        box.setChecked(True)
        box.setAccessibleName(self.tr("Usar los umbrales nuevos de: {}").format(row[0]))
        box.setAccessibleDescription(". ".join(row[1:]))
        box.toggled.connect(lambda _: self.changed.emit())
        self._boxes.append((box, result))
        return box

    def _clear(self) -> None:
        self._boxes = []
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()


def _told(result: Tuned) -> tuple[str, str, str]:
    """Before, after, and what it means; the same figures as in the terminal."""
    if not result.moved:
        return _figures(result.before), "—", tr("Nada: los de ahora ya son los mejores.")
    if not result.worthwhile:
        return _figures(result.before), _figures(result.after), tr("Sale peor donde se comprobó: no se ofrece.")
    bands = [one for one in result.bands if one]
    if all(one < 0.0 for one in bands):
        meaning = tr("Más sensible: le basta un gesto menor.")
    elif all(one > 0.0 for one in bands):
        meaning = tr("Más exigente: pide un gesto mayor.")
    else:
        meaning = tr("Unos umbrales piden más y otros menos.")
    return _figures(result.before), _figures(result.after), meaning


def _figures(figures: Figures) -> str:
    seen = tr("ve {} de {}").format(figures.found, figures.found + figures.missed)
    return tr("{}, {} de más").format(seen, figures.false)
