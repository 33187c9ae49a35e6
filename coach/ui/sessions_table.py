"""Kept sessions as a table: when, what kind, how long, and the agent's own note on each, which can be written there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from coach.report.words import lasting
from coach.ui.theme import Theme
from coach.ui.words import day_in_words, kind_name

if TYPE_CHECKING:  # the store and all that it stands on is imported by its own thread
    from coach.session.header import SessionHeader

NOTE: Final = 3
"""The column that can be written in."""
_ROW_PX: Final = 38
_MOST: Final = 8
"""Rows shown at once; the rest is scrolled to."""


class SessionsTable(QTableWidget):
    """`chosen`: other rows are selected. `noted(id, text)`: a note was written. `unwanted`: Delete was pressed."""

    chosen = Signal()
    noted = Signal(str, str)
    unwanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(0, NOTE + 1)
        self.setObjectName("sessionList")
        self.setAccessibleName(self.tr("Sesiones guardadas"))
        self.setHorizontalHeaderLabels(
            [self.tr("Cuándo"), self.tr("Qué fue"), self.tr("Cuánto duró"), self.tr("Tu nota")]
        )
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
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

    def show_sessions(self, headers: Sequence[SessionHeader]) -> None:
        """Show these, in their order."""
        self.blockSignals(True)
        self.clearSelection()
        self._ids = [header.id for header in headers]
        self.setRowCount(len(headers))
        for row, header in enumerate(headers):
            told = (_when(header), kind_name(header.kind), lasting(header.duration_s), header.note)
            for column, text in enumerate(told):
                item = QTableWidgetItem(text)
                if column != NOTE:
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
        if item.column() == NOTE:
            self.noted.emit(self._ids[item.row()], item.text().strip())

    def _grow(self) -> None:
        rows = max(1, min(_MOST, self.rowCount()))
        self.setFixedHeight(self._theme.px(_ROW_PX) * (rows + 1))
        self.horizontalHeader().setFixedHeight(self._theme.px(_ROW_PX) - 2 * self.frameWidth())


def _when(header: SessionHeader) -> str:
    begun = header.started.astimezone()
    time = QLocale().toString(QTime(begun.hour, begun.minute), QLocale.FormatType.ShortFormat)
    return f"{day_in_words(begun)}, {time}"
