"""Beside the timeline: what the picked thing is, what to say about it, and everything that was noted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from coach.exchange.marks import Mark, What
from coach.report.words import percent
from coach.review.agreement import Agreement, by_id
from coach.review.annotation import LONGEST_TEXT, Annotation
from coach.review.details import details_of, noticeable
from coach.review.lanes import DETECTIONS, Item
from coach.ui.controls import ChoiceBox, choice_button, named
from coach.ui.manual_words import shown
from coach.ui.theme import Theme
from coach.ui.timeline_words import item_title, note_title, stretch_words

_WIDE_PX = 330
_MOST = 5
"""Signals whose agreement is told: those that were judged most."""


class ReviewSide(QWidget):
    """Signals name what is asked for; the page does it. `chosen(Annotation)`: show that one."""

    judged = Signal(str)
    commented = Signal(str)
    marked = Signal(str)
    missed = Signal(str)
    removed = Signal()
    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.title = self._label("panelTitle")
        self.when = self._label("panelText")
        self.body = self._label("panelText")
        self.agree = choice_button(self.tr("De acuerdo (Y)"), "verdict")
        self.disagree = choice_button(self.tr("En desacuerdo (N)"), "verdict")
        self.text = QLineEdit(maxLength=LONGEST_TEXT)
        self.text.setPlaceholderText(self.tr("Escribe un comentario…"))
        self.text.setAccessibleName(self.tr("Comentario"))
        self.comment = QPushButton(self.tr("Comentar (C)"))
        self.moment = QPushButton(self.tr("Marcar momento (M)"))
        self.what = ChoiceBox(theme)
        self.what.setAccessibleName(self.tr("Qué faltó detectar"))
        for id, name in noticeable().items():
            self.what.addItem(shown(name), id)
        self.add = QPushButton(self.tr("Agregar lo que faltó (F)"))
        self.remove = QPushButton(self.tr("Quitar anotación (Supr)"))
        self.list = named(QListWidget(), "signalList")
        self.list.setSpacing(3)
        self.list.setAccessibleName(self.tr("Anotaciones"))
        self.agreement = self._label("panelText")
        self._notes: dict[str, Annotation] = {}
        for button in (self.agree, self.disagree, self.comment, self.moment, self.add, self.remove):
            button.setAccessibleName(button.text())
        self._connect()
        self._lay_out()
        self.set_theme(theme)
        self.show_item(None, None)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self.setFixedWidth(theme.px(_WIDE_PX))
        self.what.set_theme(theme)

    def show_item(self, item: Item | None, verdict: Annotation | None) -> None:
        """What it is, and what was said of it."""
        detection = isinstance(item, Mark) and item.what in DETECTIONS
        for button, says in ((self.agree, "agree"), (self.disagree, "disagree")):
            button.setVisible(detection)
            button.setChecked(verdict is not None and verdict.verdict == says)
        self.remove.setVisible(isinstance(item, Annotation))
        if item is None:
            self.title.setText(self.tr("Nada elegido"))
            self.when.clear()
            self.body.setText(self.tr("Haz clic en algo de la línea de tiempo, o llega a ello con las flechas."))
            return
        self.title.setText(item_title(item))
        self.when.setText(stretch_words(item.start_s, item.end_s))
        self.body.setText(_words_of(item, self.tr("Confianza: {}"), self.tr("Anotó: {}"), self.tr("Tú")))

    def show_notes(self, notes: Sequence[Annotation]) -> None:
        """All that was noted, in order of time."""
        self.list.clear()
        for note in notes:
            made = QListWidgetItem(f"{stretch_words(note.start_s, note.end_s)}\n{note_title(note)}")
            made.setToolTip(note.text)
            made.setData(Qt.ItemDataRole.UserRole, note.id)
            self.list.addItem(made)
        self._notes = {note.id: note for note in notes}
        self._empty.setVisible(not notes)
        self.list.setVisible(bool(notes))

    def show_agreement(self, found: Mapping[str, Agreement]) -> None:
        """How far what was noted agrees with what was detected, signal by signal."""
        names = noticeable()
        line = self.tr("{}: {} de {} acertadas, faltaron {}")
        lines = [
            line.format(shown(names.get(one.id, one.id)), one.agreed, one.judged, one.missed)
            + ("" if one.kappa is None else f" · κ {one.kappa:.2f}")
            for one in sorted(by_id(found, names), key=lambda one: -one.judged - one.missed)[:_MOST]
        ]
        self.agreement.setText("\n".join(lines))
        self.agreement.setVisible(bool(lines))

    def _connect(self) -> None:
        self.agree.clicked.connect(lambda: self.judged.emit("agree"))
        self.disagree.clicked.connect(lambda: self.judged.emit("disagree"))
        self.comment.clicked.connect(lambda: self._say(self.commented.emit))
        self.text.returnPressed.connect(lambda: self._say(self.commented.emit))
        self.moment.clicked.connect(lambda: self._say(self.marked.emit))
        self.add.clicked.connect(lambda: self.missed.emit(self.what.currentData()))
        self.remove.clicked.connect(self.removed)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)

    def _say(self, emit: Callable[[str], None]) -> None:
        text = self.text.text().strip()
        self.text.clear()
        emit(text)

    def _choose(self, item: QListWidgetItem) -> None:
        note = self._notes.get(item.data(Qt.ItemDataRole.UserRole))
        if note is not None:
            self.chosen.emit(note)

    def _lay_out(self) -> None:
        self._empty = self._label("panelText")
        self._empty.setText(self.tr("Todavía no hay anotaciones en esta sesión."))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(10)
        picked = self._panel((self.title, self.when, self.body))
        judges = QHBoxLayout()
        judges.addWidget(self.agree)
        judges.addWidget(self.disagree)
        inside = picked.layout()
        assert isinstance(inside, QVBoxLayout)
        inside.addLayout(judges)
        inside.addWidget(self.remove)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setObjectName("reviewArea")
        area.setWidget(picked)
        column.addWidget(area, 3)
        column.addWidget(self._panel((self.text, self._pair(self.comment, self.moment), self.what, self.add)))
        heading = named(QLabel(self.tr("Anotaciones")), "groupTitle")
        column.addWidget(self._panel((heading, self._empty, self.list, self.agreement)), 2)

    def _panel(self, parts: Sequence[QWidget]) -> QFrame:
        panel = named(QFrame(), "panel")
        column = QVBoxLayout(panel)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        for part in parts:
            column.addWidget(part)
        if self.body in parts:
            column.addStretch(1)
        return panel

    def _pair(self, left: QWidget, right: QWidget) -> QWidget:
        both = QWidget()
        across = QHBoxLayout(both)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(left)
        across.addWidget(right)
        return both

    def _label(self, name: str) -> QLabel:
        return named(QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText), name)


def _words_of(item: Item, sure: str, who: str, me: str) -> str:
    if isinstance(item, Annotation):
        day = item.made_at.astimezone().strftime("%d/%m/%Y %H:%M")
        return "\n\n".join(part for part in (item.text, f"{who.format(item.author or me)} · {day}") if part)
    details = details_of(item)
    parts = [sure.format(percent(details.confidence))] if details.confidence is not None else []
    parts += [details.note] if details.note else []
    if details.row is not None and item.what is not What.NOT_OBSERVABLE:
        row = details.row
        parts += [row.text, row.advice, row.evidence, row.page]
    return "\n\n".join(parts)
