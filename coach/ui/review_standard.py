"""The items of the competence standard: what a session has to show for each, and what the trainer says of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidgetItem, QVBoxLayout, QWidget

from coach.exchange.marks import Mark
from coach.manual.standard import PARTS
from coach.report.words import clock
from coach.review.annotation import Annotation, Verdict
from coach.review.checklist import CheckedItem, ticks
from coach.ui.controls import choice_button, named, plain_label
from coach.ui.manual_words import shown
from coach.ui.review_glyphs import paint_tick, sign
from coach.ui.review_list import ReviewList
from coach.ui.theme import Theme
from coach.ui.timeline_words import item_title

_ID: Final = Qt.ItemDataRole.UserRole
_MARK_PX: Final = 16


class StandardPanel(QWidget):
    """`ticked(str, str)`: the item of this id was seen ("agree") or not, or could not be. `played(Mark)`: show that.

    Only the trainer decides; nothing is counted or added up.
    """

    ticked = Signal(str, str)
    played = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._items: dict[str, CheckedItem] = {}
        self._ticks: Mapping[str, Mapping[str, Annotation]] = {}
        self._author = ""
        self.list = named(ReviewList(), "standardList")
        self.list.setAccessibleName(self.tr("Lo que pide el estándar"))
        self.title, self.person, self.others = (plain_label(name) for name in ("choiceName", "panelText", "panelText"))
        self.heading = plain_label("groupTitle")
        self.evidence = named(ReviewList(), "evidenceList")
        self.evidence.setAccessibleName(self.tr("Dónde mirarlo"))
        words: dict[Verdict, tuple[str, str]] = {
            "agree": (self.tr("Visto"), self.tr("Se vio en esta sesión (1)")),
            "disagree": (self.tr("No visto"), self.tr("No se vio en esta sesión (2)")),
            "not_observable": (self.tr("No observable"), self.tr("En esta sesión no se puede saber (3)")),
        }
        self.buttons = {verdict: choice_button(word, "verdict") for verdict, (word, _) in words.items()}
        for verdict, button in self.buttons.items():
            button.setToolTip(words[verdict][1])
            button.setAccessibleName(words[verdict][1])
            button.clicked.connect(lambda _, verdict=verdict: self.tick(verdict))
        self.list.currentItemChanged.connect(lambda *_: self._show())
        self.evidence.chosen.connect(self._play)
        self._lay_out()

    @property
    def current(self) -> CheckedItem | None:
        """The item that is chosen."""
        row = self.list.currentItem()
        return None if row is None else self._items.get(row.data(_ID))

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self.evidence.setMinimumHeight(theme.px(56))
        self._mark()

    def show_items(self, items: Iterable[CheckedItem]) -> None:
        """Begin with a session, or go on with what else it has to show; the item that is chosen stays so."""
        held = self.current
        self._items = {one.item.id: one for one in items}
        self.list.clear()
        part = None
        for id, one in self._items.items():
            if one.item.part != part:
                part = one.item.part
                self._add_heading(shown(PARTS[part]))
            row = QListWidgetItem(shown(one.item.text))
            row.setData(_ID, id)
            self.list.addItem(row)
        self._mark()
        self.list.setCurrentRow(1)
        if held is not None:
            self.choose(held.item.id)

    def show_notes(self, notes: Sequence[Annotation], author: str) -> None:
        """What was said of them; `author` says it now."""
        self._ticks, self._author = ticks(notes), author
        self._mark()
        self._show()

    def choose(self, id: str) -> None:
        """Show this item."""
        for row in range(self.list.count()):
            if self.list.item(row).data(_ID) == id:
                self.list.setCurrentRow(row)

    def tick(self, verdict: Verdict) -> None:
        """Say it of the item that is chosen."""
        if self.current is not None:
            self.ticked.emit(self.current.item.id, verdict)

    def _said(self, id: str) -> Verdict | None:
        mine = self._ticks.get(id, {}).get(self._author)
        return None if mine is None else mine.verdict

    def _mark(self) -> None:
        """The sign before each row, and for screen readers what it means; what only others said is fainter."""
        for row in range(self.list.count()):
            item = self.list.item(row)
            id = item.data(_ID)
            if id is None:
                continue
            verdict, others = self._said(id), self._others(id)
            shown_verdict = others[-1].verdict if verdict is None and others else verdict
            item.setIcon(self._sign(shown_verdict, "accent" if verdict is not None else "track"))
            said = [self.tr("Sin decidir")] if verdict is None else [self.buttons[verdict].text()]
            said += [self._other(note) for note in others]
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}: {', '.join(said)}")

    def _others(self, id: str) -> list[Annotation]:
        """What other people said of it, the newest last."""
        notes = (note for author, note in self._ticks.get(id, {}).items() if author != self._author)
        return sorted(notes, key=lambda note: note.made_at)

    def _show(self) -> None:
        """The chosen item below."""
        one = self.current
        self._card.setVisible(one is not None)
        if one is None:
            return
        item = one.item
        self.title.setText(shown(item.text))
        self.person.setText(f"{shown(item.person)} ({item.page})")
        for verdict, button in self.buttons.items():
            button.setChecked(self._said(item.id) == verdict)
        others = self._others(item.id)
        self.others.setText("\n".join(self._other(note) for note in others))
        self.others.setVisible(bool(others))
        self._show_evidence(one)

    def _show_evidence(self, one: CheckedItem) -> None:
        if one.evidence:
            self.heading.setText(self.tr("Lo que se vio y se oyó"))
        elif one.moments:
            self.heading.setText(self.tr("Nada detectado. Cuándo tocaba:"))
        else:
            self.heading.setText(self.tr("Nada detectado: decide tú."))
        if [self.evidence.item(row).data(_ID) for row in range(self.evidence.count())] == list(one.spans):
            return  # it stays where it was scrolled to
        self.evidence.clear()
        self.evidence.setVisible(bool(one.spans))
        for mark in one.spans:
            row = QListWidgetItem(f"{clock(max(0.0, mark.start_s))}  {item_title(mark)}")
            row.setData(_ID, mark)
            self.evidence.addItem(row)

    def _other(self, note: Annotation) -> str:
        assert note.verdict is not None, "an item's tick says something"
        author = note.author or self.tr("Sin firma")
        return f"{author}: {self.buttons[note.verdict].text()}"

    def _play(self, row: QListWidgetItem) -> None:
        mark = row.data(_ID)
        if isinstance(mark, Mark):
            self.played.emit(mark)

    def _add_heading(self, text: str) -> None:
        heading = QListWidgetItem(text)
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        self.list.addItem(heading)

    def _sign(self, verdict: Verdict | None, color: str) -> QIcon:
        side, ratio = self._theme.px(_MARK_PX), self.devicePixelRatioF()
        return sign(side, ratio, lambda painter, box: paint_tick(painter, box, verdict, self._theme, color))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.list, 5)
        self._card = named(QFrame(), "panel")
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(12, 10, 12, 10)
        inside.setSpacing(6)
        for part in (self.title, self.person, self.heading, self.evidence):
            inside.addWidget(part)
        inside.addStretch(1)  # what is to be said stays at the foot, whatever there is to read
        inside.setStretchFactor(self.evidence, 100)
        inside.addWidget(self.others)
        across = QHBoxLayout()
        across.setSpacing(6)
        for button in self.buttons.values():
            across.addWidget(button)
        inside.addLayout(across)
        column.addWidget(self._card, 4)
