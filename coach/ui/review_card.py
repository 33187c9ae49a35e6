"""What the picked thing on the timeline is, and the verdict on it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from coach.exchange.marks import Mark, What
from coach.manual.moments import load_moments
from coach.report.words import percent
from coach.review.annotation import Annotation, Verdict
from coach.review.details import details_of
from coach.review.lanes import DETECTIONS, Item
from coach.ui.controls import choice_button, plain_label
from coach.ui.manual_words import shown
from coach.ui.timeline_words import item_title, stretch_words
from coach.ui.words import moment_in_words


class ItemCard(QFrame):
    """The words scroll where they are many; what is to be decided always stays in sight.

    `judged("agree" | "disagree")`; `removed`: the picked note is to go. `moved(0 | 1)`: the picked moment is to begin
    (0), or end (1), where it plays.
    """

    judged = Signal(str)
    removed = Signal()
    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.title, self.when, self.body = (plain_label(name) for name in ("panelTitle", "panelText", "panelText"))
        self.agree = choice_button(self.tr("De acuerdo (Y)"), "verdict")
        self.disagree = choice_button(self.tr("En desacuerdo (N)"), "verdict")
        self.remove = QPushButton(self.tr("Quitar anotación (Supr)"))
        self.begins, self.ends = QPushButton(self.tr("Empieza aquí (B)")), QPushButton(self.tr("Termina aquí (T)"))
        for button in (self.agree, self.disagree, self.remove, self.begins, self.ends):
            button.setAccessibleName(button.text())
        self.begins.setToolTip(self.tr("El momento empieza donde va la reproducción"))
        self.ends.setToolTip(self.tr("El momento termina donde va la reproducción"))
        self.begins.clicked.connect(lambda: self.moved.emit(0))
        self.ends.clicked.connect(lambda: self.moved.emit(1))
        self.agree.clicked.connect(lambda: self.judged.emit("agree"))
        self.disagree.clicked.connect(lambda: self.judged.emit("disagree"))
        self.remove.clicked.connect(self.removed)
        self.area = QScrollArea(widgetResizable=True)
        self._lay_out()
        self.show_item(None, None)

    def show_item(self, item: Item | None, verdict: Verdict | None, movable: bool = False) -> None:
        """What it is, and what was said of it; `movable`: a moment that one noted oneself."""
        detection = isinstance(item, Mark) and item.what in DETECTIONS
        for button, says in ((self.agree, "agree"), (self.disagree, "disagree")):
            button.setVisible(detection)
            button.setChecked(verdict == says)
        self.remove.setVisible(isinstance(item, Annotation))
        for button in (self.begins, self.ends):
            button.setVisible(movable)
        self.when.setVisible(item is not None)
        if item is None:
            self.title.setText(self.tr("Nada elegido"))
            self.when.clear()
            self.body.setText(self.tr("Haz clic en algo de la línea de tiempo, o llega a ello con las flechas."))
        else:
            self.title.setText(item_title(item))
            self.when.setText(stretch_words(item.start_s, item.end_s))
            self.body.setText(_words_of(item, self.tr("Confianza: {}"), self.tr("Anotó: {}"), self.tr("Tú")))
        self.area.setAccessibleName(self.title.text())  # the arrow keys scroll it, so it takes the focus

    def _lay_out(self) -> None:
        words = QWidget()
        inside = QVBoxLayout(words)
        inside.setContentsMargins(0, 0, 6, 0)
        inside.setSpacing(6)
        for part in (self.title, self.when, self.body):
            inside.addWidget(part)
        inside.addStretch(1)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setObjectName("reviewArea")
        self.area.setWidget(words)
        judges = QHBoxLayout()
        judges.setContentsMargins(0, 0, 6, 0)  # the scroll bar of the words has these at its side
        for button in (self.agree, self.disagree, self.remove):
            judges.addWidget(button)
        edges = QHBoxLayout()
        edges.setContentsMargins(0, 0, 6, 0)
        for button in (self.begins, self.ends):
            edges.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 6, 10)
        column.setSpacing(8)
        column.addWidget(self.area, 1)
        column.addLayout(edges)
        column.addLayout(judges)


def _words_of(item: Item, sure: str, who: str, me: str) -> str:
    if isinstance(item, Annotation):
        day = moment_in_words(item.made_at)
        moment = load_moments().get(item.signal or "") if item.of_service else None
        goal = "" if moment is None else shown(moment.goal)
        return "\n\n".join(part for part in (goal, item.text, f"{who.format(item.author or me)} · {day}") if part)
    details = details_of(item)
    parts = [sure.format(percent(details.confidence))] if details.confidence is not None else []
    parts += [details.note] if details.note else []
    if details.row is not None and item.what is not What.NOT_OBSERVABLE:
        row = details.row
        parts += [row.text, row.advice, row.evidence, row.page]
    return "\n\n".join(parts)
