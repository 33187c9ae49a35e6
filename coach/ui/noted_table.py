"""A table of sessions of which one column can be written in; rows are chosen as a whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from coach.ui.theme import Theme

_ROW_PX: Final = 38
_MOST: Final = 8
"""Rows shown at once; the rest is scrolled to."""


class NotedTable(QTableWidget):
    """`chosen`: other rows are selected. `noted(id, text)`: something was written. `unwanted`: Delete was pressed."""

    chosen = Signal()
    noted = Signal(str, str)
    unwanted = Signal()

    def __init__(self, name: str, columns: Sequence[str], note: int, wide: int, theme: Theme) -> None:
        """`note`: the column that can be written in; `wide`: the one that takes what room is left."""
        super().__init__(0, len(columns))
        self._note = note
        self.setObjectName("sessionList")
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(columns))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        self._ids: list[str] = []
        self.itemSelectionChanged.connect(self.chosen)
        self.itemChanged.connect(self._on_changed)
        self.set_theme(theme)

    @property
    def selected(self) -> list[str]:
        """The ids of the sessions that are chosen, from top to bottom."""
        return [self._ids[row] for row in sorted({index.row() for index in self.selectionModel().selectedRows()})]

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self.verticalHeader().setDefaultSectionSize(theme.px(_ROW_PX))
        self._grow()

    def show_rows(self, rows: Mapping[str, Sequence[str]]) -> None:
        """Show these by their ids, in their order."""
        self.blockSignals(True)
        self.clearSelection()
        self._ids = list(rows)
        self.setRowCount(len(rows))
        for row, texts in enumerate(rows.values()):
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                if column != self._note:
                    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                else:
                    item.setToolTip(self.tr("Doble clic, o F2, para escribir"))
                self.setItem(row, column, item)
        self.blockSignals(False)
        self._grow()
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Delete asks for what is chosen to be erased; Escape is left to the window."""
        if event.key() == Qt.Key.Key_Delete:
            self.unwanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _on_changed(self, item: QTableWidgetItem) -> None:
        if item.column() == self._note:
            self.noted.emit(self._ids[item.row()], item.text().strip())

    def _grow(self) -> None:
        rows = max(1, min(_MOST, self.rowCount()))
        self.setFixedHeight(self._theme.px(_ROW_PX) * (rows + 1))
        self.horizontalHeader().setFixedHeight(self._theme.px(_ROW_PX) - 2 * self.frameWidth())
