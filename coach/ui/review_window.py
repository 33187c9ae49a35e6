"""The review window: a session on its timeline, played, judged and noted upon; every note is kept at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSplitter, QVBoxLayout, QWidget

from coach.exchange.marks import Mark
from coach.report.words import lasting
from coach.review.annotation import Annotation, Verdict
from coach.review.filters import shown
from coach.review.lanes import DETECTIONS, Item, Lane
from coach.review.notes import Change
from coach.ui.controls import named
from coach.ui.page import Page
from coach.ui.page_header import PageHeader
from coach.ui.review_desk import Opened, ReviewDesk
from coach.ui.review_filters import ReviewFilters
from coach.ui.review_player import ReviewPlayer
from coach.ui.review_side import ReviewSide
from coach.ui.review_stage import ReviewStage
from coach.ui.theme import Theme
from coach.ui.timeline_view import TimelineView
from coach.ui.words import day_in_words

REVISION: Final = "revision"
"""The id of the page."""
BEFORE_S: Final = 2.0
"""A thing is played from so long before it."""


class ReviewWindow(Page):
    """Shows what `desk` opens. Keys: space, J K L, comma and point play; Y N judge; C M F note; R loops; H hides."""

    def __init__(self, desk: ReviewDesk, theme: Theme) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Revisión"))
        self.desk, self._lanes = desk, tuple[Lane, ...]()
        self.player = ReviewPlayer(self)
        self.header = PageHeader(self.tr("Revisión"), theme)
        self.author = QLineEdit(maxLength=60)
        self.author.setPlaceholderText(self.tr("Quién revisa"))
        self.author.setAccessibleName(self.tr("Quién revisa"))
        self.undo = self._button(self.tr("Deshacer"), lambda: self._noted("undo"))
        self.redo = self._button(self.tr("Rehacer"), lambda: self._noted("redo"))
        self.told = named(QLabel(), "panelText")
        self.stage = ReviewStage(self.player, self._find, theme)
        self.filters = ReviewFilters()
        self.timeline = TimelineView(theme)
        self.side = ReviewSide(theme)
        self._connect()
        self._lay_out()
        self._settle()

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        for part in (self.header, self.stage, self.timeline, self.side):
            part.set_theme(theme)
        self.author.setFixedWidth(theme.px(150))

    def entered(self) -> None:
        """Keys go to the timeline."""
        self.timeline.setFocus()

    def leave(self) -> bool:
        """Let go of the recording."""
        self.player.close()
        return True

    def close_down(self) -> None:
        """Join what read it."""
        self.player.close_down()

    def show_session(self, opened: Opened) -> None:
        """Begin with a session."""
        result = opened.record.result
        self._lanes = opened.lanes
        name = Path(result.source.path).name if opened.record.kind == "grabacion" else ""
        parts = (name, day_in_words(opened.record.started), lasting(result.duration_s))
        self.header.title.setText(" · ".join(part for part in parts if part))
        self.author.setText(opened.author)
        self.timeline.show_session(result.duration_s, opened.curves, self._verdict_on)
        self.filters.offer(opened.lanes)
        self.side.show_item(None, None)
        self.told.clear()
        self._settle()
        self.player.open(result.duration_s, opened.medium)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """One key each for everything; what is unknown goes on, so that Escape leads home."""
        act = self._keys().get(Qt.Key(event.key()))
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if act is not None and plain:
            act()
        else:
            super().keyPressEvent(event)

    def tell(self, error: BaseException) -> None:
        """Something went wrong that the user can mend."""
        self.told.setText(str(error))

    def _keys(self) -> dict[Qt.Key, Callable[[], object]]:
        key, player = Qt.Key, self.player
        return {
            key.Key_Space: player.toggle,
            key.Key_J: player.back,
            key.Key_K: lambda: player.play(0.0),
            key.Key_L: player.faster,
            key.Key_Comma: lambda: player.step(-1),
            key.Key_Period: lambda: player.step(1),
            key.Key_Y: lambda: self._judge("agree"),
            key.Key_N: lambda: self._judge("disagree"),
            key.Key_C: self.side.text.setFocus,
            key.Key_M: lambda: self._add("moment", ""),
            key.Key_F: lambda: self._add_missed(self.side.what.currentData()),
            key.Key_R: self._loop,
            key.Key_H: self._hide_lane,
            key.Key_I: lambda: self._edge(0),
            key.Key_O: lambda: self._edge(1),
            key.Key_Delete: self._remove,
        }

    def _connect(self) -> None:
        self.header.back.connect(self.home)
        self.desk.opened.connect(self.show_session)
        self.desk.failed.connect(self.tell)
        self.desk.changed.connect(self._settle)
        self.desk.agreed.connect(self.side.show_agreement)
        self.player.moved.connect(lambda t: self.timeline.set_playhead(t, follow=self.player.speed != 0.0))
        self.player.outline.connect(self.timeline.show_sound)
        self.timeline.sought.connect(self.player.seek)
        self.timeline.picked.connect(self._on_picked)
        self.timeline.played.connect(self._play)
        self.filters.changed.connect(lambda _: self._settle())
        self.side.judged.connect(self._judge)
        self.side.commented.connect(lambda text: self._add("comment", text))
        self.side.marked.connect(lambda text: self._add("moment", text))
        self.side.missed.connect(self._add_missed)
        self.side.removed.connect(self._remove)
        self.side.chosen.connect(self._go_to)
        self.author.editingFinished.connect(lambda: self.desk.sign(self.author.text().strip()))
        for keys, name in ((QKeySequence.StandardKey.Undo, "undo"), (QKeySequence("Ctrl+Shift+Z"), "redo")):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda name=name: self._noted(name))

    def _verdict_on(self, mark: Mark) -> Verdict | None:
        note = None if self.desk.notes is None else self.desk.notes.verdict_on(mark)
        return None if note is None else note.verdict

    def _settle(self) -> None:
        """Show what is noted now, and what the filter leaves."""
        notes = self.desk.notes
        self.undo.setEnabled(notes is not None and notes.can_undo)
        self.redo.setEnabled(notes is not None and notes.can_redo)
        found = () if notes is None else notes.all
        self.timeline.show_lanes(shown(self._lanes, self.filters.filter, found))
        self.side.show_notes(found)
        item = self.timeline.item
        if isinstance(item, Annotation) and item not in found:
            self.timeline.pick(None)
        else:
            self._on_picked(item)

    def _on_picked(self, item: Item | None) -> None:
        mine = isinstance(item, Mark) and item.what in DETECTIONS and self.desk.notes is not None
        verdict = self.desk.notes.verdict_on(item) if mine and self.desk.notes and isinstance(item, Mark) else None
        self.side.show_item(item, verdict)

    def _play(self, item: Item) -> None:
        self.player.loop = None
        self.player.seek(max(0.0, item.start_s - BEFORE_S))
        self.player.play(1.0)

    def _go_to(self, note: Annotation) -> None:
        self.timeline.pick(note)
        self.player.seek(note.start_s)

    def _judge(self, verdict: Verdict) -> None:
        item, notes = self.timeline.item, self.desk.notes
        if notes is not None and isinstance(item, Mark) and item.what in DETECTIONS:
            self.desk.write(notes.judge(item, verdict))

    def _add(self, kind: str, text: str, signal: str | None = None) -> None:
        notes = self.desk.notes
        start_s, end_s = self.timeline.stretch or (self.player.t, self.player.t)
        if notes is None:
            return
        change: Change = notes.add(kind, start_s, end_s, text, signal)  # type: ignore[arg-type]
        self.timeline.select(None)
        self.desk.write(change)
        self.timeline.pick(change.added[0])
        self.timeline.setFocus()

    def _add_missed(self, signal: str) -> None:
        if self.timeline.stretch is None:
            self.told.setText(self.tr("Elige primero el tramo: arrastra con Mayús, o marca con I y O."))
            return
        self.told.clear()
        self._add("missed", "", signal)

    def _remove(self) -> None:
        item = self.timeline.item
        if self.desk.notes is not None and isinstance(item, Annotation):
            self.desk.write(self.desk.notes.remove(item.id))

    def _noted(self, what: str) -> None:
        notes = self.desk.notes
        if notes is not None:
            self.desk.write(notes.undo() if what == "undo" else notes.redo())

    def _edge(self, which: int) -> None:
        """The stretch begins, or ends, where it plays."""
        edges = list(self.timeline.stretch or (self.player.t, self.player.t))
        edges[which] = self.player.t
        self.timeline.select((min(edges), max(edges)) if which else (edges[0], max(edges)))

    def _loop(self) -> None:
        """Play the stretch again and again, or no longer."""
        stretch = self.timeline.stretch
        self.player.loop = stretch if self.player.loop is None and stretch and stretch[1] > stretch[0] else None
        if self.player.loop is not None:
            self.player.seek(self.player.loop[0])
            self.player.play(1.0)
        self.player.changed.emit()

    def _hide_lane(self) -> None:
        """Leave out the lane of what is picked; without anything picked all are shown again."""
        item, wanted = self.timeline.item, self.filters.filter
        hidden = wanted.hidden_lanes | {item.id} if isinstance(item, Mark) else frozenset()
        self.filters.filter = replace(wanted, hidden_lanes=hidden)
        self.timeline.pick(None)
        self._settle()

    def _find(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Buscar la grabación"))
        if chosen:
            self.desk.remember(Path(chosen))
            self.player.open(self.player.duration_s, Path(chosen))

    def _button(self, text: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(text)
        button.clicked.connect(lambda: act())
        return button

    def _lay_out(self) -> None:
        bar = self.header.layout()
        assert isinstance(bar, QHBoxLayout)
        for widget in (self.told, self.author, self.undo, self.redo):
            bar.addWidget(widget)
        below = QWidget()
        lower = QVBoxLayout(below)
        lower.setContentsMargins(0, 0, 0, 0)
        lower.setSpacing(0)
        lower.addWidget(self.filters)
        lower.addWidget(self.timeline, 1)
        left = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        left.addWidget(self.stage)
        left.addWidget(below)
        left.setSizes([300, 420])
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(left, 1)
        across.addWidget(self.side)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(across, 1)
