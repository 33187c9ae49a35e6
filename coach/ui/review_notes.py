"""All that was noted on a session, as a list; one's own words can be changed where they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from coach.manual.measures import signed
from coach.review.agreement import Agreement, by_id
from coach.review.annotation import LONGEST_TEXT, Annotation
from coach.review.details import noticeable
from coach.ui.controls import named, plain_label
from coach.ui.manual_words import shown
from coach.ui.review_list import ReviewList
from coach.ui.timeline_words import note_title, stretch_words

_MOST: Final = 5
"""Signals whose agreement is told: those that were judged most."""
_ID: Final = Qt.ItemDataRole.UserRole
_TEXT: Final = Qt.ItemDataRole.UserRole + 1


class NoteList(QFrame):
    """`chosen(Annotation)`: show that one. `reworded(str, str)`: the note of that id is to say this."""

    chosen = Signal(object)
    reworded = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.list = named(ReviewList(), "signalList")
        self.list.setSpacing(3)
        self.list.setAccessibleName(self.tr("Anotaciones"))
        self.list.setToolTip(self.tr("Doble clic o F2 en un comentario tuyo: cambiar sus palabras"))
        triggers = QAbstractItemView.EditTrigger
        self.list.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked)
        self._pen = _Pen(self.list)
        self.list.setItemDelegate(self._pen)
        self.agreement = plain_label("panelText")
        self._empty = plain_label("panelText")
        self._empty.setText(self.tr("Todavía no hay anotaciones en esta sesión."))
        self._notes: dict[str, Annotation] = {}
        self.list.chosen.connect(self._choose)
        # Queued, because the list is filled anew before the editor in it is gone.
        self._pen.written.connect(self.reworded, Qt.ConnectionType.QueuedConnection)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        column.addWidget(named(QLabel(self.tr("Anotaciones")), "groupTitle"))
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)
        column.addStretch(0)  # takes the room of a list that is not there
        column.addWidget(self.agreement)

    def show_notes(self, notes: Sequence[Annotation], author: str) -> None:
        """All but ticks, in order of time; what `author` wrote can be changed."""
        held = self.list.currentItem()
        held_id = None if held is None else held.data(_ID)
        self._notes = {note.id: note for note in notes if note.kind != "item"}
        self.list.clear()
        for note in self._notes.values():
            made = QListWidgetItem(f"{stretch_words(note.start_s, note.end_s)}\n{note_title(note)}")
            made.setToolTip(note.text)
            made.setData(_ID, note.id)
            made.setData(_TEXT, note.text)
            if note.kind in ("comment", "moment") and note.author == author:
                made.setFlags(made.flags() | Qt.ItemFlag.ItemIsEditable)
            self.list.addItem(made)
            if note.id == held_id:
                self.list.setCurrentItem(made)
        self._empty.setVisible(not self._notes)
        self.list.setVisible(bool(self._notes))

    def edit(self, note: Annotation) -> bool:
        """Change the words of this one; whether they can be."""
        for row in range(self.list.count()):
            item = self.list.item(row)
            if item.data(_ID) == note.id and item.flags() & Qt.ItemFlag.ItemIsEditable:
                self.list.setCurrentItem(item)
                self.list.editItem(item)
                return True
        return False

    def show_agreement(self, found: Mapping[str, Agreement]) -> None:
        """How far what was noted agrees with what was detected, signal by signal."""
        names = noticeable()
        line = self.tr("{}: {} de {} acertadas, faltaron {}")
        lines = [
            line.format(shown(names.get(one.id, one.id)), one.agreed, one.judged, one.missed)
            + ("" if one.kappa is None else f" · κ {signed(one.kappa, 2)}")
            for one in sorted(by_id(found, names), key=lambda one: -one.judged - one.missed)[:_MOST]
        ]
        self.agreement.setText("\n".join(lines))
        self.agreement.setVisible(bool(lines))

    def _choose(self, item: QListWidgetItem) -> None:
        note = self._notes.get(item.data(_ID))
        if note is not None:
            self.chosen.emit(note)


class _Pen(QStyledItemDelegate):
    """Edits the text of a note, not the two lines that show it. `written(str, str)`: id and text."""

    written = Signal(str, str)

    def createEditor(  # noqa: N802
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """A line as long as a comment may be."""
        editor = QLineEdit(parent, maxLength=LONGEST_TEXT)
        editor.setAccessibleName(self.tr("Comentario"))
        return editor

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:  # noqa: N802
        """Its words."""
        assert isinstance(editor, QLineEdit)
        editor.setText(index.data(_TEXT))
        editor.selectAll()

    def setModelData(  # noqa: N802
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Other words."""
        assert isinstance(editor, QLineEdit)
        self.written.emit(index.data(_ID), editor.text().strip())
